"""Undoing the mirror's damage: the examples of the site facts, the seed, and what must stay."""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

import opencc
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pypinyin import Style, pinyin

from tests.damage import SCRIPTS, damage, differing, draw_set, script_table
from tsnet.text.build_language import PAIRS_FILE
from tsnet.text.build_merged import MERGED_FILE, merged_table
from tsnet.text.build_readings import READINGS_FILE, readings_table
from tsnet.text.doubt import Choice
from tsnet.text.eaten import Surroundings
from tsnet.text.gbk import LOST
from tsnet.text.likelihood import words
from tsnet.text.mirror import Restored, restore
from tsnet.text.script import to_simplified

NARROW = {code + 0xFEE0: code for code in range(0x21, 0x7F)}

SEED = Path(__file__).parent / "seed"

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


def test_several_readings_and_any_character_are_undone_when_the_page_is_known_to_be_mirrored() -> (
    None
):
    shown = "人(rén)民爲(wéi / wèi)本，一(yī / yì /yí)切"
    assert restore(shown, mirrored=True).text == "人民为本，一切"


def test_a_mirror_that_annotates_any_character_with_all_its_readings_is_undone() -> None:
    wrong = paragraphs = 0
    for seed, script in enumerate(SCRIPTS * 3):
        annotated = draw_set(
            60,
            seed,
            script=script,
            common_in="".join(NEWS),
            any_character=True,
            style="several",
        )
        found = restore(damage("\n\n".join(NEWS), annotated, script=script)).text
        for one, original in zip(re.split(f"(?:\n|{LOST})\n", found), NEWS, strict=True):
            if LOST not in one:
                paragraphs += 1
                wrong += one != original
    assert paragraphs > 60
    assert wrong == 0


def test_what_a_mirror_that_annotates_any_character_put_in_by_itself_may_stand_bare() -> None:
    annotated = draw_set(60, 1, common_in="".join(NEWS), any_character=True, style="several")
    shown = damage("\n\n".join(NEWS), annotated)
    spam = "\n".join(c for c in annotated if c in "".join(NEWS))
    assert restore(f"{shown}\n{spam}").text == f"{restore(shown).text}\n{spam}"


def _annotated_in_places(text: str, places: Collection[int]) -> str:
    shown = text.translate(script_table("site"))
    return "".join(
        f"{c}({pinyin(c, style=Style.TONE)[0][0]})" if at in places else c
        for at, c in enumerate(shown)
    )


def test_a_mirror_that_annotates_here_and_there_is_found_and_undone() -> None:
    text = "".join(NEWS) * 2
    places = [at for at in range(5, len(text), 17) if "一" <= text[at] <= "龥"]
    shown = _annotated_in_places(text, places)
    assert shown.count("(") >= 20
    assert restore(shown).text == text


def test_a_mirror_that_leaves_out_the_tone_here_and_there_is_found_and_undone() -> None:
    text = "".join(NEWS) * 5
    places = [at for at in range(3, len(text), 3) if "一" <= text[at] <= "龥"]
    shown = _annotated_in_places(text, places)
    half = iter(range(shown.count("(")))
    shown = re.sub(r"\([^)]+\)", lambda found: _without_tone(found[0], next(half) % 2 > 0), shown)
    restored = restore(shown)
    assert restored.text == text
    assert restored.annotations == shown.count("(")


def _without_tone(bracket: str, really: bool) -> str:
    letters = unicodedata.normalize("NFD", bracket).encode("ascii", "ignore").decode()
    return letters if really else bracket


@pytest.mark.parametrize("times", [2, 10])  # characters are counted otherwise in a long text
def test_what_is_explained_where_it_first_stands_stays(times: int) -> None:
    text = "".join(NEWS) * times
    places = {text.index(c): c for c in text if "一" <= c <= "龥" and text.count(c) > 2}
    shown = _annotated_in_places(text, list(places)[::2])
    assert shown.count("(") >= 20
    assert restore(shown).text == shown


def test_readings_without_tones_are_undone() -> None:
    annotated = {"會": "hui", "議": "yi", "綠": "lv", "傳": "chuan", "續": "xu", "責": "ze"}
    text = "会议传递绿色发展理念，坚持防控责任制，严控烟花爆竹燃放，持续推进。会议传达会议精神。"
    shown = damage(text, annotated)
    assert "?ze)" in shown
    assert restore(shown).text == text


def test_a_reading_without_a_tone_that_breaks_the_step_anew_is_no_word() -> None:
    assert restore("新疆日?qing)?bao)", mirrored=True).text == "新疆日报"
    text = "会议说，新疆日报的记者认真学习，开阔眼界，转变观念，报道见于新疆日报。"
    annotated = {"說": "shuo", "請": "qing", "報": "bao", "習": "xi", "開": "kai", "會": "hui"}
    assert restore(damage(text, annotated | {"轉": "zhuan"}), mirrored=True).text == text


@pytest.mark.parametrize("between", ["\xa0/\xa0", "&nbsp;/&nbsp;", "/ "])
def test_readings_may_be_parted_by_spaces_of_any_kind(between: str) -> None:
    shown = f"會(huì{between}kuài)議為(wéi{between}wèi)民，開會(huì{between}kuài)傳(chuán)達"
    assert restore(shown).text == "会议为民，开会传达"


def test_many_readings_in_one_bracket_are_taken_out() -> None:
    shown = "修水庫那(nà / nā / nuó / nuò / nèi / nǎ / něi / né / nǎi / nè)年，開(kāi)會(huì)。"
    assert restore(shown).text == "修水库那年，开会。"


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


def test_a_rare_character_that_could_stand_there_as_well_makes_it_a_guess() -> None:
    # 鲣, 鰹 and 鰜 are read so and begin with F6, so 湟, 佉 and one more may follow 出.
    # The private-use character shows that none was lost.
    restored = restore("會(huì)議上辨識出?jiān)冶R文\ue000", mirrored=True)
    assert restored.guessed == 1
    assert restored.doubtful == (Choice("上辨识出", "佉卢", "文"),)


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


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_page_whose_runs_read_well_is_not_taken_to_have_lost_private_characters(
    script: str,
) -> None:
    seen = 0
    for seed in range(40):
        text = NEWS[seed % len(NEWS)]
        shown = damage(text, draw_set(0.3, seed, script=script), script=script)
        restored = restore(shown, mirrored=True)
        if re.search("[\ue000-\uf8ff]", shown) or not restored.repaired or restored.lost:
            continue
        seen += 1
        assert restored.text == text
    assert seen >= 5


