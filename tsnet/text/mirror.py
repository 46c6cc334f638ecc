"""Undo what a mirror does to Chinese text: Traditional script, readings in brackets, byte damage.

Works on any piece of text, and on whole HTML documents. `docs/mirror.md` explains the damage and
the method.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from html import unescape
from itertools import accumulate

from tsnet.text.annotations import Annotations, byte_before
from tsnet.text.candidates import shows_common
from tsnet.text.cuts import (
    CUT_BEFORE,
    MARKS,
    behind_cuts,
    bytes_of_mark,
    leads_before,
    may_be_cut,
    shows_cut,
    whole_marks,
    widened,
)
from tsnet.text.doubt import Choice
from tsnet.text.eaten import Surroundings
from tsnet.text.gather import SHOWN_BY_NOTHING, SHOWN_BY_READING, Run, gather
from tsnet.text.gbk import LOST, character_of, pair_of
from tsnet.text.likelihood import DIGITS, EDGE, behind, go_on, likelihood, likely_anywhere, start
from tsnet.text.readings import (
    ANNOTATION,
    EATEN,
    KEPT,
    LONGEST,
    REPLACED,
    TONE_MARK,
    is_word,
    read_so,
    read_so_from,
)
from tsnet.text.runs import CONTEXT, LINE, Solved, read, solve
from tsnet.text.script import (
    DOUBTFUL,
    SELDOM_DOUBTFUL,
    forms,
    is_traditional,
    to_simplified,
)

# What may be read in another round.
_LEFT = [EATEN, re.compile(rf"\?(?<=[^\x00-\x7f]\?)[{MARKS}!,;?]")]
# Some copies of a page have made ASCII of the marks. Where no Chinese stands before, an ASCII mark
# counts only before Chinese. Each way begins with `?`, so that the search leaps from one to the
# next.
_EVENT = re.compile(
    rf"{EATEN.pattern}|\?(?=[{MARKS}])"
    r"|\?(?<=[^\x00-\x7f]\?|\)\?)(?=[!,;?])|\?(?=[!,;?][^\x00-\x7f])"
)

# Some copies of a page have references for private-use characters. One behind a tag is an icon.
_PRIVATE_REFERENCES = re.compile(
    r"&(?<=[^\x00-\x7f]&|\)&)#(?:57(?:34[4-9]|3[5-9][0-9]|[4-9][0-9]{2})|5[89][0-9]{3}"
    r"|x[eE][0-8][0-9a-fA-F]{2});(?:&#(?:5[789][0-9]{3}|x[eE][0-8][0-9a-fA-F]{2});)*"
)

# Begins with one character, which is found many times faster than two.
_BEFORE_BRACKET = re.compile(r"\?(?=\()")

_WIDE = re.compile("[！-～]")
# One for each mark, since what begins with a character is found many times faster.
_NARROWED = [re.compile(rf"\{mark}(?<=[一-龥)].)[一-龥“]") for mark in ",:;!?"]

# But for those that number a list: 1) and a).
_CLOSING = re.compile(r"\)(?<![0-9A-Za-z]\))")

# Full-width characters that are fewer than one in so many Chinese ones are not the marks of a text,
# of which there is one in 10 to 40, and its frame alone has one in 100: such a copy may have left
# some that are out of step.
_CHARACTERS_PER_WIDE = 200

# So many full-width characters out of step are looked for in one run of a copy that has made ASCII
# of them.
_MOST_NARROWED = 4

# What each of them is worth, as a logarithm, since it explains a byte more than the ASCII character
# that it is shown as: half of what a character costs.
_BYTE_MORE = 5.0

# Some mirrors put a comma before marks here and there, and on no other page do so many stand there.
_COMMA = re.compile(
    r"(?<=[^\x00-\x7f]),(?=[，、。！？；：,!?;:])|(?<=[)%\w]),(?=[，、。！？；：]|[,!?;:][^\x00-\x7f])"
)
_SURELY_PUT_IN = re.compile(r",(?<=[^\x00-\x7f],)[,，、。]")
_FEWEST_COMMAS = 3

# So much likelier, as a logarithm, a page must be with all that private-use characters lost from it
# explain than without, to be taken for one that has lost them. Of pages that had kept theirs none
# came above 2.5, and of those that had lost some, one in fourteen stayed below it.
_SIGN_OF_LOSS = 3.0

# So much likelier, as a logarithm, a text must be with a mark taken for one that lay across two
# characters than as it stands. Of 282 true ones none came below 12.0, and of some 2,000 question
# marks put before marks one came to 10.8, all others below 5.
_SIGN_OF_CUT = 11.5

# The same of a `?` taken for a pair that GBK leaves undefined, not for a character that was eaten.
# Of true ones three in a hundred stayed below it, and of eaten characters none came above 5.7.
_SIGN_OF_UNDEFINED = 6.0

# The same of a € taken for a pair, not for a byte with an ASCII character behind it that is likely
# beside anything. Of two true ones the lower came to -1.2, of four others the highest to -32.
_SIGN_OF_EURO = -10.0

# Most stretches of so many characters in step are likelier than this, as a logarithm a character;
# of those out of step one in a hundred is.
_FEW = 6
_IN_STEP = -10.0

# The same of characters behind the shortest of several runs, which then is the true one. Of 1,310
# such places two in three are above, and none behind a run that was longer.
_SURELY_IN_STEP = -13.0

# A letter that begins a word is no second byte behind an undefined pair: 而 configure.
_IN_WORD = re.compile("(?<=[A-Za-z])[a-z]{2}")

# So many undefined pairs are looked for in one run.
_MOST_UNDEFINED = 3

# The mean logarithm of the likelihoods of the four characters behind a mark. Of ten places in step
# nine are above, and of eight out of step one.
_READS_WELL = -19.0

# How much less likely, as a logarithm, a mirror has put a character for another one that the page
# shows as it was, or for one that hardly any mirror changes so.
_SHOWN_OTHERWISE = -6.0
_SELDOM = -10.0

# One in so many of a character that a table puts everywhere may be shown as another: bytes out of
# step may look like it.
_CHANCE = 4

# A book's title and a name, behind which 著 says who wrote it (《本巴》，刘亮程著，), in so many
# characters at most, or a name that a space parts from it; and how much less likely it stands for
# 着 there: by less than a verb makes up.
_AUTHOR = re.compile(
    r"》[\s，,（(]{0,2}(?:[\[［〔【][\u4e00-\u9fff]{1,3}[\]］〕】])?[\u4e00-\u9fff·]{2,12}$"
)
_APART = re.compile(r"[\u4e00-\u9fff][ \u3000\xa0]$")
_BEHIND_AUTHOR = ("，", ",", "）", ")")
_LONGEST_AUTHOR = 24
_OF_AUTHOR = -9.0

# One U+FFFD before a whole reading may be a rare character that got lost, and that its reading.
_FEWEST_KEPT = 2

# So often at most a text is gone through again; nearly always once is enough.
_ROUNDS = 3

# A text is searched for what else it has behind so many different pairs of characters at most.
_MOST_ASKED = 50

# So much likelier, as a logarithm, a guess may be than what stands there elsewhere, which counts
# less where other characters do: of twelve true ones none came above 6.7, of three others two.
_ELSEWHERE = 7.0
_TWO = re.compile("[一-龥]{2}")

# A line of text goes on across these; across a line break it does in a headline, but a paragraph
# that begins behind one is indented.
_IN_LINE = re.compile(
    r"<(?:/?(?:a|abbr|acronym|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|ins|kbd|label|mark|nobr|o:p"
    r"|q|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr)(?=[\s/>])[^<>]*>"
    r"|br\s*/?>(?!\s|&nbsp;|&emsp;|&#)|!--[^<>]*-->)",
    re.IGNORECASE,
)
# Characters of HTML in which a few characters of a line are looked for.
_NEAR = 600

# What hardly anything but a digit stands before.
_BEHIND_DIGIT = re.compile(r"[0-9%‰℃°]|[.,:/-][0-9]|\.[一-龥]")

# What is beyond an ASCII character has no part in what is likely, but the character itself has.
_FROM_LAST_ASCII = re.compile("^.*(?=[\x00-\x7f])|^.*\ufffd", re.DOTALL)
_LAST_OF_LINE = re.compile(rf"[^\x00-\x7f\ue000-\uf8ff]{{1,{CONTEXT}}}\Z")
_FIRST_OF_LINE = re.compile(rf"[^\x00-\x7f\ue000-\uf8ff]{{1,{CONTEXT}}}")
_FIRST_FEW = re.compile(rf"[^\x00-\x7f]{{{CONTEXT}}}|[^\x00-\x7f]{{0,{CONTEXT - 1}}}[\x00-\x7f]?")


@dataclass(frozen=True, slots=True)
class Restored:
    """A text with the damage undone, and how far that went."""

    text: str
    """The text in Simplified script; U+FFFD stands for each character that can't be known."""
    annotations: int
    """Readings in brackets that were taken out."""
    repaired: int
    """`?` and out-of-step runs that were undone, and commas that were taken out."""
    lost: int
    """Characters that can't be known: ASCII ones that were eaten, letters of other alphabets whose
    second byte went with one, and what was U+FFFD already. Each stands in ``text`` as U+FFFD."""
    guessed: int
    """Characters that were chosen by likelihood, where the bytes left a choice."""
    doubtful: tuple[Choice, ...] = field(default=(), compare=False)
    """The passages of ``text`` in which such choices were made."""


