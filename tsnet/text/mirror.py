"""Undo what a mirror does to Chinese text: Traditional script, readings in brackets, byte damage.

Works on any piece of text, and on whole HTML documents, of which it knows only how tags, entities
and quoted attributes are written. `docs/mirror.md` explains the damage and the method.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from html import unescape
from html.entities import html5
from itertools import accumulate

from tsnet.text.cuts import (
    CUT_BEFORE,
    MARKS,
    behind_cuts,
    bytes_of_mark,
    leads_before,
    whole_marks,
    widened,
)
from tsnet.text.gbk import EURO, LOST, PRIVATE, character_of, pair_of
from tsnet.text.likelihood import DIGITS, EDGE, behind, go_on, likelihood, likely_anywhere, start
from tsnet.text.readings import (
    ANNOTATION,
    BRACKETS,
    EATEN,
    LONGEST,
    REPEATED,
    REPEATING,
    TONE_MARK,
    inside,
    is_listed,
    read_so,
    readings_in,
    readings_of,
)
from tsnet.text.runs import (
    CONTEXT,
    SHOWN_BY_NOTHING,
    Knowledge,
    Run,
    Solved,
    gather,
    read,
    solve,
)
from tsnet.text.script import (
    DOUBTFUL,
    SELDOM_DOUBTFUL,
    beyond_ascii,
    count,
    forms,
    is_traditional,
    to_simplified,
)

_SIGN = re.compile(rf"{ANNOTATION.pattern}|{EATEN.pattern}")
_PRIVATE = re.compile(f"[{min(PRIVATE)}-{max(PRIVATE)}]")
# Some copies of a page have made ASCII of the marks. Where a comma, a tag or a space stands before,
# an ASCII mark counts only before Chinese. Each way begins with `?`, so that the search leaps from
# one to the next.
_EVENT = re.compile(
    rf"{EATEN.pattern}|\?(?=[{MARKS}])"
    r"|\?(?<=[^\x00-\x7f]\?|\)\?)(?=[!,;?])|\?(?<=[,>\s]\?)(?=[!,;?][^\x00-\x7f])"
)

_HAN = re.compile("[一-龥]")
_WIDE = tuple(map(chr, range(ord("！"), ord("～") + 1)))
# One for each mark, since what begins with a character is found many times faster.
_NARROWED = [re.compile(rf"\{mark}(?<=[一-龥)].)[一-龥“]") for mark in ",:;!?"]

# Full-width characters that are fewer than one in so many Chinese ones are not the marks of a text,
# of which there is one in 10 to 40, and its frame alone has one in 100: such a copy may have left
# some that are out of step.
_CHARACTERS_PER_WIDE = 200

# So many full-width characters out of step are looked for in one run of a copy that has made ASCII
# of them.
_MOST_NARROWED = 4

# Nearly every page of a mirror has at least one annotation in so many Chinese characters; a page
# that only tells how a rare name is read has fewer.
_CHARACTERS_PER_ANNOTATION = 100

# Letters without a tone may be any word; so many that fit are no chance.
_FEWEST_TONELESS = 10

# A lesson that gives the reading of nearly every character is no mirror.
_SHARE_IN_LESSONS = 0.6
_SHORTEST_LESSON = 4

# Nor is a list of characters with their readings, told by its first few; nor one that writes tones
# as digits, but for those of neutral tone: 看(kan4)了(le).
_FIRST_OF_LIST = 20
_TONE_DIGIT = re.compile(r"\([a-zü]{1,7}[1-5]\)")

# What a text that says how a character is read has in it.
_ON_READINGS = re.compile("[讀读][作音為为]|[拼注正]音|多音字|生字[：:、表]|音同")

# Some mirrors put a comma before marks here and there, and on no other page do so many stand there.
_COMMA = re.compile(
    r"(?<=[^\x00-\x7f]),(?=[，、。！？；：,!?;:])|(?<=[)%\w]),(?=[，、。！？；：]|[,!?;:][^\x00-\x7f])"
)
_SURELY_PUT_IN = re.compile(r",(?<=[^\x00-\x7f],)[,，、。]")
_FEWEST_COMMAS = 3

# So many different characters are annotated here and there by a mirror, and so large a share of
# them stands bare before.
_FEWEST_SCATTERED = 15
_SHARE_BARE_AT_FIRST = 0.3

# Which of its readings a character has is said once or twice, not wherever it stands, and so many
# readings at once are no help to anyone.
_OFTEN = 3
_USELESS = 3

# So much likelier, as a logarithm, a page must be with all that private-use characters lost from it
# explain than without, to be taken for one that has lost them. Of pages that had kept theirs none
# came above 2.5, and of those that had lost some, one in fourteen stayed below it.
_SIGN_OF_LOSS = 3.0

# So much likelier, as a logarithm, a text must be with a mark taken for one that lay across two
# characters than as it stands. Of true ones none came below 15, and of a thousand question marks
# put before marks none above 12.2.
_SIGN_OF_CUT = 13.5

# The same of a `?` taken for a pair that GBK leaves undefined, not for a character that was eaten.
# Of true ones three in a hundred stayed below it, and of eaten characters none came above 5.7.
_SIGN_OF_UNDEFINED = 6.0

# Most stretches of so many characters in step are likelier than this, as a logarithm a character;
# of those out of step one in a hundred is.
_FEW = 6
_IN_STEP = -10.0

# So many undefined pairs are looked for in one run.
_MOST_UNDEFINED = 3

# The mean logarithm of the likelihoods of the four characters behind a mark. Of ten places in step
# nine are above, and of eight out of step one.
_READS_WELL = -19.0

# How much less likely, as a logarithm, a mirror has put a character for another one that the page
# shows as it was, or for one that hardly any mirror changes so.
_SHOWN_OTHERWISE = -6.0
_SELDOM = -10.0

# So often at most a text is gone through again; nearly always once is enough.
_ROUNDS = 3

_TAG_NAMES = (
    "a|abbr|address|area|article|aside|audio|b|base|blockquote|body|br|button|canvas|center|"
    "cite|code|col|colgroup|dd|del|details|dfn|div|dl|dt|em|embed|fieldset|figcaption|figure|"
    "font|footer|form|frame|frameset|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|"
    "label|legend|li|link|main|map|mark|meta|nav|noframes|noscript|object|ol|optgroup|option|"
    "p|param|picture|pre|q|s|samp|script|section|select|small|source|span|strong|style|sub|"
    "summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|time|title|tr|track|tt|"
    "u|ul|var|video|wbr|xmp"
)
_TAG = re.compile(rf"/?(?:{_TAG_NAMES})(?=[\s/>])[^<>]{{0,2000}}>|!--|!\[CDATA\[", re.IGNORECASE)
# Of XML and of word processors: what opens it or closes it must stand near.
_OTHER_TAG = re.compile(r"(/?)([A-Za-z][\w:.-]{0,40})(?=[\s/>])[^<>]{0,2000}>")
_ENTITY = re.compile(r"#[0-9]{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};")
_BEHIND_VALUE = re.compile(r"\s*/?>|\s+[A-Za-z_:][\w:.-]*\s*=")
_BEHIND_STRING = re.compile(r"\s*(?:[;}\])]|,\s*[\"'{\[])")
_OPEN_STRING = re.compile(r"[=:(,\[+]\s*([\"'])(?:(?!\1)[^\n\\])*$")
_JSON = re.compile(r"\s*(?:\{.*\}|\[.*\])\s*", re.DOTALL)
_SCRIPT = re.compile(r"</?script(?=[\s>])", re.IGNORECASE)
_LONGEST_TAG = 2000

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
# Characters before and behind a doubtful place in which brackets and quotations may have been
# opened and closed.
_LINE = 80

# What hardly anything but a digit stands before.
_BEHIND_DIGIT = re.compile(r"[0-9%‰℃°]|[.,:/-][0-9]")

# What is beyond an ASCII character has no part in what is likely, but the character itself has.
_FROM_LAST_ASCII = re.compile("^.*(?=[\x00-\x7f])|^.*\ufffd", re.DOTALL)
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
    """Characters that were eaten and can't be known: ASCII ones, and letters of other alphabets
    whose second byte went with one. Each stands in ``text`` as U+FFFD."""
    guessed: int
    """Characters that were chosen by likelihood, where the bytes left a choice."""


def restore(text: str, *, mirrored: bool | None = None) -> Restored:
    """Undo the damage in a text or in a whole HTML document; never raises on any text.

    mirrored: whether the text comes from a mirror. None finds out, and gives back unchanged what
    does not; so does a text of a mirror that has neither an annotation nor a cut in it, since
    nothing tells it from text that was Traditional from the start.
    """
    restored = _restored_once(text, mirrored)
    for _ in range(_ROUNDS):
        # What could not be read beside damaged text may be readable beside the restored one.
        if restored.text == text or not EATEN.search(restored.text):
            break
        text = restored.text
        again = _restored_once(text, mirrored)
        # What was lost may have turned out to be a byte of something else.
        still_lost = again.text.count(LOST) - text.count(LOST)
        restored = Restored(
            again.text,
            restored.annotations + again.annotations,
            restored.repaired + again.repaired,
            max(0, restored.lost + still_lost),
            restored.guessed + again.guessed,
        )
    if restored.annotations and EATEN.search(restored.text):
        return _read_alone(restored)
    return restored


def _read_alone(restored: Restored) -> Restored:
    """Put a character for each reading that is left, though the byte before it can't carry it."""
    text = restored.text
    number = 0
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
        behind_it = end if chosen else -1
        return chosen or found[0]

    text = EATEN.sub(likeliest, text)
    return Restored(
        text,
        restored.annotations + number,
        restored.repaired + number,
        restored.lost,
        restored.guessed + number,
    )