def test_nearly_all_paragraphs_come_back_exactly_when_private_characters_are_lost() -> None:
    wrong = paragraphs = 0
    for size in (50, 0.1, 0.5):
        for seed, script in enumerate(SCRIPTS * 4):
            common = "".join(NEWS) if isinstance(size, int) else None
            annotated = draw_set(size, seed, script=script, common_in=common)
            shown = damage("\n\n".join(NEWS), annotated, script=script, keep_private=False)
            found = re.split(f"(?:\n|{LOST})\n", restore(shown, mirrored=True).text)
            for one, original in zip(found, NEWS, strict=True):
                if LOST not in one:
                    paragraphs += 1
                    wrong += one != original
    assert paragraphs > 250
    assert wrong <= 0.02 * paragraphs


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


@pytest.mark.parametrize(
    ("shown", "original"),
    [
        # An annotation that is shown whole says which character it belongs to.
        ("刑偵?shān)M(zǔ / qū)在(zài)第一時間趕到(dào)現場", "刑侦组在第一时间赶到现场"),
        ("他們在塔下?lù)N(zhǒng)了一畦菜：小蔥(cōng)、菠菜", "他们在塔下种了一畦菜：小葱、菠菜"),
        # What breaks the step again says which second byte came before it.
        ("但是後來(lài)他(tuó)們的?nǎi)?mù)?kāng)淖?biàn)了(liào)。", "但是后来他们的目的变了。"),
        # A neighbour that is in doubt itself is not the edge of a paragraph.
        (
            "各個國(guó)家?yì)?zhōng)又有相應的(dí)若干神(shēn)殿。",
            "各个国家之中又有相应的若干神殿。",
        ),
        # A letter of another script is no likelier there than on the rest of the page.
        ("一(yí)般在(zài)每年(nián)流(liú)感?xiè)镜?dào)來之(zhū)前", "一般在每年流感季到来之前"),
    ],
)
def test_a_place_that_bytes_leave_open_holds_what_all_around_it_allows(
    shown: str, original: str
) -> None:
    assert restore(shown, mirrored=True).text == original


def test_a_character_that_the_mirror_would_have_annotated_first_is_not_guessed() -> None:
    text = "多数会议今年春灌面积280万亩"
    shown = damage(text, {"多": "duō", "會": "huì", "汗": "hàn"})
    # 汗 BA B9 lies across 春灌. Had 春 BA been followed by 多 B6 E0, that had come before BA B6.
    assert "春?hàn)" in shown
    assert "春多" not in restore(shown).text


@pytest.mark.parametrize(
    ("shown", "original"),
    [
        (
            "中國特色社會(huì)主義新疆,?！钡谌沃醒胄陆ぷ髯剷?huì)",
            "中国特色社会主义新疆,。”第三次中央新疆工作座谈会",
        ),
        (
            "發(fā)表重要講話,?？倳浀闹v話立意高遠(yuǎn)、思想深邃",
            "发表重要讲话,。总书记的讲话立意高远、思想深邃",
        ),
        ("<p>他說(shuō)，是用腳走出來的?！?/p>", "<p>他说，是用脚走出来的。”</p>"),
        (
            "他說(shuō)：“這是什么?！”大家都笑了。會(huì)議繼續",
            "他说：“这是什么?！”大家都笑了。会议继续",
        ),
        (
            "學(xué)生有主動(dòng)權(quán),要交給學(xué)生??稍趯?shí)行的過程中總是受到影響",
            "学生有主动权,要交给学生。可在实行的过程中总是受到影响",
        ),
        (
            "不同的國家,對計算機網(wǎng)絡(luò)有著不同的界定?;\\統(tǒng)地說,是一個復(fù)合系統(tǒng)",
            "不同的国家,对计算机网络有着不同的界定。笼统地说,是一个复合系统",
        ),
        # The copy has left one mark that is out of step as it was.
        (
            "應用開發(fā)更簡單,服務的獲取和使用更便捷?；镜霓k法,我們沒有改,系統(tǒng)、規(guī)定和辦法都和從前一樣",
            "应用开发更简单,服务的获取和使用更便捷。基本的办法,我们没有改,系统、规定和办法都和从前一样",
        ),
        ("真的嗎?？他問(wèn)艾爾肯。", "真的吗?？他问艾尔肯。"),
        (
            "路該怎么修,問題怎么破解??縣里的辦(bàn)法是先修路",
            "路该怎么修,问题怎么破解??县里的办法是先修路",
        ),
        ("哪里的鵝喉羚?？鵝喉羚在這(zhè)里。", "哪里的鹅喉羚?？鹅喉羚在这里。"),
    ],
)
def test_a_mark_across_two_characters_is_undone_and_a_question_mark_before_a_mark_stays(
    shown: str, original: str
) -> None:
    assert restore(shown, mirrored=True).text == original


@pytest.mark.parametrize(
    "original",
    [
        "货车在国道上堵了一夜。现在路通了。",
        "“这次来，我们带了三十台拖拉机。”据合作社的社长说。",
        "《大漠边关》不可以带走。可以在馆里看。",
        "这是现行的做法。基本的办法，我们没有改。",
        "　　（本报记者李娜）巴扎上的人又多了。",
        # The step is broken again by the mark behind the character.
        "他说，“这趟车开到喀什。”，便挂了电话。",
        # The mark that breaks it again is broken itself.
        "货车司机说：“‘好。’‘知道了。’《诗经》里的话，人人会背。”",
    ],
)
@pytest.mark.parametrize("annotated", [{"貨": "huò", "現": "xiàn", "據": "jù"}, {"説": "shuō"}])
def test_a_text_that_was_cut_before_marks_comes_back(
    original: str, annotated: dict[str, str]
) -> None:
    shown = damage(original, annotated, cut_before="。，！？；")
    assert re.search("\\?[。，！？；]", shown)
    assert restore(shown, mirrored=True).text == original


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize(
    "original",
    [
        "“下次我还来。”在村口，他挥了挥手。",
        "书里写的是故乡。“故乡在山那边，要走三天。”奶奶说。",
        "太好了！对了，你把图书馆的书还了吗？",
        "它努力放出自己的光，这让我敬佩。看着窗外，我想到了故乡。",
        # 。 lies across the space that opens a paragraph and its bracket.
        "书里写的是故乡：\n　　（一）认真落实会议精神；\n　　（二）加强领导。",
    ],
)
def test_a_cut_that_nothing_shows_is_undone(original: str, narrow: bool) -> None:
    shown = damage(original, {"鄉": "xiāng", "書": "shū"}, cut_before="，。！？", alone="")
    if narrow:
        shown = shown.translate(NARROW)
    found = restore(shown, mirrored=True).text
    assert found.translate(NARROW) == original.translate(NARROW)


