"""The pictures of an article and their captions, told from its paragraphs by how they are set."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from itertools import chain, groupby, pairwise
from operator import attrgetter

from tsnet.site.document import Document
from tsnet.site.lines import Line, Picture, Tint, is_larger
from tsnet.site.parts import ArticleParts
from tsnet.site.urls import ArticleAddress, later_page
from tsnet.text.boilerplate.captions import is_caption
from tsnet.text.boilerplate.lines import LABEL_LENGTH, is_prose
from tsnet.text.spacing import EDGE, letters

PICTURE_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|bmp)(?:[?#]|$)", re.IGNORECASE)
"""Where a link leads to a picture, and to no other page."""
_DECORATION = re.compile(
    r"(?:^|[/_-])(?:icon|logo|share|qr|qrcode|ewm|erweima|weixin|wechat|weibo|blank|spacer|loading|dot|"
    r"arrow|btn|button|bg|banner|print|line|beian|ghs|police)[\w-]*\.(?:gif|png|svg|jpe?g|webp|ico)$"
    r"|(?:^|/)(?:images?|img)/(?!.{0,200}\d{6})[^?]{0,200}\.gif$"  # a text's have a day or number
    r"|(?:^|[/_-])(?:end_?news|news_?end|end)\.(?:gif|png)$"
    r"|(?:^|/)w[xb]\.(?:gif|png|jpe?g)$|(?:^|/)(?:icons?|logos?|qr|qrcode|ewm|erweima)/[^/]*$",
    re.IGNORECASE,
)
"""How addresses of pictures end or where they lie that are the template's: icons, logos, codes."""
_MARKS = "△▲▼▽◀▶↑↓←→■● "
"""What captions open with that points at their picture."""
_POINTS_DOWN = ("▼", "▽", "↓")
"""How the caption of the picture below opens."""
_SMALL_PICTURE = 60
"""Pixels of width or height below which a picture is an icon."""
_LONGEST_CREDIT = 24
"""Characters of a line that names who took a picture."""
_LEAST_SERIES = 3
"""Pictures each with a line below it from which on the lines are captions, however they are set."""
_PART = re.compile(
    r"""
    (?:\d{1,2}|[一二三四五六七八九十]{1,3})$
    | 第.{1,4}[章节条] | [一二三四五六七八九十]{1,3}、
    | [(（][一二三四五六七八九十]{1,3}[)）] | 0\d\s
    | 附(?:件|表|[:：])
    | [(（]\d{4}年.{4,60}通过[)）]
    | \d{4}年\d{1,2}月\d{1,2}日$
    """,
    re.VERBOSE,
)
"""How the heading of a part opens that may stand below a picture (``二``, ``二、``, ``附件``), and
what says when a law was passed or an announcement written."""
_UNIT = re.compile(r"[(（]?(?:计量)?单位[:：]")
"""What may stand between the heading of a table and the table: ``单位：亿元``."""
_LONGEST_UNMARKED = 25
"""Characters of a caption that neither its setting nor its wording tells from a paragraph."""
_SMALLEST_STEP = 2
"""Elements that end and begin between two paragraphs, where the page has too few to tell."""
_MOST_OF_TEXT = 0.75
"""Part of the text that must have one colour and size for these to be the paragraphs'."""
_REACH = 4
"""Lines from a caption on, itself among them, that show which element holds the paragraphs."""
_LEAST_CAPTION = 4
"""Characters of a caption at least; cells of tables may have fewer."""


def without_decoration(document: Document, kept: list[Line]) -> list[Line]:
    """The lines without icons and advertisements; other pictures have their absolute address."""
    found = []
    for line in kept:
        if line.picture is not None:
            url = _picture_url(document, line.picture)
            if url is None:
                continue
            line = replace(line, picture=replace(line.picture, src=url))
        found.append(line)
    return found


def take_pictures(parts: ArticleParts, kept: list[Line]) -> None:
    """Split what is left into paragraphs and pictures, absolutely addressed, with captions."""
    habit = _Habit(kept)
    kept = _with_captions_marked(_beside_captions(kept))
    gallery = _is_gallery(kept)
    captions = _split(parts, kept, habit, gallery)
    if captions:
        parts.cleaning["captions"] += sum(map(len, captions))
    told = sum(map(len, parts.paragraphs))
    if told < sum(map(len, captions)) and not any(map(is_prose, parts.paragraphs)):
        parts.paragraphs = captions + parts.paragraphs


