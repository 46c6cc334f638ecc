"""The body of an article, without what stands in it that is none of it.

Knows HTML only as lines.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import takewhile

from tsnet.site.abstracts import drop_abstract, drop_summary, labelled_abstracts
from tsnet.site.body_extent import find_extent, find_opening
from tsnet.site.body_head import take_subtitle, trim_head
from tsnet.site.body_tail import drop_foot, trim_tail
from tsnet.site.boxes import find_boxes
from tsnet.site.credits import button_behind, take_away, take_credits, take_source
from tsnet.site.dateline import Dateline
from tsnet.site.document import Document
from tsnet.site.furniture import (
    is_abstract_of_other,
    is_code_to_scan,
    is_date,
    is_end,
    is_footer,
    is_furniture,
    is_imprint,
    is_own_picture,
    leads_to_file,
    rule_against,
)
from tsnet.site.headings import heads_list, heads_part, is_above_paragraph, texts_of
from tsnet.site.headline import Headline
from tsnet.site.lines import Line, Style
from tsnet.site.parts import ArticleParts
from tsnet.site.pictures import take_pictures, without_decoration
from tsnet.site.tables import is_in_data, join_rows
from tsnet.site.urls import on_host_of
from tsnet.text.boilerplate.editors import is_credit, is_loose_editor_line, is_loose_staff_line
from tsnet.text.boilerplate.lines import BROKEN_OFF, LABEL_LENGTH, SENTENCE_ENDS, is_prose
from tsnet.text.boilerplate.media import is_medium, is_source_line
from tsnet.text.boilerplate.other_articles import is_list_heading
from tsnet.text.boilerplate.tools import is_end_sign
from tsnet.text.dates import find_dates
from tsnet.text.fields import SOURCE_LABEL
from tsnet.text.spacing import letters

_OTHERS = re.compile(r"\W*(?:相关|延伸|推荐|往期|更多)")
"""How a heading opens below which headlines of other articles may stand."""
_WEB_ADDRESS = re.compile(r"https?:|www\.|@")
_MAY_HEAD_PARTS = ("tools", "comments", "placeholder")
"""Rules for words that may head a part of a text, too: 分享, 评论."""
_PLACE = re.compile(r"\d{1,3}\s?/\s?\d{1,3}")
"""Which of the pictures of a gallery stands above: ``1/8``."""
_PLACE_REACH = 2
"""How many lines above its caption a gallery's picture stands: ``1/8`` stands between them."""
_LONGEST_MEDIUM = 12
"""Characters that name a medium beside a day."""
_CREDITS = 8
"""Lines below the end of a text in which credits may stand."""
_SOURCE_LINES = 3
"""Lines at the top of the body of which a box may name the source."""


def read_body(
    parts: ArticleParts, document: Document, dateline: Dateline | None, headline: Headline | None
) -> None:
    """Fill in the paragraphs and the pictures, and what is found beside them on the way.

    That may be the smaller headline, the notice, the editors, and a source that the dateline lacks.
    """
    lines = document.lines
    first, end, parts.beyond = find_extent(lines, dateline, headline)
    _read_credits(parts, lines[end : end + _CREDITS])
    head = _level_of_head(lines, dateline, headline, first)
    region = _drop_titles(parts, _without_byline(lines, dateline, first, end))
    below = lines[end] if end < len(lines) else None
    titled = headline is not None and headline.last == first - 1
    kept = _drop_boxes(parts, region, head, below, titled=titled)
    kept = _drop_lists(parts, drop_summary(parts, kept))
    kept = _drop_furniture(parts, document, kept, headline)
    kept = join_rows(without_decoration(document, kept))
    footer = end < len(lines) and is_footer(lines[end].text)
    kept = drop_foot(parts, kept, lines[end]) if footer else kept
    kept = trim_tail(parts, kept, footer=footer)
    kept = drop_abstract(parts, trim_head(parts, kept))
    kept = take_subtitle(parts, kept, headline)
    opening = find_opening(lines, dateline, headline, first)
    take_pictures(parts, without_decoration(document, opening) + kept)


def _read_credits(parts: ArticleParts, below: list[Line]) -> None:
    """Keep the source and the authors that the first lines below the text name.

    Read are all of these lines below a mark of the end such as （完）, else only those at their top
    that are nothing but credits and signs of the end.
    """
    if not (below and is_end_sign(below[0].text)):
        below = [*takewhile(_is_of_end, below)]
    for line in below:
        if is_source_line(line.text):
            take_source(parts, line)
        elif is_credit(line.text):
            take_credits(parts, line)