def test_a_byte_at_the_end_of_a_run_may_be_shown_by_nothing_though_others_are_shown() -> None:
    original = "在当地牧民的帮助下，他找到了羊群。在当地，人人认得他。"
    shown = damage(original, {"數": "shù"}, cut_before="，").replace("?，", "，")
    assert shown.count("?") == 2
    assert restore(shown).text == original
    narrow = restore(shown.translate(NARROW)).text
    assert narrow.translate(NARROW) == original.translate(NARROW)


def test_a_line_of_sentences_ends_with_a_mark_where_what_was_lost_may_have_led_to_it() -> None:
    # The lost pair is the second byte of 御, F9, and the first of 。, whose other one is eaten.
    original = (
        "<p>今夜有大雪，风也大，请牧民提前做好防御。</p><p>在当地派出所的帮助下，羊群找到了。</p>"
    )
    shown = damage(original, {"崆": "kōng", "數": "shù"}, keep_private=False)
    assert "白龊梅烙?/p>" in shown
    assert restore(shown, mirrored=True).text == original


@pytest.mark.parametrize("behind", ["", "\n", "。", "他说", "</p>", '"', "”他说"])
@pytest.mark.parametrize("marks", ["??", "???", "????", "?!?", "?！?", "？？", "?？?"])
def test_the_question_marks_of_a_text_in_simplified_script_stay(marks: str, behind: str) -> None:
    text = f"为什么{marks}{behind}"
    assert restore(text, mirrored=True) == Restored(text, 0, 0, 0, 0)


@pytest.mark.parametrize("marks", ["???", "？？？"])
def test_the_question_marks_of_a_page_with_annotations_stay(marks: str) -> None:
    restored = restore(f"會(huì)議在哪里開(kāi){marks}還(hái)沒人說(shuō){marks}")
    assert restored == Restored(f"会议在哪里开{marks}还没人说{marks}", 4, 0, 0, 0)


@pytest.mark.parametrize("asked", ["爸爸?", "酒呢?", "病了?", "暗殺?", "斷了?"])
@pytest.mark.parametrize("marks", ["?!", "?！", "??", "?？", "?。"])
def test_a_question_behind_an_outcry_stays(marks: str, asked: str) -> None:
    text = f"他怒道:“你說什麼{marks}{asked}”那幾個人不耐煩地說:“不是你們管的。”"
    assert restore(text).text == text
    shown = text.replace("說", "說(shuō)").replace("們", "們(men)")
    assert restore(shown).text == opencc.OpenCC("t2s").convert(text)


def test_an_outcry_that_has_eaten_the_sign_of_a_tag_is_none_of_the_authors() -> None:
    # Nothing else shows a mirror here.
    shown = "<p>“他走了，再也不回了?！?/p>"
    assert restore(shown, mirrored=True).text == "<p>“他走了，再也不回了。”</p>"


def test_a_question_mark_in_place_of_either_tone_stays() -> None:
    text = "平平？仄仄，仄仄仄平平。"
    assert restore(text, mirrored=True).text == text


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


@pytest.mark.parametrize(
    ("shown", "original"),
    [
        ("辛亥革命紀念大會(huì )上發(fā)表的講話(huà)", "辛亥革命纪念大会上发表的讲话"),
        ("新疆日?qǐng )?bào )的會(huì )議", "新疆日报的会议"),
        ("新疆日? qǐng)? bào)的會( huì)議，爲( wéi / wèi )", "新疆日报的会议，为"),
    ],
)
def test_a_reading_may_have_a_space_beside_it(shown: str, original: str) -> None:
    assert restore(shown, mirrored=True).text == original


def test_a_space_behind_nearly_every_reading_goes_with_it() -> None:
    read = {"會": "huì", "議": "yì", "業": "yè", "與": "yǔ", "報": "bào", "請": "qǐng"}
    text = "會議說，企業與會議有關，會場與展區相連，新疆日報說會議要求企業創新，務實與會。種業 天山"
    shown = damage(text, read).replace(")", ") ")
    assert "日?qǐng) ?bào) " in shown
    assert restore(shown).text == (
        "会议说，企业与会议有关，会场与展区相连，新疆日报说会议要求企业创新，务实与会。种业 天山"
    )
    # One that stands behind few is the author's.
    few = "會(huì)場 工業(yè) 會(huì) 議(yì) 企業(yè) 與(yǔ) 會(huì)員(yuán)"
    assert restore(few, mirrored=True).text == "会场 工业 会 议 企业 与 会员"


@pytest.mark.parametrize(
    ("shown", "original"),
    [
        (
            "經濟補(bu)償(chang)(chang)金是解(jie)除(chu)勞(lao)動合同(tong)時的(de)(de)經濟補償",
            "经济补偿金是解除劳动合同时的经济补偿",
        ),
        ("黨(dang)(dang)的(de)(de)(de)先進(jin)性和黨的純潔性", "党的先进性和党的纯洁性"),
    ],
)
def test_a_mirror_that_writes_a_reading_twice_is_found_and_undone(
    shown: str, original: str
) -> None:
    assert restore(shown).text == original


@pytest.mark.parametrize("text", ["依照第五條(a)(a)的規定處理", "見附件(ba)(ba)", "選項A(a)(a)"])
def test_what_stands_twice_in_brackets_and_is_no_reading_stays(text: str) -> None:
    assert restore(text).text == text


