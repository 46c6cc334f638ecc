"""Where the body of an article begins and ends.

Knows HTML only as lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice, pairwise, takewhile

from tsnet.site.date_candidates import is_stamp
from tsnet.site.dateline import Dateline
from tsnet.site.furniture import (
    is_date,
    is_end,
    is_footer,
    is_furniture,
    is_imprint,
    is_own_picture,
)
from tsnet.site.headings import (
    heads_comments,
    heads_list,
    heads_part,
    holds_moment,
    is_above_paragraph,
    is_long_text,
    texts_of,
)
from tsnet.site.headline import Headline
from tsnet.site.lines import Line, Style
from tsnet.site.text_element import is_paragraph
from tsnet.text.boilerplate.editors import is_editor_line
from tsnet.text.boilerplate.imprint import is_contact_line, is_imprint_line, names_organiser
from tsnet.text.boilerplate.lines import BROKEN_OFF, is_prose
from tsnet.text.boilerplate.notices import is_notice
from tsnet.text.boilerplate.other_articles import (
    is_comment_heading,
    is_list_heading,
    is_neighbour_line,
)
from tsnet.text.boilerplate.tools import is_end_sign
from tsnet.text.fields import AGO
from tsnet.text.spacing import letters

UNMARKED_LINES = 4
"""So many lines are a body though none is a sentence: verse, a list."""
_NEAR_FOOT = 4
"""Lines below one that reads as the foot's in which sentences show that the text is below it."""
_NEAR_COMMENT = 3
"""Lines below a heading of comments of which one says when the first comment was made."""
_LEAST_CAPTIONS = 2
"""Captions from which on a page may have no text but these."""
_FOOT_ON_TOP = 2
"""Lines of the region at most above such a line that stands above the text."""
_GOES_ON = 2
"""Paragraphs below a list of other articles that show that the text goes on there."""
_LEAST_ABSTRACTS = 2
"""Abstracts by which a page without any other paragraph is a list."""
_ABOVE_ABSTRACT = 2
"""Lines above an abstract that hold the link to the article, and its day."""
_LEAST_LINK = 6
"""Characters of that link where the day stands beside it."""
_LOWEST_RANK = 2
"""Rank of a heading below which it may head a part of the text."""
_NEAR_HEADLINE = 3
"""Lines below a headline repeated in the text, of which one is the first paragraph."""
_DATELINE = 2
"""Lines below a headline of which one says when the article was published."""


def find_extent(
    lines: list[Line], dateline: Dateline | None, headline: Headline | None
) -> tuple[int, int, int]:
    """First line of the body, the line that ends it, and the one that heads another article.

    The last two are past all lines where there is none.
    """
    first, last = _region(lines, dateline, headline)
    other = last if headline is None else _find_next_article(lines, headline.title, first, last)
    end = _find_end(lines, first, other)
    if _are_abstracts(lines, first, end):
        end = first
    return first, end, other if other < last else len(lines)


def find_opening(
    lines: list[Line], dateline: Dateline | None, headline: Headline | None, first: int
) -> list[Line]:
    """What a text opens with above the headline that stands in it again, right above ``first``.

    That is a picture of its own, what stands right below one, or a line set as the first paragraph
    is; one set as the headline is but another headline.
    """
    if dateline is None or dateline.first is None or headline is None or headline.last != first - 1:
        return []
    title = letters(headline.title)
    near = range(first, min(len(lines), first + _NEAR_HEADLINE))
    last = next((index for index in near if is_paragraph(lines[index])), None)
    if last is None or all(letters(line.text) != title for line in lines[: dateline.first]):
        return []
    opening: list[Line] = []
    for index in range(last - 1, dateline.last, -1):
        if lines[index + 1].level < lines[last].level:
            break  # the element of the text begins there
        line = lines[index]
        if index < first and (line.picture or letters(line.text) not in title):
            if not _opens_text(lines, index, lines[last]):
                break
            opening.append(line)
    return opening[::-1]


