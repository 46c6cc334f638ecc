"""What a text is where private-use characters may be missing, and when that is a guess."""

from __future__ import annotations

import re

import pytest

from tests.damage import NARROW, NEWS, SCRIPTS, damage, draw_set
from tsnet.text.doubt import Choice
from tsnet.text.gbk import LOST
from tsnet.text.mirror import restore


def test_a_rare_character_that_could_stand_there_as_well_makes_it_a_guess() -> None:
    # 鲣, 鰹 and 鰜 are read so and begin with F6, so 湟, 佉 and one more may follow 出.
    # The private-use character shows that none was lost.
    restored = restore("會(huì)議上辨識出?jiān)冶R文\ue000", mirrored=True)
    assert restored.guessed == 1
    assert restored.doubtful == (Choice("上辨识出", "佉卢", "文"),)


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
