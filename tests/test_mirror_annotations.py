"""Readings that a mirror puts in, however they are set, and readings that an author gives."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping

import pytest
from pypinyin import Style, pinyin

from tests.damage import NEWS, SCRIPTS, damage, draw_set, script_table
from tsnet.text.gbk import LOST
from tsnet.text.mirror import Restored, restore


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


@pytest.mark.parametrize("number", ["1)", "b)", "ii)", "12)"])
def test_what_numbers_a_list_opens_no_bracket(number: str) -> None:
    # 屍 8CC6 lies across 釋 and 器, whose second byte goes with what stands behind it.
    shown = damage(f"会议说，解释器 {number}其次", {"會": "huì", "屍": "shī"})
    assert restore(shown, mirrored=True).text.endswith(f"{LOST}{number}其次")