def _opens_text(lines: list[Line], index: int, paragraph: Line) -> bool:
    line = lines[index]
    if line.picture is not None:
        return is_own_picture(line)
    set_alike = line.within == paragraph.within or line.block == paragraph.block
    return _is_unmarked(line) and (
        is_own_picture(lines[index - 1]) or (set_alike and line.style == paragraph.style)
    )


def _are_abstracts(lines: list[Line], first: int, end: int) -> bool:
    """Whether the paragraphs of a region are those of a list: below a link each, and near a day."""
    over = texts_of(lines[max(0, first - _ABOVE_ABSTRACT) : first])
    texts = texts_of(lines[first:end])
    shown = [*over, *texts, *lines[end : end + 1], Line("")]
    found = 0
    for index, line in enumerate(texts, len(over)):
        if line.is_link or not is_prose(line.text):
            continue
        if _is_listed(shown[max(0, index - _ABOVE_ABSTRACT) : index], shown[index + 1]):
            found += 1
        elif not _says_when(line):
            return False
    return found >= _LEAST_ABSTRACTS


def _is_listed(above: list[Line], below: Line) -> bool:
    """Whether a paragraph stands below a link that a day stands beside, or below the paragraph."""
    over, nearest = [Line(""), *above][-_ABOVE_ABSTRACT:] if above else (Line(""), Line(""))
    if nearest.is_link:
        return _says_when(below)
    return _says_when(nearest) and (over.is_link or nearest.link_chars >= _LEAST_LINK)


def _says_when(line: Line) -> bool:
    """Whether a line is a day, or holds it and an hour or behind a label, as by what is listed."""
    return is_date(line.text) or holds_moment(line.text) or is_stamp(line.text)


def _find_next_article(lines: list[Line], title: str, first: int, last: int) -> int:
    """The line that heads another article, ``last`` where the page has but one.

    It is a heading of the rank of the headline, and right below it stand a day and an hour.
    """
    own = letters(title)
    rank = next((line.heading for line in lines[:first] if letters(line.text) == own), 0)
    for index in range(first, last) if 0 < rank <= _LOWEST_RANK else ():
        below = lines[index + 1 : index + 1 + _DATELINE]
        if lines[index].heading == rank and any(holds_moment(line.text) for line in below):
            # Where the first text is headed so, the article is a series of news.
            return index if any(map(_is_unmarked, lines[first:index])) else last
    return last


def _region(
    lines: list[Line], dateline: Dateline | None, headline: Headline | None
) -> tuple[int, int]:
    """First line of the body and the line after the last that may belong to it."""
    after_title = headline.last + 1 if headline and headline.last is not None else 0
    if dateline is None or dateline.first is None:
        return after_title, len(lines)
    below = max(dateline.last + 1, after_title)
    above = lines[after_title : dateline.first]
    told = list(_sentences(above))
    if told:
        told_below = list(_sentences(lines[below:]))
        # One sentence below a link may be the article's own text; several are abstracts.
        one = sum(below_link for _, below_link in told + told_below) == 1
        if _length(told, abstracts=one) > _length(told_below, abstracts=one):
            return after_title, dateline.first
    if not any(_sentences(lines[below:])):
        unmarked = sum(map(_is_unmarked, above))
        unmarked_below = sum(map(_is_unmarked, _to_end(lines[below:])))
        if UNMARKED_LINES <= unmarked > unmarked_below:
            return after_title, dateline.first
        if unmarked_below < UNMARKED_LINES:
            return _above_all(lines, headline, dateline.first) or (below, len(lines))
    return below, len(lines)


