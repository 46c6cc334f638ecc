"""Mirrors that cut a text before marks, and the question marks of an author."""

from __future__ import annotations

import re

import opencc
import pytest

from tests.damage import NARROW, damage
from tsnet.text.mirror import Restored, restore


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


def test_nothing_was_eaten_before_a_mark_on_a_page_that_is_cut_there() -> None:
    # 某月 C4B3 D4C2 holds 吃 B3D4, and its last byte stands alone before the mark.
    text = "某年某月，调集屯兵。\n“我们都记得。”老人说。"
    shown = damage(text, {"喫": "chī", "吃": "chī"}, cut_before="。，！？；")
    assert "?，" in shown
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
