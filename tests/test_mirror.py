"""Undoing the mirror's damage: the examples of the site facts, the seed, and what must stay."""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path

import opencc
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.damage import NARROW, NEWS, SCRIPTS, damage, differing, draw_set, script_table
from tsnet.text.build_language import PAIRS_FILE
from tsnet.text.build_merged import MERGED_FILE, merged_table
from tsnet.text.build_readings import READINGS_FILE, readings_table
from tsnet.text.eaten import Surroundings
from tsnet.text.gbk import LOST
from tsnet.text.likelihood import words
from tsnet.text.mirror import Restored, restore
from tsnet.text.script import to_simplified

SEED = Path(__file__).parent / "seed"


@pytest.mark.parametrize(
    ("shown", "original"),
    [
        ("會(huì)議", "会议"),
        ("環(huán)境", "环境"),
        ("新疆日?qǐng)?bào)", "新疆日报"),
        ("當(dāng)?shù)毓賳T", "当地官员"),
        ("抗?fàn)幍膰?yán)重", "抗争的严重"),
        ("因?yàn)樯眢w不好", "因为身体不好"),
        ("嚴(yán)控?zé)熁ū袢挤牛掷m(xù)", "严控烟花爆竹燃放，持续"),
        ("因?yàn)榫驮?月底", f"因为就在{LOST}月底"),
        ("爲(wéi / wèi)", "为"),
    ],
)
def test_an_example_of_the_site_facts_is_undone(shown: str, original: str) -> None:
    assert restore(shown).text == original


@pytest.mark.parametrize("shown", ["每?zǒng)€(gè)村", "每?zǒng)?gè)村"])
def test_a_byte_0x80_is_undone_whether_a_reader_took_it_for_a_euro_or_for_a_first_byte(
    shown: str,
) -> None:
    assert restore(shown).text == "每个村"


@pytest.mark.parametrize(
    ("shown", "original", "lost"),
    [
        ("新疆日�qǐng)�bào)的會(huì)議", "新疆日报的会议", 0),
        ("新疆日�(qǐng)�(bào)的會(huì)議", "新疆日报的会议", 0),
        ("會(huì)議因�yàn)榫驮�月底", f"会议因为就在{LOST}月底", 1),
        ("會(huì)議因�(yàn)榫驮�8月底", "会议因为就在8月底", 0),
        ("<p>會(huì)議因�(yàn)榫驮�</p>", "<p>会议因为就在</p>", 0),
        ("<p>會(huì)議�</p>", f"<p>会议{LOST}</p>", 1),
        ("這個字讀作�(hé)，那個", "這個字讀作�(hé)，那個", 0),
        ("新疆日?(qǐng)?(bào)的會(huì)議", "新疆日报的会议", 0),
        ("會(huì)議因?(yàn)榫驮?8月底", "会议因为就在8月底", 0),
        ("<p>會(huì)議因?(yàn)榫驮?</p>", "<p>会议因为就在</p>", 0),
        ("會(huì)議問你吃了嗎?(chī)什麽", "会议问你吃了吗?(chī)什么", 0),
        ("日�(qǐng)�(bào)會(huì)議問你吃嗎?(chī)什麽", "日报会议问你吃吗?(chī)什么", 0),
        # Put together of two readers' texts; behind a character that was lost stands its own.
        ("新疆日?qǐng)?bào)的會(huì)議，新疆日?(qǐng)?(bào)", "新疆日报的会议，新疆日报", 0),
        ("新疆日?qǐng)?bào)的會(huì)議，新疆日�(qǐng)�(bào)", "新疆日报的会议，新疆日报", 0),
        ("日?(qǐng)?(bào)的會(huì)議，新疆日�(qǐng)�(bào)", "日报的会议，新疆日报", 0),
        ("新疆日?(qǐng)?(bào)的會(huì)議，新疆日�qǐng)�bào)", "新疆日报的会议，新疆日报", 0),
        ("日?qǐng)?bào)的會(huì)議，于�(huī)主持", f"日报的会议，于{LOST}主持", 1),
    ],
)
def test_a_reader_may_show_a_byte_by_its_sign_for_what_it_can_not_read_and_eat_nothing(
    shown: str, original: str, lost: int
) -> None:
    restored = restore(shown)
    assert (restored.text, restored.lost) == (original, lost)


@pytest.mark.parametrize("sign", ["？", "&#65533;", "&#xFFFD;", "？(", "(", ""])
def test_a_byte_that_was_left_alone_may_be_shown_by_another_sign_or_none(sign: str) -> None:
    text = "".join(NEWS) + "新疆日报的会议"
    shown = damage(text, {"報": "bào", "請": "qǐng", "會": "huì"})
    assert "日?qǐng)?bào)" in shown
    restored = restore(shown.replace("?", sign))
    assert (restored.text, restored.lost) == (text, 0)


@pytest.mark.parametrize(("sign", "guessed"), [("?", 0), ("", 1)])
def test_where_nothing_shows_a_byte_one_guess_is_counted_at_least(sign: str, guessed: int) -> None:
    shown = damage("当地官员召开会议说", {"會": "huì", "當": "dāng", "數": "shù"})
    restored = restore(shown.replace("?", sign))
    assert (restored.text, restored.guessed) == ("当地官员召开会议说", guessed)