def test_what_the_author_says_of_a_reading_stays_behind_the_same_one_of_the_mirror() -> None:
    text = "校长说，这条路很长(cháng)，会议上也这样说。"
    shown = damage(text, {"長": "cháng", "會": "huì"})
    assert "長(cháng)(cháng)" in shown
    assert restore(shown, mirrored=True).text == text


def test_commas_that_a_mirror_puts_before_marks_are_taken_out() -> None:
    shown = (
        "水變清,、地變綠,、空氣變清新,,黑龍江繪就了新畫(huà)卷,。真的嗎,?對(duì),!"
        "種植120萬(wàn)畝,,產(chǎn)量5000噸,。"
    )
    original = "水变清、地变绿、空气变清新,黑龙江绘就了新画卷。真的吗?对!种植120万亩,产量5000吨。"
    assert restore(shown).text == original


@pytest.mark.parametrize(
    "shown",
    ["他說(shuō),,是這(zhè)樣的。", "會(huì)議<script>f([1,,2,,3]);g(,,,,)</script>，開(kāi)始。"],
)
def test_few_commas_before_marks_and_those_of_a_script_stay(shown: str) -> None:
    restored = restore(shown, mirrored=True).text
    assert restored.count(",,") == shown.count(",,")


def test_a_page_that_is_cut_before_marks_and_has_no_annotation_is_found_and_undone() -> None:
    shown = "青年如朝日,如百卉之萌動,人生最可寶貴之時期也?！备锩?、建設、改革、發展,是歷史的“車輪”"
    original = (
        "青年如朝日,如百卉之萌动,人生最可宝贵之时期也。”革命、建设、改革、发展,是历史的“车轮”"
    )
    assert restore(shown) == Restored(original, 0, 1, 0, restore(shown).guessed)


def test_a_cut_that_has_eaten_the_sign_of_a_tag_shows_a_mirror_by_itself() -> None:
    text = "<p>他们说：“过去用水难，现在家家有水。”</p>"
    shown = damage(text, {}, cut_before="！")
    assert "水?！?/p>" in shown
    assert restore(shown).text == text


@pytest.mark.parametrize(
    "text", ["「你瘋了嗎?！都說過這樣不行。」", "“你瘋了嗎?！都說過這樣不行。”"]
)
def test_a_question_mark_before_an_exclamation_mark_makes_no_mirror(text: str) -> None:
    assert restore(text) == Restored(text, 0, 0, 0, 0)


@pytest.mark.parametrize(
    ("shown", "original"),
    [
        # A cut before ；, and another one before 、, whose first byte is no second one of 化.
        (
            "當(dāng)地不斷提升種植規(guī)?;?、標(biāo)準(zhǔn)化、特色化水平",
            "当地不断提升种植规模化、标准化、特色化水平",
        ),
        (
            "海關(guān)日前查獲大米,媒體熱炒。\n      ??诰W(wǎng) 時間",
            "海关日前查获大米,媒体热炒。\n      海口网 时间",
        ),
        (
            "登上永暑礁,?!吨袊鴷r報》說,通過網(wǎng)絡(luò)登島",
            "登上永暑礁,。《中国时报》说,通过网络登岛",
        ),
        # Before ：, of 校和 and of 。很.
        ("由學?：图议L共同簽(qiān)收。", "由学校和家长共同签收。"),
        ("亮出了招牌(pái)?:芏嗥髽I亮出,", "亮出了招牌。很多企业亮出,"),
        ("隊(duì)員加油,再接再厲! ???...", "队员加油,再接再厉! ???..."),
        # A cut behind a bracket, a number, and before a tag behind which the line goes on.
        ("牧場(chǎng)的產量見表[3]??稍谙聢D里看", "牧场的产量见表[3]。可在下图里看"),
        ("牧場(chǎng)的產量增加了1/3??稍谙聢D里看", "牧场的产量增加了1/3。可在下图里看"),
        (
            "<b>他說(shuō):“羊群回來了?！?/b>傍晚的村里",
            "<b>他说:“羊群回来了。”</b>傍晚的村里",
        ),
    ],
)
def test_a_cut_is_undone_before_each_mark_and_where_none_but_marks_or_a_space_stand_before_it(
    shown: str, original: str
) -> None:
    assert restore(shown, mirrored=True).text == original


def test_a_reading_that_the_byte_before_it_can_not_carry_is_read_by_what_is_around_it() -> None:
    shown = "夫妻共同財(cái)產(chǎn)不足清償?shù)?，或?cái)產(chǎn)歸各自所有的,由雙方協(xié)議清償"
    restored = restore(shown)
    assert (
        restored.text.replace("，", ",")
        == "夫妻共同财产不足清偿的,或财产归各自所有的,由双方协议清偿"
    )
    assert restored.guessed


def test_nothing_was_eaten_before_a_mark_on_a_page_that_is_cut_there() -> None:
    # 某月 C4B3 D4C2 holds 吃 B3D4, and its last byte stands alone before the mark.
    text = "某年某月，调集屯兵。\n“我们都记得。”老人说。"
    shown = damage(text, {"喫": "chī", "吃": "chī"}, cut_before="。，！？；")
    assert "?，" in shown
    assert restore(shown, mirrored=True).text == text


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


@pytest.mark.parametrize("mark", ["、", "，"])
def test_nothing_was_eaten_before_a_mark_where_another_one_was_cut(mark: str) -> None:
    # 海拔 BAA3 B0CE is out of step behind 地, and its last byte stands alone before the mark.
    text = f"“今年行情好。”村民说，“路也好走。&rdquo;他说，当地海拔{mark}日照都好。"
    shown = damage(text, {"數": "shù"}, cut_before="！，、")
    # Where a copy has put ” for its reference, one lies whole that the mirror never saw.
    shown, text = (each.replace("&rdquo;", "”") for each in (shown, text))
    assert f"?{mark}日照" in shown
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


@pytest.mark.parametrize(
    ("text", "annotated"),
    [
        ("据《棱镜》，每个数据源的价格", {"祿": "lù"}),
        ("处五百元以下罚款的", {"幬": "chóu"}),
    ],
)
def test_what_goes_with_one_neighbour_may_be_several_characters_and_is_a_guess(
    text: str, annotated: dict[str, str]
) -> None:
    restored = restore(damage(text, annotated, keep_private=False), mirrored=True)
    assert restored.text == text
    assert restored.guessed