@lru_cache(maxsize=2048)
def _likeliest_read(shown: str, left: str, right: str) -> str:
    """Choose a Traditional character by its reading and what is around it; empty if none has it."""
    read = (c for c in read_so(shown) if c in forms().unmistakable)
    before = start(left)
    options = dict.fromkeys(map(to_simplified, read))
    return max(options, key=lambda c: go_on(before, c + right)[0].score, default="")


def _restored_once(text: str, mirrored: bool | None) -> Restored:
    if mirrored is False or (mirrored is None and not (_SIGN.search(text) or _is_cut(text))):
        return Restored(text, 0, 0, 0, 0)
    page = _Page(text)
    if mirrored is None and not page.is_mirrored():
        return Restored(text, 0, 0, 0, 0)
    restored = page.restored()
    if not (restored.annotations or restored.repaired) and mirrored is None:
        return Restored(text, 0, 0, 0, 0)
    return restored


def _is_cut(text: str) -> bool:
    """Say whether a text in Traditional script with the Mainland's quotes may be cut before marks.

    Some mirrors do that and put in no annotation.
    """
    if "?" not in text or not ("?！" in text or "?!" in text):
        return False
    cut = re.search(rf"\?[！!](?=[{behind_cuts()}])", text)
    return cut is not None and "“" in text and "「" not in text and is_traditional(text)


