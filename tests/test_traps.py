"""How far a host is followed that would lead a crawl on for ever."""

from __future__ import annotations

import pytest

from tsnet.site.contents import ChannelLink
from tsnet.spiders.traps import MAX_NUMBERED, Traps

SITE = "https://m.euiu.cn"


def channels(*paths: str) -> list[ChannelLink]:
    return [ChannelLink(f"{SITE}/{path}", path, "") for path in paths]


def test_as_many_listings_without_a_directory_are_read_as_the_bound_says_and_each_again() -> None:
    traps = Traps()
    links = channels(*(f"list.php?classid={number}" for number in range(MAX_NUMBERED + 1)))
    assert all(traps.admit_numbered(link) for link in links[:-1])
    assert not traps.admit_numbered(links[-1])
    assert traps.admit_numbered(links[0])


@pytest.mark.parametrize(
    ("above", "below", "path", "leads_to", "repeats"),
    [
        ("xwzx", ["xwzx/a", "xwzx/b"], "xwzx/a", ["xwzx/a/a", "xwzx/a/b"], True),
        ("xwzx", ["xwzx/a", "xwzx/b"], "xwzx/a/b/a", ["xwzx/a/b/a/a", "xwzx/a/b/a/b"], True),
        ("", ["a", "b"], "a", ["a/a", "a/b"], True),
        ("xwzx", ["xwzx/a", "xwzx/b"], "xwzx/a", ["xwzx/a/a"], False),
        ("xwzx", ["xwzx/a"], "xwzx/a", [], False),
        ("xwzx", [], "xwzx/a", [], False),
        ("xwzx", ["xwzx/a", "xwzx/b"], "xwzxs/a", ["xwzxs/a/a", "xwzxs/a/b"], False),
        ("xwzx", ["xwzx/a", "xwzx/b"], "kxjs", ["kxjs/a", "kxjs/b"], False),
    ],
)
def test_a_listing_that_repeats_below_itself_what_one_above_it_has_is_told(
    above: str, below: list[str], path: str, leads_to: list[str], repeats: bool
) -> None:
    traps = Traps()
    assert not traps.repeats_one_above(above, channels(*below))
    assert traps.repeats_one_above(path, channels(*leads_to)) is repeats


def test_of_a_listing_counts_what_it_leads_to_when_it_is_read_first() -> None:
    traps = Traps()
    traps.repeats_one_above("xwzx", channels("xwzx/a"))
    traps.repeats_one_above("xwzx", channels("xwzx/b"))
    assert traps.repeats_one_above("xwzx/a", channels("xwzx/a/a"))
    assert not traps.repeats_one_above("xwzx/b", channels("xwzx/b/b"))