def restore(text: str, *, mirrored: bool | None = None) -> Restored:
    """Undo the damage in a text or in a whole HTML document; never raises on any text.

    mirrored: whether the text comes from a mirror. None finds out, and gives back unchanged what
    does not; so does a text of a mirror that has neither an annotation nor a cut in it, since
    nothing tells it from text that was Traditional from the start.
    """
    restored = _restored_once(text, mirrored)
    for _ in range(_ROUNDS):
        if restored.text == text:
            break
        if "?" not in restored.text or not any(left.search(restored.text) for left in _LEFT):
            return restored
        # What could not be read beside damaged text may be readable beside the restored one.
        text = restored.text
        again = _restored_once(text, mirrored)
        restored = Restored(
            again.text,
            restored.annotations + again.annotations,
            restored.repaired + again.repaired,
            again.text.count(LOST),
            restored.guessed + again.guessed,
            restored.doubtful + again.doubtful,
        )
    return _read_alone(restored) if restored.annotations and "?" in restored.text else restored


def _read_alone(restored: Restored) -> Restored:
    """Put a character for each reading that is left, though the byte before it can't carry it."""
    text = restored.text
    number = 0
    doubtful = []
    # What the last one was read as, and where that ended: another may stand right behind it.
    chosen, behind_it = "", -1

    def likeliest(found: re.Match[str]) -> str:
        nonlocal number, chosen, behind_it
        at, end = found.span()
        left = chosen if at == behind_it else text[max(0, at - CONTEXT) : at]
        if left[-1:] <= "\x7f" or not TONE_MARK.search(found[1]):
            return found[0]
        right = _first_few(text[end : end + CONTEXT])
        chosen = _likeliest_read(found[1], _FROM_LAST_ASCII.sub("", left), right)
        number += bool(chosen)
        if chosen:
            doubtful.append(_choice(left, chosen, right))
        behind_it = end if chosen else -1
        return chosen or found[0]

    text = EATEN.sub(likeliest, text)
    return Restored(
        text,
        restored.annotations + number,
        restored.repaired + number,
        restored.lost,
        restored.guessed + number,
        (*restored.doubtful, *doubtful),
    )


