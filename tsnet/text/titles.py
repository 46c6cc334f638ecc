"""Titles: whether two texts are one, and what ``<title>`` says beside the headline.

Pure text; knows no HTML.  ``tag`` is the text of ``<title>``.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tsnet.text.boilerplate.media import is_own_name, is_site_name
from tsnet.text.gbk import LOST
from tsnet.text.spacing import letters

_SUFFIX = re.compile(r"\s*(?:[_|｜]|-{1,2}|—{1,2}|–|·|>>?|»)\s*(?=[^_|｜—–]*$)|\s+(?=\S*$)")
"""What may part the site's name from what stands before it."""
_PREFIX = re.compile(
    r"^(?:天山网|[\u4e00-\u9fff]{2,8}(?:日报|晚报|晨报|新闻网))\s*(?:[_|｜]|-{1,2}|—{1,2})\s*"
)
"""The name of the site or of a newspaper before a headline."""
TAG_SEPARATOR = re.compile(r"[_|｜—–·-]")
"""What parts ``<title>`` into the headline, the channel and the site."""
_CUT = re.compile(r"(.{1,160}?)(?:…|\.\.\.)")
"""A ``<title>`` that is cut short."""
_NO_LETTER = re.compile(rf"[^\w{LOST}]+")
_MOST_LOST = 8
"""Lost characters of a headline that ``<title>`` may know; more are no headline of ours, and to try
one and none for each takes twice as long for every one."""
LEAST_TITLE = 4
"""Letters below which a text is no headline by itself."""
LONGEST_TITLE = 160
"""Characters of a headline at most."""


def same_title(first: str, second: str) -> bool:
    """Whether two texts are one title, lost characters and punctuation aside."""
    if max(len(first), len(second)) > 2 * LONGEST_TITLE:
        return False
    if letters(first) == letters(second):
        return True
    if LOST not in first + second or abs(len(first) - len(second)) > 2:
        return False
    return _loosely_in(first, second) or _loosely_in(second, first)


def in_tag(text: str, tag: str) -> bool:
    """Whether ``<title>`` holds a text, lost characters and punctuation aside."""
    if len(text) > 2 * LONGEST_TITLE or len(tag) > 20 * LONGEST_TITLE:
        return False
    key = letters(text)
    if len(key) < 2:
        return key != "" and TAG_SEPARATOR.split(tag, maxsplit=1)[0].strip() == text
    if key in letters(tag):
        return True
    cut = _CUT.match(tag)
    if cut and _begins_at_the_end(key, letters(cut[1])):
        return True
    return LOST in text + tag and len(key) >= LEAST_TITLE and _loosely_in(text, tag)


def _begins_at_the_end(key: str, cut: str) -> bool:
    """Whether a text goes on with what another, spam in front of it aside, breaks off with."""
    return any(cut.endswith(key[:size]) for size in range(LEAST_TITLE + 2, len(key) + 1))


def _loosely_in(text: str, whole: str) -> bool:
    """Containment where U+FFFD on either side stands for any one character, and in text for none.

    Shift-And (Baeza-Yates and Gonnet, "A new approach to text searching", 1992): the bits of a
    number are the lengths of what matches up to here, so many lost characters cost no more.
    """
    key, within = (_NO_LETTER.sub("", each.lower()) for each in (text, whole))
    places: dict[str, int] = {}
    for place, char in enumerate(key):
        places[char] = places.get(char, 0) | 1 << place
    lost = places.pop(LOST, 0)
    matched = begun = _past_lost(1, lost)
    for char in within:
        if matched >> len(key):
            return True
        fitting = matched if char == LOST else matched & (places.get(char, 0) | lost)
        matched = begun | _past_lost(fitting << 1, lost)
    return bool(matched >> len(key))


def _past_lost(matched: int, lost: int) -> int:
    """What also matches if lost characters stand for none."""
    while (more := matched | (matched & lost) << 1) != matched:
        matched = more
    return matched


@lru_cache(maxsize=256)
def strip_site_name(title: str) -> str:
    """``<title>`` without the names of the site and the channel at its end or its beginning.

    >>> strip_site_name("伊犁河谷杏花开_地州_天山网")
    '伊犁河谷杏花开'
    """
    title = title.strip()
    if len(title) > 2 * LONGEST_TITLE:
        return title
    stripped = False
    while True:
        for match in reversed(list(_SUFFIX.finditer(title))):
            head, tail = title[: match.start()], title[match.end() :].strip()
            # What stands before the site's name, short and parted from it, is the channel's.
            channel = stripped and len(tail) <= LEAST_TITLE and "_" in match[0]
            # Behind a space alone, where a mark parted one name already, a long text is none.
            long = len(letters(tail)) >= 2 * LEAST_TITLE
            if long and stripped and not (match[0].strip() or is_own_name(tail)):
                continue
            named = 2 if stripped or is_own_name(tail) else LEAST_TITLE
            if len(letters(head)) >= named and (is_site_name(tail) or channel):
                title = head.strip(" _-|｜—–·>»")
                stripped = True
                break
        else:
            break
    own = _PREFIX.match(title)
    rest = title[own.end() :] if own else ""
    return rest if len(letters(rest)) > LEAST_TITLE or _is_short_title(rest) else title


def _is_short_title(text: str) -> bool:
    """Whether two to four letters are a headline and not the name of a channel."""
    return 2 <= len(letters(text)) <= LEAST_TITLE and not is_site_name(text)


def mend_title(title: str, tag: str) -> str:
    """The title with what it lost, where ``<title>`` still has it."""
    if not 0 < title.count(LOST) <= _MOST_LOST:
        return title
    pattern = "".join(".?" if char == LOST else re.escape(char) for char in title)
    match = re.search(pattern, tag)
    return match[0] if match and match[0].count(LOST) < title.count(LOST) else title


_QUOTED_WORD = re.compile(
    r"(?:“[^“”。，！？]{1,8}”)?(?:[^“”。：:]*[^“”。，：:]“[^“”。，！？]{1,8}”)+"
)


def ends_with_quoted_word(text: str) -> bool:
    """Whether a text is no sentence though it ends as speech does: ``从“一季游”到“四季游”``."""
    return _QUOTED_WORD.fullmatch(text) is not None