@lru_cache(maxsize=16384)
def _fits(character: str, brackets: str) -> bool:
    """Say whether what stands in brackets may be the reading of the character before it."""
    shown = inside(brackets)
    # Words like (men) and (an) are readings only where they fit the character before them, or
    # where that is one that mirrors annotate.
    return character >= "\x80" and bool(
        TONE_MARK.search(shown)
        or character in read_so(shown)
        or (character in forms().unmistakable and is_listed(shown))
    )


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


def _is_everyday(character: str) -> bool:
    """Say whether GB 2312 counts a character among its commoner half."""
    pair = pair_of(to_simplified(character))
    return 0xB0A1 <= pair <= 0xD7F9 and pair & 0xFF >= 0xA1


def _behind(event: re.Match[str]) -> int:
    """Give where a run begins: behind a question mark, or at a mark that nothing else shows."""
    return event.end() if event.re is _EVENT else event.start()


def _byte_before(text: str, at: int) -> int:
    """Give the last byte before a place in a text, past an annotation; -1 if there is none."""
    if at and text[at - 1] == ")":
        opening = text.rfind("(", max(0, at - LONGEST), at)
        if opening > 0 and ANNOTATION.fullmatch(text, opening, at):
            at = opening
    if not at or text[at - 1] < "\x80":
        return -1
    if text[at - 1] == EURO:
        return 0x80
    pair = pair_of(text[at - 1])
    return pair & 0xFF if pair else -1