@lru_cache(maxsize=2048)
def _likeliest_read(shown: str, left: str, right: str) -> str:
    """Choose a Traditional character by its reading and what is around it; empty if none has it."""
    read = (c for c in read_so(shown) if c in forms().unmistakable)
    before = start(left)
    options = dict.fromkeys(map(to_simplified, read))
    return max(options, key=lambda c: go_on(before, c + right)[0].score, default="")


def _restored_once(text: str, mirrored: bool | None) -> Restored:
    if mirrored is False or (mirrored is None and not _may_be_damaged(text)):
        return Restored(text, 0, 0, 0, 0)
    shown = _PRIVATE_REFERENCES.sub(lambda found: unescape(found[0]), text)
    keeps_ascii = False
    if LOST in text or _BEFORE_BRACKET.search(text):
        shown, keeps_ascii = _with_question_marks(shown)
    annotations = Annotations(shown)
    if mirrored is None and not annotations.are_of_mirror(_FEWEST_KEPT if keeps_ascii else 1):
        return Restored(text, 0, 0, 0, 0)
    restored = _Page(annotations, keeps_ascii=keeps_ascii).restored()
    if not (restored.annotations or restored.repaired) and mirrored is None:
        return Restored(text, 0, 0, 0, 0)
    return restored


def _may_be_damaged(text: str) -> bool:
    # One after the other: what begins with a character is found many times faster, and the
    # character by itself is faster still.
    found = ANNOTATION.search(text) or ("?" in text and EATEN.search(text))
    return bool(found or (LOST in text and REPLACED.search(text)) or may_be_cut(text))


def _with_question_marks(text: str) -> tuple[str, bool]:
    """Put `?` alone for each byte before a reading that is shown as U+FFFD or without its bracket.

    Also say whether the reader that showed it so, as browsers do, has eaten no ASCII character.
    """
    if EATEN.search(text):
        return REPLACED.sub("?", text), False
    kept = next((k for k in KEPT.finditer(text) if _bears_out(text, k)), None)
    if kept:
        sign = kept[0][0]
        return KEPT.sub(lambda found: "?" if found[0][0] == sign else found[0], text), True
    return REPLACED.sub("?", text), False


def _bears_out(text: str, kept: re.Match[str]) -> bool:
    """Say whether what stands behind a character shown for a byte shows that it is one.

    An author's question mark may have anything in brackets behind it, so there the byte before it
    must go with the reading.
    """
    at = kept.start()
    return text[at] == LOST or byte_before(text, at) in read_so_from(kept[1])