def test_what_may_be_several_characters_is_a_guess_where_nothing_else_was_lost() -> None:
    text = "白宫支持禁购外企公共交通车辆"
    shown = damage(text, {"復": "fù"}, keep_private=False)
    restored = restore(shown, mirrored=True)
    assert restored.text == text.replace("公共", "共")
    assert restored.guessed
    # Something else was lost from this one.
    more = damage(
        f"{text}\n因为我们处五百元以下罚款的", {"復": "fù", "幬": "chóu"}, keep_private=False
    )
    assert restore(more, mirrored=True).text.startswith(text)


@pytest.mark.parametrize("icon", ["<i>\ue600</i>", "<b>\ue600 会议</b>"])
def test_an_icon_of_the_page_shows_no_private_characters_that_were_kept(icon: str) -> None:
    html = "<p>会议说，嚴控煙花爆竹燃放，持续</p>"
    shown = "<p>會(huì)議說，嚴(yán)控?zé)熁ū袢挤牛掷m(xù)</p>"
    restored = restore(icon + shown, mirrored=True)
    assert restored.text == icon + html.replace("嚴控煙", "严控烟")


def test_what_can_only_be_a_far_less_likely_text_besides_is_no_guess() -> None:
    shown = damage("当地官员说", {"數": "shù"}, keep_private=False)
    restored = restore(shown, mirrored=True)
    assert (restored.text, restored.guessed) == ("当地官员说", 0)


def test_a_bracket_is_closed_where_private_characters_are_lost() -> None:
    # ）惊 A9 B1 is lost; by what is left, 报道，惊蛰 would be likelier than 报道）惊蛰.
    text = "会议（记者刘翔报道）惊蛰一过，农民忙碌起来。"
    shown = damage(text, {"會": "huì", "蟮": "shàn"}, keep_private=False)
    assert restore(shown).text == text


def test_a_bracket_is_closed_that_opens_close_before_where_private_characters_are_lost() -> None:
    text = "他们在超市（新疆）买了很多东西。"
    shown = damage(text, {"冊": "cè"}, keep_private=False)
    assert "（" not in shown
    assert "）" not in shown
    assert restore(shown, mirrored=True).text == text


def test_a_bracket_of_which_a_copy_has_made_ascii_opens_and_closes_those_that_it_has_not() -> None:
    text = "会议召开（新疆日报）\n8月，气温升高，农业丰收。"
    shown = damage(text, {"請": "qǐng"}, keep_private=False).translate(NARROW)
    assert restore(shown, mirrored=True).text == f"会议召开(新疆日报）{LOST}8月,气温升高,农业丰收。"
    text = "　（记者刘翔报道）8月10日，会议召开。\n　（一）认真落实会议精神，规范管理。"
    shown = damage(text, {"報": "bào"}, cut_before="！。", keep_private=False).translate(NARROW)
    assert restore(shown, mirrored=True).text.translate(NARROW) == text.translate(NARROW)


def test_an_annotated_character_that_was_split_in_time_is_one_of_those_that_lost_a_pair() -> None:
    # 洕 9B 9D, across 經 and 濟, comes before 濟 9D FA; FA BC, across 濟 and 技, is lost.
    text = "会议救济。准东经济技术开发区应急指挥中心"
    shown = damage(text, {"會": "huì", "洕": "yìn", "濟": "jì"}, keep_private=False)
    assert "?yìn)夹" in shown
    assert restore(shown).text == text


def test_a_form_that_no_mirror_puts_is_not_taken_for_what_was_lost() -> None:
    # 麪, for 面, has the bytes that are left of 队 and of what is lost.
    text = "他们全队上下都没有回家，把比赛打到了最后。"
    shown = damage(text, {"內": "nèi"}, keep_private=False)
    assert restore(shown, mirrored=True).text == text


def test_a_name_as_the_region_writes_it_is_read_where_private_characters_are_lost() -> None:
    # 洶 9B B0 lies across 記 and 艾, and AC C4, lost, across 艾 and 尼: by what is left, 搬.
    text = "会议上，镇党委书记艾尼瓦尔说，干部多跑腿，群众少跑路。"
    shown = damage(text, {"會": "huì", "議": "yì", "洶": "xiōng"}, keep_private=False)
    assert "書記?xiōng)嵬" in shown
    assert restore(shown).text == text


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


@pytest.mark.parametrize(
    "line", ["推出“驭风西行”", "【驭风西行】", "观看《驭风西行》", "推出“驭风”西行。"]
)
def test_a_mark_eaten_with_a_tag_closes_what_its_line_has_opened(line: str) -> None:
    # 小 D0 A1 lies across 行 and the mark, whose second byte goes with the `<`.
    text = f"<p>会议{line}</p><p>会议</p>"
    shown = damage(text, {"會": "huì", "小": "xiǎo"})
    assert "?xiǎo)?/p>" in shown
    assert restore(shown).text == text


@pytest.mark.parametrize("end", ["\n", "/p>\n"])
@pytest.mark.parametrize(
    ("shown", "original"),
    [
        ("我公司這(zhè)種(zhǒng)行為是否?pián)虺煞缸铮?", "我公司这种行为是否够成犯罪？"),
        ("員何時(shí)擾亂(luàn)無(wú)線電通訊?lán)芾碇刃颍?", "员何时扰乱无线电通讯管理秩序？"),
        ("我應該(gāi)如何安裝(zhuāng)別的?dǎn)\ue032贸绦颍?", "我应该如何安装别的应用程序？"),
    ],
)
def test_a_mark_eaten_with_the_end_of_a_line_is_what_a_question_asks_for(
    shown: str, original: str, end: str
) -> None:
    assert restore(shown + end, mirrored=True).text.startswith(original)


def test_a_line_of_sentences_ends_with_a_full_stop_where_it_has_opened_nothing() -> None:
    # 丁 B6 A1 lies across 炊 and 。, whose second byte goes with the line break.
    line = "“来之前请打电话”。气象部门提醒，赏花请注意防风，林区严禁吸烟和野炊。"
    shown = damage(f"会议\n\n\n{line}\n\n\n会议", {"會": "huì", "丁": "dīng"})
    assert restore(shown, mirrored=True).text.replace(LOST, "\n") == f"会议\n\n\n{line}\n\n\n会议"


