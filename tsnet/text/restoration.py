"""One text of a mirror on its way back: from one place where the step is broken to the next."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import replace
from functools import cache, cached_property
from itertools import accumulate
from typing import NamedTuple

from tsnet.text.annotations import Annotations, byte_before
from tsnet.text.candidates import shows_common
from tsnet.text.context import NEAR, choice, first_few, from_last_ascii, likelier_by, seen
from tsnet.text.cuts import (
    CUT_BEFORE,
    MARKS,
    SELDOM_CUT,
    behind_cuts,
    bytes_of_mark,
    leads_before,
    lies_whole,
    shows_cut,
    whole_marks,
    widened,
)
from tsnet.text.doubt import Choice, Restored
from tsnet.text.eaten import Surroundings
from tsnet.text.gather import SHOWN_BY_NOTHING, SHOWN_BY_READING, USUAL, Run, Taken, gather
from tsnet.text.gbk import LOST, character_of, pair_of
from tsnet.text.likelihood import DIGITS, EDGE, behind, likelihood, likely_anywhere
from tsnet.text.marks import LINE
from tsnet.text.places import Solved
from tsnet.text.readings import ANNOTATION, EATEN, LONGEST, TONE_MARK, is_word, read_so
from tsnet.text.runs import CONTEXT, Beside, read, solve
from tsnet.text.script import is_traditional, to_simplified
from tsnet.text.settling import settle

# Some copies of a page have made ASCII of the marks. Where no Chinese stands before, an ASCII mark
# counts only before Chinese. Each way begins with `?`, so that the search leaps from one to the
# next.
_EVENT = re.compile(
    rf"{EATEN.pattern}|\?(?=[{MARKS}{SELDOM_CUT}])"
    r"|\?(?<=[^\x00-\x7f]\?|\)\?)(?=[!,:;?])|\?(?=[!,:;?][^\x00-\x7f])"
)

_WIDE = re.compile("[！-～]")
# What of full width may have become ASCII before a break of the step, and before a reading.
_MARK = re.compile("[-,.:;!?(]")
_MARK_OR_ALNUM = re.compile("[-,.:;!?(0-9A-Za-z]")
# One for each mark, since what begins with a character is found many times faster.
_NARROWED = [re.compile(rf"\{mark}(?<=[一-龥)].)[一-龥“]") for mark in ",:;!?"]

# A closing bracket, but for one that numbers a list: 1) and a).
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

# A letter that is the second byte of a character with this reading.
_CARRYING = re.compile(rf"[@-~](?=\([^()]{{0,5}}{TONE_MARK.pattern}){ANNOTATION.pattern}")

# A letter that begins a word is no second byte behind an undefined pair: 而 configure.
_IN_WORD = re.compile("(?<=[A-Za-z])[a-z]{2}")

# So many undefined pairs are looked for in one run.
_MOST_UNDEFINED = 3

# The mean logarithm of the likelihoods of the four characters behind a mark. Of ten places in step
# nine are above, and of eight out of step one.
_READS_WELL = -19.0

# A text is searched for what else it has behind so many different pairs of characters at most.
_MOST_ASKED = 50

# So much likelier, as a logarithm, a guess may be than what stands there elsewhere, which counts
# less where other characters do: of twelve true ones none came above 6.7, of three others two.
_ELSEWHERE = 7.0
_TWO = re.compile("[一-龥]{2}")

# What ends a string in a script or in JSON.
_QUOTES = ('"', "'")

# What hardly anything but a digit stands before.
_BEHIND_DIGIT = re.compile(r"[0-9%‰℃°]|[.,:/-][0-9]|\.[一-龥]")


@cache
def _shown_by(mark: str) -> re.Pattern[str]:
    """Give what matches a cut that is shown by nothing but the mark; none has a reading.

    Each kind is looked for by itself, since what begins with a character is found many times
    faster.
    """
    following = "一-龥" if mark in "？?" else behind_cuts(mark)
    return re.compile(rf"\{mark}(?=[{following}])((?!))?")


class _Break(NamedTuple):
    """A place where the step is broken, so that a run begins there."""

    event: re.Match[str]
    """What shows it: a question mark with what is behind it, or a mark that nothing else shows."""
    before: int
    """The byte before the run, -1 if there is none."""
    leads: list[tuple[int, float]]
    """What the first byte of the run may be, with weights."""


def _behind(event: re.Match[str]) -> int:
    """Give where a run begins: behind a question mark, or at a mark that nothing else shows."""
    return event.end() if event.re is _EVENT else event.start()


class Restoration:
    """One text on its way back: what is known of it, and what has been done."""

    def __init__(self, found: Annotations, *, keeps_ascii: bool, wide: bool) -> None:
        """Begin with a text and its annotations.

        keeps_ascii: whether the reader that made the text of bytes has eaten no ASCII character.
        wide: whether it has shown a byte that was eaten with one as ？.
        """
        self._found = found
        self._keeps_ascii = keeps_ascii
        self._usual = Taken(wide=True) if wide else USUAL
        self._text = found.text
        self._known = found.knowledge
        self._around = Surroundings(found.text)
        self._whole: dict[str, bool] = {}
        self._begin()

    def _begin(self) -> None:
        self._pieces: list[str] = []
        self._eaten: dict[tuple[int, int], str] = {}  # by place and number of pieces before it
        self._annotations = self._found.repeats
        self._repaired = 0
        self._guessed = 0
        self._gain = 0.0
        self._doubtful: list[int] = []  # numbers of pieces
        self._unfounded: list[int] = []  # of those whose last byte nothing shows

    @cached_property
    def _is_cut(self) -> bool:
        """Whether the text shows that the mirror cuts it before marks."""
        return shows_cut(self._text)

    @cached_property
    def _cut_before(self) -> str:
        """The marks before which the mirror may cut the text, so that nothing was eaten there.

        、 never lies across two characters: before it, a digit that numbers something is eaten as
        often where no other cut shows.
        """
        if self._is_cut:
            return CUT_BEFORE
        return "" if whole_marks().search(self._text) else MARKS

    def _is_never_cut_before(self, mark: str) -> bool:
        """Whether a text that shows no cut has a mark whole out of step."""
        if mark not in self._whole:
            self._whole[mark] = lies_whole(mark, self._text)
        return self._whole[mark]

    @cached_property
    def _shows_mirror(self) -> bool:
        """Whether anything but question marks shows that the text is a mirror's."""
        return bool(self._known.annotated) or is_traditional(self._found.clean)

    @cached_property
    def _is_narrowed(self) -> bool:
        """Whether a copy of the page has made ASCII of its full-width characters."""
        clean = self._found.clean
        most = len(clean) / _CHARACTERS_PER_WIDE
        # Nearly every other page has more commas than that.
        few = clean.count("，") < most and len(_WIDE.findall(clean)) < most
        return few and any(mark.search(self._text) for mark in _NARROWED)

    def restored(self) -> Restored:
        """Undo the damage."""
        self._undo()
        doubtful = self._choices()
        if 0 < self._gain < _SIGN_OF_LOSS:
            # A copy of a page has kept its private-use characters or lost them all.
            self._known.lacks_private = False
            doubted = self._guessed
            self._begin()
            self._undo()
            self._guessed = max(self._guessed, doubted)
            doubtful += self._choices()
        result, chosen = settle(to_simplified("".join(self._pieces)), self._found.clean)
        self._guessed += chosen
        if len(_SURELY_PUT_IN.findall(result)) >= _FEWEST_COMMAS:
            result, commas = _COMMA.subn("", result)
            self._repaired += commas
        counts = self._annotations, self._repaired, result.count(LOST), self._guessed
        return Restored(result, *counts, doubtful)

    def _choices(self) -> tuple[Choice, ...]:
        """Give the passages in which a character was chosen by likelihood."""
        pieces = ("", *self._pieces, "")
        around = (pieces[number : number + 3] for number in self._doubtful)
        return tuple(
            choice(*map(to_simplified, (before[-CONTEXT:], piece, behind[:CONTEXT])))
            for before, piece, behind in around
        )

    def _undo(self) -> None:
        """Go through the text from one break of the step to the next."""
        at = 0
        before = -1
        self._events = self._first_events()
        event = self._next_event(0)
        while event:
            start = event.start()
            here = self._break_at(event, before if start == at else -1)
            before = -1
            if here.leads:
                self._keep(at, start)
                at = start
                if undone := self._undone(here):
                    self._annotations += event[1] is not None
                    at, before = self._take(*undone)
                elif event[1] is not None:
                    # The reading fits what is before it, but what follows is no text of GBK's.
                    self._pieces.append(LOST)
                    self._annotations += 1
                    at = event.end()
            event = self._next_event(max(at, start + 1))
        self._keep(at, len(self._text))
        if self._unfounded:
            self._look_elsewhere()

    def _undone(self, here: _Break) -> tuple[Run, Solved] | None:
        """Say what the run is that begins at a break, and what it was; None if none does."""
        event, _, leads = here
        run = self._gather(here)
        if run.narrow and self._is_narrowed and not run.unshown:
            run, solved = self._widened(here, run)
        else:
            solved = self._solve(run, leads)
            if solved is None and run.items[-1] == 0x80:
                # No character ends so: the € is a pair, as it is of 、銀.
                run = self._gather(here, replace(self._usual, euro=True))
                solved = self._solve(run, leads)
            elif solved is None and run.closing and is_word(run.closing):
                run = self._gather(here, word=True)
                solved = self._solve(run, leads)
        if solved is None and event[1] is not None:
            run, solved = self._ending_unshown(here)
        if solved is None or (event[1] is None and not self._lay_across(event, run, solved)):
            return None
        if self._usual.wide and self._text[run.end - 1] == "？" and not self._goes_on(run.end):
            return self._past(
                here, run, solved, replace(self._usual, narrowed=1), _SIGN_OF_UNDEFINED
            )
        unshown = self._has_eaten(run) or (self._keeps_ascii and run.items[-1] == SHOWN_BY_NOTHING)
        if unshown and not self._goes_on(run.end):
            return self._past_undefined(here, run, solved)
        if _may_end_in_euro(run, leads) and not self._goes_on(run.end):
            return self._past(here, run, solved, replace(self._usual, euro=True), _SIGN_OF_EURO)
        return run, solved

    def _take(self, run: Run, solved: Solved) -> tuple[int, int]:
        """Take over what a run was; give where it ends, and the byte before that or -1."""
        if solved.guessed:
            self._doubtful.append(len(self._pieces))
            if run.items[-1] == SHOWN_BY_NOTHING:
                self._unfounded.append(len(self._pieces))
        self._pieces.append(solved.text)
        self._guessed += solved.guessed
        self._gain += solved.gain
        self._repaired += 1
        self._annotations += run.annotations
        before = pair_of(solved.text[-1]) & 0xFF or -1
        if self._has_eaten(run) and run.end < len(self._text) and before != 0x80:
            self._pieces.append(self._forced(run.end) or LOST)
            before = -1
        return run.end, before

    def _look_elsewhere(self) -> None:
        """Put in place of a guessed character what the page has behind the same two elsewhere.

        Nothing shows its second byte, and mostly what stood behind it was eaten, too.
        """
        pieces = self._pieces.copy()
        for number in self._unfounded:
            pieces[number] = pieces[number][:-1] + LOST
        page = "".join(pieces)
        ends = list(accumulate(map(len, pieces)))
        found: dict[str, Counter[str]] = {}
        for number in self._unfounded:
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
            piece = self._pieces[number]
            lead = pair_of(piece[-1]) >> 8
            fitting = [
                c
                for c in here.keys() - self._known.members
                if pair_of(c) >> 8 == lead and pair_of(c) & 0x80
            ]
            if len(fitting) == 1:
                left = to_simplified(from_last_ascii(left))
                likelier = likelier_by(left, piece[-1], fitting[0], "")
                if likelier - math.log(here[fitting[0]] / here.total()) < _ELSEWHERE:
                    self._pieces[number] = piece[:-1] + fitting[0]

    def _keep(self, start: int, end: int) -> None:
        """Take over a part of the text that is in step, without its annotations."""
        piece, annotations = self._found.left_out(start, end)
        self._pieces.append(piece)
        self._annotations += annotations

    def _first_events(self) -> list[re.Match[str]]:
        """Give the first places of each kind where the step may be broken."""
        marks = "！？。!?" if self._is_narrowed else "！？。"
        if not self._shows_mirror:
            # All the less is a mark taken for a cut that nothing shows to be one.
            marks = ""
        kinds = [_EVENT, *(_shown_by(mark) for mark in marks)]
        return [event for kind in kinds if (event := kind.search(self._text))]

    def _next_event(self, at: int) -> re.Match[str] | None:
        """Give the first place from here on where the step may be broken."""
        later = [e if e.start() >= at else e.re.search(self._text, at) for e in self._events]
        self._events = [event for event in later if event]
        return min(self._events, key=lambda event: event.start(), default=None)

    def _byte_before(self, event: re.Match[str]) -> int:
        """Give the last byte before an event, past an annotation; -1 if there is none."""
        at = event.start()
        # Behind a letter or digit of ASCII no reading can stand.
        wide = _MARK_OR_ALNUM if event[1] is not None else _MARK
        if at and wide.match(self._text, at - 1) and self._is_narrowed:
            return bytes_of_mark(self._text[at - 1])[1]
        return byte_before(self._text, at)

    def _break_at(self, event: re.Match[str], before: int = -1) -> _Break:
        """Give the place that an event shows; without leads if the step is not broken there.

        before: the byte before it if it is known, else -1.
        """
        if before < 0:
            before = self._byte_before(event)
        if event[1] is not None:
            leads = self._known.read_as(before, event[1])
        elif event.re is not _EVENT and self._reads_well(event.end()):
            leads = []
        else:
            leads = leads_before(self._text[_behind(event)])
        return _Break(event, before, leads)

    def _reads_well(self, at: int) -> bool:
        """Say whether the first few characters from a place on are text as they stand."""
        shown = ANNOTATION.sub("", self._text[at : at + CONTEXT + LONGEST])[:CONTEXT]
        return sum(map(likely_anywhere, to_simplified(shown))) > _READS_WELL * len(shown)

    def _is_in_step(self, at: int, least: float) -> bool:
        """Say whether the first few characters behind a place are text, and how likely at least."""
        shown = to_simplified(self._rest(at)[:_FEW])
        return shown[:1] > "~" and likelihood(shown) > least * len(shown)

    def _gather(self, here: _Break, taken: Taken | None = None, *, word: bool = False) -> Run:
        event = here.event
        taken = taken or self._usual
        if event.re is not _EVENT:
            taken = replace(taken, unshown=True)
        return gather(
            self._text,
            _behind(event),
            here.before,
            cut=event[1] is None,
            taken=taken,
            words=lambda: word or self._found.have_tones,
        )

    def _solve(self, run: Run, leads: list[tuple[int, float]]) -> Solved | None:
        if run.broken:
            return None
        return read(run, leads, self._known) or solve(run, leads, self._known, self._beside(run))

    def _beside(self, run: Run) -> Beside:
        return Beside(
            self._left(),
            self._right(run),
            lambda: self._with_brackets(self._last(LINE)),
            lambda: self._with_brackets(self._rest_behind(run)),
        )

    def _with_brackets(self, line: str) -> str:
        """Give part of a line with the brackets of which a copy may have made ASCII."""
        return _CLOSING.sub("）", line.replace("(", "（")) if self._is_narrowed else line

    def _widened(self, here: _Break, shortest: Run) -> tuple[Run, Solved | None]:
        """Undo a run in a copy that has made ASCII of full-width characters.

        An ASCII character in it may end it, as it does the shortest, or have been such a one: the
        likeliest is taken.
        """
        ways: list[tuple[int, Run, Solved]] = []
        run = shortest
        for narrowed in range(_MOST_NARROWED + 1):
            if found := self._solve(run, here.leads):
                if run is shortest and self._is_in_step(run.end, _SURELY_IN_STEP):
                    return run, found
                ways.append((narrowed, run, found))
            if not run.narrow:
                break
            run = self._gather(here, replace(self._usual, narrowed=narrowed + 1))
        if not ways:
            return shortest, None
        # All are judged by the same stretch of the page, as each of them leaves it.
        furthest = ways[-1][1]
        left, right = self._left(), self._right(furthest)

        def likely(way: tuple[int, Run, Solved]) -> float:
            narrowed, run, solved = way
            behind = EATEN.sub(_carrier, self._text[run.end : furthest.end])
            shown = to_simplified(solved.text + ANNOTATION.sub("", behind))
            return likelihood(left + shown + right) + _BYTE_MORE * narrowed

        return max(ways, key=likely)[1:]

    def _ending_unshown(self, here: _Break) -> tuple[Run, Solved | None]:
        """Undo a run whose last byte nothing shows: `嘏沙鏊,` for 派出所, behind 地."""
        run = self._gather(here, replace(self._usual, unshown=True))
        solved = self._solve(run, here.leads)
        shown = ANNOTATION.sub("", self._text[here.event.end() : run.end])
        if solved and shown:
            likelier = likelier_by(self._left(), solved.text, shown, self._right(run))
            solved = solved if likelier > _SIGN_OF_CUT else None
        return run, solved

    def _goes_on(self, at: int) -> bool:
        """Say whether what stands behind a place is text in step, or markup without its sign."""
        return self._is_in_step(at, _IN_STEP) or bool(self._forced(at))

    def _past_undefined(self, here: _Break, run: Run, solved: Solved) -> tuple[Run, Solved]:
        """Undo a run to its end if the `?` in it stands for a pair that GBK leaves undefined.

        run, solved: the same as if an ASCII character had been eaten there.
        """
        best = run, solved
        eaten = "" if self._keeps_ascii else DIGITS
        for number in range(1, _MOST_UNDEFINED + 1):
            longer = self._gather(here, replace(self._usual, undefined=number))
            found = self._solve(longer, here.leads) if len(longer.gaps) == number else None
            if found is None or _IN_WORD.match(self._text, longer.end):
                break
            # No ASCII character carries a reading by itself or with the byte behind it.
            end = best[0].end
            sure = _CARRYING.match(self._text, end) or (
                not self._is_narrowed and EATEN.match(self._text, end)
            )
            if sure or self._likelier_than(*best, longer, found, eaten) > _SIGN_OF_UNDEFINED:
                best = longer, found
        return best

    def _past(
        self, here: _Break, run: Run, solved: Solved, taken: Taken, least: float
    ) -> tuple[Run, Solved]:
        """Undo a run to its end if the € or ？ that ends it is a pair: A2 E3, as of 將銅.

        run, solved: the same as if it were one byte. taken: makes it a pair. least: so much
        likelier that must be.
        """
        longer = self._gather(here, taken)
        found = self._solve(longer, here.leads)
        if found is None:
            return run, solved
        likelier = self._likelier_than(run, solved, longer, found) > least
        return (longer, found) if likelier else (run, solved)

    def _likelier_than(
        self, run: Run, solved: Solved, longer: Run, found: Solved, eaten: str = ""
    ) -> float:
        """Say how much likelier a longer run is than one that ends within it, as a logarithm.

        eaten: what stands for a character that was eaten behind the shorter one.
        """
        shown = ANNOTATION.sub("", self._text[run.end : longer.end])
        as_it_is = solved.text + eaten + EATEN.sub("", shown)
        undone = found.text
        last = longer
        if longer.items[-1] == SHOWN_BY_READING and (anew := self._broken_anew(longer)):
            last, behind = anew
            as_it_is = solved.text + eaten + EATEN.split(shown)[0] + behind.text
            undone += ANNOTATION.sub("", self._text[longer.end : last.end])
        return likelier_by(self._left(), undone, as_it_is, self._right(last))

    def _broken_anew(self, run: Run) -> tuple[Run, Solved] | None:
        """Undo what the reading that ends a run has put out of step, if it is none that ends it."""
        at = self._text.rfind("?", max(0, run.end - LONGEST), run.end)
        event = _EVENT.match(self._text, at) if at >= 0 else None
        if event is None or event.end() != run.end:
            return None
        here = self._break_at(event)
        anew = self._gather(here)
        if not here.leads or anew.broken:
            return None
        left = to_simplified(self._text[max(0, at - CONTEXT) : at])
        beside = Beside(from_last_ascii(left), self._right(anew))
        solved = solve(anew, here.leads, self._known, beside)
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
        shown = ANNOTATION.sub("", self._text[event.start() : run.end])
        if not shown.strip("?？") or (not shown.strip("?？!！") and not self._is_sure(run)):
            return False
        found = solved.text
        if self._has_eaten(run):
            if self._forced(run.end) == "<":
                # No author's question mark stands in place of what opens a tag.
                return True
            # What stands behind it is no more the end of the text than as it is shown.
            found += right[:1]
            following = self._text[run.end : run.end + CONTEXT + LONGEST]
            right = to_simplified(first_few(ANNOTATION.sub("", following)))
        likelier = likelier_by(left, found, shown, right) > _SIGN_OF_CUT
        return likelier and (event.re is _EVENT or bool(self._cut_before))

    def _is_sure(self, run: Run) -> bool:
        """Say whether a run that shows but marks is none of the author's, who may be surprised."""
        return self._shows_mirror or (self._has_eaten(run) and self._forced(run.end) != "")

    def _left(self) -> str:
        """Give what stands before a run, in Simplified script: back to the next ASCII character."""
        found = self._last(CONTEXT)
        if ">" in found or ";" in found:
            found = seen(self._last(NEAR).rpartition("\n")[2])
        return to_simplified(from_last_ascii(found[-CONTEXT:]) or EDGE)

    def _last(self, number: int) -> str:
        """Give the last so many characters of what has been restored, or all there are."""
        found = ""
        for piece in reversed(self._pieces):
            found = piece[-number:] + found
            if len(found) >= number:
                break
        return found[-number:]

    def _forced(self, at: int) -> str:
        """Give the ASCII character that was eaten before a place; empty if it isn't known."""
        here = at, len(self._pieces)
        found = self._eaten.get(here)
        if found is None:
            found = self._eaten[here] = self._around.forced(at, self._last)
        return found

    def _rest_behind(self, run: Run) -> str:
        """Give what stands behind a run in its line, with what was eaten there if that is known."""
        eaten = self._forced(run.end) if self._has_eaten(run) else ""
        # A quotation mark ends an attribute or a string, so the text in it, too.
        return "" if eaten in _QUOTES else self._rest(run.end, eaten)

    def _rest(self, at: int, eaten: str = "") -> str:
        """Give what stands behind a place in its line, up to the next place out of step.

        eaten: what was eaten right before it.
        """
        ahead = eaten + ANNOTATION.sub("", self._text[at : at + LINE])
        return EATEN.split(seen(ahead.partition("\n")[0]).partition("<")[0])[0]

    def _right(self, run: Run) -> str:
        """Give what stands behind a run, in Simplified script: up to the next ASCII character."""
        text = self._text[run.end : run.end + 2 * LONGEST]
        if self._has_eaten(run):
            eaten = self._forced(run.end)
            if not eaten:
                # Mostly a digit, or the end of the line.
                if _BEHIND_DIGIT.match(text):
                    return DIGITS
                following = to_simplified(text[:1])
                return max(DIGITS, EDGE, key=lambda eaten: behind(eaten, following))
            text = eaten + text
        shown = first_few(text)
        if shown[-1:] == "(":
            shown = first_few(ANNOTATION.sub("", text))
        if shown[-1:] in ("<", "&"):
            text += self._text[run.end + 2 * LONGEST : run.end + NEAR]
            shown = first_few(seen(ANNOTATION.sub("", text.partition("\n")[0])))
        return to_simplified(shown or EDGE)

    def _has_eaten(self, run: Run) -> bool:
        """Say whether an ASCII character was eaten at the end of a run."""
        if run.items[-1] != SHOWN_BY_NOTHING or run.unshown or self._keeps_ascii:
            return False
        following = self._text[run.end : run.end + 2]
        # The mark that cut the run may have been cut itself: ，” is shown as `??！`.
        following = following[1:] if following.startswith("?") else following[:1]
        if self._is_narrowed:
            following = widened(following)
        if not following or following not in (CUT_BEFORE if run.cut else self._cut_before):
            return True
        if not (run.cut or self._is_cut) and self._is_never_cut_before(following):
            return True
        if self._is_narrowed:
            # Commas part strings and semicolons end statements, so a quotation mark was eaten.
            return self._forced(run.end) in _QUOTES
        return not self._is_cut and self._around.misses_closing(run.end, self._last)


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