@cache
def _shown_by(mark: str) -> re.Pattern[str]:
    """Give what matches a cut that is shown by nothing but the mark; none has a reading.

    Each kind is looked for by itself, since what begins with a character is found many times
    faster.
    """
    following = "一-龥" if mark in "？?" else behind_cuts(mark)
    return re.compile(rf"\{mark}(?=[{following}])((?!))?")


def _behind(event: re.Match[str]) -> int:
    """Give where a run begins: behind a question mark, or at a mark that nothing else shows."""
    return event.end() if event.re is _EVENT else event.start()


class _Page:
    """One text on its way back: what is known of it, and what has been done."""

    def __init__(self, found: Annotations, *, keeps_ascii: bool) -> None:
        self.found = found
        self.keeps_ascii = keeps_ascii
        self.text = found.text
        self.page = found.knowledge
        self.around = Surroundings(found.text)
        self._begin()

    def _begin(self) -> None:
        self.pieces: list[str] = []
        self.annotations = self.found.repeats
        self.repaired = 0
        self.guessed = 0
        self.gain = 0.0
        self.doubtful: list[int] = []  # numbers of pieces
        self.unfounded: list[int] = []  # of those whose last byte nothing shows

    @cached_property
    def cut_before(self) -> str:
        """The marks before which the mirror may cut the text, so that nothing was eaten there.

        None, if one lies whole across two characters. 、 never does: before it, a digit that
        numbers something is eaten as often where no other cut shows.
        """
        if shows_cut(self.text):
            return CUT_BEFORE
        return "" if whole_marks().search(self.text) else MARKS

    @cached_property
    def shows_mirror(self) -> bool:
        """Whether anything but question marks shows that the text is a mirror's."""
        return bool(self.page.annotated) or is_traditional(self.found.clean)

    @cached_property
    def is_narrowed(self) -> bool:
        """Whether a copy of the page has made ASCII of its full-width characters."""
        clean = self.found.clean
        most = len(clean) / _CHARACTERS_PER_WIDE
        # Nearly every other page has more commas than that.
        few = clean.count("，") < most and len(_WIDE.findall(clean)) < most
        return few and any(mark.search(self.text) for mark in _NARROWED)

    def restored(self) -> Restored:
        """Undo the damage."""
        self._undo()
        doubtful = self._doubtful()
        if 0 < self.gain < _SIGN_OF_LOSS:
            # A copy of a page has kept its private-use characters or lost them all.
            self.page.lacks_private = False
            doubted = self.guessed
            self._begin()
            self._undo()
            self.guessed = max(self.guessed, doubted)
            doubtful += self._doubtful()
        result = self._settle(to_simplified("".join(self.pieces)))
        if len(_SURELY_PUT_IN.findall(result)) >= _FEWEST_COMMAS:
            result, commas = _COMMA.subn("", result)
            self.repaired += commas
        counts = self.annotations, self.repaired, result.count(LOST), self.guessed
        return Restored(result, *counts, doubtful)

    def _doubtful(self) -> tuple[Choice, ...]:
        """Give the passages in which a character was chosen by likelihood."""
        pieces = ("", *self.pieces, "")
        around = (pieces[number : number + 3] for number in self.doubtful)
        return tuple(
            _choice(*map(to_simplified, (before[-CONTEXT:], piece, behind[:CONTEXT])))
            for before, piece, behind in around
        )

    def _undo(self) -> None:
        """Go through the text from one break of the step to the next."""
        at = 0
        before = -1
        self.events = self._first_events()
        event = self._next_event(0)
        while event:
            start = event.start()
            first = before if start == at and before >= 0 else self._byte_before(start)
            before = -1
            if leads := self._leads(event, first):
                self._keep(at, start)
                at = start
                if undone := self._undone(event, first, leads):
                    self.annotations += event[1] is not None
                    at, before = self._take(*undone)
                elif event[1] is not None:
                    # The reading fits what is before it, but what follows is no text of GBK's.
                    self.pieces.append(LOST)
                    self.annotations += 1
                    at = event.end()
            event = self._next_event(max(at, start + 1))
        self._keep(at, len(self.text))
        if self.unfounded:
            self._look_elsewhere()

    def _undone(
        self, event: re.Match[str], first: int, leads: list[tuple[int, float]]
    ) -> tuple[Run, Solved] | None:
        """Say what the run is that an event opens, and what it was; None if it opens none."""
        run = self._gather(event, first)
        if run.narrow and self.is_narrowed and not run.unshown:
            run, solved = self._widened(event, first, leads, run)
        else:
            solved = self._solve(run, leads)
            if solved is None and run.items[-1] == 0x80:
                # No character ends so: the € is a pair, as it is of 、銀.
                run = self._gather(event, first, euro=True)
                solved = self._solve(run, leads)
            elif solved is None and run.closing and is_word(run.closing):
                run = self._gather(event, first, word=True)
                solved = self._solve(run, leads)
        if solved is None and event[1] is not None:
            run, solved = self._ending_unshown(event, first, leads)
        if solved is None or (event[1] is None and not self._lay_across(event, run, solved)):
            return None
        if self._has_eaten(run) and not self._goes_on(run.end):
            return self._past_undefined(event, first, leads, run, solved)
        if _may_end_in_euro(run, leads) and not self._goes_on(run.end):
            return self._past_euro(event, first, leads, run, solved)
        return run, solved

    def _take(self, run: Run, solved: Solved) -> tuple[int, int]:
        """Take over what a run was; give where it ends, and the byte before that or -1."""
        if solved.guessed:
            self.doubtful.append(len(self.pieces))
            if run.items[-1] == SHOWN_BY_NOTHING:
                self.unfounded.append(len(self.pieces))
        self.pieces.append(solved.text)
        self.guessed += solved.guessed
        self.gain += solved.gain
        self.repaired += 1
        self.annotations += run.annotations
        before = pair_of(solved.text[-1]) & 0xFF or -1
        if self._has_eaten(run) and run.end < len(self.text) and before != 0x80:
            self.pieces.append(self.around.forced(run.end, self._last) or LOST)
            before = -1
        return run.end, before

    def _look_elsewhere(self) -> None:
        """Put in place of a guessed character what the page has behind the same two elsewhere.

        Nothing shows its second byte, and mostly what stood behind it was eaten, too.
        """
        pieces = self.pieces.copy()
        for number in self.unfounded:
            pieces[number] = pieces[number][:-1] + LOST
        page = "".join(pieces)
        ends = list(accumulate(map(len, pieces)))
        found: dict[str, Counter[str]] = {}
        for number in self.unfounded:
            left = page[max(0, ends[number] - 1 - CONTEXT) : ends[number] - 1]
            before = left[-2:]
            if not _TWO.fullmatch(before):
                continue
            if before not in found:
                if len(found) == _MOST_ASKED:
                    break
                following = (piece[:1] for piece in page.split(before)[1:])
                found[before] = Counter(c for c in following if "一" <= c <= "龥")
            here = found[before]
            piece = self.pieces[number]
            lead = pair_of(piece[-1]) >> 8
            fitting = [
                c
                for c in here.keys() - self.page.members
                if pair_of(c) >> 8 == lead and pair_of(c) & 0x80
            ]
            if len(fitting) == 1:
                left = to_simplified(_FROM_LAST_ASCII.sub("", left))
                likelier = _likelier_by(left, piece[-1], fitting[0], "")
                if likelier - math.log(here[fitting[0]] / here.total()) < _ELSEWHERE:
                    self.pieces[number] = piece[:-1] + fitting[0]

    def _keep(self, start: int, end: int) -> None:
        """Take over a part of the text that is in step, without its annotations."""
        piece, annotations = self.found.left_out(start, end)
        self.pieces.append(piece)
        self.annotations += annotations

    def _first_events(self) -> list[re.Match[str]]:
        """Give the first places of each kind where the step may be broken."""
        marks = "！？。!?" if self.is_narrowed else "！？。"
        if not self.shows_mirror:
            # All the less is a mark taken for a cut that nothing shows to be one.
            marks = ""
        kinds = [_EVENT, *(_shown_by(mark) for mark in marks)]
        return [event for kind in kinds if (event := kind.search(self.text))]

    def _next_event(self, at: int) -> re.Match[str] | None:
        """Give the first place from here on where the step may be broken."""
        later = [e if e.start() >= at else e.re.search(self.text, at) for e in self.events]
        self.events = [event for event in later if event]
        return min(self.events, key=lambda event: event.start(), default=None)

    def _byte_before(self, at: int) -> int:
        """Give the last byte before a place, past an annotation; -1 if there is none."""
        if at and self.text[at - 1] in ",.:;!?(-" and self.is_narrowed:
            return bytes_of_mark(self.text[at - 1])[1]
        return byte_before(self.text, at)

    def _leads(self, event: re.Match[str], first: int) -> list[tuple[int, float]]:
        """Say what the first byte of the run may be that an event opens; empty if it opens none.

        first: the byte before it, -1 if there is none.
        """
        if event[1] is None:
            if event.re is not _EVENT and self._reads_well(event.end()):
                return []
            return leads_before(self.text[_behind(event)])
        return self.page.read_as(first, event[1])

    def _reads_well(self, at: int) -> bool:
        """Say whether the first few characters from a place on are text as they stand."""
        shown = ANNOTATION.sub("", self.text[at : at + CONTEXT + LONGEST])[:CONTEXT]
        return sum(map(likely_anywhere, to_simplified(shown))) > _READS_WELL * len(shown)

    def _is_in_step(self, at: int, least: float) -> bool:
        """Say whether the first few characters behind a place are text, and how likely at least."""
        shown = to_simplified(self._rest(at)[:_FEW])
        return shown[:1] > "~" and likelihood(shown) > least * len(shown)

    def _gather(
        self,
        event: re.Match[str],
        first: int,
        narrowed: int = 0,
        undefined: int = 0,
        *,
        euro: bool = False,
        word: bool = False,
        unshown: bool = False,
    ) -> Run:
        return gather(
            self.text,
            _behind(event),
            first,
            cut=event[1] is None,
            unshown=unshown or event.re is not _EVENT,
            narrowed=narrowed,
            undefined=undefined,
            euro=euro,
            words=lambda: word or self.found.have_tones,
        )

    def _solve(self, run: Run, leads: list[tuple[int, float]]) -> Solved | None:
        if run.broken:
            return None
        return read(run, leads, self.page) or solve(
            run,
            leads,
            self.page,
            self._left(),
            self._right(run),
            lambda: self._with_brackets(self._last(LINE)),
            lambda: self._with_brackets(self._rest_behind(run)),
        )

    def _with_brackets(self, line: str) -> str:
        """Give part of a line with the brackets of which a copy may have made ASCII."""
        return _CLOSING.sub("）", line.replace("(", "（")) if self.is_narrowed else line

    def _widened(
        self, event: re.Match[str], first: int, leads: list[tuple[int, float]], shortest: Run
    ) -> tuple[Run, Solved | None]:
        """Undo a run in a copy that has made ASCII of full-width characters.

        An ASCII character in it may end it, as it does the shortest, or have been such a one: the
        likeliest is taken.
        """
        ways: list[tuple[int, Run, Solved]] = []
        run = shortest
        for narrowed in range(_MOST_NARROWED + 1):
            if found := self._solve(run, leads):
                if run is shortest and self._is_in_step(run.end, _SURELY_IN_STEP):
                    return run, found
                ways.append((narrowed, run, found))
            if not run.narrow:
                break
            run = self._gather(event, first, narrowed + 1)
        if not ways:
            return shortest, None
        # All are judged by the same stretch of the page, as each of them leaves it.
        furthest = ways[-1][1]
        left, right = self._left(), self._right(furthest)

        def likely(way: tuple[int, Run, Solved]) -> float:
            narrowed, run, solved = way
            behind = EATEN.sub(_carrier, self.text[run.end : furthest.end])
            shown = to_simplified(solved.text + ANNOTATION.sub("", behind))
            return likelihood(left + shown + right) + _BYTE_MORE * narrowed

        return max(ways, key=likely)[1:]

    def _ending_unshown(
        self, event: re.Match[str], first: int, leads: list[tuple[int, float]]
    ) -> tuple[Run, Solved | None]:
        """Undo a run whose last byte nothing shows: `嘏沙鏊,` for 派出所, behind 地."""
        run = self._gather(event, first, unshown=True)
        solved = self._solve(run, leads)
        shown = ANNOTATION.sub("", self.text[event.end() : run.end])
        if solved and shown:
            likelier = _likelier_by(self._left(), solved.text, shown, self._right(run))
            solved = solved if likelier > _SIGN_OF_CUT else None
        return run, solved

    def _goes_on(self, at: int) -> bool:
        """Say whether what stands behind a place is text in step, or markup without its sign."""
        return self._is_in_step(at, _IN_STEP) or bool(self.around.forced(at, self._last))

    def _past_undefined(
        self,
        event: re.Match[str],
        first: int,
        leads: list[tuple[int, float]],
        run: Run,
        solved: Solved,
    ) -> tuple[Run, Solved]:
        """Undo a run to its end if the `?` in it stands for a pair that GBK leaves undefined.

        run, solved: the same as if an ASCII character had been eaten there.
        """
        best = run, solved
        for number in range(1, _MOST_UNDEFINED + 1):
            longer = self._gather(event, first, undefined=number)
            found = self._solve(longer, leads) if len(longer.gaps) == number else None
            if found is None or _IN_WORD.match(self.text, longer.end):
                break
            # No ASCII character carries a reading with the byte behind it.
            sure = not self.is_narrowed and EATEN.match(self.text, best[0].end)
            if sure or self._likelier_than(*best, longer, found, eaten=DIGITS) > _SIGN_OF_UNDEFINED:
                best = longer, found
        return best

    def _past_euro(
        self,
        event: re.Match[str],
        first: int,
        leads: list[tuple[int, float]],
        run: Run,
        solved: Solved,
    ) -> tuple[Run, Solved]:
        """Undo a run to its end if the € that ends it is the pair A2 E3, as of 將銅.

        run, solved: the same as if it were the byte 80.
        """
        longer = self._gather(event, first, euro=True)
        found = self._solve(longer, leads)
        if found is None:
            return run, solved
        likelier = self._likelier_than(run, solved, longer, found) > _SIGN_OF_EURO
        return (longer, found) if likelier else (run, solved)

    def _likelier_than(
        self, run: Run, solved: Solved, longer: Run, found: Solved, eaten: str = ""
    ) -> float:
        """Say how much likelier a longer run is than one that ends within it, as a logarithm.

        eaten: what stands for a character that was eaten behind the shorter one.
        """
        shown = ANNOTATION.sub("", self.text[run.end : longer.end])
        as_it_is = solved.text + eaten + EATEN.sub("", shown)
        undone = found.text
        last = longer
        if longer.items[-1] == SHOWN_BY_READING and (anew := self._broken_anew(longer)):
            last, behind = anew
            as_it_is = solved.text + eaten + EATEN.split(shown)[0] + behind.text
            undone += ANNOTATION.sub("", self.text[longer.end : last.end])
        return _likelier_by(self._left(), undone, as_it_is, self._right(last))

    def _broken_anew(self, run: Run) -> tuple[Run, Solved] | None:
        """Undo what the reading that ends a run has put out of step, if it is none that ends it."""
        at = self.text.rfind("?", max(0, run.end - LONGEST), run.end)
        event = _EVENT.match(self.text, at) if at >= 0 else None
        if event is None or event.end() != run.end:
            return None
        first = self._byte_before(event.start())
        leads = self._leads(event, first)
        anew = self._gather(event, first)
        if not leads or anew.broken:
            return None
        left = to_simplified(self.text[max(0, at - CONTEXT) : at])
        solved = solve(anew, leads, self.page, _FROM_LAST_ASCII.sub("", left), self._right(anew))
        return (anew, solved) if solved else None

    def _lay_across(self, event: re.Match[str], run: Run, solved: Solved) -> bool:
        """Say whether the mark that an event shows lay across two characters.

        Some mirrors cut the text before marks, wherever their bytes stand: before A3 A1, ！, in
        A1 A3 A1 B1, 。”. That comes out as `?！` and more that makes no sense, but `?！` by itself
        may as well be what the author wrote.
        """
        if run.closing and run.items[-1] in range(0x80):
            # No letter carries a reading, only the character does whose second byte it is.
            return True
        left, right = self._left(), self._right(run)
        if solved.text[-1] < "\x80" <= right[:1]:
            # The second byte of a character that was in step, and no letter by itself.
            return False
        shown = ANNOTATION.sub("", self.text[event.start() : run.end])
        if not shown.strip("?？") or (not shown.strip("?？!！") and not self._is_sure(run)):
            return False
        found = solved.text
        if self._has_eaten(run):
            if self.around.forced(run.end, self._last) == "<":
                # No author's question mark stands in place of what opens a tag.
                return True
            # What stands behind it is no more the end of the text than as it is shown.
            found += right[:1]
            following = self.text[run.end : run.end + CONTEXT + LONGEST]
            right = to_simplified(_first_few(ANNOTATION.sub("", following)))
        likelier = _likelier_by(left, found, shown, right) > _SIGN_OF_CUT
        return likelier and (event.re is _EVENT or bool(self.cut_before))

    def _is_sure(self, run: Run) -> bool:
        """Say whether a run that shows but marks is none of the author's, who may be surprised."""
        if self._has_eaten(run) and self.around.forced(run.end, self._last):
            return True
        return self.shows_mirror

    def _left(self) -> str:
        """Give what stands before a run, in Simplified script: back to the next ASCII character."""
        found = self._last(CONTEXT)
        if ">" in found or ";" in found:
            found = _seen(self._last(_NEAR).rpartition("\n")[2])
        return to_simplified(_FROM_LAST_ASCII.sub("", found[-CONTEXT:]) or EDGE)

    def _last(self, number: int) -> str:
        """Give the last so many characters of what has been restored, or all there are."""
        found = ""
        for piece in reversed(self.pieces):
            found = piece[-number:] + found
            if len(found) >= number:
                break
        return found[-number:]

    def _rest_behind(self, run: Run) -> str:
        """Give what stands behind a run in its line, with what was eaten there if that is known."""
        eaten = self.around.forced(run.end, self._last) if self._has_eaten(run) else ""
        # A quotation mark ends an attribute or a string, so the text in it, too.
        return "" if eaten in ("'", '"') else self._rest(run.end, eaten)

    def _rest(self, at: int, eaten: str = "") -> str:
        """Give what stands behind a place in its line, up to the next place out of step.

        eaten: what was eaten right before it.
        """
        ahead = eaten + ANNOTATION.sub("", self.text[at : at + LINE])
        return EATEN.split(_seen(ahead.partition("\n")[0]).partition("<")[0])[0]

    def _right(self, run: Run) -> str:
        """Give what stands behind a run, in Simplified script: up to the next ASCII character."""
        text = self.text[run.end : run.end + 2 * LONGEST]
        if self._has_eaten(run):
            eaten = self.around.forced(run.end, self._last)
            if not eaten:
                # Mostly a digit, or the end of the line.
                if _BEHIND_DIGIT.match(text):
                    return DIGITS
                following = to_simplified(text[:1])
                return max(DIGITS, EDGE, key=lambda eaten: behind(eaten, following))
            text = eaten + text
        shown = _first_few(text)
        if shown[-1:] == "(":
            shown = _first_few(ANNOTATION.sub("", text))
        if shown[-1:] in ("<", "&"):
            text += self.text[run.end + 2 * LONGEST : run.end + _NEAR]
            shown = _first_few(_seen(ANNOTATION.sub("", text.partition("\n")[0])))
        return to_simplified(shown or EDGE)

    def _has_eaten(self, run: Run) -> bool:
        """Say whether an ASCII character was eaten at the end of a run."""
        if run.items[-1] != SHOWN_BY_NOTHING or run.unshown or self.keeps_ascii:
            return False
        following = self.text[run.end : run.end + 2]
        # The mark that cut the run may have been cut itself: ，” is shown as `??！`.
        following = following[1:] if following.startswith("?") else following[:1]
        if self.is_narrowed:
            following = widened(following)
        return not (following and following in (CUT_BEFORE if run.cut else self.cut_before))

    def _settle(self, text: str) -> str:
        """Choose between the characters that no table can tell apart."""
        seldom = _SELDOM
        for old, plain in (DOUBTFUL | SELDOM_DOUBTFUL).items():
            if old in text and (bias := self._bias_to(plain, old, seldom)) is not None:
                parts = text.split(old)
                for n in range(len(parts) - 1):
                    left, right = parts[n][-3:], parts[n + 1][:3]
                    if ">" in left or ";" in left:
                        left = _seen(parts[n][-_NEAR:])[-3:]
                    if "<" in right or "&" in right:
                        right = _seen(parts[n + 1][:_NEAR])[:3]
                    of_author = old in DOUBTFUL and bool(
                        _APART.search(left)
                        or (
                            right[:1] in _BEHIND_AUTHOR
                            and _AUTHOR.search(parts[n][-_LONGEST_AUTHOR:])
                        )
                    )
                    chosen = _likelier(left, old, plain, right, bias + _OF_AUTHOR * of_author)
                    if chosen == plain and old in SELDOM_DOUBTFUL:
                        seldom = 0.0
                    parts[n] += chosen
                    self.guessed += 1
                text = "".join(parts)
        return text

    def _bias_to(self, plain: str, old: str, seldom: float) -> float | None:
        """How likely a doubtful character stands for the plain one, as a logarithm to add; None
        when it does not. `seldom` is what counts for one that few mirrors put."""
        if old in DOUBTFUL:
            return _SHOWN_OTHERWISE if plain in self.found.clean else 0.0
        clean = self.found.clean
        otherwise = sum(map(clean.count, plain + forms().traditional.get(plain, "")))
        return None if _CHANCE * otherwise > clean.count(old) else seldom