@pytest.mark.parametrize("mark", "；！")
@pytest.mark.parametrize(("between", "end"), [("\n", "\n"), ("<br>\n", "br>\n")])
def test_a_mark_eaten_with_the_end_of_a_line_is_what_ends_other_lines(
    mark: str, between: str, end: str
) -> None:
    lines = [f"拒絕接受檢查的{mark}", f"超過標準用電的{mark}", f"損毀設備的{mark}"]
    shown = "公開(kāi)排汙(wū)信息或者弄虛(xū)?jiǎo)骷俚模?"
    restored = restore(between.join([*lines, shown]) + end, mirrored=True)
    assert restored.text.split("\n")[3].startswith(f"公开排污信息或者弄虚作假的{mark}")


def test_behind_what_announces_a_list_stands_a_colon() -> None:
    restored = restore("本次活?yú)影才湃缦拢?一、堅(jiān)持依法管理", mirrored=True)
    assert restored.text.startswith(f"本次活动安排如下：{LOST}一、坚持")


def test_a_bracket_is_not_made_of_what_stood_before_another_one_that_was_eaten() -> None:
    # 拇 C4 B4 lies across 的措: what is out of step ends with the mark or the bracket behind it.
    text = "会议采取的措施,包括资金、采取的措施(如图)已经公布。"
    restored = restore(damage(text, {"會": "huì", "拇": "mǔ"}))
    assert restored.text == text.replace(",", LOST)
    assert restored.lost == 1


@pytest.mark.parametrize(
    "text",
    ["会议热线：（0991）2819191，请拨打。", "会议定于：（2024年3月）召开（地点：“大海道”）。"],
)
def test_a_bracket_eaten_with_a_digit_opens_what_the_line_closes(text: str) -> None:
    # 海 BA A3 lies across ： and （, whose second byte goes with the digit.
    restored = restore(damage(text, {"會": "huì", "海": "hǎi"}))
    assert restored.text == re.sub(r"(?<=（)\d", LOST, text)
    assert restored.lost == 1


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


def test_characters_with_readings_between_numbers_and_marks_are_no_list() -> None:
    shown = "用料:三黃(huáng)雞一只、土豆3個(gè)、青椒2個(gè)、乾辣椒10個(gè)、啤酒1罐。"
    original = "用料:三黄鸡一只、土豆3个、青椒2个、干辣椒10个、啤酒1罐。"
    assert restore(shown).text == original


@pytest.mark.parametrize(
    "text",
    [
        "李昇(shēng)是南唐的开国皇帝，他在位时与邻国和睦相处。",
        "刘昇(shēng)、王喆(zhé)和李堃(kūn)出席会议，他们表示将继续推动经济发展。",
    ],
)
def test_how_simplified_text_says_that_a_rare_name_is_read_stays(text: str) -> None:
    assert restore(text) == Restored(text, 0, 0, 0, 0)


def test_what_a_title_says_again_is_said_once() -> None:
    line = "葉公、大宛(yuān)列傳、單(chán)于，都是容易讀錯的歷史人名、地名。"
    html = f"<title>{line}</title><h1>{line}</h1><p>{line}</p>"
    assert restore(html) == Restored(html, 0, 0, 0, 0)


def test_a_text_of_a_mirror_may_speak_of_readings() -> None:
    shown = "老師(shī)說(shuō)，學(xué)期末每個(gè)小組都要交一本《多音字破案記(jì)》。"
    assert restore(shown).text == "老师说，学期末每个小组都要交一本《多音字破案记》。"


def test_how_the_author_says_that_a_name_is_read_stays_on_a_mirrored_page() -> None:
    text = "会议在龟兹(qiūcí)故地召开，吐谷浑(tǔyùhún)与冒顿(mòdú)的故事"
    annotated = {"會": "huì", "議": "yì", "開": "kāi"}
    assert restore(damage(text, annotated)).text == text


def test_an_eaten_digit_is_flagged_and_never_invented() -> None:
    for digit in "0123456789":
        shown = damage(f"因为就在{digit}月底", {"驗": "yàn"})
        restored = restore(shown)
        assert restored.text == f"因为就在{LOST}月底"
        assert restored.lost == 1


@pytest.mark.parametrize("word", ["Добро", "α、β", "①②", "ⅠⅡ", "どう"])
def test_of_a_letter_eaten_with_a_space_only_the_letter_is_lost(word: str) -> None:
    # 懼 91D6 lies across 寫 and 著: all up to the space is out of step.
    restored = restore(damage(f"会议招牌上写着：{word} 请看", {"會": "huì", "懼": "jù"}))
    assert restored.text == f"会议招牌上写着：{word[:-1]}{LOST}{LOST}请看"
    assert restored.lost == 2


@pytest.mark.parametrize("number", ["3號", "5條", "05、140條", "屆"])
def test_what_stands_before_an_eaten_digit_of_a_number_of_an_order_says_so(number: str) -> None:
    shown = f"某縣人民法院靜刑初字?zhí)?{number}"
    found = restore(shown, mirrored=True).text
    assert found.startswith(f"某县人民法院静刑初字第{LOST}")
    other = restore("某縣人民法院靜刑初字?zhí)?3個", mirrored=True).text
    assert "第" not in other


@pytest.mark.parametrize(
    ("shown", "original"),
    [
        ("會議於9月7日?zhá)?月8日召開", "会议于9月7日、�月8日召开"),
        ("先後購買4.81克?shù)?.82克樣品", "先后购买4.81克、�.82克样品"),
        ("聯系電話?liě)?991", "联系电话：�991"),
        ("郵箱?liè)?90000", "邮箱：�90000"),
        ("1.認真學習文?mù)\ue46a?.按時上報材料", "1.认真学习文件；�.按时上报材料"),
        ("1、會議記錄?móu)?、籤到表", "1、会议记录；�、签到表"),
        ("任務?zhǎ)?、護邊員", "任务：�、护边员"),
    ],
)
def test_a_mark_before_an_eaten_digit_is_told_by_the_numbers_or_the_label_beside_it(
    shown: str, original: str
) -> None:
    assert restore(shown, mirrored=True).text == original


