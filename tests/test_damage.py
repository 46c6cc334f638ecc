"""The forward model against each example that the site facts work through."""

from __future__ import annotations

import pytest

from tests.damage import (
    SCRIPTS,
    damage,
    differing,
    draw_set,
    eaten,
    read_back,
    script_table,
)


@pytest.mark.parametrize(
    ("simplified", "annotated", "shown"),
    [
        ("会议，环境", {"會": "huì", "環": "huán"}, "會(huì)議，環(huán)境"),
        ("新疆日报", {"報": "bào", "請": "qǐng"}, "新疆日?qǐng)?bào)"),
        ("当地官员", {"數": "shù", "當": "dāng"}, "當(dāng)?shù)毓賳T"),
        ("抗争的严重", {"範": "fàn", "嚴": "yán"}, "抗?fàn)幍膰?yán)重"),
        ("因为身体不好", {"驗": "yàn"}, "因?yàn)樯眢w不好"),
        ("因为就在8月底", {"驗": "yàn"}, "因?yàn)榫驮?月底"),
    ],
)
def test_an_example_of_the_site_facts_comes_out(
    simplified: str, annotated: dict[str, str], shown: str
) -> None:
    assert damage(simplified, annotated) == shown


def test_private_use_characters_are_kept_or_lost() -> None:
    annotated = {"嚴": "yán", "責": "zé", "續": "xù"}
    lost = damage("严控烟花爆竹燃放，持续", annotated, keep_private=False)
    assert lost == "嚴(yán)控?zé)熁ū袢挤牛掷m(xù)"
    kept = damage("严控烟花爆竹燃放，持续", annotated)
    assert len(kept) == len(lost) + 2
    assert lost == "".join(c for c in kept if not "\ue000" <= c <= "\uf8ff")


def test_a_trail_byte_that_is_a_letter_shows_as_that_letter() -> None:
    assert "員".encode("gbk")[1:] == b"T"
    assert damage("当地官员", {"數": "shù"}).endswith("T")


def test_the_end_of_the_input_may_fall_inside_a_character() -> None:
    assert read_back(b"\xc8\xd5\x88") == "日?"


def test_an_undefined_pair_is_read_either_way() -> None:
    assert read_back(b"\xa2\xab") == "\ue766"
    assert read_back(b"\xa2\xab", undefined="?") == "?"


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_table_is_one_to_one_on_gbk_characters(script: str) -> None:
    table = script_table(script)
    assert len(table) > 2000
    assert all(len(target) == 1 and target.encode("gbk") for target in table.values())
    assert table[ord("报")] == "報"


def test_sets_are_drawn_the_same_for_the_same_seed() -> None:
    assert draw_set(50, 1) == draw_set(50, 1)
    assert draw_set(50, 1) != draw_set(50, 2)
    assert len(draw_set(0.5, 1)) > len(differing()) * 0.45


def test_a_set_of_several_readings_may_hold_any_character() -> None:
    text = "人民为了一个好的生活行走在路上"
    drawn = draw_set(1.0, 1, common_in=text, any_character=True, style="several")
    assert "人" in drawn
    assert " / " in drawn["行"]


def test_what_was_eaten_is_told_by_its_place() -> None:
    text = "因为就在8月底，因为就在9月底"
    assert eaten(text, {"驗": "yàn"}) == [4, 12]
    assert eaten("新疆日报\n", {"報": "bào", "請": "qǐng"}) == []


@pytest.mark.parametrize(
    ("simplified", "annotated", "shown"),
    [
        # Each as pages show the same few characters.
        ("不虚此行。”据了解", {"據": "jù"}, "不虛此行?！睋?jù)了解"),
        ("相继成立。现以", {"現": "xiàn"}, "相繼成立?，F(xiàn)以"),
        ("汪海健：进球", {"進": "jìn"}, "汪海?。哼M(jìn)球"),
        ("会计。《企业", {"業": "yè"}, "會計?！镀髽I(yè)"),
        ("界定。笼统", {"統": "tǒng"}, "界定?；\\統(tǒng)"),
    ],
)
def test_a_text_is_cut_before_marks_wherever_their_bytes_stand(
    simplified: str, annotated: dict[str, str], shown: str
) -> None:
    assert damage(simplified, annotated, cut_before="。，！？；") == shown
