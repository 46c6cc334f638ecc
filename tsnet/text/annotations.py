"""The annotations of a text: which characters have which, and whether a mirror put them in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable
from functools import cache, cached_property, lru_cache
from itertools import accumulate, islice
from operator import itemgetter

from tsnet.text.cuts import may_be_cut
from tsnet.text.gbk import PRIVATE, character_of, pair_of
from tsnet.text.knowledge import Knowledge
from tsnet.text.readings import (
    ANNOTATION,
    BRACKETS,
    EATEN,
    LONGEST,
    REPEATED,
    REPEATING,
    SPACED,
    TONE_MARK,
    inside,
    is_listed,
    is_word,
    read_so,
    readings_in,
    readings_of,
    without_tones,
)
from tsnet.text.script import beyond_ascii, count, forms, mixes_forms, to_simplified

_HAN = re.compile("[一-龥]")
_PRIVATE = re.compile(f"[{min(PRIVATE)}-{max(PRIVATE)}]")
# Out of step, something stands before one: an icon of the page's own stands first in its element.
_OUT_OF_STEP = re.compile(rf"{_PRIVATE.pattern}(?<=[^\x00-\x7f].|\).)")

# What of a page no reader sees as text: some mirrors annotate only what one does.
_UNREAD = re.compile("<[^<>]*>"), re.compile(r"<script\b[^<>]*>([^<]*)", re.IGNORECASE)
_ANNOTATED = re.compile(rf"[^\x00-\x7f]{BRACKETS.pattern}")

# The last character of a piece of text, if it has any.
_LAST = itemgetter(slice(-1, None))

# A mark that ends a line of text or of HTML.
_LAST_OF_LINE = re.compile(r"([！？：；，])\s*(?:\n|</|<br|$)")

# Nearly every page of a mirror has at least one annotation in so many Chinese characters; a page
# that only tells how a rare name is read has fewer.
_CHARACTERS_PER_ANNOTATION = 100

# A mirror gives each character one reading wherever it stands, but for a few.
_READINGS_EACH = 1.2

# Letters without a tone may be any word; so many that fit are no chance.
_FEWEST_TONELESS = 10

# A lesson that gives the reading of nearly every character is no mirror.
_SHARE_IN_LESSONS = 0.6
_SHORTEST_LESSON = 4

# Nor is a list of characters with their readings, told by its first few; nor one that writes tones
# as digits, but for those of neutral tone: 看(kan4)了(le).
_FIRST_OF_LIST = 20
_TONE_DIGIT = re.compile(r"\([a-zü]{1,7}[1-5]\)")

# Nor is one that gives the readings of more words than of single characters: 老師(lǎoshī).
_OF_WORD = re.compile("\\([A-Za-zÀ-ǜ '’-]{1,40}\\)")

# What a text that says how a character is read has in it.
_ON_READINGS = re.compile("[讀读][作音為为錯错]|[拼注正]音|多音字|生字[：:、表]|音同")

# So many different characters are annotated here and there by a mirror, and so large a share of
# them stands bare before.
_FEWEST_SCATTERED = 15
_SHARE_BARE_AT_FIRST = 0.3

# So many different common characters nobody explains, though a few others stand beside them.
_FEWEST_COMMON = 5

# Which of its readings a character has is said once or twice, not wherever it stands, and so many
# readings at once are no help to anyone.
_OFTEN = 3
_USELESS = 3

# So many characters up to one that is annotated show that a sentence is the same as another.
_SAME = 4

# With fewer than so many annotations it is asked whether an author put them in.
_FEWEST_SURE = 15

# Some mirrors put a space behind each, so behind nearly all: at the end of a line it may be gone.
# So many are no words' own.
_FEWEST_SPACED = 10
_SHARE_SPACED = 0.8


class Annotations:
    """Those of one text."""

    def __init__(self, text: str) -> None:
        self.repeats = 0
        """How many only repeated the one before them; they are not in ``text`` any more."""
        if REPEATING.search(text):
            text, self.repeats = _once(text)
        parts = BRACKETS.split(text)
        if text.count(") ") >= _FEWEST_SPACED and _are_spaced(parts):
            text = SPACED.sub(r"\1", text)
            parts = BRACKETS.split(text)
        self.text = text
        """The text with the annotations in it, and none of the spaces that belong to them."""
        # What stands between the annotations, they themselves, and where they begin and end.
        self._texts, self._brackets = parts[::2], parts[1::2]
        ends = list(accumulate(map(len, parts)))
        self._openings, self._closings = ends[:-1:2], ends[1::2]
        followed = list(map(_LAST, self._texts[:-1]))
        self.clean = beyond_ascii("".join(self._texts))
        """What of the text is neither ASCII nor an annotation."""
        # Which characters an annotation follows, how often, and what it says, commonest first.
        self._of_each: dict[str, int] = {}
        self._annotated: dict[tuple[str, str], int] = {}
        found = Counter(zip(followed, self._brackets, strict=True))
        for (character, bracket), number in found.most_common():
            if shown := _reading(character, bracket):
                self._annotated[character, shown] = number
                self._of_each[character] = self._of_each.get(character, 0) + number
        # How often those stand bare that are annotated elsewhere on the page.
        in_all = count(self.clean)
        self._exceptions = {c: bare for c, n in self._of_each.items() if (bare := in_all(c) - n)}
        for unread in _UNREAD if self._exceptions else ():
            self._pass_over("".join(unread.findall(text)))
        # A character that stands bare as often is one that an author explains.
        self._members = {c for c, n in self._of_each.items() if n > self._exceptions.get(c, 0)}
        # Most pages have none, and what is beyond ASCII is searched faster.
        shows_private = bool(_PRIVATE.search(self.clean) and _OUT_OF_STEP.search(text))
        self.knowledge = Knowledge(
            annotated={c: shown for c, shown in reversed(self._annotated) if c in self._members},
            count=in_all,
            ends_lines=_last_of_lines(text),
            shows_private=shows_private,
            lacks_private=not shows_private,
        )
        """What the page tells of its mirror."""
        # Brackets that may be no annotations have to be told apart one by one.
        self._others: list[int] = []
        if not self._members.issuperset(followed):
            known = self._common().union(self._of_each if self._is_scattered else self._members)
            self._others = [n for n, c in enumerate(followed) if c not in known]

    def _pass_over(self, unread: str) -> None:
        """Count nothing as bare where no reader sees it, if the mirror annotates nothing there."""
        if _ANNOTATED.search(unread) is None:
            hidden = count(beyond_ascii(unread))
            self._exceptions = {c: bare - hidden(c) for c, bare in self._exceptions.items()}

    @cached_property
    def have_tones(self) -> bool:
        """Whether they are written with their tones, so that what has none is a word: (data)."""
        return bool(self._annotated) and not any(is_word(shown) for _, shown in self._annotated)

    @property
    def misfits(self) -> bool:
        """Whether any stands behind a character that no table reads so."""
        return any(character not in read_so(shown) for character, shown in self._annotated)

    def are_of_mirror(self, fewest: int = 1) -> bool:
        """Say whether a mirror put them in, or a mirror's damage shows otherwise.

        fewest: so many places out of step are a proof.
        """
        out_of_step = filter(self._is_out_of_step, EATEN.finditer(self.text))
        if self.repeats or len(list(islice(out_of_step, fewest))) == fewest:
            return True
        if not self._of_each:
            return may_be_cut(self.text)
        total = sum(self._of_each.values())
        if not self._are_throughout(total) or self._are_explained(total):
            return False
        if self._is_list() or self._are_of_words(total):
            return False
        if total < _FEWEST_SURE and self._are_of_author():
            return False
        few = total * _CHARACTERS_PER_ANNOTATION < len(self.clean)
        alone = len(self._of_each) == 1
        told = self._told() if total < _FEWEST_SURE else total
        rare = told < _OFTEN
        listed = told == len(self._of_each) < 2 * self.clean.count("、")
        if (few or alone or rare or listed) and _ON_READINGS.search(self.clean):
            return False
        one = len(forms().unmistakable & self._of_each.keys()) < 2
        # Else this is as nearly every page of a mirror, of which no more need be counted.
        return not (few or rare or one) or self._fit_the_script(few=few, rare=rare, one=one)

    def _told(self) -> int:
        """Count the annotations, once those of a sentence that a page has several times.

        A page has its title as its headline, too, and again in its text.
        """
        befores = (piece[-_SAME:] for piece in self._texts[:-1])
        told = set(zip(befores, self._brackets, strict=True))
        return sum(bool(_reading(before[-1:], shown)) for before, shown in told)

    def _are_throughout(self, total: int) -> bool:
        """Say whether nearly each character has its one reading wherever it stands."""
        everywhere = sum(
            n for c, n in self._of_each.items() if 0.1 * n >= self._exceptions.get(c, 0)
        )
        if everywhere < 0.8 * total and not (self._common() or self._is_scattered):
            return False
        most = _READINGS_EACH * len(self._of_each)
        if len(self._annotated) <= most:
            return True
        # Some mirrors leave the tone out here and there, which makes no other reading.
        bare = {(c, without_tones(said)) for c, said in self._annotated if TONE_MARK.search(said)}
        return len(self._annotated) - len(bare & self._annotated.keys()) <= most

    def _are_explained(self, total: int) -> bool:
        """Say whether an author or a lesson tells how something is read, or they are words."""
        of_site = sum(n for c, n in self._of_each.items() if c in forms().simplified_only)
        if of_site > 0.1 * total:
            return True
        if len(self.clean) >= _SHORTEST_LESSON and total > _SHARE_IN_LESSONS * len(self.clean):
            return True
        if self._are_toned:
            return False
        return total < _FEWEST_TONELESS or _TONE_DIGIT.search(self.text) is not None

    def _are_of_author(self) -> bool:
        """Say whether few annotations are those of an author of Traditional text.

        He explains rare characters, mostly, quotes as Taiwan and Hong Kong do, or writes what no
        mirror does that changes one character to one: both 制 and 製.
        """
        everyday = sum(map(_is_everyday, self._of_each))
        if 2 * everyday < len(self._of_each) or ("「" in self.clean and "“" not in self.clean):
            return True
        return mixes_forms(self.clean) and forms().simplified_only.isdisjoint(self.clean)

    @cached_property
    def _are_toned(self) -> bool:
        """Whether any of them has its tone."""
        return any(TONE_MARK.search(shown) for _, shown in self._annotated)

    def _fit_the_script(self, *, few: bool, rare: bool, one: bool) -> bool:
        """Say by the script of the text whether a mirror put in so little.

        few: so few of its characters are annotated. rare: once or twice only. one: of what stands
        in Traditional text only, one character at most is.
        """
        table = forms()
        alone = len(self._of_each) == 1
        characters = set(self.clean)
        traditional = len(characters & table.unmistakable)
        simplified = len(characters & table.simplified_only)
        if one and traditional <= simplified:
            # What Simplified text says of one rare name: 李昇(shēng).
            return False
        if (few or alone) and (not self._are_toned or "「" in self.clean):
            # A mirror's texts have the Mainland's quotes.
            return False
        useless = any(len(readings_in(shown)) >= _USELESS for _, shown in self._annotated)
        if useless and traditional > simplified:
            return True
        changed = {
            c
            for c in self._of_each
            if c in table.unmistakable or (c in table.plain and traditional > simplified)
        }
        throughout = traditional >= 5 * max(1, simplified)
        if few:
            # So few are what a text says of rare names, or of which reading is meant. But nobody
            # explains common characters.
            meant = alone and rare and readings_of(*self._of_each) > 1
            common = sum(map(_is_everyday, changed))
            number = len(self._of_each)
            most = common >= _FEWEST_COMMON and common >= 0.8 * number
            return (most or common == number) and throughout and not meant
        if alone:
            # One name explained, or a piece of a mirror's page: common characters are the latter.
            return any(map(_is_everyday, changed))
        if rare:
            return bool(changed) and all(map(_is_everyday, self._of_each))
        return bool(changed) or (len(self._of_each) >= 3 and throughout)

    def _is_list(self) -> bool:
        """Say whether most of what is annotated stands by itself, in no word: 會(huì)、環(huán)."""
        # Where the one before it is annotated, too, nothing else stands between the brackets.
        first, *others = self._texts[: _FIRST_OF_LIST + 1]
        pieces = [first, *others[:-1]]
        befores = [first[-2:-1], *(piece[-2:-1] or piece for piece in pieces[1:])]
        by_themselves = [
            piece[-1:]
            for piece, before, behind in zip(pieces, befores, others, strict=True)
            if not (before.isdecimal() or _HAN.search(before + behind[:1]))
        ]
        # One that stands so again and again is a word of a sentence: ，讓(ràng)“…”
        return len(set(by_themselves)) > 1 and len(by_themselves) > 0.5 * len(others)

    def _are_of_words(self, total: int) -> bool:
        """Say whether more brackets hold the readings of words than of characters.

        total: how many hold those of characters.
        """
        others = "".join(self._texts)
        if others.count("(") <= total:
            return False
        return sum(map(bool, map(TONE_MARK.search, _OF_WORD.findall(others)))) > total

    def _common(self) -> set[str]:
        """The common characters annotated by a mirror that annotates any, and none by another.

        What it put into the page by itself, such as spam, may hold them bare.
        """
        changed = forms().plain
        of_both_scripts = [c for c in self._members if c not in changed and _is_everyday(c)]
        if len(of_both_scripts) < _FEWEST_COMMON:
            return set()
        return set(filter(_is_everyday, self._of_each))

    @cached_property
    def _is_scattered(self) -> bool:
        """Whether many common characters are annotated here and there, as some mirrors do it.

        An author says how a character is read where it first stands, and says it once.
        """
        if self.repeats:
            return True
        number = len(self._of_each)
        if number < _FEWEST_SCATTERED:
            return False
        firsts = (self.text.index(character) for character in self._of_each)
        bare_at_first = sum(BRACKETS.match(self.text, at + 1) is None for at in firsts)
        everyday = sum(map(_is_everyday, self._of_each))
        return bare_at_first >= _SHARE_BARE_AT_FIRST * number and everyday >= 0.8 * number

    def _is_out_of_step(self, event: re.Match[str]) -> bool:
        """Say whether the byte before a reading without its opening bracket may carry it."""
        if not TONE_MARK.search(event[1]):
            return False
        first = byte_before(self.text, event.start())
        return bool(self.knowledge.read_as(first, event[1]))

    def left_out(self, start: int, end: int) -> tuple[str, int]:
        """Give a part of the text without its annotations, and how many these were.

        start: where the text is in step.
        """
        first, last = (bisect_left(self._openings, at) for at in (start, end))
        if first == last:
            return self.text[start:end], 0
        pieces = self._texts[first : last + 1]
        pieces[0] = self.text[start : self._openings[first]]
        pieces[-1] = self.text[self._closings[last - 1] : end]
        taken_out = last - first
        for number in self._others[
            bisect_left(self._others, first) : bisect_left(self._others, last)
        ]:
            if not self._lies_across(number, start):
                pieces[number - first] += self._brackets[number]
                taken_out -= 1
        return "".join(pieces), taken_out

    def _lies_across(self, number: int, start: int) -> bool:
        """Say whether an annotation is that of a character that lies across two: 言~ is D1 D4 7E.

        start: where the text begins that is in step.
        """
        at = self._openings[number] - 1
        if at <= start or not "@" <= self.text[at] <= "~":
            return False
        first = byte_before(self.text, at)
        character = character_of(first, ord(self.text[at])) if first >= 0x81 else ""
        return bool(character) and character in read_so(inside(self._brackets[number]))


def byte_before(text: str, at: int) -> int:
    """Give the last byte before a place in a text, past an annotation; -1 if there is none."""
    if at and text[at - 1] == ")":
        opening = text.rfind("(", max(0, at - LONGEST), at)
        if opening > 0 and ANNOTATION.fullmatch(text, opening, at):
            at = opening
    pair = pair_of(text[at - 1]) if at else 0
    return pair & 0xFF if pair else -1


@lru_cache(maxsize=16384)
def _reading(character: str, brackets: str) -> str:
    """Give what stands in brackets if it may be the reading of the character before it, else ""."""
    shown = inside(brackets)
    # Words like (men) and (an) are readings only where they fit the character before them, or
    # where that is one that mirrors annotate.
    fits = character >= "\x80" and (
        TONE_MARK.search(shown)
        or character in read_so(shown)
        or (character in forms().unmistakable and is_listed(shown))
    )
    return shown if fits else ""


def _once(text: str) -> tuple[str, int]:
    """Keep one of the annotations that some mirrors write twice: 技(ji)(ji); count the others."""
    repeats = 0

    def first(found: re.Match[str]) -> str:
        nonlocal repeats
        shown = inside(found[1])
        # They write no tones; one with its tone is the author's, behind the mirror's own.
        if TONE_MARK.search(shown) or text[found.start() - 1] not in read_so(shown):
            return found[0]
        repeats += len(found[0]) // len(found[1]) - 1
        return found[1]

    return REPEATED.sub(first, text), repeats


def _are_spaced(parts: list[str]) -> bool:
    """Say whether a text, split by its annotations, has a space behind nearly each of them."""
    spaced = sum(behind.startswith(" ") for behind in parts[2::2])
    return spaced >= max(_FEWEST_SPACED, _SHARE_SPACED * (len(parts) // 2))


def _last_of_lines(text: str) -> Callable[[str], int]:
    """Give what says how often a mark ends a line of a text, by counting all when first asked."""
    # It may not know the annotations that know it, which then would be left to the collector.
    counted = cache(lambda: Counter(_LAST_OF_LINE.findall(text)))
    return lambda mark: counted()[mark]


@lru_cache(maxsize=16384)
def _is_everyday(character: str) -> bool:
    """Say whether GB 2312 counts a character among its commoner half."""
    pair = pair_of(to_simplified(character))
    return 0xB0A1 <= pair <= 0xD7F9 and pair & 0xFF >= 0xA1