def test_a_reading_that_no_table_has_is_none_of_two_characters() -> None:
    text = "".join(NEWS) * 2
    shown = damage(text, {"會": "huì", "展": "chán", "種": "zhǒng"})
    assert restore(shown).text == text


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(lambda s: unicodedata.normalize("NFD", s), id="accents"),
        pytest.param(lambda s: re.sub("[à-ǜ]", lambda m: f"&#{ord(m[0])};", s), id="references"),
        pytest.param(lambda s: re.sub("[à-ǜ]", lambda m: f"&#x{ord(m[0]):X};", s), id="hex"),
        pytest.param(
            lambda s: re.sub("(?<=[(?])[a-z](?=[a-zà-ǜ])", lambda m: m[0].upper(), s), id="A"
        ),
        pytest.param(lambda s: s.replace("(", "（").replace(")", "）"), id="brackets"),
        pytest.param(lambda s: s.replace("/", "|"), id="bars"),
        pytest.param(lambda s: s.replace("/", " or "), id="or"),
        pytest.param(lambda s: s.replace("/", " "), id="spaces"),
    ],
)
def test_readings_may_be_written_otherwise(written: Callable[[str], str]) -> None:
    text = "当地官员说，" + "".join(NEWS)
    annotated = {"會": "huì", "為": "wéi/wèi", "數": "shù/shǔ/shuò", "劃": "huà"}
    annotated |= {
        "長": "cháng/zhǎng",
        "種": "zhǒng/zhòng",
        "設": "shè",
        "處": "chǔ/chù",
        "氣": "qì",
    }
    shown = damage(text, annotated)
    assert "?shù/" in shown
    assert restore(written(shown)).text == text


@pytest.mark.parametrize("written", [str.title, lambda s: s.replace("(", "（").replace(")", "）")])
def test_readings_that_an_author_may_write_so_are_a_mirrors_where_the_page_is_one(
    written: Callable[[str], str],
) -> None:
    text = "".join(NEWS[:3])
    shown = written(damage(text, {"會": "huì", "環": "huán", "氣": "qì", "質": "zhì"}))
    assert restore(shown).text == shown
    assert restore(shown, mirrored=True).text == text


@pytest.mark.parametrize(
    "text",
    [
        "尉遲（chí）恭，鄯（shàn）陽人，與單（shàn）雄信、長（zhǎng）孫無忌同朝。",
        "李翀（Chōng）、王旻（Mín）、張堯（Yáo）三位老師出席。",
        "項梁怒（nù）之，學（xué）萬人敵，於（yú）是教（jiāo）籍（jí）兵法，又不肯竟（jìng）學（xué）。",
        "我會(Huì)說(Shuō)漢語，他聽(Tīng)不懂，我們(Men)一起讀(Dú)書(Shū)，寫(Xiě)字很難(Nán)。",
        "老師說，龘(dá)很難寫，請看下面這個字(麗lì)怎麼寫，“學而時習之”。",
        "老師說，龘(dá)很難寫，請看下面這個字（麗lì)怎麼寫，“學而時習之”。",
        "爸爸(bà ba)、老師(lǎo shī)、學校(xué xiào)、圖書(tú shū)",
    ],
)
def test_readings_that_an_author_writes_otherwise_stay(text: str) -> None:
    assert restore(text) == Restored(text, 0, 0, 0, 0)


def test_the_kept_private_characters_of_the_example_are_no_guess() -> None:
    annotated = {"嚴": "yán", "責": "zé", "續": "xù"}
    restored = restore(damage("严控烟花爆竹燃放，持续", annotated))
    assert restored.text == "严控烟花爆竹燃放，持续"
    assert (restored.annotations, restored.guessed, restored.lost) == (3, 0, 0)


@pytest.mark.parametrize("reference", ["&#{};", "&#x{:x};", "&#x{:X};"])
def test_private_characters_may_be_shown_as_references_and_those_of_icons_stay(
    reference: str,
) -> None:
    text = "会议说，规划要跟着水走，跟着人走，更要跟着实际需要走，严控烟花爆竹燃放，持续"
    html = f"<i>&#xe600;</i><p>{text}</p>"
    kept = damage(html, {"會": "huì", "熱": "rè", "責": "zé"} | draw_set(0.3, 2))
    shown = re.sub(
        "[\ue000-\ue864]+", lambda f: "".join(reference.format(ord(c)) for c in f[0]), kept
    )
    assert kept != shown
    assert restore(shown) == restore(kept)
    assert restore(shown).text == html


def test_a_character_that_gbk_lacks_in_simplified_script_is_no_common_letter() -> None:
    # 瀾 is 9E 91, and 灡, which is read the same, has no Simplified form in GBK.
    shown = "記者楊?yán)啚?lán))從北京報(bào)道"
    assert restore(shown, mirrored=True).text.startswith("记者杨亚澜")


