from __future__ import annotations

import pytest

from tsnet.text.names import find_editors, find_reporters, split_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("(记者刘翔报道)3月18日", ["刘翔"]),
        ("天山网讯（记者 刘翔 万平）", ["刘翔", "万平"]),
        ("天山网讯（记者刘翔 通讯员张柱报道）3月", ["刘翔"]),
        ("（记者刘翔、万平 通讯员张柱）", ["刘翔", "万平"]),
        ("（新华社记者刘　翔、万平 文/图）", ["刘翔", "万平"]),
        ("(文/记者刘翔 图/万平)", ["刘翔"]),
        ("（全媒体记者刘翔摄影报道）", ["刘翔"]),
        ("文/图 记者刘翔", ["刘翔"]),
        ("记者：刘翔", ["刘翔"]),
        ("□ 本报记者 刘翔", ["刘翔"]),
        ("本报记者 刘翔 万平 通讯员 张柱", ["刘翔", "万平"]),
        ("天山网讯 记者刘翔、万平报道：3月18日", ["刘翔", "万平"]),
        ("吸引了各地游客前来观光。 记者刘翔摄", ["刘翔"]),
        ("天山网讯有\ufffd记者刘翔报道)3月18日", ["刘翔"]),
        ("3月18日，记者从自治区气象局获悉，未来三天有雪。", []),
        ("（天山网-新疆日报记者刘翔 摄）", []),
        ("记者们走进南疆", []),
        ("一位记者问：“水从哪里来？”", []),
        ("", []),
    ],
)
def test_reporters_are_read_from_bylines_only(text: str, names: list[str]) -> None:
    assert find_reporters(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("[责任编辑: 刘芳 ]", ["刘芳"]),
        ("（责任编辑：刘芳）", ["刘芳"]),
        ("责任编辑：刘芳、张柱 责任校对：万平", ["刘芳", "张柱"]),
        ("责编：刘芳 / 审核：万平", ["刘芳"]),
        ("责任编辑 刘芳", ["刘芳"]),
        ("编辑：刘　芳", ["刘芳"]),
        ("责任编辑：刘芳 编辑：刘芳", ["刘芳"]),
        ("责任编辑\ufffd 刘芳", ["刘芳"]),
        ("（责任编辑：刘芳\ufffd朱立凡）", ["刘芳", "朱立凡"]),
        ("责编，『刘芳", ["刘芳"]),
        ("责编丨刘芳 审核丨万平", ["刘芳"]),
        ("责任编辑:", []),
    ],
)
def test_editors_are_read_from_editor_lines(text: str, names: list[str]) -> None:
    assert find_editors(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("刘翔、万平", ["刘翔", "万平"]),
        ("刘翔 刘翔", ["刘翔"]),
        ("刘 翔　万 平", ["刘翔", "万平"]),
        ("刘翔 报道", ["刘翔"]),
        ("天山网 刘翔", ["刘翔"]),
        ("<b>刘芳</b>", ["刘芳"]),
    ],
)
def test_lists_of_names_are_split(text: str, names: list[str]) -> None:
    assert split_names(text.replace("<b>", " ").replace("</b>", " ")) == names