def test_what_stands_before_an_eaten_digit_of_a_number_goes_on_with_digits() -> None:
    # 常 B3 A3 lies across 沙 and ，, whose second byte goes with the 0; by itself, 。 is likelier.
    shown = damage("会议称，吐鲁番扬沙，0℃", {"會": "huì", "常": "cháng"})
    assert restore(shown, mirrored=True).text == f"会议称，吐鲁番扬沙，{LOST}℃"


@pytest.mark.parametrize(
    ("html", "annotated"),
    [
        ("<p>因为就在</p><p>会议</p>", {"驗": "yàn", "會": "huì"}),
        ("<p>因为就在<br/>会议</p>", {"驗": "yàn", "會": "huì"}),
        ("<p>因为就在&nbsp;会议</p>", {"驗": "yàn", "會": "huì"}),
        ("<p>因为就在&#8203;会议</p>", {"驗": "yàn", "會": "huì"}),
        ('<img alt="因为就在" src="a.jpg">会议', {"驗": "yàn", "會": "huì"}),
        ('<meta content="因为就在"/>会议', {"驗": "yàn", "會": "huì"}),
        ('<img alt="因为就在" width=500>会议', {"驗": "yàn", "會": "huì"}),
        ('<script>var t="因为就在";</script>会议', {"驗": "yàn", "會": "huì"}),
        ('<script>{"n":{"a":"因为就在"}}</script>会议', {"驗": "yàn", "會": "huì"}),
        ("<script>f('因为就在', '会议')</script>", {"驗": "yàn", "會": "huì"}),
        ("<script>" + "x=1;" * 999 + 'f("因为就在", "会议")</script>', {"驗": "yàn", "會": "huì"}),
        ('[{"title": "因为就在", "url": "会议"}]', {"驗": "yàn", "會": "huì"}),
        ("<!--因为就在--><p>会议</p>", {"驗": "yàn", "會": "huì"}),
        ("因为就在<![CDATA[会议]]>", {"驗": "yàn", "會": "huì"}),
        ("<description>因为就在</description>会议", {"驗": "yàn", "會": "huì"}),
        ("<p>因为就在<o:p></o:p>会议</p>", {"驗": "yàn", "會": "huì"}),
    ],
)
def test_an_eaten_character_that_the_html_forces_is_put_back(
    html: str, annotated: Mapping[str, str]
) -> None:
    shown = damage(html, annotated)
    assert shown.count("?") == 2
    restored = restore(shown)
    assert restored.text == html
    assert restored.lost == 0


@pytest.mark.parametrize("between", ["\n  ", "\n\u3000\u3000", "\n\n", "\n\n  ", "\n        "])
def test_a_line_break_is_put_back_before_what_stands_behind_each_and_nowhere_else(
    between: str,
) -> None:
    lines = ["  会议 今天", "因为就在", "会议", "因为就在", "他说会议"]
    text = between.join(lines)
    restored = restore(damage(text, {"驗": "yàn", "會": "huì"}))
    assert restored.text == text
    assert (restored.repaired, restored.lost) == (2, 0)


@pytest.mark.parametrize(
    "text",
    [
        # What ends the other lines is one line break; the space behind it stands in lines, too.
        "会议\n因为就在8\n会议\n会议",
        "会议  今天\n  因为就在8  会议\n  会议",
        "会议\n 因为就在8 会议\n 会议",
    ],
)
def test_what_was_eaten_before_white_space_is_no_line_break_where_the_page_has_it_otherwise(
    text: str,
) -> None:
    restored = restore(damage(text, {"驗": "yàn", "會": "huì"}))
    assert restored.text == text.replace("8", LOST)
    assert restored.lost == 1


def test_a_digit_eaten_from_a_comment_is_not_taken_for_its_end() -> None:
    shown = damage("<!--因为就在8月底--><p>会议</p>", {"驗": "yàn", "會": "huì"})
    assert restore(shown).text == f"<!--因为就在{LOST}月底--><p>会议</p>"


@pytest.mark.parametrize("behind", [', "by": "会议"}', "; b = 0;"])
def test_a_quotation_mark_eaten_before_an_ascii_mark_is_put_back_in_a_script(behind: str) -> None:
    html = f'<p>会议,大会,并</p><script>a = {{"title": "因为就在"{behind}</script>'
    restored = restore(damage(html, {"驗": "yàn", "會": "huì"}))
    assert (restored.text, restored.lost) == (html, 0)


def test_a_quotation_mark_eaten_from_a_text_is_not_put_back_as_one_of_a_script() -> None:
    shown = damage('他说("因为就在")会议', {"驗": "yàn", "會": "huì"})
    restored = restore(shown)
    assert (restored.text, restored.lost) == (f'他说("因为就在{LOST})会议', 1)


@pytest.mark.parametrize(
    ("text", "across"),
    [
        ("会议检查，数据(data)和正文", {"祿": "lù"}),
        ("会议增长，国内生产总值(GDP)和", {"傊": "yùn"}),
        ("会议说，程序将挂起(hang)，而另一个", {"驅": "qū"}),
        ("会议说，程序将挂起(hang)，而另一个", {"炱": "tái"}),
        ("会议说，管道的其他端点(end)关闭", {"艿": "nǎi"}),
    ],
)
def test_a_latin_word_in_brackets_behind_a_run_is_no_reading(
    text: str, across: Mapping[str, str]
) -> None:
    shown = damage(text, {"會": "huì"} | dict(across))
    restored = restore(shown, mirrored=True)
    assert (restored.text, restored.lost, restored.annotations) == (text, 0, 2)


def test_a_word_behind_an_eaten_space_is_not_split_for_a_pair_that_may_be_missing() -> None:
    # A8 FC lies across 定 B6 A8 and 點 FC 63, whose second byte is the letter c.
    shown = damage("会议说，提供选项，而 configure 会议", {"會": "huì", "棧": "zhàn"})
    assert restore(shown).text == f"会议说，提供选项，而{LOST}configure 会议"


@pytest.mark.parametrize("number", ["1)", "b)", "ii)", "12)"])
def test_what_numbers_a_list_opens_no_bracket(number: str) -> None:
    # 屍 8CC6 lies across 釋 and 器, whose second byte goes with what stands behind it.
    shown = damage(f"会议说，解释器 {number}其次", {"會": "huì", "屍": "shī"})
    assert restore(shown, mirrored=True).text.endswith(f"{LOST}{number}其次")


