"""English pages: what stands around their articles, by its wording and on a page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timezone

import pytest

from tsnet.extraction import read_article_page
from tsnet.items import FetchedPage, Image
from tsnet.text import names
from tsnet.text.boilerplate.captions import is_caption
from tsnet.text.boilerplate.editors import is_editor_line
from tsnet.text.boilerplate.imprint import is_footer_links, is_imprint_line
from tsnet.text.boilerplate.media import is_medium
from tsnet.text.boilerplate.notices import is_notice
from tsnet.text.boilerplate.other_articles import is_comment_heading, is_list_heading
from tsnet.text.boilerplate.tools import is_tool_line
from tsnet.text.fields import opens_with_label

ADDRESS = "http://m.euiu.cn/xwzx/szxw/202503/t20250319_26369128.shtml"
TITLE = "Apricot blossoms draw visitors to Ili valley"
TEXT = [
    "YINING -- Some 12,600 visitors came to the valley on Tuesday, up 30 percent from a year ago.",
    '"The road is new, and so is my guesthouse," said a farmer from Xinyuan.',
    "The festival runs until April 20.",
]
PARAGRAPHS = "".join(f"<p>{paragraph}</p>" for paragraph in TEXT)

FURNITURE: list[tuple[Callable[[str], bool], list[str]]] = [
    (is_editor_line, ["Editor: Zhang Wen", "(Web editors: Zhang Wen, Li Xia)"]),
    (opens_with_label, ["Editor: Zhang Wen", "【Editor: Zhang Wen】", "By Zhang Wen"]),
    (
        is_list_heading,
        ["Related Stories", "Most Read", "Editor's Picks", "You May Like", "What's Hot >>"],
    ),
    (is_comment_heading, ["Comments (3)", "Leave your comment", "12 comments"]),
    (
        is_tool_line,
        [
            "ShareCLOSE",
            "BACK TO THE TOP",
            "Share | Print | E-mail",
            "Share to Facebook Twitter",
            "Large Medium Small",
            "Back to top",
        ],
    ),
    (is_notice, ["Reproduction in whole or in part without permission is prohibited."]),
    (is_footer_links, ["About Us | Contact Us | Privacy Policy"]),
    (is_imprint_line, ["Sponsored by the county government", "License No.: 651201"]),
    (
        is_caption,
        ["Visitors in the valley. (Photo by Zhang Wen)", "An aerial photo shows the valley."],
    ),
    (is_medium, ["Xinhua", "China Daily", "Global Times", "Tianshannet"]),
]
PROSE = [
    "Editors say that the paper sells well.",
    "Top shares",
    "Share prices fell on Tuesday.",
    "Print shops close early in winter.",
    "Comments on the plan are welcome until May.",
    "The notice said: reproduction is prohibited.",
    "More news reached the village by noon.",
    "They sponsored a school in Xinyuan.",
]


@pytest.mark.parametrize(("rule", "lines"), FURNITURE)
def test_what_stands_around_an_english_article_is_known(
    rule: Callable[[str], bool], lines: list[str]
) -> None:
    assert [line for line in lines if not rule(line)] == []


@pytest.mark.parametrize("line", PROSE)
def test_english_sentences_with_such_words_are_text(line: str) -> None:
    assert [rule.__name__ for rule, _ in FURNITURE if rule(line)] == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Editor: huaxia", ["huaxia"]),
        ("Editor: 刘芳", ["刘芳"]),
        ("(Web editors：刘芳、万平 刘翔)", ["刘芳", "万平", "刘翔"]),
        ("(Web editors: Zhang Wen and Li Xia)", ["Zhang Wen", "Li Xia"]),
        ("Source: Xinhua | 2025-03-19 | Editor: Zhang Wen", ["Zhang Wen"]),
        ("The editor: a life in print, a film", []),
        ("责任编辑：刘芳", ["刘芳"]),
    ],
)
def test_english_editors_are_read(line: str, found: list[str]) -> None:
    assert names.find_editors(line) == found


def test_an_english_page_is_read() -> None:
    html = f"""<title>{TITLE}-Tianshannet</title><div>Open in App</div><h1>{TITLE}</h1>
        <p>Tianshannet</p><p>Mar 19, 2025 19:38</p><div><p><img src=1.jpg></p>
        <p>Visitors in the valley. (Photo by Li Ming)</p>{PARAGRAPHS}</div>
        <p>(Web editor: Zhang Wen)</p><div>Share to Facebook Twitter</div><h3>Comments</h3>
        <p>Post a comment</p><h3>Trending</h3><p><a href=/a>Snow leopards return</a></p>
        <p>Sponsored by the county government</p>
        <p>Reproduction in whole or in part without permission is prohibited.</p>"""
    article = read_article_page(
        FetchedPage(ADDRESS, 200, {}, html.encode(), datetime(2026, 1, 1, tzinfo=timezone.utc))
    ).article
    assert article.title == TITLE
    assert article.subtitle is None
    assert article.source == "Tianshannet"
    assert article.editors == ["Zhang Wen"]
    assert article.body.split("\n") == TEXT
    image = Image(
        ADDRESS.rsplit("/", 1)[0] + "/1.jpg", "Visitors in the valley. (Photo by Li Ming)"
    )
    assert article.images == [image]
    assert (
        article.rights.notice
        == "Reproduction in whole or in part without permission is prohibited."
    )


@pytest.mark.parametrize(
    ("dateline", "source"),
    [
        ("<p>By Zhang Wen in Urumqi | China Daily | Updated: 2025-03-19 09:14</p>", "China Daily"),
        ("<p>Source: Xinhua</p><p>Editor: huaxia</p><p>2025-03-19 09:14:30</p>", "Xinhua"),
        ("<p>By Global Times</p><p>Published: Mar 19, 2025 09:14 PM</p>", "Global Times"),
    ],
)
def test_the_medium_and_the_writer_of_an_english_dateline_are_no_smaller_headline(
    dateline: str, source: str
) -> None:
    html = f"<title>{TITLE}</title><h1>{TITLE}</h1>{dateline}{PARAGRAPHS}"
    fetched = datetime(2026, 1, 1, tzinfo=timezone.utc)
    article = read_article_page(FetchedPage(ADDRESS, 200, {}, html.encode(), fetched)).article
    assert (article.source, article.subtitle) == (source, None)
    assert article.body.split("\n") == TEXT


def test_editors_of_an_english_dateline_are_read() -> None:
    dateline = "<div>Source: Xinhua | March 19, 2025 | Editor: huaxia</div>"
    html = f"<title>{TITLE}</title><h1>{TITLE}</h1>{dateline}{PARAGRAPHS}"
    article = read_article_page(
        FetchedPage(ADDRESS, 200, {}, html.encode(), datetime(2026, 1, 1, tzinfo=timezone.utc))
    ).article
    assert (article.source, article.editors) == ("Xinhua", ["huaxia"])
    assert article.body.split("\n") == TEXT


def test_a_row_of_marks_behind_a_tool_is_read_in_one_way_only() -> None:
    # Were a mark both a tool and what parts tools, this would take longer than anyone lives.
    assert not is_tool_line("share" + "+-" * 25 + "x")
    assert is_tool_line("Font: A+ A- Print")