def _is_of_end(line: Line) -> bool:
    """Whether a line says that the article is over, or who made it."""
    return is_end(line.text) or is_source_line(line.text) or is_credit(line.text)


def _level_of_head(
    lines: list[Line], dateline: Dateline | None, headline: Headline | None, first: int
) -> int | None:
    """How deep the smallest element lies that holds headline and dateline.

    None where the region that begins at the line ``first`` is not right below these.
    """
    if dateline is None or dateline.first is None or dateline.last + 1 != first:
        return None
    if headline is None or headline.last is None or headline.last >= dateline.first:
        return None
    return min(line.level for line in lines[headline.last + 1 : dateline.first + 1])


def _without_byline(
    lines: list[Line], dateline: Dateline | None, first: int, end: int
) -> list[Line]:
    """The lines of the body, below a byline that the dateline took from its element.

    The first then stands where that element begins, as it would if there were no byline.
    """
    region = lines[first:end]
    if region and dateline is not None and dateline.last == first - 1 > (dateline.first or 0):
        byline = lines[dateline.last]
        if byline.within == region[0].within and byline.level < region[0].level:
            region[0] = replace(region[0], level=byline.level)
    return region


def _drop_boxes(
    parts: ArticleParts, region: list[Line], head: int | None, end: Line | None, *, titled: bool
) -> list[Line]:
    """Without the boxes that stand beside the text in elements of their own.

    The source is taken from those near the top before they go. A heading that opens the region
    stays where the headline stands right above it (``titled``): it is the smaller headline.
    """
    abstracts = labelled_abstracts(region)
    boxes = find_boxes(region, head, end, abstracts, sourced=parts.source is not None)
    if titled and region and region[0].heading:
        boxes.discard(0)
    for index in sorted(boxes.intersection(range(_SOURCE_LINES))) if parts.source is None else ():
        of_other = index > 0 and rule_against(region[index - 1]) == "links"
        if SOURCE_LABEL.match(region[index].text) and not of_other:
            take_source(parts, region[index])
    for rule, indices in (("summary", abstracts), ("boxes", boxes - abstracts)):
        taken = sum(len(region[index].text) for index in indices)
        if taken:
            parts.cleaning[rule] += taken
    return [line for index, line in enumerate(region) if index not in boxes]


def _drop_lists(parts: ArticleParts, region: list[Line]) -> list[Line]:
    """Without headings of lists of other articles, and the links under them."""
    kept: list[Line] = []
    pictures: list[Line] = []
    in_list = False
    for index, line in enumerate(region):
        if line.picture is not None:
            in_list = in_list and not is_own_picture(line)
            (pictures if in_list else kept).append(line)
            continue
        if heads_list(region, index, len(region)):
            in_list = True
        elif in_list and not line.is_link and not is_date(line.text):
            in_list = line.link_chars > 0 and not is_prose(line.text)
            if is_prose(line.text) and not is_furniture(line):
                kept += pictures  # they stand between the list's last link and the text
        elif in_list and leads_to_file(line):
            in_list = False
        pictures.clear()
        if in_list:
            parts.cleaning["related"] += len(line.text)
        else:
            kept.append(line)
    return kept


def _drop_titles(parts: ArticleParts, region: list[Line]) -> list[Line]:
    """Without a list of other articles at the end of the text whose headlines are no links."""
    last = len(region)
    while last and (is_furniture(region[last - 1]) or _is_field(region[last - 1].text)):
        last -= 1
    first = last
    while first and _may_be_title(region[first - 1]):
        first -= 1
        if is_list_heading(region[first].text) and _OTHERS.match(region[first].text):
            if last - first == 1:
                break
            parts.cleaning["related"] += sum(len(line.text) for line in region[first:last])
            return region[:first] + region[last:]
    return region


def _may_be_title(line: Line) -> bool:
    """Whether a line may be a headline: short, no sentence, no book, no address."""
    text = line.text
    return (
        line.picture is None
        and not line.link_chars
        and len(text) <= LABEL_LENGTH
        and not text.endswith((*SENTENCE_ENDS, "》"))
        and not _WEB_ADDRESS.search(text)
    )


def _is_field(text: str) -> bool:
    """Whether a line below a text is a credit, a source, or contacts."""
    return (
        is_credit(text)
        or is_loose_staff_line(text)
        or is_loose_editor_line(text)
        or is_source_line(text)
        or is_imprint(text)
    )