@pytest.mark.parametrize(
    ("behind", "found"),
    [("解释器运行", "解释器"), ("解释器运行，又解释其意思", "解释其"), ("解说器运行", "解释其")],
)
def test_what_was_eaten_with_a_tag_is_what_the_page_has_there_elsewhere(
    behind: str, found: str
) -> None:
    # 屍 8CC6 lies across 釋 and 器, whose second byte goes with the tag behind it.
    html = "<h1>会议通过脚本解释器</h1><p>{}</p>"
    shown = damage(html.format(behind), {"會": "huì", "屍": "shī"})
    original = html.format(behind).replace("解释器<", f"{found}<")
    assert restore(shown, mirrored=True).text == original


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


def test_a_reading_that_breaks_the_step_anew_ends_no_run_past_an_eaten_character() -> None:
    text = "把社会最底层撬动起来， 让苗民们充分认识到教育的意义"
    shown = damage(text, {"饋": "kuì", "屆": "jiè"})
    assert "?讓?jiè)" in shown
    assert restore(shown, mirrored=True).text == text.replace(" ", LOST)


@pytest.mark.parametrize("eats", [True, False])
@pytest.mark.parametrize("sign", ["?", "\ufffd"])
def test_a_sign_in_place_of_a_private_character_is_none_that_was_eaten(
    sign: str, eats: bool
) -> None:
    seen = right = 0
    for seed in range(12):
        for text in NEWS:
            annotated = draw_set(0.5, seed, script=SCRIPTS[seed % 3])
            shown = damage(text, annotated, script=SCRIPTS[seed % 3], undefined=sign)
            copied = re.sub("[\ue000-\uf8ff]", sign, shown)
            if not eats:
                copied = re.sub(r"\?(?=[a-zà-ǜ]+\))", f"{sign}(", copied)
            if re.search("[\ue000-\uf8ff]", shown):
                seen += 1
                right += restore(copied, mirrored=True).text == text
    assert seen >= 5
    assert right >= 0.8 * seen


def test_what_the_rest_of_a_line_closes_is_opened_where_a_pair_is_missing() -> None:
    # 嚕 87 A3 lies across 車 and （, and A8 BF, undefined, across （ and 奎: ， is as likely.
    text = "会议通知：K9786次列车（奎屯—乌鲁木齐）停运。"
    shown = damage(text, {"會": "huì", "嚕": "lǔ"}, undefined="?")
    assert restore(shown).text == text


def test_a_pair_is_missing_where_a_reading_follows_that_nothing_else_can_carry() -> None:
    # FE 94, undefined, lies across 湖 and 數. Had a digit been eaten there, what is annotated
    # behind it would have no first byte.
    text = "会议说，辱子飘荡江湖数年。"
    shown = damage(text, {"會": "huì", "幗": "guó", "數": "shù"}, undefined="?")
    assert "??shù)年" in shown
    assert restore(shown).text == text


def test_two_pairs_may_be_missing_side_by_side() -> None:
    # FC BA lies across 包 and 含, AC CA across 含 and 什.
    text = "会议上说，这个目录包含什么，由大家决定。"
    copied = re.sub("[\ue000-\uf8ff]", "?", damage(text, {"會": "huì", "洶": "xiōng"}))
    assert "??颤" in copied
    assert restore(copied).text == text


def test_a_pair_is_missing_before_a_letter_that_carries_a_reading() -> None:
    # AE C9 lies across 水 and 生, FA AE across 生 and 產, whose second byte is the letter a.
    text = "会议说,国家电力、燃气及水生产和供应,同比增长"
    shown = damage(text, {"會": "huì", "細": "xì", "產": "chǎn"}).replace("?xì", "?(xì")
    copied = re.sub("[\ue000-\uf8ff]", "?", shown)
    assert "??a(chǎn)" in copied
    assert restore(copied, mirrored=True).text.endswith("生产和供应,同比增长")


def test_a_page_that_keeps_private_characters_shows_none_as_a_question_mark() -> None:
    # A8 C1, undefined, lies across （ and 另; AC B6, user-defined, would do so across ， and 俄.
    text = "会议说，要删除创建的文件。（另请参见附录。）"
    shown = damage(text, {"會": "huì", "摻": "càn"}, undefined="?")
    assert re.search("[\ue000-\uf8ff]", shown)
    assert restore(shown).text == text


def test_what_the_rest_of_a_line_closes_is_not_closed_where_a_digit_was_eaten() -> None:
    text = "会议说，参考手册（第一版，2001-2007）成为文档。"
    shown = damage(text, {"會": "huì", "謨": "mó"})
    assert restore(shown).text == text.replace("2001", f"{LOST}001")


def test_one_word_of_a_sentence_between_marks_again_and_again_makes_no_list() -> None:
    text = "政府出臺政策，讓(ràng)“好日子”更好，讓(ràng)“新生活”更新。"
    assert restore(text).text == "政府出台政策，让“好日子”更好，让“新生活”更新。"


def test_an_attribute_that_asks_ends_with_a_question_mark() -> None:
    text = '<p>会议说</p><a title="有没有已知的缺陷的记录？">第四节</a>'
    shown = damage(text, {"會": "huì", "涗": "shuì"})
    assert "?>" in shown
    assert restore(shown).text == text


def test_a_reading_that_ends_a_run_behind_a_mark_that_nothing_else_shows_belongs_to_it() -> None:
    # 水。” lost AE A1, which a copy shows as a question mark, as it does the last byte of 們.
    shown = "現(xiàn)在有干淨(jìng)的自?yǒng)硭?！贝迕駛(shǐ)?men)高興地說(shuō)。"
    assert restore(shown).text == "现在有干净的自来水。”村民们高兴地说。"


def test_what_a_copy_has_lost_itself_is_counted() -> None:
    restored = restore("會(huì)議和\ufffd環(huán)境，新疆日?qǐng)?bào)")
    assert (restored.text, restored.lost) == (f"会议和{LOST}环境，新疆日报", 1)


def test_what_is_known_after_all_is_not_counted_as_lost() -> None:
    restored = restore("費?yán)的?nà)?月", mirrored=True)
    assert restored.lost == restored.text.count(LOST)


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