def _split(parts: ArticleParts, kept: list[Line], habit: _Habit, gallery: bool) -> list[str]:
    """Fill in the paragraphs and the pictures; returns the captions, in order."""
    captions: list[str] = []
    pictures: dict[str, str | None] = {}
    before: Line | None = None
    """The picture, or the caption's first line, that a caption may stand below."""
    pointing: Line | None = None
    """The caption that stands above the next picture, whose first line it is then."""
    for line, after in pairwise([*kept, Line("")]):
        if line.picture is not None:
            said = pointing.text.lstrip(_MARKS) if pointing is not None else None
            pictures.setdefault(line.picture.src, said)
            before, pointing = pointing or line, None
        elif after.picture is not None and (
            line.text.startswith(_POINTS_DOWN) or (line.captioned and after.level > line.level)
        ):
            pointing = line
            captions.append(line.text.lstrip(_MARKS))
        elif before is not None and (
            (gallery and before.picture is not None) or _is_caption(line, before, after, habit)
        ):
            url, caption = next(reversed(pictures.items()))
            text = line.text.lstrip(_MARKS)
            pictures[url] = f"{caption} {text}" if caption else text
            captions.append(text)
            before = line if not caption else None
        else:
            before = None
            (captions if line.captioned else parts.paragraphs).append(line.text)
    parts.pictures += pictures.items()
    return captions


def is_row_of_captions(row: list[Line], above: list[Line]) -> bool:
    """Whether a table's row has a caption for each picture of the row above it."""
    return (
        1 < len(row) == len({line.cell for line in above})
        and all(line.picture and 0 < line.row == row[0].row - 1 for line in above)
        and not any(line.picture for line in row)
    )


def _beside_captions(kept: list[Line]) -> list[Line]:
    """The lines with each caption after its picture, where a table has rows of captions."""
    found: list[Line] = []
    rows = [list(row) for _, row in groupby(kept, key=attrgetter("row"))]
    for row in rows:
        above = found[-len(row) :]
        if is_row_of_captions(row, above):
            found[-len(row) :] = chain.from_iterable(zip(above, row, strict=True))
        else:
            found += row
    return found


def _with_captions_marked(kept: list[Line]) -> list[Line]:
    """The lines, those marked as captions that an element holds with nothing but the picture.

    Such a line stands nearer to the picture than a paragraph to the next, and further from the
    text below, while the picture is set off from the text above.
    """
    steps = Counter(
        line.block - above.block
        for over, above, line in zip(kept, kept[1:], kept[2:], strict=False)
        if not (over.picture or above.picture or line.picture)
    )
    step = max(steps, key=steps.__getitem__, default=0) or _SMALLEST_STEP
    found = list(kept)
    texts = [line for above, line in pairwise(kept) if not (above.picture or line.picture)]
    levels = Counter(line.level for line in texts).most_common(1)
    beside = {level for common, times in levels if times > 1 for level in (common, 0)}
    text: Line | None = None
    ends = [*kept[2:], Line("")]
    for index, (picture, line, below) in enumerate(zip(kept, kept[1:], ends, strict=False), 1):
        if picture.picture is None:
            text = picture
        elif line.picture is None and len(line.text) <= LABEL_LENGTH:
            above_element = text is None and _is_above_element(kept[index:])
            in_its_element = (
                line.level > picture.level
                and below.level in beside
                and not line.indented
                and (above_element if text is None else picture.level in beside)
            )
            set_apart = line.block - picture.block < step < below.block - line.block and (
                above_element if text is None else picture.block - text.block >= step
            )
            repeated = letters(picture.picture.alt) == letters(line.text) != ""
            if in_its_element or set_apart or repeated:
                found[index] = replace(line, captioned=True)
    return found