def test_the_counts_say_what_was_done() -> None:
    restored = restore("新疆日?qǐng)?bào)的會(huì)議")
    assert restored == Restored("新疆日报的会议", annotations=3, repaired=1, lost=0, guessed=0)


def test_the_seed_comes_back_whole() -> None:
    shown = (SEED / "mirrored.txt").read_text(encoding="utf-8")
    original = (SEED / "original.txt").read_text(encoding="utf-8")
    restored = restore(shown)
    assert restored.text == original
    assert restored.text.count("天山网-新疆日报") == 2
    assert restored.lost == 0
    assert "?" not in restored.text
    assert not re.search(r"\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]+\)", restored.text)
    assert opencc.OpenCC("t2s").convert(restored.text) == restored.text


@pytest.mark.parametrize("script", SCRIPTS)
def test_each_pair_of_the_tables_is_turned_back(script: str) -> None:
    # Where OpenCC itself sees two characters merged (钜 and 巨 in 鉅), its choice is as good.
    mainland = opencc.OpenCC("t2s")
    wrong = {}
    for code, old in script_table(script).items():
        plain = chr(code)
        if plain.encode("gb2312", "ignore") and old != "著":
            back = restore(f"{old}。", mirrored=True).text[:-1]
            if back not in (plain, mainland.convert(old)):
                wrong[plain] = back
    assert wrong == {}


def test_what_only_hong_kong_writes_is_turned_back() -> None:
    original = "卫星上天，叙述清楚，梳妆台，粽子，只有会议。"
    shown = opencc.OpenCC("s2hk").convert("\n".join(original)).replace("\n", "")
    assert {"衞", "敍"} < set(shown)
    assert restore(shown, mirrored=True).text == original
    assert restore("枱上有糭", mirrored=True).text == "台上有粽"


def test_a_page_that_annotates_what_hong_kong_leaves_as_it_is_simplified_is_a_mirrors() -> None:
    shown = "各户(hù)按户(hù)籍登記，用户(hù)說(shuō)報稅要快，户(hù)主去開會，每户(hù)一張單。"
    original = "各户按户籍登记，用户说报税要快，户主去开会，每户一张单。"
    assert restore(shown).text == original


@pytest.mark.parametrize(
    "original",
    [
        *("著名作家的著作", "乾隆年间", "瞭望塔", "覆盖全疆", "借着灯光", "沿着公路", "显著成效"),
        *(
            "《本巴》，刘亮程著，新书首发",
            "《本巴》</p><p>刘亮程 著</p><p>会议",
            "读完《本巴》，静静地想着，眼泪落下来",
            "他著有《本巴》等书，著有多部小说",
            "存在着有利条件，跟着有经验的人走",
        ),
    ],
)
@pytest.mark.parametrize("script", SCRIPTS)
def test_a_character_that_both_scripts_have_keeps_what_the_original_had(
    original: str, script: str
) -> None:
    text = f"会议指出，{original}。"
    annotated = {"會": "huì", "議": "yì"}
    assert restore(damage(text, annotated, script=script)).text == text


@pytest.mark.parametrize(
    ("shown", "original", "choices"),
    [
        (
            "會(huì)上發布若乾措施，乾部群眾說餅乾可口。什麽都好",
            "会上发布若干措施，干部群众说饼干可口。什么都好",
            4,
        ),
        ("會(huì)上說乾隆年間的乾坤，陳乾說", "会上说乾隆年间的乾坤，陈乾说", 3),
        ("會(huì)上幹部說乾椒好。", "会上干部说乾椒好。", 0),
        (
            "會(huì)上聽取瞭匯報，瞭解瞭情況，登上瞭望塔，一目瞭然",
            "会上听取了汇报，了解了情况，登上瞭望塔，一目了然",
            5,
        ),
        ("會(huì)上聽取了匯報，瞭望塔上有瞭望員。", "会上听取了汇报，瞭望塔上有瞭望员。", 0),
        ("會(huì)上借火把，摺疊床打摺銷售", "会上借火把，折叠床打折销售", 2),
        ("會(huì)上憑藉優勢，聲名狼藉、慰藉心靈", "会上凭借优势，声名狼藉、慰藉心灵", 3),
        # What was turned back shows which table made the page.
        ("會(huì)上採用乾播濕出技術。", "会上采用乾播湿出技术。", 1),
        ("會(huì)上採用瞭乾播濕出技術。", "会上采用了干播湿出技术。", 2),
        ("會(huì)上聽取瞭匯報，乾隆年間", "会上听取了汇报，乾隆年间", 2),
        # One 了 in five is bytes out of step that look like it.
        ("會(huì)上到瞭，看瞭，聽瞭，走瞭，了", "会上到了，看了，听了，走了，了", 4),
        # A page that shows 着 is of a mirror that puts 著 for nothing.
        ("會(huì)上他看着書，譯著很多，合著三本。", "会上他看着书，译著很多，合著三本。", 2),
        ("西寜的會(huì)上說榖雨", "西宁的会上说谷雨", 0),
    ],
)
def test_a_character_of_both_scripts_is_turned_back_where_only_its_other_sense_fits(
    shown: str, original: str, choices: int
) -> None:
    restored = restore(shown, mirrored=True)
    assert restored.text == original
    assert restored.guessed == choices