def _above_all(
    lines: list[Line], headline: Headline | None, dateline: int
) -> tuple[int, int] | None:
    """The region of a text that stands above headline and dateline, as a page may show it below.

    It has two paragraphs at least, none of the first right below a link, as abstracts stand. None
    where there is no such text.
    """
    last = dateline if headline is None or headline.last is None else min(headline.last, dateline)
    texts = [index for index, line in enumerate(lines[:last]) if is_paragraph(line)]
    opening = texts[:_GOES_ON]
    if len(opening) < _GOES_ON or any(_is_below_link(lines, index) for index in opening if index):
        return None
    first = texts[0]
    while first > 0 and (lines[first - 1].picture or _is_unmarked(lines[first - 1])):
        first -= 1
    return first, last


def _length(sentences: Iterable[tuple[int, bool]], *, abstracts: bool) -> int:
    """How long they are together. abstracts: whether those right below links count."""
    return sum(length for length, below_link in sentences if abstracts or not below_link)


def _sentences(lines: list[Line]) -> Iterator[tuple[int, bool]]:
    """How long each line of sentences is, up to what says that the article is over.

    With each whether it stands right below a link, as the abstracts of what is listed do.
    """
    for above, line in pairwise([Line(""), *_to_end(lines)]):
        text = line.text
        if is_prose(text) and not (
            line.is_link
            or is_furniture(line)
            or is_imprint(text)
            or is_notice(text)
            or (holds_moment(text) and "。" not in text)
        ):
            yield len(text), above.is_link


def _to_end(lines: list[Line]) -> Iterator[Line]:
    """The lines but for pictures, up to what says that the article is over, or heads comments."""
    return takewhile(
        lambda line: not (is_end(line.text) or is_comment_heading(line.text)), texts_of(lines)
    )


def _is_unmarked(line: Line) -> bool:
    """Whether a line may be text though it is no sentence: verse, an item."""
    return not (line.picture is not None or line.is_link or is_end(line.text) or is_furniture(line))


def _find_end(lines: list[Line], first: int, last: int) -> int:
    """The line that ends the body: the first sure sign below text, else the first likely one."""
    start = _find_start(lines, first, last)
    if start == last or is_end(lines[start].text) or heads_comments(lines, start):
        return start
    return _EndSearch(lines, last, indented=lines[start].indented).find(start + 1)


def _find_start(lines: list[Line], first: int, last: int) -> int:
    """The first line of text; the line that ends it where that comes first, ``last`` for neither.

    A sign of the end may stand above the text, but not right below a picture of the article's own;
    comments may not.
    """
    unmarked = captions = 0
    below_picture = False
    for index in range(first, last):
        line = lines[index]
        if line.picture is not None:
            below_picture = is_own_picture(line)
            continue
        if below_picture and is_end(line.text) and not _names_editor_on_top(lines, index, last):
            return index
        if heads_comments(lines, index) and _are_comments(lines, index + 1, last):
            return index
        if captions >= _LEAST_CAPTIONS and is_end(line.text):
            return index - 1  # all of the text are pictures
        if is_footer(line.text):
            if index <= first + _FOOT_ON_TOP and _is_above_text(lines[index + 1 : last]):
                continue
            return index
        if not line.is_link and is_prose(line.text) and not is_end(line.text):
            return index
        if _is_unmarked(line):
            unmarked += 1
            below_picture = False
            captions += index > first and lines[index - 1].picture is not None
            if line.indented or unmarked >= UNMARKED_LINES:
                return index
    return last


def _names_editor_on_top(lines: list[Line], index: int, last: int) -> bool:
    """Whether an editor stands above the text: sentences follow, and below them an editor again."""
    below = lines[index + 1 : last]
    return (
        is_editor_line(lines[index].text)
        and _is_above_text(below)
        and any(is_editor_line(line.text) for line in below)
    )


def _are_comments(lines: list[Line], first: int, last: int) -> bool:
    """Whether the first lines below a heading of comments say who made one when."""
    texts = (lines[n].text for n in range(first, last) if lines[n].picture is None)
    return any(holds_moment(text) or AGO.search(text) for text in islice(texts, _NEAR_COMMENT))