def _may_end_in_euro(run: Run, leads: list[tuple[int, float]]) -> bool:
    """Say whether the byte 80 that ends a run may be A2 E3: whether a common character ends so."""
    if run.items[-1] != 0x80:
        return False
    firsts = [lead for lead, _ in leads] if len(run.items) == 2 else [run.items[-2]]
    found = (character_of(lead, 0xA2) for lead in firsts if lead > 0x80)
    return any(character and shows_common(character) for character in found)


def _carrier(eaten: re.Match[str]) -> str:
    """Give the commonest character that may carry the reading of a place out of step."""
    return max(map(to_simplified, read_so(eaten[1])), key=likely_anywhere, default="")


def _likelier_by(left: str, one: str, other: str, right: str) -> float:
    """Say how much likelier one text is than another between the same two, as a logarithm."""
    likely, rival = (likelihood(left + to_simplified(text) + right) for text in (one, other))
    return likely - rival


def _seen(html: str) -> str:
    """Give the text of a stretch of HTML, as far as it stands in one line."""
    return unescape(_IN_LINE.sub("", html))


def _choice(left: str, passage: str, right: str) -> Choice:
    before, behind = _LAST_OF_LINE.search(left), _FIRST_OF_LINE.match(right)
    return Choice(before[0] if before else "", passage, behind[0] if behind else "")


def _first_few(text: str) -> str:
    """Give a few characters, but none behind the first of ASCII."""
    found = _FIRST_FEW.match(text)
    return found[0] if found else ""


@lru_cache(maxsize=16384)
def _likelier(left: str, old: str, plain: str, right: str, bias: float) -> str:
    """Choose between two characters by what is around them; bias speaks for the second."""
    before = start(left)
    kept, changed = (go_on(before, character + right)[0].score for character in (old, plain))
    return plain if changed + bias > kept else old