@pytest.mark.parametrize("size", [50, 0.1, 0.5])
@pytest.mark.parametrize("script", SCRIPTS)
def test_paragraphs_come_back_exactly_when_private_characters_are_kept(
    size: int | float, script: str
) -> None:
    common = "".join(NEWS) if isinstance(size, int) else None
    for seed in range(4):
        annotated = draw_set(size, seed, script=script, common_in=common)
        shown = damage("\n\n".join(NEWS), annotated, script=script)
        paragraphs = re.split(f"(?:\n|{LOST})\n", restore(shown, mirrored=True).text)
        for found, original in zip(paragraphs, NEWS, strict=True):
            if LOST not in found:
                assert found == original


@pytest.mark.parametrize("sign", ["€", "?", "\x80", "\ufffd"])
def test_the_lone_byte_80_is_read_however_it_is_shown(sign: str) -> None:
    text = "从下个月起，每个人都少排一点碳。"
    shown = damage(text, {"總": "zǒng"})
    assert shown == "從下個月起，每?zǒng)€人都少排一點碳。"
    restored = restore(shown.replace("€", sign))
    assert (restored.text, restored.lost) == (text, 0)


@pytest.mark.parametrize("annotated", [{"詫": "chà"}, {"詫": "chà", "銅": "tóng"}])
def test_a_euro_may_be_the_pair_of_two_characters(annotated: dict[str, str]) -> None:
    text = "在编辑器层部分，可以将铜层指定为信号层。"
    shown = damage(text, annotated)
    assert "€~" in shown
    assert restore(shown, mirrored=True).text == text
    byte = "大约每个~五个为一组，还有每个y轴上的点。"
    assert restore(damage(byte, {"總": "zǒng"}), mirrored=True).text == byte


def test_a_euro_that_can_not_be_a_byte_is_the_pair_of_two_characters() -> None:
    text = "主要分为司法信息、电商信息、银行卡信息"
    shown = damage(text, {"饕": "tāo"})
    assert shown == "主?tāo)\ue016譃樗痉ㄐ畔ⅰ㈦娚绦畔ⅰ€y行卡信息"
    restored = restore(shown, mirrored=True)
    assert (restored.text, restored.lost) == (text, 0)


@pytest.mark.parametrize("letter", ["A", "z", "@", "~"])
@pytest.mark.parametrize("keep_private", [True, False])
def test_a_letter_that_was_taken_for_a_second_byte_ends_the_run(
    letter: str, keep_private: bool
) -> None:
    text = f"会议上当地{letter}级官员说明"
    shown = damage(text, {"數": "shù", "會": "huì"}, keep_private=keep_private)
    assert "?shù)" in shown
    assert letter not in shown
    restored = restore(shown)
    assert (restored.text, restored.lost) == (text, 0)


def test_an_annotation_behind_an_ascii_second_byte_is_taken_out() -> None:
    text = "欢迎在评论区留言~会议"
    shown = damage(text, {"詞": "cí", "會": "huì", "議": "yì"})
    assert "~(cí)" in shown
    assert restore(shown).text == text


def test_an_ascii_character_is_a_full_width_one_where_all_that_follows_is_likelier_so() -> None:
    shown = (
        "就語(yǔ)音而言,蘄春可分為南北兩個(gè)方言片,當(dāng)?shù)厝朔Q蘄南即縣城漕河鎮(zhèn)以南為下半縣,"
        "蘄北即縣城漕河鎮(zhèn)以北為上半縣"
    )
    assert "当地人称蕲南即县城" in restore(shown).text
    shown = (
        "權(quán)利要求書提供了該專利申請(qǐng)或?qū)@?qǐng)求保護(hù)的技術(shù)特征范圍,"
        "是確定專利權(quán)"
    )
    assert "专利申请或专利请求保护的技术特征" in restore(shown).text


def test_a_reading_behind_a_byte_that_nothing_shows_is_no_part_of_what_is_shown_before_it() -> None:
    shown = "新鮮時(shí)軟,煮熟后更軟?诟屑(xì)嫩,風(fēng)味特殊,是一種營養(yǎng)豐富的食用菌。"
    assert restore(shown).text == "新鲜时软,煮熟后更软。口感细嫩,风味特殊,是一种营养丰富的食用菌。"


def test_a_character_may_stand_bare_though_its_turn_came_before_the_one_that_split_it() -> None:
    # 打實 holds 驅 F2 8C, whose code is higher than that of 實, 8C 8D: the mirror went by another
    # order than that of the codes.
    shown = "以實(shí)打?qū)嵉墓ぷ魍苿?dòng)項(xiàng)目建設(shè)出實(shí)績(jī)。"
    assert restore(shown).text == "以实打实的工作推动项目建设出实绩。"


def test_a_character_may_carry_a_reading_though_what_split_it_had_the_lower_code() -> None:
    # 寫 8C 91, across 媽 and 應, comes before 應 91 AA, which is annotated all the same.
    shown = "這(zhè)時(shí)媽媽?xiě)?yīng)該休息，也應(yīng)該讀書(shū)。"
    assert restore(shown).text == "这时妈妈应该休息，也应该读书。"


