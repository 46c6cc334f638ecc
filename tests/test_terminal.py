"""Chinese on a terminal: lines break where a Chinese book would break them."""

from __future__ import annotations

import io
import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from tsnet.terminal import Prose, line_starts, shown, shown_json


def lines(text: str, width: int) -> list[str]:
    starts = [0, *line_starts(text, width), len(text)]
    return [text[start:end] for start, end in pairwise(starts)]


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("大气污染防治工作", ["大气污染防", "治工作"]),
        ("天山网讯 18日", ["天山网讯 ", "18日"]),
        ("大气污染防,治工作", ["大气污染", "防,治工作"]),
        ("大气污染防。", ["大气污染", "防。"]),
        ("大气污染“防治”", ["大气污染", "“防治”"]),
        ("共2500多架次", ["共2500多架", "次"]),
        ("大气污染2500架", ["大气污染", "2500架"]),
        ("https://www.ts.cn/", ["https://ww", "w.ts.cn/"]),
        ("", [""]),
    ],
)
def test_a_line_breaks_where_a_book_would_break_it(text: str, broken: list[str]) -> None:
    assert lines(text, 10) == broken


@given(st.text("大气,。“”（）2a ", max_size=60), st.integers(2, 20))
def test_no_line_is_too_wide_and_nothing_is_lost(text: str, width: int) -> None:
    broken = lines(text, width)
    assert "".join(broken) == text
    assert all(cell_len(line.rstrip()) <= width for line in broken)
    assert all(broken[:1] == [""] or line for line in broken)


@given(st.text(st.characters(codec="utf-8")))
def test_json_on_a_terminal_is_harmless_and_says_the_same(text: str) -> None:
    said = shown_json(json.dumps({"title": text}, ensure_ascii=False))
    assert json.loads(said) == {"title": text}
    assert shown(said) == said


def printed(width: int, soft_wrap: bool = False) -> str:
    file = io.StringIO()
    out = Console(width=width, file=file, color_system=None, soft_wrap=soft_wrap)
    out.print(Prose(Text("大气污染防治工作" * 20), Text("第二行")))
    return file.getvalue()


def test_prose_has_a_measure_on_a_wide_terminal() -> None:
    assert [cell_len(line) for line in printed(200).splitlines()] == [84, 84, 84, 68, 6]


def test_prose_is_unbroken_in_a_pipe() -> None:
    assert printed(20, soft_wrap=True) == "大气污染防治工作" * 20 + "\n第二行\n"
