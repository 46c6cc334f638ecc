"""Characters that went with a byte: what is put back, and what is lost."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from tests.damage import damage
from tsnet.text.gbk import LOST
from tsnet.text.mirror import restore


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


@pytest.mark.parametrize(
    "line",
    [
        "“来之前请打电话”。气象部门提醒，赏花请注意防风，林区严禁吸烟和野炊。",
        "风停了，雪停了，人们还在野炊。羊群……",
    ],
)
def test_a_line_of_sentences_ends_with_a_full_stop_where_it_has_opened_nothing_nor_half_a_mark(
    line: str,
) -> None:
    # 丁 B6 A1 lies across 炊 and 。, so that the second byte of the last mark goes with the line
    # break.
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


def test_a_word_behind_an_eaten_space_is_not_split_for_a_pair_that_may_be_missing() -> None:
    # A8 FC lies across 定 B6 A8 and 點 FC 63, whose second byte is the letter c.
    shown = damage("会议说，提供选项，而 configure 会议", {"會": "huì", "棧": "zhàn"})
    assert restore(shown).text == f"会议说，提供选项，而{LOST}configure 会议"


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


def test_a_reading_that_breaks_the_step_anew_ends_no_run_past_an_eaten_character() -> None:
    text = "把社会最底层撬动起来， 让苗民们充分认识到教育的意义"
    shown = damage(text, {"饋": "kuì", "屆": "jiè"})
    assert "?讓?jiè)" in shown
    assert restore(shown, mirrored=True).text == text.replace(" ", LOST)


def test_what_the_rest_of_a_line_closes_is_not_closed_where_a_digit_was_eaten() -> None:
    text = "会议说，参考手册（第一版，2001-2007）成为文档。"
    shown = damage(text, {"會": "huì", "謨": "mó"})
    assert restore(shown).text == text.replace("2001", f"{LOST}001")


def test_an_attribute_that_asks_ends_with_a_question_mark() -> None:
    text = '<p>会议说</p><a title="有没有已知的缺陷的记录？">第四节</a>'
    shown = damage(text, {"會": "huì", "涗": "shuì"})
    assert "?>" in shown
    assert restore(shown).text == text


def test_what_a_copy_has_lost_itself_is_counted() -> None:
    restored = restore("會(huì)議和\ufffd環(huán)境，新疆日?qǐng)?bào)")
    assert (restored.text, restored.lost) == (f"会议和{LOST}环境，新疆日报", 1)


def test_what_is_known_after_all_is_not_counted_as_lost() -> None:
    restored = restore("費?yán)的?nà)?月", mirrored=True)
    assert restored.lost == restored.text.count(LOST)


@pytest.mark.parametrize("digit", ["4", "9"])
def test_of_a_page_that_shows_a_byte_as_a_wide_question_mark_it_shows_an_eaten_digit(
    digit: str,
) -> None:
    # 驗 F2 9E lies across 因為: what is out of step ends with the digit.
    shown = damage(f"会议因为就在{digit}月底。真的吗？会议", {"會": "huì", "驗": "yàn"})
    restored = restore(shown.replace("?", "？"))
    assert restored.text == f"会议因为就在{LOST}月底。真的吗？会议"
    assert restored.lost == 1


def test_a_wide_question_mark_out_of_step_stays_where_one_shows_bytes_too() -> None:
    # ？ A3 BF lies across 。 and 可.
    text = "会议因为就在月底。可以参加，不再召开。"
    shown = damage(text, {"會": "huì", "驗": "yàn"}).replace("?", "？")
    assert "？yàn)" in shown
    assert restore(shown).text == text


@pytest.mark.parametrize("line", ['会议说"因为就在"，不再召开。', "会议(因为就在)，不再召开。"])
def test_what_closes_a_quotation_or_a_bracket_is_not_taken_for_a_cut(line: str) -> None:
    restored = restore(damage(line, {"會": "huì", "驗": "yàn"}))
    assert restored.text == re.sub(r'[")]，', f"{LOST}，", line)
    assert restored.lost == 1


def test_a_mark_whole_out_of_step_shows_that_no_such_mark_is_cut_before() -> None:
    # In the first line ， is out of step, and whole.
    text = "会议因为就在，不再召开。\n会议因为就在8，不再召开。"
    restored = restore(damage(text, {"會": "huì", "驗": "yàn"}))
    assert restored.text == text.replace("8", LOST)
