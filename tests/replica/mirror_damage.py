"""Which characters each page has annotated, and doing the mirror's damage to a page."""

from __future__ import annotations

import random
import re
from functools import lru_cache

from tests.damage import damage, draw_set
from tests.replica.options import Options
from tests.replica.texts import load_texts

SEED_SET = {
    "來": "lái", "優": "yōu", "內": "nèi", "冊": "cè", "創": "chuàng", "動": "dòng", "務": "wù",
    "區": "qū", "問": "wèn", "國": "guó", "執": "zhí", "堅": "jiān", "報": "bào", "場": "chǎng",
    "學": "xué", "實": "shí", "對": "duì", "導": "dǎo", "強": "qiáng", "復": "fù", "態": "tài",
    "應": "yīng", "戰": "zhàn", "揚": "yáng", "據": "jù", "數": "shù", "書": "shū", "會": "huì",
    "業": "yè", "構": "gòu", "標": "biāo", "機": "jī", "權": "quán", "測": "cè", "準": "zhǔn",
    "營": "yíng", "現": "xiàn", "環": "huán", "產": "chǎn", "發": "fā", "監": "jiān", "穩": "wěn",
    "節": "jié", "簡": "jiǎn", "細": "xì", "結": "jié", "絡": "luò", "經": "jīng", "網": "wǎng",
    "績": "jī", "續": "xù", "習": "xí", "聯": "lián", "聽": "tīng", "萬": "wàn", "號": "hào",
    "術": "shù", "見": "jiàn", "認": "rèn", "調": "diào", "識": "shí", "護": "hù", "責": "zé",
    "質": "zhì", "轉": "zhuǎn", "進": "jìn", "運": "yùn", "鄉": "xiāng", "開": "kāi", "關": "guān",
    "項": "xiàng", "預": "yù", "領": "lǐng", "驗": "yàn", "點": "diǎn", "請": "qǐng",
}  # fmt: skip
"""The characters that the seed page has annotated, with the readings that it gives them."""

SETS = 12
"""Different sets among the pages of a site that annotates differently from page to page."""


@lru_cache(maxsize=64)
def annotated_set(number: int, size: float, readings: str, any_character: bool) -> dict[str, str]:
    """The set with this number; of varied size when ``size`` is 0."""
    common = "".join(p for text in load_texts().values() for p in text.paragraphs)
    rng = random.Random(number)
    if any_character:
        return draw_set(size or 0.15, number, common_in=common, any_character=True, style=readings)
    if size:
        return draw_set(size, number, style=readings)
    if rng.random() < 0.6:
        return draw_set(rng.choice((30, 50, 80, 120)), number, common_in=common, style=readings)
    return draw_set(rng.choice((0.1, 0.2, 0.3)), number, style=readings)


_RUN = re.compile(r"[^\x00-\x7f]+[\x00-\x7f]?")
_MEMORY = 300_000


class Mirror:
    """The mirror's damage to the pages of one site, done run by run and remembered.

    No ASCII byte is a first byte in GBK, so behind each one the reading is in step again and no
    annotated pair can reach across it: a page may be damaged in runs that each end with one ASCII
    character, and runs that pages share are damaged once.
    """

    def __init__(self, options: Options) -> None:
        self.options = options
        self._known: dict[str, dict[str, str]] = {}

    def damage(self, page: str, dress: int, key: str, seed_set: bool) -> str:
        """The page as the mirror would show it.

        ``dress`` is the site's number of annotated sets, which a mutation may change; ``key``
        tells pages apart; ``seed_set`` asks for the seed page's own set.
        """
        if not self.options.damage:
            return page
        name, chosen = self._chosen(dress, key, seed_set)
        known = self._known.setdefault(name, {})
        if len(known) > _MEMORY:
            known.clear()
        new = [run for run in dict.fromkeys(_RUN.findall(page)) if run not in known]
        if new:
            whole = damage("\x00".join(new), chosen, keep_private=self.options.keep_private)
            known.update(zip(new, whole.split("\x00"), strict=True))
        return _RUN.sub(lambda match: known[match[0]], page)

    def _chosen(self, dress: int, key: str, seed_set: bool) -> tuple[str, dict[str, str]]:
        options = self.options
        if options.annotated == "none":
            return "none", {}
        if options.annotated == "seed" or (seed_set and dress == 0):
            return "seed", SEED_SET
        rng = random.Random(f"{options.seed}:{dress}:{key if options.annotated == 'page' else ''}")
        number = options.seed * 1000 + dress * SETS + rng.randrange(SETS)
        return str(number), annotated_set(
            number, options.set_size, options.readings, options.any_character
        )