def _is_above_text(below: list[Line]) -> bool:
    """Whether sentences stand near below a line of the foot, which a page may have at its top."""
    texts = [line.text for line in texts_of(below[:_NEAR_FOOT]) if line.text.endswith("。")]
    return sum(not is_imprint(text) for text in texts) >= _GOES_ON


@dataclass(slots=True)
class _LikelyEnd:
    """A line that likely ends the body, and what was seen below it."""

    index: int
    comments: bool
    """Whether comments stand below it: it heads them, or a line below it does; or it says itself
    that the text is over."""
    dated: bool = False
    """Whether one of the comments has its day and hour, so that comments they are."""
    texts: int = 0
    """Paragraphs that stand below no link."""
    abstracts: int = 0
    """Paragraphs right below a link: one may be text, several are abstracts of what is listed.

    One that is broken off is no text, and not counted."""

    @property
    def is_above_text(self) -> bool:
        """Whether there is enough text below it for the article to go on there."""
        texts = self.texts + (self.abstracts == 1 and not self.comments)
        return texts >= _GOES_ON and not self.dated


@dataclass(slots=True)
class _EndSearch:
    """The search for the end of a body, below the first line of its text.

    It is in the text until a line likely ends that, and again where the text goes on below.
    """

    lines: list[Line]
    last: int
    """The line after the last that may belong to the body."""
    indented: bool
    """Whether a paragraph of the text so far is; items of lists and tables are not."""
    styles: set[Style] = field(default_factory=set)
    """How the headings in the text so far are set."""
    likely: _LikelyEnd | None = None
    """What likely ended the text; None in the text."""

    def find(self, start: int) -> int:
        """The line that ends the body, looked for from a line on."""
        for index in range(start, self.last):
            line = self.lines[index]
            if line.picture is not None:
                self.read_picture(line)
                continue
            if self.holds_line_of_foot(index):
                continue
            if is_end(line.text):
                return self.end_at(index)
            if self.likely is None:
                self.read_text(index)
            else:
                self.read_below(index, self.likely)
        likely = self.likely
        if likely is None or (likely.is_above_text and not likely.comments):
            return self.last
        return likely.index

    def holds_line_of_foot(self, index: int) -> bool:
        """Whether a line reads as the foot's, but stands in the text.

        A mirror may put a row of links there, the heading of a part may read like one, and an
        announcement may state a firm's licence.
        """
        line = self.lines[index]
        return is_footer(line.text) and (
            ((self.indented or line.indented) and _indented_text(self.lines, index))
            or heads_part(self.lines, index, self.styles)
            or _is_set_as_text(self.lines, index)
        )

    def end_at(self, sign: int) -> int:
        """The end, where a line says for sure that the article is over by then.

        The article's own sign, an editor or a notice, stands below all of its text; the foot may
        stand below other articles.
        """
        likely = self.likely
        if likely is None or likely.is_above_text:
            return sign
        return likely.index if likely.comments or is_footer(self.lines[sign].text) else sign

    def read_picture(self, line: Line) -> None:
        """Read a picture: below other articles the text goes on with one of its own."""
        likely = self.likely
        if likely is None or likely.comments or not is_own_picture(line):
            return
        if is_list_heading(self.lines[likely.index].text):
            self.likely = None

    def read_text(self, index: int) -> None:
        """Read a line in the text."""
        lines, line = self.lines, self.lines[index]
        if _is_likely_end(lines, index, self.last, self.styles):
            over = is_end_sign(line.text) or heads_comments(lines, index)
            self.likely = _LikelyEnd(index, comments=over)
        elif line.is_bold and (not is_furniture(line) or is_above_paragraph(lines, index)):
            self.styles.add(line.style)
        elif is_prose(line.text):
            self.indented = self.indented or line.indented

    def read_below(self, index: int, likely: _LikelyEnd) -> None:
        """Read a line below one that likely ended the text, which may go on here."""
        lines, line = self.lines, self.lines[index]
        if _is_headed_like(lines, index, likely.index):
            self.likely = None
            self.styles.add(line.style)
        elif _resumes(lines[likely.index].text, line, indented=self.indented):
            self.likely = None
        elif not likely.comments and heads_comments(lines, index):
            if likely.is_above_text:
                self.likely = _LikelyEnd(index, comments=True)
            likely.comments = True
        elif holds_moment(line.text):
            likely.dated = likely.dated or likely.comments
        elif is_long_text(line):
            if _is_below_link(lines, index):
                likely.abstracts += not line.text.endswith(BROKEN_OFF)
            else:
                likely.texts += 1
            if likely.texts >= _GOES_ON and not likely.comments:
                self.likely = None


