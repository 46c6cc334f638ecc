from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.replica.interference import box
from tsnet.site.interference import clear
from tsnet.site.reader import read_document

BEFORE = "<html><body>"
AFTER = "<h1>伊犁河谷杏花次第开放</h1><div>2025-03-19 来源：天山网</div></body></html>"
OPEN = '<div id="6fatj" class="pl_css_ganrao" style="display: none;">'
FULL = '<p id="6fatj"></p><td id="6fatj"></td><ol id="6fatj"><b id="6fatj"></b></ol>'


def visible(html: str) -> list[str]:
    return [line.text for line in read_document(clear(html).html, "http://m.euiu.cn/").lines]


SHOWN = ["伊犁河谷杏花次第开放", "2025-03-19 来源：天山网"]


@pytest.mark.parametrize(
    "inner",
    [
        "葡京",
        FULL,
        f"{FULL}</td></tr></table><tbody id='6fatj'>",
        f"{FULL}</div><p id='6fatj'>葡京</p><td id='6fatj'></td></div>",
        f"{FULL}<table id='6fatj'><tr id='6fatj'><td id='6fatj'>葡京</div>",
        f"{FULL}<xmp id='6fatj'><h1>葡京</h1></div></xmp></div>",
        f"{FULL}<noframes id='6fatj'></div><a href='/'>葡京</a></noframes></div>",
        f"{FULL}<a href='http://spam.example/'>葡京</a><div>来自葡京</div></div>",
        f"{FULL}<div id='6fatj'><div id='6fatj'>",
        f"{FULL}<!-- </div> --><ruby id='6fatj'>葡京</ruby></div>",
        "<pre id='6fatj'><b id=\"s7isi\"></b><p id='6fatj'><b id='6fatj'></pre></div>葡京"
        "<option id='6fatj'><dt id='6fatj'></option></div>",
    ],
)
def test_a_box_is_cut_whole_and_nothing_else(inner: str) -> None:
    closed = inner if inner.endswith("</div>") else f"{inner}</div>"
    assert visible(f"{BEFORE}{OPEN}{closed}{AFTER}") == SHOWN
    assert visible(f"{BEFORE}{AFTER}{OPEN}{closed}") == SHOWN


def test_a_box_needs_no_class_name() -> None:
    opening = OPEN.replace('class="pl_css_ganrao" ', "")
    assert visible(f"{BEFORE}{opening}{FULL}葡京</div>{AFTER}") == SHOWN
    hidden = opening.replace("display: none;", "VISIBILITY:hidden")
    assert visible(f"{BEFORE}{hidden}{FULL}葡京</div>{AFTER}") == SHOWN


def test_a_box_may_be_hidden_by_a_style_sheet() -> None:
    sheet = "<style>.x1y2z{display:none}.menu{color:red}</style>"
    opening = '<div class="a x1y2z" id="6fatj">'
    assert visible(f"{sheet}{BEFORE}{opening}{FULL}葡京</td></div>{AFTER}") == SHOWN


def test_what_a_style_sheet_hides_but_is_no_box_stays() -> None:
    sheet = "<style>.article{display:none}</style>"
    assert visible(f'{sheet}<div class="article">{AFTER}</div>') == SHOWN


@pytest.mark.parametrize(
    "hidden",
    [
        '<div style="display:none">葡京</div>',
        '<div style="display:none">葡京<td>葡京</div>',
        '<span style="DISPLAY : NONE">葡京</span>',
        '<li style="display:none">葡京<li style="display:none">葡京</li>',
        "<p hidden>葡京</p>",
        "<div hidden><div>葡京</div></div>",
        "<xmp>葡京</xmp>",
    ],
)
def test_other_hidden_text_is_not_read(hidden: str) -> None:
    assert visible(f"{BEFORE}{hidden}{AFTER}") == SHOWN


def test_empty_elements_with_random_ids_do_not_part_words() -> None:
    html = "<p>来<kbd id='s7isi'></kbd>源：天<b id='s7isi'></b>山网</p>"
    assert visible(html) == ["来源：天山网"]


def test_text_that_speaks_of_hiding_stays() -> None:
    html = "<p>样式 display: none 表示隐藏，ganrao 是干扰。</p>"
    assert clear(html).html == html


def test_the_text_that_was_cut_is_counted() -> None:
    assert clear(f"{OPEN}{FULL}<p id='6fatj'>葡 京</p></div>{AFTER}").removed == 2


NAMES = (
    "p div td tr th tbody table span b i ol ul li dl dt dd address small font fieldset sub sup "
    "ruby a h1 form select option"
)


def badly_built_box(rng: random.Random) -> str:
    """Elements never closed, end tags of elements never opened, raw text with markup in it."""
    own = "".join(rng.choices("abcdefghij0123456789", k=5))
    names = NAMES.split()
    inner = []
    for _ in range(rng.randint(4, 25)):
        name = rng.choice(names)
        raw = rng.choice(["xmp", "noframes", "noembed", "textarea", "script"])
        inner.append(
            rng.choice(
                [
                    f'<{rng.choice(["br", "img", "input", "wbr", "source"])} id="{own}">',
                    f'<{raw} id="{own}">葡京</div><p>葡京</{raw}>',
                    f"</{name}>",
                    f'<{name} id="{own}">',
                    f'<{name} id="{own}">葡京',
                    f'<{name} id="{own}"><b id="{own}"></b>葡京</{name}>',
                ]
            )
        )
    # Three that are sound, since a box is known by the id that its elements share.
    sound = f'<b id="{own}"></b>' * 3
    return f'<div id="{own}" style="display: none;">{sound}{"".join(inner)}</div>'


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10**9))
def test_however_badly_a_box_is_built_it_is_cut_and_the_article_stays(seed: int) -> None:
    rng = random.Random(seed)
    before, after = badly_built_box(rng), badly_built_box(rng)
    assert visible(f"{BEFORE}{before}{AFTER}{after}") == SHOWN


@pytest.mark.parametrize("seed", range(30))
def test_the_replicas_boxes_leave_no_trace(seed: int) -> None:
    rng = random.Random(seed)
    assert visible(f"{BEFORE}{box(rng)}{AFTER}{box(rng)}") == SHOWN