def test_a_character_that_stands_bare_out_of_turn_may_be_likelier_than_one_that_reads_badly() -> (
    None
):
    # 或對 holds 驅 F2 8C, whose code is higher than that of 對, 8C A6; or 蛐 F2 D0, and then 笑.
    shown = "將對(duì)木材征收關(guān)稅,其中或?qū)θ橹破氛魇瞻俜种?對(duì)等關(guān)稅"
    assert restore(shown).text.startswith("将对木材征收关税,其中或对乳制品征收")


def test_a_reading_that_the_byte_before_it_can_not_carry_is_read_by_what_is_around_it() -> None:
    shown = "夫妻共同財(cái)產(chǎn)不足清償?shù)?，或?cái)產(chǎn)歸各自所有的,由雙方協(xié)議清償"
    restored = restore(shown)
    assert (
        restored.text.replace("，", ",")
        == "夫妻共同财产不足清偿的,或财产归各自所有的,由双方协议清偿"
    )
    assert restored.guessed


@pytest.mark.parametrize(
    ("text", "annotated"),
    [
        # 孩 lies across ： and ①, 虎 across ； and ②, and each shares its reading with another.
        ("应尽快就医：①持续高热；③呼吸困难", {"孩": "hái"}),
        ("应尽快就医：①持续高热；②呼吸困难", {"虎": "hǔ"}),
    ],
)
def test_a_number_in_a_circle_is_told_from_other_signs(
    text: str, annotated: dict[str, str]
) -> None:
    shown = damage(text, annotated)
    assert "?" in shown
    assert restore(shown, mirrored=True).text == text


@pytest.mark.parametrize(
    ("original", "annotated"),
    [
        # The second byte of ， and the first of 数 are 瑪, so the step breaks right behind a comma.
        ("春天，牧道上有羊群，数一数有三百只，都是今年的。", {"瑪": "mǎ"}),
        # The second byte of Ｄ and the first of 卡 are 目.
        ("请大家凭ＩＤ卡进站，由工作人员引导，不要拥挤。", {"目": "mù", "員": "yuán"}),
        # Out of step, 常 and what follows hold a letter or a digit of full width.
        ("因为非常想去，他们连夜动身，天亮才到。", {"驗": "yàn", "們": "men"}),
        ("因为常把羊群赶到河边，他认得，每一块石头。", {"驗": "yàn"}),
    ],
)
def test_a_copy_that_has_made_ascii_of_full_width_characters_comes_back(
    original: str, annotated: dict[str, str]
) -> None:
    shown = damage(original, annotated).translate(NARROW)
    assert "?" in shown
    assert restore(shown, mirrored=True).text.translate(NARROW) == original.translate(NARROW)


INLINE = [
    "<b>{}</b>",
    '<span style="font-family: 宋体; font-size: 12pt;">{}</span>',
    '<strong><font color="#000000">{}</font></strong>',
    '<a href="http://www.ts.cn/xwzx/" target="_blank">{}</a>',
    '{}<kbd id="s7isi"></kbd>',
    "{}<!-- 6fatj -->",
    "{}<br>",
]


# In each, what is annotated lies across the last two characters before the markup or the end of it.
@pytest.mark.parametrize("inline", INLINE)
@pytest.mark.parametrize(
    ("before", "inside", "after", "annotated"),
    [
        ("他是", "著", "名作家", {}),
        ("沿", "着", "公路前进", {}),
        ("自治区水", "利厅一级巡", "视员", {"壯": "zhuàng"}),
        ("克拉玛", "依油", "田", {"烙": "lào"}),
        ("新疆维", "吾尔自", "治区", {"栕": "zhēn"}),
    ],
)
def test_a_line_is_read_across_the_markup_in_it(
    inline: str, before: str, inside: str, after: str, annotated: Mapping[str, str]
) -> None:
    text = f"<p>会议开始。</p><p>{before}{inline.format(inside)}{after}</p>"
    annotated = {"會": "huì", "議": "yì", **annotated}
    assert restore(damage(text, annotated)).text == text


LONG = "記者從自治區氣象部門獲悉，未來三天全區多雲間晴，氣溫變化不大，運輸單位應當檢查車輛。" * 4


@pytest.mark.parametrize(
    "shown",
    [
        "後(hòu)來水庫修好了",
        "末班車延後(hòu)至23:00。",
        "8月的一天，冰舌表面覆蓋著(zhe)碎石，隊員後(hòu)來歸隊。",
        LONG + "門票預(yù)訂。",
        LONG + "他們領導(dǎo)專(zhuān)家組。",
        LONG + "開會(huì)。" + LONG + "會(huì)議。" + LONG + "大會(huì)",
        LONG + "下(xià)雪了(le / liǎo / liào)",
        "生產制(zhì)度里(lǐ)國家規(guī)定了製造的内容，會(huì)議説明這个问题。",
        "他說：“這是「節(jié)約」的會(huì)議，國家規(guī)定了環(huán)境標準。”",
        LONG + "請(qǐng)說(shuō)話(huà)，見(jiàn)題(tí)。" + 6 * LONG + "儀器在平台(tái)上",
    ],
)
def test_few_annotations_on_changed_characters_show_a_mirror_in_traditional_text(
    shown: str,
) -> None:
    restored = restore(shown)
    assert restored.annotations == shown.count("(")
    assert "(" not in restored.text