class _Page:
    """One text on its way back: what is known of it, and what has been done."""

    def __init__(self, text: str) -> None:
        # Annotations that only repeat the one before them.
        self.repeats = 0
        if REPEATING.search(text):
            text, self.repeats = _once(text)
        self.text = text
        parts = BRACKETS.split(text)
        # What stands between the annotations, they themselves, and where they begin and end.
        self.texts, self.brackets = parts[::2], parts[1::2]
        ends = list(accumulate(map(len, parts)))
        self.openings, self.closings = ends[:-1:2], ends[1::2]
        followed = [piece[-1:] for piece in self.texts[:-1]]
        self.clean = beyond_ascii("".join(self.texts))
        # Which characters an annotation follows, how often, and what it says, commonest first.
        self.of_each: dict[str, int] = {}
        self.annotated: dict[tuple[str, str], int] = {}
        found = Counter(zip(followed, self.brackets, strict=True))
        for (character, bracket), number in found.most_common():
            if _fits(character, bracket):
                self.annotated[character, inside(bracket)] = number
                self.of_each[character] = self.of_each.get(character, 0) + number
        # How often those stand bare that are annotated elsewhere on the page.
        in_all = count(self.clean)
        self.exceptions = {c: bare for c, n in self.of_each.items() if (bare := in_all(c) - n)}
        # A character that stands bare as often is explained where it is not common knowledge.
        self.members = {c for c, n in self.of_each.items() if n > self.exceptions.get(c, 0)}
        self.page = Knowledge(
            annotated={c: shown for c, shown in reversed(self.annotated) if c in self.members},
            count=in_all,
            lacks_private=not _PRIVATE.search(self.clean),
        )
        # Where a script begins, where it ends, and so on; found when first asked for.
        self.scripts: list[int] | None = None
        # Brackets that may be no annotations have to be told apart one by one.
        self.others: list[int] = []
        if not self.members.issuperset(followed):
            known = self.of_each.keys() if self.is_scattered else self.members
            self.others = [n for n, c in enumerate(followed) if c not in known]
        self._begin()

    def _begin(self) -> None:
        self.pieces: list[str] = []
        self.annotations = self.repeats
        self.repaired = 0
        self.lost = 0
        self.guessed = 0
        self.gain = 0.0

    def is_mirrored(self) -> bool:
        """Say whether the text shows the damage of a mirror."""
        if self.repeats or any(map(self._is_out_of_step, EATEN.finditer(self.text))):
            return True
        if not self.of_each:
            return _is_cut(self.text)
        table = forms()
        total = sum(self.of_each.values())
        han = len(self.clean)
        new = sum(n for c, n in self.of_each.items() if c in table.simplified_only)
        everywhere = sum(n for c, n in self.of_each.items() if 0.1 * n >= self.exceptions.get(c, 0))
        readings = len(self.annotated) / len(self.of_each)
        if everywhere < 0.8 * total and not self.is_scattered:
            return False
        if readings > 1.2 or new > 0.1 * total:
            return False
        if han >= _SHORTEST_LESSON and total > _SHARE_IN_LESSONS * han:
            return False
        toned = any(TONE_MARK.search(shown) for _, shown in self.annotated)
        if not toned and (total < _FEWEST_TONELESS or _TONE_DIGIT.search(self.text)):
            return False
        if self._is_list():
            return False
        few = total * _CHARACTERS_PER_ANNOTATION < han
        alone = len(self.of_each) == 1
        rare = total < _OFTEN
        if (few or alone or rare) and _ON_READINGS.search(self.clean):
            return False
        if not (few or alone or rare or table.unmistakable.isdisjoint(self.of_each)):
            # Nearly every page of a mirror, of which no more need be counted.
            return True
        characters = set(self.clean)
        traditional = len(characters & table.unmistakable)
        simplified = len(characters & table.simplified_only)
        changed = {
            c
            for c in self.of_each
            if c in table.unmistakable or (c in table.plain and traditional > simplified)
        }
        throughout = traditional >= 5 * max(1, simplified)
        if (few or alone) and (not toned or "「" in self.clean):
            # A mirror's texts have the Mainland's quotes.
            return False
        useless = any(len(readings_in(shown)) >= _USELESS for _, shown in self.annotated)
        if useless and traditional > simplified:
            return True
        if few:
            # So few are what a text says of rare names, or of which reading is meant. But nobody
            # explains common characters.
            meant = alone and rare and readings_of(*self.of_each) > 1
            every = len(changed) == len(self.of_each) and all(map(_is_everyday, changed))
            return every and throughout and not meant
        if alone:
            # One name explained, or a piece of a mirror's page: common characters are the latter.
            return any(map(_is_everyday, changed))
        if rare:
            return bool(changed) and all(map(_is_everyday, self.of_each))
        return bool(changed) or (len(self.of_each) >= 3 and throughout)

    def _is_list(self) -> bool:
        """Say whether most of what is annotated stands by itself, in no word: 會(huì)、環(huán)."""
        # Where the one before it is annotated, too, nothing else stands between the brackets.
        first, *others = self.texts[: _FIRST_OF_LIST + 1]
        befores = [first[-2:-1], *(piece[-2:-1] or piece for piece in others[:-1])]
        by_itself = sum(
            not _HAN.search(before + behind[:1])
            for before, behind in zip(befores, others, strict=True)
        )
        return by_itself > 1 and by_itself > 0.5 * len(others)

    @cached_property
    def is_scattered(self) -> bool:
        """Whether many common characters are annotated here and there, as some mirrors do it.

        An author says how a character is read where it first stands, and says it once.
        """
        if self.repeats:
            return True
        number = len(self.of_each)
        fewest = _SHARE_BARE_AT_FIRST * number
        if number < _FEWEST_SCATTERED or len(self.exceptions) < fewest:
            return False
        firsts = (self.text.index(character) for character in self.of_each)
        bare_at_first = sum(BRACKETS.match(self.text, at + 1) is None for at in firsts)
        everyday = sum(map(_is_everyday, self.of_each))
        return bare_at_first >= fewest and everyday >= 0.8 * number

    def _is_out_of_step(self, event: re.Match[str]) -> bool:
        # A question mark, a reading that the bytes around it bear out, and no opening bracket.
        if not TONE_MARK.search(event[1]):
            return False
        first = _byte_before(self.text, event.start())
        return first >= 0x81 and bool(self.page.read_as(first, event[1]))

    @cached_property
    def cuts(self) -> bool:
        """Whether the mirror may cut the text before marks: whether none lies whole across two."""
        return not whole_marks().search(self.text)

    @cached_property
    def is_narrowed(self) -> bool:
        """Whether a copy of the page has made ASCII of its full-width characters."""
        wide = sum(map(self.page.count, _WIDE))
        few = wide * _CHARACTERS_PER_WIDE < len(self.clean)
        return few and any(mark.search(self.text) for mark in _NARROWED)

    def restored(self) -> Restored:
        """Undo the damage."""
        self._undo()
        if 0 < self.gain < _SIGN_OF_LOSS:
            # A copy of a page has kept its private-use characters or lost them all.
            self.page.lacks_private = False
            doubted = self.guessed
            self._begin()
            self._undo()
            self.guessed = max(self.guessed, doubted)
        result = self._settle(to_simplified("".join(self.pieces)))
        if len(_SURELY_PUT_IN.findall(result)) >= _FEWEST_COMMAS:
            result, commas = _COMMA.subn("", result)
            self.repaired += commas
        return Restored(result, self.annotations, self.repaired, self.lost, self.guessed)

    def _undo(self) -> None:
        """Go through the text from one break of the step to the next."""
        text = self.text
        at = 0
        before = -1
        self.events = self._first_events()
        event = self._next_event(0)
        while event:
            start = event.start()
            first = before if start == at and before >= 0 else self._byte_before(start)
            leads = self._leads(event, first)
            solved = None
            if leads:
                self.pieces.append(self._without_annotations(at, start))
                at = start
                run = self._gather(event, first)
                if run.narrow and self.is_narrowed and not run.unshown:
                    run, solved = self._widened(event, first, leads, run)
                else:
                    solved = self._solve(run, leads)
                if solved and event[1] is None and not self._lay_across(event, run, solved):
                    solved = None
            if solved is None:
                if leads and event[1] is not None:
                    # The reading fits what is before it, but what follows is no text of GBK's.
                    self.pieces.append(LOST)
                    self.lost += 1
                    self.annotations += 1
                    at = event.end()
                before = -1
                event = self._next_event(max(at, start + 1))
                continue
            if self._has_eaten(run) and not self._goes_on(run.end):
                run, solved = self._past_undefined(event, first, leads, run, solved)
            self.pieces.append(solved.text)
            self.lost += solved.text.count(LOST)
            self.guessed += solved.guessed
            self.gain += solved.gain
            self.repaired += 1
            self.annotations += run.annotations + (event[1] is not None)
            at = run.end
            before = pair_of(solved.text[-1]) & 0xFF or -1
            if self._has_eaten(run) and at < len(text) and before != 0x80:
                self.pieces.append(self._eaten(at))
                before = -1
            event = self._next_event(at)
        self.pieces.append(self._without_annotations(at, len(text)))

    def _first_events(self) -> list[re.Match[str]]:
        """Give the first places of each kind where the step may be broken."""
        behind = {"！": behind_cuts(), "!": behind_cuts(), "？": "一-龥", "?": "一-龥"}
        # A cut may be shown by nothing but the mark; no such place has a reading. Each kind is
        # looked for by itself, since what begins with a character is found many times faster.
        kinds = [_EVENT.search(self.text)]
        for mark, following in behind.items():
            found = re.search(rf"\{mark}(?=[{following}])((?!))?", self.text)
            if found and (mark > "\x7f" or self.is_narrowed):
                kinds.append(found)
        return [event for event in kinds if event]

    def _next_event(self, at: int) -> re.Match[str] | None:
        """Give the first place from here on where the step may be broken."""
        later = [e if e.start() >= at else e.re.search(self.text, at) for e in self.events]
        self.events = [event for event in later if event]
        return min(self.events, key=lambda event: event.start(), default=None)

    def _byte_before(self, at: int) -> int:
        """Give the last byte before a place, past an annotation; -1 if there is none."""
        if at and self.text[at - 1] in ",.:;!?(-" and self.is_narrowed:
            return bytes_of_mark(self.text[at - 1])[1]
        return _byte_before(self.text, at)

    def _leads(self, event: re.Match[str], first: int) -> list[tuple[int, float]]:
        """Say what the first byte of the run may be that an event opens; empty if it opens none.

        first: the byte before it, -1 if there is none.
        """
        if event[1] is None:
            if event.re is not _EVENT and self._reads_well(event.end()):
                return []
            return leads_before(self.text[_behind(event)])
        return self.page.read_as(first, event[1]) if first >= 0x81 else []

    def _reads_well(self, at: int) -> bool:
        """Say whether the first few characters from a place on are text as they stand."""
        shown = ANNOTATION.sub("", self.text[at : at + CONTEXT + LONGEST])[:CONTEXT]
        return sum(map(likely_anywhere, to_simplified(shown))) > _READS_WELL * len(shown)

    def _gather(
        self, event: re.Match[str], first: int, narrowed: int = 0, undefined: int = 0
    ) -> Run:
        return gather(
            self.text,
            _behind(event),
            first,
            cut=event[1] is None,
            unshown=event.re is not _EVENT,
            narrowed=narrowed,
            undefined=undefined,
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
            partial(self._last, _LINE),
            partial(self._rest, run.end),
        )

    def _widened(
        self, event: re.Match[str], first: int, leads: list[tuple[int, float]], shortest: Run
    ) -> tuple[Run, Solved | None]:
        """Undo a run in a copy that has made ASCII of full-width characters.

        An ASCII character in it may end it, as it does the shortest, or have been such a one: the
        likeliest is taken.
        """
        runs = [shortest]
        while len(runs) <= _MOST_NARROWED and runs[-1].narrow:
            runs.append(self._gather(event, first, len(runs)))
        best: tuple[Run, Solved | None] = shortest, None
        highest = -math.inf
        left = self._left()
        for run in runs:
            solved = self._solve(run, leads)
            if solved:
                text = left + to_simplified(solved.text) + self._right(run)
                score = likelihood(text) / len(text)
                if score > highest:
                    best, highest = (run, solved), score
        return best

    def _goes_on(self, at: int) -> bool:
        """Say whether what stands behind a place is text in step, or markup without its sign."""
        shown = to_simplified(self._rest(at)[:_FEW])
        in_step = shown[:1] > "~" and likelihood(shown) > _IN_STEP * len(shown)
        return in_step or bool(self._forced(at))

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
            if found is None:
                break
            shown = EATEN.sub("", ANNOTATION.sub("", self.text[best[0].end : longer.end]))
            left, right = self._left(), self._right(longer)
            undone, as_it_is = (
                likelihood(left + to_simplified(text) + right)
                for text in (found.text, best[1].text + DIGITS + shown)
            )
            if undone - as_it_is > _SIGN_OF_UNDEFINED:
                best = longer, found
        return best

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
        undone, as_it_is = (
            likelihood(left + to_simplified(text) + right) for text in (solved.text, shown)
        )
        likelier = undone - as_it_is > _SIGN_OF_CUT
        return likelier and (event.re is _EVENT or self.cuts)

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

    def _rest(self, at: int) -> str:
        """Give what stands behind a place in its line, up to the next place out of step."""
        ahead = ANNOTATION.sub("", self.text[at : at + _LINE])
        return EATEN.split(_seen(ahead.partition("\n")[0]).partition("<")[0])[0]

    def _right(self, run: Run) -> str:
        """Give what stands behind a run, in Simplified script: up to the next ASCII character."""
        text = self.text[run.end : run.end + 2 * LONGEST]
        if self._has_eaten(run):
            eaten = self._forced(run.end)
            if not eaten:
                # Mostly a digit, or the end of the line.
                if _BEHIND_DIGIT.match(text):
                    return DIGITS
                following = text[:1] if text[:1].strip() else EDGE
                return max(DIGITS, EDGE, key=lambda eaten: behind(eaten, to_simplified(following)))
            text = eaten + text
        shown = _first_few(text)
        if shown[-1:] == "(":
            shown = _first_few(ANNOTATION.sub("", text))
        if shown[-1:] in ("<", "&"):
            text += self.text[run.end + 2 * LONGEST : run.end + _NEAR]
            shown = _first_few(_seen(ANNOTATION.sub("", text.partition("\n")[0])))
        return to_simplified(shown or EDGE)

    def _without_annotations(self, start: int, end: int) -> str:
        """Give a part of the text without the annotations in it, and count these."""
        first, last = (bisect_left(self.openings, at) for at in (start, end))
        if first == last:
            return self.text[start:end]
        pieces = self.texts[first : last + 1]
        pieces[0] = self.text[start : self.openings[first]]
        pieces[-1] = self.text[self.closings[last - 1] : end]
        self.annotations += last - first
        for number in self.others[bisect_left(self.others, first) : bisect_left(self.others, last)]:
            if not self._lies_across(number, start):
                pieces[number - first] += self.brackets[number]
                self.annotations -= 1
        return "".join(pieces)

    def _lies_across(self, number: int, start: int) -> bool:
        """Say whether an annotation is that of a character that lies across two: 言~ is D1 D4 7E.

        start: where the text begins that is in step.
        """
        at = self.openings[number] - 1
        if at <= start or not "@" <= self.text[at] <= "~":
            return False
        first = _byte_before(self.text, at)
        character = character_of(first, ord(self.text[at])) if first >= 0x81 else ""
        return bool(character) and character in read_so(inside(self.brackets[number]))

    def _has_eaten(self, run: Run) -> bool:
        """Say whether an ASCII character was eaten at the end of a run."""
        if run.items[-1] != SHOWN_BY_NOTHING or run.unshown:
            return False
        following = self.text[run.end : run.end + 1]
        if self.is_narrowed:
            following = widened(following)
        return not (following in (CUT_BEFORE if run.cut else MARKS) and (run.cut or self.cuts))

    def _eaten(self, at: int) -> str:
        """Give the ASCII character that was eaten before a place, or the sign that it is lost."""
        forced = self._forced(at)
        if not forced:
            self.lost += 1
        return forced or LOST

    def _forced(self, at: int) -> str:
        text = self.text
        if _TAG.match(text, at) or self._is_other_tag(at):
            return "<"
        if text.startswith("->", at):
            opening = text.rfind("<!--", max(0, at - _LONGEST_TAG), at)
            if opening >= 0 and text.find("-->", opening, at) < 0:
                return "-"
        entity = _ENTITY.match(text, at)
        if entity and (entity[0][0] == "#" or entity[0] in html5):
            return "&"
        if self._opens_bracket(at):
            return "("
        if text.startswith("\n", at) and "\r\n" in text:
            return "\r"
        if _BEHIND_VALUE.match(text, at):
            opening = text.rfind("<", max(0, at - _LONGEST_TAG), at)
            inside = text[opening:at] if opening >= 0 else ""
            if ">" not in inside:
                for quote in "\"'":
                    if inside.count(quote) % 2 and re.search(rf"=\s*{quote}[^{quote}]*$", inside):
                        return quote
        if _BEHIND_STRING.match(text, at):
            opened = _OPEN_STRING.search(text, max(0, at - _LONGEST_TAG), at)
            if opened and self._is_script(at):
                return opened[1]
        return ""

    def _is_script(self, at: int) -> bool:
        """Say whether a place is inside a script, or in a text that is all JSON."""
        if self.scripts is None:
            self.scripts = [found.start() for found in _SCRIPT.finditer(self.text)]
            if _JSON.fullmatch(self.text):
                self.scripts.insert(0, 0)
        number = bisect_left(self.scripts, at)
        return number > 0 and not self.text.startswith("</", self.scripts[number - 1])

    def _is_other_tag(self, at: int) -> bool:
        """Say whether a tag stands at a place but for its `<`, by the one that goes with it."""
        tag = _OTHER_TAG.match(self.text, at)
        if tag is None:
            return False
        if tag[1]:
            return f"<{tag[2]}" in self.text[max(0, at - _LONGEST_TAG) : at]
        return f"</{tag[2]}>" in self.text[tag.end() : tag.end() + _LONGEST_TAG]

    def _opens_bracket(self, at: int) -> bool:
        """Say whether a closing bracket follows that nothing opens: `讯?记者报道)`.

        Where something else was eaten on the way to it, the opening one may have been that.
        """
        following = ANNOTATION.sub("", EATEN.sub("", self.text[at : at + 3 * LONGEST]))
        ahead = re.match(r"[^()\n<>?]*\)", following)
        if ahead is None or not re.search("[一-龥]", ahead[0]):
            return False
        behind = "".join(self.pieces[-3:])[-LONGEST:]
        return behind.rfind("(") <= behind.rfind(")")

    def _settle(self, text: str) -> str:
        """Choose between the characters that no table can tell apart."""
        for old, plain in (DOUBTFUL | SELDOM_DOUBTFUL).items():
            if old in text and (bias := self._bias_to(plain, old)) is not None:
                parts = text.split(old)
                for n in range(len(parts) - 1):
                    left, right = parts[n][-3:], parts[n + 1][:3]
                    if ">" in left or ";" in left:
                        left = _seen(parts[n][-_NEAR:])[-3:]
                    if "<" in right or "&" in right:
                        right = _seen(parts[n + 1][:_NEAR])[:3]
                    parts[n] += _likelier(left, old, plain, right, bias)
                    self.guessed += 1
                text = "".join(parts)
        return text

    def _bias_to(self, plain: str, old: str) -> float | None:
        """How likely a doubtful character stands for the plain one, as a logarithm to add; None
        when it does not."""
        if old in DOUBTFUL:
            return _SHOWN_OTHERWISE if plain in self.clean else 0.0
        shown = plain + forms().traditional.get(plain, "")
        return None if any(c in self.clean for c in shown) else _SELDOM


def _seen(html: str) -> str:
    """Give the text of a stretch of HTML, as far as it stands in one line."""
    return unescape(_IN_LINE.sub("", html))


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