def _is_above_element(lines: list[Line]) -> bool:
    """Whether a line shares an element with the picture above it that the paragraphs are not in."""
    line, *below = lines[:_REACH]
    levels = [other.level for other in below]
    return (
        len(levels) == _REACH - 1
        and line.level > levels[0] == min(levels)
        and levels.count(levels[0]) > 1
        and not line.indented
    )


def _is_gallery(kept: list[Line]) -> bool:
    """Whether the text is captions: a line below each picture, set like it, and little else."""
    below = [
        (picture, line)
        for picture, line in pairwise(kept)
        if picture.picture is not None and line.picture is None
    ]
    if _alternates(kept):
        return True
    if len(below) < 2 or kept[0].picture is None:
        return False
    others = sum(line.picture is None for line in kept) - len(below)
    return all(
        line.centred == picture.centred
        and (line.centred or not (others or line.indented))
        and len(line.text) <= LABEL_LENGTH * 2
        and "\t" not in line.text
        for picture, line in below
    )


def _alternates(kept: list[Line]) -> bool:
    """Whether from the first picture on each has one short line below it, and nothing else does."""
    first = next((index for index, line in enumerate(kept) if line.picture), len(kept))
    pictures, lines = kept[first::2], kept[first + 1 :: 2]
    # Lines set like text are text, but where they are short or say that they are captions.
    said = any(line.centred or is_caption(line.text) for line in lines)
    longest = LABEL_LENGTH if said else _LONGEST_UNMARKED
    return (
        len(pictures) == len(lines) >= _LEAST_SERIES
        and all(line.picture is not None for line in pictures)
        and all(line.picture is None and not line.text.endswith(("：", "；")) for line in lines)
        and all(len(line.text) <= longest for line in lines)
        and len({(line.centred, line.indented) for line in lines}) == 1
    )


class _Habit:
    """How the paragraphs of this body are set, so that a line that is set otherwise shows.

    Each is found out when it is asked for; of most bodies none is.
    """

    def __init__(self, kept: list[Line]) -> None:
        self._kept = kept

    @cached_property
    def _texts(self) -> list[Line]:
        # The line below a picture may be a caption, which says nothing of the paragraphs.
        return [
            line
            for before, line in pairwise([Line(""), *self._kept])
            if line.picture is None and before.picture is None
        ]

    @cached_property
    def centred(self) -> bool:
        """Most are centred."""
        return _mostly(self._texts, attrgetter("centred"))

    @cached_property
    def indented(self) -> bool:
        """Most are indented."""
        return _mostly(self._texts, attrgetter("indented"))

    @cached_property
    def blocks(self) -> Counter[int]:
        """Lines by block."""
        return Counter(line.block for line in self._kept if line.picture is None)

    @cached_property
    def cell(self) -> int | None:
        """The cell that holds most of them, 0 outside of tables; None when each has its own."""
        return _common_cell(self._texts)

    @cached_property
    def tint(self) -> Tint | None:
        """Colour and size of nearly all of them; None where they differ."""
        return _common_tint(self._texts)

    @cached_property
    def tints(self) -> Counter[Tint]:
        """Colours and sizes of the lines, those right below a picture aside."""
        return Counter(line.tint for line in self._texts)

    @cached_property
    def below(self) -> Counter[Tint]:
        """Colours and sizes of the lines right below a picture."""
        return Counter(line.tint for above, line in pairwise(self._kept) if above.picture)

    def is_tinted_otherwise(self, line: Line) -> bool:
        """Whether a line below a picture is coloured or small as no other is that stands elsewhere.

        One that is indented as the text is must have its like below another picture.
        """
        tint = line.tint
        return (
            self.tint not in (None, tint)
            and any(tint)
            and tint not in self.tints
            and not (line.is_bold or is_larger(tint[1], self.tint[1]))
            and (not line.indented or self.below[tint] > 1)
        )

    @cached_property
    def within(self) -> Counter[str]:
        """In what elements the lines stand, those right below a picture aside."""
        plain = (line for line in self._texts if not (line.heading or line.centred))
        return Counter(line.within for line in plain)

    @cached_property
    def within_below(self) -> Counter[str]:
        """In what elements the lines right below a picture stand."""
        return Counter(line.within for above, line in pairwise(self._kept) if above.picture)

    def is_set_otherwise(self, line: Line) -> bool:
        """Whether a line below a picture stands in elements in which no paragraph stands.

        One alone must not be the last, which a system may mark, but for one in an element of
        another name, and all paragraphs stand in elements of one kind.
        """
        within = line.within
        if not within or within in self.within or len(line.text) > LABEL_LENGTH:
            return False
        if line.bold_chars or EDGE in line.raw.strip(f"{EDGE} \n"):
            return False  # what opens it is not all of it
        return self.within_below[within] > 1 or (
            len(self.within) == 1 < self.within.total()
            and (line is not self._kept[-1] or _name(within) != _name(*self.within))
        )