TONES_AS_DIGITS = [
    ("這", "zhe", 4),
    ("些", "xie", 1),
    ("孩", "hai", 2),
    ("子", "zi", ""),
    ("們", "men", ""),
    ("看", "kan", 4),
    ("了", "le", ""),
] * 4


@pytest.mark.parametrize(
    ("text", "annotated"),
    [
        ("会议说，所以对这种新闻，我们一直关心。", {"會": "huì", "詫": "chà"}),
        ("会议说，因为主角了几千年了。我们做主角，不会这样。", {"會": "huì", "藥": "yào"}),
    ],
)
@pytest.mark.parametrize("keep_private", [True, False])
def test_a_pair_that_a_reader_shows_as_a_question_mark_is_none_that_was_eaten(
    text: str, annotated: Mapping[str, str], keep_private: bool
) -> None:
    # A6 DF lies across 對 8C A6 and 這 DF 40, A7 C4 across 千 C7 A7 and 年 C4 EA.
    shown = damage(text, annotated, undefined="?", keep_private=keep_private)
    restored = restore(shown)
    assert restored.text == text
    assert restored.lost == 0
    assert restored.guessed


def test_one_word_of_a_sentence_between_marks_again_and_again_makes_no_list() -> None:
    text = "政府出臺政策，讓(ràng)“好日子”更好，讓(ràng)“新生活”更新。"
    assert restore(text).text == "政府出台政策，让“好日子”更好，让“新生活”更新。"


def test_a_reading_that_ends_a_run_behind_a_mark_that_nothing_else_shows_belongs_to_it() -> None:
    # 水。” lost AE A1, which a copy shows as a question mark, as it does the last byte of 們.
    shown = "現(xiàn)在有干淨(jìng)的自?yǒng)硭?！贝迕駛(shǐ)?men)高興地說(shuō)。"
    assert restore(shown).text == "现在有干净的自来水。”村民们高兴地说。"