def _is_below_link(lines: list[Line], index: int) -> bool:
    """Whether a line stands right below a link, or below the date of one."""
    above = lines[index - 1]
    if is_date(above.text) and not above.is_link:
        above = lines[index - 2]
    return above.is_link


def _is_headed_like(lines: list[Line], index: int, end: int) -> bool:
    """Whether a line heads a part of the text as one above did that seemed to end it."""
    return (
        lines[index].is_bold
        and lines[index].style == lines[end].style
        and is_above_paragraph(lines, index)
        and is_above_paragraph(lines, end)
    )


def _is_set_as_text(lines: list[Line], index: int) -> bool:
    """Whether a line that is no link is set as a paragraph right below it is."""
    line = lines[index]
    return not line.link_chars and any(
        other.within == line.within
        and other.style == line.style
        and is_paragraph(other)
        and not any(of_foot(other.text) for of_foot in (is_footer, is_imprint, is_notice))
        for other in lines[index + 1 : index + 2]
    )


def _indented_text(lines: list[Line], index: int) -> bool:
    """Whether a paragraph with an indent follows a line closely."""
    return any(
        line.indented and not line.link_chars and is_prose(line.text)
        for line in lines[index + 1 : index + 4]
    )


def _resumes(end: str, line: Line, *, indented: bool) -> bool:
    """Whether a text goes on below what likely ended it.

    Below contacts and who organises in an announcement, but not in a page's foot; below other
    articles or what asks for comments in a line set like all paragraphs before (``indented``).
    """
    if names_organiser(end):
        text = line.text
        other = line.is_link or is_imprint(text) or is_furniture(line)
        return is_prose(text) and not other
    if is_contact_line(end):
        return line.text.endswith("。") or is_date(line.text)
    below_page = is_neighbour_line(end) or is_imprint_line(end)
    return indented and line.indented and not (line.is_link or below_page)


def follows_closely(lines: list[Line], index: int) -> bool:
    """Whether a line is set off from the one above it no more than its neighbours are."""
    above = [line.block for line in texts_of(lines[max(0, index - 4) : index])]
    below = [line.block for line in texts_of(lines[index : index + 4])]
    around = [b - a for a, b in chain(pairwise(above), pairwise(below))]
    return bool(above) and below[0] - above[-1] <= max(around, default=0)


def _is_likely_end(lines: list[Line], index: int, last: int, styles: set[Style]) -> bool:
    """Whether a line likely ends the body: comments, the neighbours, a list of other articles.

    So do an address and who organises, but where they are set like the text or stand above the
    dateline; ``styles`` says how the headings in the text are set.
    """
    text = lines[index].text
    if heads_comments(lines, index):
        return not heads_part(lines, index, styles)
    if is_neighbour_line(text) or is_end_sign(text):
        return True
    if is_contact_line(text):
        set_like_text = lines[index].indented or follows_closely(lines, index)
        return last == len(lines) and not set_like_text
    if is_imprint_line(text):
        may_be_text = lines[index].indented or last < len(lines)
        return not (may_be_text and names_organiser(text))
    return heads_list(lines, index, last)