def _name(within: str) -> str:
    """The name of the outermost element of ``Line.within``."""
    return within.partition(">")[0].partition(" ")[0]


def _mostly(lines: list[Line], is_set_so: Callable[[Line], bool]) -> bool:
    """Whether more than half of the text is in lines that are set in one way."""
    set_so = sum(len(line.text) for line in lines if is_set_so(line))
    return set_so * 2 > sum(len(line.text) for line in lines)


def _common_tint(texts: list[Line]) -> Tint | None:
    """The colour and size of most of a text; None where there is none."""
    lengths: Counter[Tint] = Counter()
    for line in texts:
        lengths[line.tint] += len(line.text)
    for tint, length in lengths.most_common(1):
        return tint if length >= _MOST_OF_TEXT * lengths.total() else None
    return None


def _common_cell(texts: list[Line]) -> int | None:
    for cell, count in Counter(line.cell for line in texts).most_common(1):
        return cell if count > 1 or cell == 0 else None
    return None


def _is_caption(line: Line, before: Line, after: Line, habit: _Habit) -> bool:
    """Whether a line after a picture (or after a caption's first line) is its caption."""
    text = line.text
    if line.captioned or is_caption(text):
        return before.picture is not None or _is_credit(line, before)
    if len(text) > LABEL_LENGTH * 2 or before.picture is None:
        return False
    if line.is_link or text.endswith(("：", ":")) or "〔" in text or "\t" in text:
        return False
    if _PART.match(text) or "\t" in after.text or _UNIT.match(after.text):
        return False  # the heading of what follows: a part, a table
    if habit.is_tinted_otherwise(line):
        return True
    if habit.tint is not None and is_larger(line.tint[1], habit.tint[1]):
        return False
    if line.centred and not habit.centred:
        sentence = text.endswith(("。", "）", ")"))
        return not line.is_bold or line.block == before.block or sentence
    if habit.cell not in (None, line.cell, before.cell) and 0 <= line.row - before.row <= 1:
        return True  # a table that holds the picture and its caption
    if line.indented or line.heading or line.is_bold:
        return False
    if habit.is_set_otherwise(line):
        return True
    if line.block == before.block and habit.blocks[line.block] == 1:
        return True
    # Several lines that are not indented are a list.
    alone = after.picture is not None or after.indented or after.centred or not after.text
    return habit.indented and len(text) >= _LEAST_CAPTION and (alone or is_caption(after.text))


def _is_credit(line: Line, caption: Line) -> bool:
    """Whether a line below a caption, set like it, only says who took the picture."""
    return len(line.text) <= _LONGEST_CREDIT and line.style == caption.style


def _picture_url(document: Document, picture: Picture) -> str | None:
    """Absolute address of an article's picture; None for icons and advertisements."""
    small = min(picture.width or _SMALL_PICTURE, picture.height or _SMALL_PICTURE)
    if small < _SMALL_PICTURE or _DECORATION.search(picture.src.partition("?")[0]):
        return None
    url = document.absolute(picture.src)
    if url is None or picture.href is None or PICTURE_FILE.search(picture.href):
        return url
    target = document.absolute(picture.href)
    return url if target is None or _first_page(target) == _first_page(document.url) else None


def _first_page(url: str) -> str:
    """What all pages of an article have in common: its file stem, or its first page's address."""
    address = ArticleAddress.from_url(url)
    if address is not None:
        return address.stem
    later = later_page(url)
    return (later.first if later else url).partition("#")[0]