UNTOUCHED = [
    "",
    "今天上午，自治区召开会议。参会的有多少人?大家都说好!",
    "行(xíng)走在路上，银行(háng)的门开了。",
    "學習國語：行(xíng)走、銀行(háng)、行(xíng)為，行人在行列中行走。",
    "學(xué)生(shēng)漢(hàn)語(yǔ)課(kè)本(běn)",
    "臺灣新聞網(Taiwan)報導，總統府(Office)發言人表示，這項政策將於明年實施?",
    "崔顥(hào)是唐朝詩人。",
    "張(zhang)先生在餐廳(can)打工，英國(he)和法國(she)的朋友都來了。",
    LONG + "張(zhang)先生來了。",
    "公司(si)、學校(xiao)、圖書館(guan)，皆為(wei)漢語拼音之例，學習漢語拼音者，宜多練習。",
    "他說：「真的嗎？」我答：「對(duì)。」",
    LONG + "匈奴的單(shàn)于來了。",
    LONG + "唐朝詩人崔顥(hào)。",
    LONG + "冒(mò)頓單(shàn)于。",
    LONG + "「滑稽」的「稽」讀雞(jī)，「導遊」的導讀導(dǎo)。",
    "重(zhòng)慶和樂(lè)山都在四川盆地，行(xíng)政區劃各不相同。銀行(háng)很多。",
    "這裡的行(xíng)字怎麼讀？",
    "媽(mā)麻(má)馬(mǎ)罵(mà)",
    "阿瞞(mán)是沛國譙(qiáo)縣人，東漢末年的政治家、軍事家、文學家、書法家。",
    "歡迎來到龜茲故地。吐谷渾(tǔyùhún)與冒頓(mòdú)單于(chányú)的故事。",
    # A list of words, each with the reading of one of its characters.
    "易讀錯的字：氛(fēn)圍、潛(qián)力、符(fú)合、質(zhì)量、暫(zàn)時、友誼(yì)。",
    # A lesson of words, some of which are one character.
    "這(zhè)是老師(lǎoshī)，我們(wǒmen)一起(yìqǐ)看書(kàn shū)，會(huì)說(shuō)話。",
    # The readings of words, of which the last character has no tone.
    "老師說：「桌子(zhuōzi)上有什麼(shénme)東西？」我們(wǒmen)說：「衣服(yīfu)。」",
    "香港特區政府宣布，新措施將於下月生效。市民可瀏覽 https://www.gov.hk/tc/?q=a%20(b)",
    "He (the man) asked: why?an) and (men) went; is it (a) or (b)?",
    "function f(a){return a?b(a):c(a)} // (xíng) ?x:y",
    '<a href="/s?wd=(an)&p=1" title="(men)">首页</a>',
    "你好😀，天气不错\ue123\uf8ff，𠮷野家",
    "拼音：nǐ hǎo (xíng)，ma (yī)",
    "會(huì)、環(huán)、區(qū)、議(yì)",
    "1.會(huì) 2.環(huán) 3.區(qū)",
    "<td>會(huì)</td><td>環(huán)</td>",
    "生字：緩(huǎn)。",
    "這個字讀作會(huì)。",
    "".join(f"{c}({c_read}{tone})" for c, c_read, tone in TONES_AS_DIGITS),
    # Names of rare characters, quotes of Taiwan, and 制 beside 製, which no mirror writes.
    "記者會上，李翀(chōng)、張龘(dá)與王驍(xiāo)、陳頲(tǐng)將說明新的會議環境。",
    "校方說明，「樂(yuè)團」的會議將(jiāng)於週末召開，歡迎與(yù)會者發問。",
    "製造業的制度將(jiāng)改變，會議調(tiáo)整了與(yǔ)環境有關的規劃。",
    # One character, of which the page tells how it is read.
    "這個字讀作會(huì)：會(huì)議、會(huì)合、機會(huì)。",
    # The old forms of characters beside the new ones.
    "学(xué)校旧时写作學(xué)校，国(guó)家旧时写作國(guó)家。",
    # Characters of both scripts that tables change, and Traditional ones in a Simplified text.
    "古人把音阶分为宫、商、角、徵(zhǐ)、羽五声。",
    to_simplified(LONG) + "匾上写着“愛(ài)莲”二字。",
    # A word in brackets that may be a reading, and several readings of a character without tones.
    "".join(f"張(zhang)先生第{number}次到餐廳打工。" for number in "一二三四五六七八九十"),
    "銀行(hang)和行(xing)走，快樂(le)和音樂(yue)，成長(zhang)和長(chang)短，重(zhong)要和重(chong)複，"
    "覺(jue)得和睡覺(jiao)，還(hai)有和還(huan)書，都(dou)市不都(du)。" + LONG,
    # Rare names among common ones that are read otherwise than these mostly are.
    6 * LONG
    + "會(kuài)稽、樂(yuè)毅、員(yùn)半千、龜(qiū)茲、葉(shè)公、崔顥(hào)、阿瞞(mán)、譙(qiáo)。",
    # Notes on the rare characters of a poem.
    "鬢髮蒼蒼，鸞鏡塵封，鵑啼鷗泛，颻颻鶴影，蘼蕪滿徑，鴛鴦瓦冷，鷓鴣聲斷，氍毹舞罷，瓊漿酹月，饕餮鐫鼎。"
    "鬢(bìn)髮也。鸞(luán)鳥也。鏡(jìng)子也。鵑(juān)鳥也。鷗(ōu)鳥也。颻(yáo)動也。鶴(hè)鳥也。蘼(mí)草也。"
    "蕪(wú)草也。鴛(yuān)鳥也。鷓(zhè)鳥也。氍(qú)毯也。瓊(qióng)玉也。饕(tāo)貪也。餮(tiè)貪也。鐫(juān)刻也。",
    # Tags that have annotations, too.
    '<p>對(duì)子、對(duì)詩、樂(yuè)句。</p><img alt="對(duì)子、對詩、對子、對話、對門、對面">',
    "鴞(xiāo)在夜裡鳴叫。鴞(xiāo)的眼睛很大，鴞(xiāo)的羽毛很軟，農民說它是益鳥。",
    LONG + "唐朝詩人崔顥(hào)。這個字怎麼念?niàn)對嗎",
    "\ud800\udfff?qǐng)",
    "?qǐng)",
]


@pytest.mark.parametrize("text", UNTOUCHED)
def test_text_that_no_mirror_touched_comes_back_unchanged(text: str) -> None:
    assert restore(text) == Restored(text, 0, 0, 0, 0)


def test_told_that_a_page_is_not_mirrored_it_leaves_the_page_alone() -> None:
    shown = "新疆日?qǐng)?bào)"
    assert restore(shown, mirrored=False) == Restored(shown, 0, 0, 0, 0)


def test_addresses_scripts_and_brackets_on_a_mirrored_page_are_left_alone() -> None:
    ascii_parts = (
        '<a href="https://m.euiu.cn/s?wd=(an)&x=1">',
        "<script>var a=b?c(d):e(f);if(x){y(men)}</script>",
        "</a>",
    )
    text = "会议（第三次）(China Daily)是否召开?{}天山网{}新疆日报{}(men)好"
    text = text.format(*ascii_parts)
    shown = damage(text, {"會": "huì", "議": "yì", "網": "wǎng", "開": "kāi", "報": "bào"})
    assert restore(shown).text == text


@pytest.mark.parametrize("keep_private", [True, False])
def test_restoring_twice_is_restoring_once(keep_private: bool) -> None:
    for seed in range(6):
        shown = damage("\n".join(NEWS), seed=seed, keep_private=keep_private)
        once = restore(shown, mirrored=True).text
        assert restore(once).text == once
        assert restore(once, mirrored=True).text == once