def _drop_furniture(
    parts: ArticleParts, document: Document, region: list[Line], headline: Headline | None
) -> list[Line]:
    """Without tools, pagers, placeholders, notices and lines that are only a link."""
    title = letters(headline.title) if headline else ""
    bold = [line for line in region if line.is_bold]
    plain = [line for line in bold if not is_furniture(line)]
    styles = {line.style for line in plain}
    if len(plain) < len(bold):
        styles |= _styles_of_headings(region)
    kept: list[Line] = []
    announced = False
    above: str | None = None
    own = _own_abstracts(document, region)
    for index, line in enumerate(region):
        rule = rule_against(line)
        announced = _announces(line) or (announced and rule == "links")
        is_own = index in own
        if rule == "links" and not is_own:
            is_own = (announced and _leads_to_other_site(document, line)) or (
                line.row > 0 and is_in_data(region, index)
            )
        if is_own or (rule in _MAY_HEAD_PARTS and heads_part(region, index, styles)):
            rule = None
        if rule is None and index not in own:
            rule = _rule_by_line_above(region, index, above)
        if rule is None and above == "pager" and _is_caption_of_place(region, index):
            line = replace(line, captioned=True)
        above = rule
        if rule is None and title and not kept and letters(line.text) == title:
            rule = "title"
        if rule is None:
            kept.append(_without_button(parts, line) if line.link_chars else line)
            continue
        take_away(parts, rule, line)
        if kept and is_code_to_scan(kept[-1], line):
            kept.pop()
    return kept


def _rule_by_line_above(region: list[Line], index: int, above: str | None) -> str | None:
    """The rule by which a line that reads as text is none of it, for what stands right above.

    ``above``: the rule that took the line above.
    """
    line = region[index]
    if above in ("links", "neighbours") and _is_of_link(line):
        return above
    of_picture = index > 0 and region[index - 1].picture is not None
    return "pager" if of_picture and _PLACE.fullmatch(line.text) else None


def _own_abstracts(document: Document, region: list[Line]) -> set[int]:
    """Indices of the paragraphs of a digest, each of which is broken off and links to its article.

    None where the region has other text. Nor one whose article another line of the page leads to:
    that is an abstract in a list.
    """
    found = {
        index: document.absolute(line.href or "")
        for index, line in enumerate(region)
        if is_abstract_of_other(line)
    }
    texts = (line for index, line in enumerate(region) if index not in found)
    if not found or any(is_prose(line.text) and rule_against(line) is None for line in texts):
        return set()
    headed = {
        document.absolute((line.picture.href if line.picture else line.href) or "")
        for line in document.lines
        if not is_abstract_of_other(line)
    }
    return {index for index, href in found.items() if href not in headed}


def _is_caption_of_place(region: list[Line], index: int) -> bool:
    """Whether a line below a number such as ``1/8`` is the caption of the picture above that.

    It is the last line of the picture's element.
    """
    line, below = [*region[index : index + 2], Line("")][:2]
    return (
        index >= _PLACE_REACH
        and region[index - _PLACE_REACH].picture is not None
        and below.level < line.level
        and len(line.text) <= LABEL_LENGTH
        and not line.indented
    )


def _styles_of_headings(region: list[Line]) -> set[Style]:
    """The styles of bold lines, of which at least two lines each stand between paragraphs."""
    texts = texts_of(region)
    found = Counter(
        line.style
        for index, line in enumerate(texts)
        if line.is_bold
        and index > 0
        and is_prose(texts[index - 1].text)
        and is_above_paragraph(texts, index)
    )
    return {style for style, count in found.items() if count > 1}


def _without_button(parts: ArticleParts, line: Line) -> Line:
    """A paragraph without the button behind it."""
    button = button_behind(line)
    if not button:
        return line
    parts.cleaning["tools"] += len(button)
    return replace(line, text=line.text.removesuffix(button).rstrip())


def _is_of_link(line: Line) -> bool:
    """Whether a line right below a link belongs to the article that the link leads to.

    It gives its day and its medium, or its beginning, broken off.
    """
    if line.text.endswith(BROKEN_OFF) and not line.text.endswith("……"):
        return not line.indented
    date = next(find_dates(line.text), None)
    return (
        date is not None
        and not line.indented
        and 0 < len(line.text) - len(date.raw) <= _LONGEST_MEDIUM
        and is_medium(line.text.replace(date.raw, "").strip(" |·"))
    )


def _leads_to_other_site(document: Document, line: Line) -> bool:
    target = document.absolute(line.href or "")
    return target is not None and on_host_of(target, document.url) is None


def _announces(line: Line) -> bool:
    """Whether a paragraph says that something follows it: ``现将常用网站公布如下：``."""
    return line.text.endswith(("：", ":")) and is_prose(line.text)
