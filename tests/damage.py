"""The mirror's damage as a function: what it makes of a piece of Simplified text or HTML.

Written from the site facts, section "What the mirror does to a page", (a), (b), (c) and (e), and
from nothing in the package under test, so that an error in one can't hide in the other.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Mapping
from functools import cache

import opencc
import pypinyin

Readings = Mapping[str, str]
"""Annotated Traditional characters and what stands in the brackets behind each."""

SCRIPTS = ("site", "opencc", "taiwan")
"""Names of the one-to-one tables that a mirror may use; see `script_table`."""

NEWS = (
    "天山网讯（记者刘翔报道）3月18日，自治区召开会议，研究部署城市群大气环境整治工作。",
    "会议强调，要持续推动环境空气质量稳定向好，为各族群众创造更加美好的生产生活环境。",
    "当地官员表示，今年以来，全区粮食播种面积稳步增长，农业机械化水平不断提高。",
    "在伊宁县一处标准化养殖场，工人们正忙着给牛羊添加饲料，准备迎接即将到来的销售旺季。",
    "据了解，这条铁路建成后，两地之间的运行时间将由原来的六个小时缩短到不足三个小时。",
    "“过去用水难，现在拧开水龙头就有干净的自来水。”村民们高兴地说。",
    "各部门要加强协调配合，严格落实安全生产责任制，坚决防止各类事故发生。",
    "图书馆新馆预计明年投入使用，届时将为读者提供阅览、展览、讲座等多种服务。",
)
"""Paragraphs as the site has them."""

NARROW = {code + 0xFEE0: code for code in range(0x21, 0x7F)}
"""What a copy makes of full-width characters, as `str.translate` takes it."""

# What the seed and pages like it show changed otherwise than by OpenCC's first choice.
_SITE_FORMS = {"症": "癥", "冲": "沖", "着": "著", "陕": "陜"}

# What they leave as it is, since it is an old character too: 系, 并, 制, 注 in the seed.
_SITE_KEEPS = "于系范制并采干里后余云只占谷松面板布才回局向咸志托折朱注斗丑升合了游出姜污"

_HAN = "".join(map(chr, range(0x4E00, 0x9FA6)))


@cache
def script_table(script: str = "site") -> dict[int, str]:
    """Give the one-to-one table Simplified -> Traditional, as `str.translate` takes it.

    `opencc` is the first choice of OpenCC's character table, `taiwan` the same with Taiwan's
    variants (為 for 爲), `site` is `taiwan` less the characters that the seed and pages like it
    leave as they are (系, 并, 制), and with the forms that they prefer (癥).
    """
    if script not in SCRIPTS:
        raise ValueError(f"script {script!r} is none of {', '.join(SCRIPTS)}")
    converter = opencc.OpenCC("s2t" if script == "opencc" else "s2tw")
    # One character a line: no phrase of OpenCC's can match.
    changed = converter.convert("\n".join(_HAN)).split("\n")
    table = {ord(a): b for a, b in zip(_HAN, changed, strict=True) if a != b and _in_gbk(b)}
    if script == "site":
        table = {a: b for a, b in table.items() if chr(a) not in _SITE_KEEPS}
        table |= {ord(a): b for a, b in _SITE_FORMS.items()}
    return table


def differing(script: str = "site") -> list[str]:
    """List the Traditional characters that step (a) brings in, in the order of their GBK codes."""
    return sorted(set(script_table(script).values()), key=lambda c: c.encode("gbk"))


def draw_set(
    size: int | float = 0.5,
    seed: int = 0,
    *,
    script: str = "site",
    common_in: str | None = None,
    any_character: bool = False,
    style: str = "one",
) -> dict[str, str]:
    """Draw a set of annotated characters with their readings, the same one for the same seed.

    size: how many characters (int) or what part of all (float); of the commonest ones of the
    Simplified text `common_in` if that is given (twice as many are drawn from).
    any_character: from all Chinese characters of that text, as in (e), not only those that
    differ between the scripts. style: `one` reading (any one that the character has), or
    `several`, as `wéi / wèi`.
    """
    rng = random.Random(seed)
    pool = differing(script)
    if common_in is not None:
        counts: dict[str, int] = {}
        for character in common_in.translate(script_table(script)):
            counts[character] = counts.get(character, 0) + 1
        allowed = set(pool)
        ranked = sorted(counts, key=lambda c: (-counts[c], c))
        if any_character:
            pool = [c for c in ranked if "\u4e00" <= c <= "\u9fa5"]
        else:
            pool = [c for c in ranked if c in allowed]
        if isinstance(size, int):
            pool = pool[: 2 * size]
    wanted = size if isinstance(size, int) else round(len(pool) * size)
    drawn = rng.sample(pool, min(wanted, len(pool)))
    return {c: _reading(c, style, rng) for c in drawn if _readings_of(c)}


def damage(
    text: str,
    annotated: Readings | Iterable[str] | None = None,
    *,
    seed: int = 0,
    keep_private: bool = True,
    script: str = "site",
    undefined: str = "gb18030",
    cut_before: str = "",
    alone: str = "?",
) -> str:
    """Do to Simplified text or HTML what the mirror does.

    annotated: characters (either script) with or without readings; None draws a set by `seed`.
    keep_private: whether private-use characters survive. undefined: how a pair comes out that GBK
    gives no meaning, as `gb18030` reads it or by a sign, `?` say. cut_before: marks wherever whose
    bytes stand the text is read anew, as on the pages that show `?！睋?jù)` for 。”據. alone: how a
    first byte is shown that is the last that is read: by nothing on the pages that show `！痹谧`
    for 。”在祖.
    """
    readings = _as_readings(annotated, seed, script)
    data = _encode(text.translate(script_table(script)))
    for code, reading in sorted((c.encode("gb18030"), r) for c, r in readings.items()):
        data = data.replace(code, code + b"(" + reading.encode("gb18030") + b")")
    for mark in sorted(m.encode("gbk") for m in cut_before):
        data = data.replace(mark, b"\x01" + mark)
    shown = "".join(
        read_back(piece, undefined=undefined, alone=alone) for piece in data.split(b"\x01")
    )
    return shown if keep_private else re.sub("[\ue000-\uf8ff]", "", shown)


def eaten(
    text: str,
    annotated: Readings | Iterable[str] | None = None,
    *,
    seed: int = 0,
    script: str = "site",
) -> list[int]:
    """Give the offsets in the text of the ASCII characters that the damage eats.

    The text must be all GBK, so that no character becomes a reference.
    """
    readings = _as_readings(annotated, seed, script)
    data = _encode(text.translate(script_table(script)))
    # Control bytes stand for the brackets, and are eaten as these are.
    for code, reading in sorted((c.encode("gb18030"), r) for c, r in readings.items()):
        data = data.replace(code, code + b"\x01" + reading.encode("gb18030") + b"\x02")
    origins: list[int] = []
    for offset, character in enumerate(text.translate(script_table(script))):
        origins.extend([offset] * len(character.encode("gbk")))
    found = []
    at = passed = 0
    inside = False
    while at < len(data):
        step = 1
        lead_alone = data[at] > 0x80 and (at + 1 == len(data) or not _is_trail(data[at + 1]))
        if data[at] > 0x80:
            step = 2
        if lead_alone and at + 1 < len(data) and data[at + 1] not in b"\x01\x02" and not inside:
            found.append(origins[passed + 1])
        for byte in data[at : at + step]:
            if byte == 0x01:
                inside = True
            elif byte == 0x02:
                inside = False
            elif not inside:
                passed += 1
        at += step
    return found


def read_back(data: bytes, *, undefined: str = "gb18030", alone: str = "?") -> str:
    """Read bytes as the mirror does: site facts (c), "Reading it back to Unicode"."""
    shown: list[str] = []
    at = 0
    while at < len(data):
        lead = data[at]
        if lead < 0x80:
            shown.append(chr(lead))
            at += 1
        elif lead in (0x80, 0xFF):
            # One byte by itself in code page 936; pages that show 匾粋€ for 一個 bear it out.
            shown.append("€" if lead == 0x80 else "\uf8f5")
            at += 1
        elif at + 1 == len(data) or not _is_trail(data[at + 1]):
            shown.append(alone if at + 1 == len(data) else "?")
            at += 2
        else:
            shown.append(_read_pair(data[at : at + 2], undefined))
            at += 2
    return "".join(shown)


def _read_pair(pair: bytes, undefined: str) -> str:
    try:
        return pair.decode("gbk")
    except UnicodeDecodeError:
        character = pair.decode("gb18030")
    user_defined = "\ue000" <= character <= "\ue765"
    return character if user_defined or undefined == "gb18030" else undefined


def _is_trail(byte: int) -> bool:
    return 0x40 <= byte <= 0xFE and byte != 0x7F


def _encode(text: str) -> bytes:
    # What GBK lacks goes out as a numeric reference, as on the pages that show `&#8203;`.
    return text.encode("gbk", errors="xmlcharrefreplace")


def _as_readings(
    annotated: Readings | Iterable[str] | None, seed: int, script: str
) -> dict[str, str]:
    if annotated is None:
        return draw_set(0.5, seed, script=script)
    if isinstance(annotated, Mapping):
        pairs = list(annotated.items())
    else:
        rng = random.Random(seed)
        pairs = [(c, "") for c in sorted(annotated)]
        pairs = [(c, _reading(c.translate(script_table(script)), "one", rng)) for c, _ in pairs]
    return {c.translate(script_table(script)): reading for c, reading in pairs}


@cache
def _readings_of(character: str) -> tuple[str, ...]:
    found = pypinyin.pinyin(character, style=pypinyin.Style.TONE, heteronym=True)[0]
    return tuple(r for r in found if r != character and _in_gbk(r))


def _reading(character: str, style: str, rng: random.Random) -> str:
    readings = _readings_of(character)
    if not readings:
        raise ValueError(f"pypinyin knows no reading of {character!r}: name one yourself")
    return " / ".join(readings) if style == "several" else rng.choice(readings)


def _in_gbk(text: str) -> bool:
    try:
        text.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True