PIECES = st.sampled_from(
    [
        *(
            "?qǐng)",
            "(huì)",
            "?",
            "(",
            ")",
            "會",
            "議",
            "日",
            "€",
            "\ufffd",
            "\ue123",
            "T",
            "<",
            "\n",
            "a",
        ),
        *("?！", "?，", "?。", "！", "!", ",", "，", "O", "按", "。", "”", "常", "會,會", "\ufffd"),
    ]
)


@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=40).map("".join)))
@example("?qǐng)會,會")
@settings(max_examples=100, deadline=None)
def test_nothing_makes_it_raise_and_twice_is_once(text: str) -> None:
    for mirrored in (None, True, False):
        restored = restore(text, mirrored=mirrored)
        counts = (restored.annotations, restored.repaired, restored.lost, restored.guessed)
        assert min(counts) >= 0
    once = restore(text).text
    assert restore(once).text == once


@st.composite
def _damaged(draw: st.DrawFn) -> tuple[str, str]:
    rng = random.Random(draw(st.integers(0, 10**6)))
    sentences = rng.sample(NEWS, k=rng.randint(1, 4))
    tags = ["<p>", "</p>", "<b>", "</b>", "\n", "<br/>", '<img src="a.png" alt="x">', ""]
    html = "".join(f"{rng.choice(tags)}{s}{rng.choice(tags)}" for s in sentences) + "</html>"
    script = rng.choice(SCRIPTS)
    pool = differing(script)
    annotated = draw_set(rng.choice([20, 200, len(pool) // 2]), rng.randint(0, 99), script=script)
    return html, damage(html, annotated, script=script)


@given(_damaged())
@settings(max_examples=30, deadline=None)
def test_html_comes_back_but_for_what_is_flagged(pair: tuple[str, str]) -> None:
    html, shown = pair
    restored = restore(shown, mirrored=True)
    found = restored.text
    assert len(found) == len(html)
    assert [(a, b) for a, b in zip(found, html, strict=True) if a not in (b, LOST)] == []
    assert found.count(LOST) == restored.lost


def _calls(text: str) -> int:
    # Counted instead of time, so that a busy machine can't fail a test.
    count = 0

    def trace(*_: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(trace)
    try:
        restore(text, mirrored=True)
    finally:
        sys.setprofile(None)
    return count


def test_time_grows_with_the_length_of_one_run_and_no_faster() -> None:
    # Each character of it goes with neither neighbour, so something may be lost in any.
    _, small, large = (_calls(f"日?qǐng){'一' * number}Z") for number in (2, 1000, 4000))
    assert large < 5 * small


def test_time_grows_with_the_length_and_no_faster() -> None:
    for piece in (
        "日?qǐng)",
        "?qǐng)",
        "會(huì)",
        "日?qǐng)日",
        "(((((",
        "?！",
        "?，F",
        '<a b="?qǐng)',
    ):
        restore(piece * 50, mirrored=True)
        small, large = _calls(piece * 40), _calls(piece * 160)
        assert large < 5 * small + 2000, piece


def test_a_text_is_searched_but_once_for_how_its_lines_end() -> None:
    searches = 0

    class Watched(str):
        def __contains__(self, piece: object) -> bool:
            nonlocal searches
            searches += 1
            return super().__contains__(str(piece))

    text = Watched("說\n" * 9)
    around = Surroundings(text)
    assert {around.forced(at, lambda _: "說") for at in range(1, len(text), 2)} == {""}
    assert searches == 1


def test_the_readings_that_are_shipped_are_those_of_the_pinned_pypinyin() -> None:
    assert READINGS_FILE.read_text(encoding="utf-8") == readings_table()


def test_the_table_of_pairs_has_the_end_of_every_word() -> None:
    following = {}
    for line in PAIRS_FILE.read_text(encoding="utf-8").splitlines():
        first, _, seconds, _, in_words = line.split("\t")
        following[first] = {*seconds, *in_words}
    endings = {word[-2:] for word in words().logs if len(word) > 1}
    assert len(endings) > 100_000
    assert not [ending for ending in endings if ending[1] not in following[ending[0]]]
    assert {ending[1] for ending in endings} <= following.keys()


def test_what_may_become_one_character_is_what_the_table_of_pairs_has() -> None:
    assert MERGED_FILE.read_text(encoding="utf-8") == merged_table()


def test_importing_it_loads_no_dictionary() -> None:
    program = (
        "import sys, json, tsnet.text.mirror\n"
        "print(json.dumps(sorted({m.split('.')[0] for m in sys.modules})))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    loaded = set(json.loads(done.stdout))
    assert not loaded & {"jieba", "pypinyin", "scrapy", "numpy"}


def test_a_mirror_may_annotate_only_what_readers_see() -> None:
    text = "天山網(wǎng)訊(xùn) 過(guò)去這裏是一片鹽碱地，天山網(wǎng)的記(jì)者到了現場。"
    bare = "天山網訊 過去這裏是一片鹽碱地"
    for unread in (f"<meta name=description content={bare}>", f"<script>t='{bare}'</script>"):
        restored = restore(f"{unread}<p>{text}</p>").text
        assert restored.endswith("<p>天山网讯 过去这里是一片盐碱地，天山网的记者到了现场。</p>")
