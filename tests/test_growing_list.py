"""How a growing list is asked for more, and when that ends: without a browser."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import pytest

from tsnet.browser.growth import Ending
from tsnet.browser.load_more import FUTILE_PRESSES, FUTILE_SCROLLS, MAX_GROWTHS, GrowingList
from tsnet.site.contents import ListedArticle

ADDED = [ListedArticle("https://m.euiu.cn/xwzx/szxw/202503/t20250320_1.shtml", "题", None)]


class Control:
    """A control that notes how it is pressed."""

    def __init__(self, name: str, done: list[str]) -> None:
        self.click = self._press(f"click {name}", done)
        self.tap = self._press(f"tap {name}", done)

    @staticmethod
    def _press(what: str, done: list[str]) -> Any:
        async def press(**_: Any) -> None:
            done.append(what)

        return press


class Scripted(GrowingList):
    """A list with controls of these names, which grows when the last thing done is in ``grows``.

    ``left``: times that it does so; its controls are gone then if ``vanishing``.
    """

    def __init__(
        self,
        controls: Sequence[str] = (),
        grows: Sequence[str] = (),
        left: int = 2,
        *,
        numbers: Sequence[str] = (),
        vanishing: bool = False,
    ) -> None:
        self.traffic = SimpleNamespace(failures=0, missing_scripts=0, may_navigate=True)
        super().__init__(None, "https://m.euiu.cn", self.traffic, None)  # type: ignore[arg-type]
        self.done: list[str] = []
        self.asked: list[int] = []
        self._controls, self._grows, self._left = controls, grows, left
        self._numbers = list(numbers)
        self._vanishing = vanishing
        self._choices = max(1, len(controls))
        self.failing: list[int] = []

    async def _control(self, turn: int) -> Any:
        if not self._controls or (self._vanishing and not self._left):
            return None
        return Control(self._controls[turn % len(self._controls)], self.done)

    async def _next_number(self) -> Any:
        return Control(self._numbers.pop(0), self.done) if self._numbers else None

    async def _scroll(self, *, back_and_forth: bool) -> None:
        self.done.append("back and forth" if back_and_forth else "down")

    async def _added(self) -> list[ListedArticle]:
        if len(self.done) in self.failing:
            self.traffic.failures += 1
        if not self._left or self.done[-1] not in self._grows:
            return []
        self._left -= 1
        return ADDED

    def end(self, *, scrolls: bool = True, enough: int = 9999, may_go_on: bool = True) -> Ending:
        """Grow it until it ends."""

        async def wanted(growths: int, added: Sequence[ListedArticle]) -> bool:
            assert added == ADDED
            self.asked.append(growths)
            return growths < enough

        return asyncio.run(self.grow(ADDED, wanted, lambda: may_go_on, scrolls=scrolls))


def test_a_control_is_pressed_until_nothing_comes_by_click_and_by_tap() -> None:
    one = Scripted(["更多"], ["click 更多"])
    assert one.end() is Ending.EXHAUSTED
    assert one.done == [
        *("down", "click 更多") * 2,
        *("down", "click 更多"),
        *("back and forth", "tap 更多"),
        *("back and forth", "click 更多"),
    ]
    assert one.growths == 2
    assert one.asked == [0, 1, 2]
    assert not one.traffic.may_navigate, "a press may lead elsewhere"


def test_the_way_that_worked_comes_first() -> None:
    one = Scripted(["更多"], ["tap 更多"])
    one.end()
    assert [done.partition(" ")[0] for done in one.done[1::2]] == [
        *("click", "tap"),
        *("tap",) * 2,
        *("click", "tap"),
    ]


def test_of_several_controls_each_is_pressed_both_ways_and_that_which_worked_comes_first() -> None:
    one = Scripted(["a", "b"], ["click b"], 1)
    assert one.end() is Ending.EXHAUSTED
    presses = ["click a", "tap a", "click b", "click b", "tap b", "click a", "tap a"]
    assert one.done[1::2] == presses
    three = Scripted(["a", "b", "c"], ["click b"], 1)
    three.end()
    assert three.done[1::2] == [*presses[:5], "click c", "tap c", "click a", "tap a"]
    assert FUTILE_PRESSES < 4


def test_a_list_whose_control_is_gone_is_at_its_end() -> None:
    one = Scripted(["更多"], ["click 更多"], numbers=["3"], vanishing=True)
    assert one.end() is Ending.EXHAUSTED
    assert len(one.done) == 4


def test_a_list_without_a_control_is_scrolled_where_it_may_grow_so() -> None:
    one = Scripted((), ["back and forth"], 3)
    assert one.end() is Ending.EXHAUSTED
    assert one.done == ["back and forth"] * (3 + FUTILE_SCROLLS)
    still = Scripted((), ["back and forth"], 3)
    assert still.end(scrolls=False) is Ending.EXHAUSTED
    assert still.done == []


def test_the_numbers_of_a_pager_are_pressed_where_there_is_no_control() -> None:
    one = Scripted((), ["click 2", "click 3"], numbers=["2", "3"])
    assert one.end(scrolls=False) is Ending.EXHAUSTED
    assert one.done == ["down", "click 2", "down", "click 3"]
    other = Scripted(["更多"], (), numbers=["2"])
    other.end()
    assert not any("2" in done for done in other.done)


def test_growing_ends_when_it_is_enough_and_at_its_limits() -> None:
    one = Scripted(["更多"], ["click 更多"], 9)
    assert one.end(enough=3) is Ending.DECIDED
    assert one.growths == 3
    none = Scripted(["更多"], ["click 更多"], 9)
    assert none.end(may_go_on=False) is Ending.LIMIT
    assert none.done == []
    endless = Scripted(["更多"], ["click 更多"], MAX_GROWTHS + 9)
    assert endless.end() is Ending.LIMIT
    assert endless.growths == MAX_GROWTHS


@pytest.mark.parametrize(("failing", "ending"), [(2, Ending.EXHAUSTED), (6, Ending.FAILED)])
def test_what_the_host_refused_counts_unless_the_list_grew_afterwards(
    failing: int, ending: Ending
) -> None:
    one = Scripted(["更多"], ["click 更多"], 1)
    one.failing = [failing]
    assert one.end() is ending


@pytest.mark.parametrize(
    ("missing", "left", "controls", "ending"),
    [
        (1, 0, ["更多"], Ending.HINDERED),
        (1, 1, ["更多"], Ending.EXHAUSTED),
        (0, 0, ["更多"], Ending.EXHAUSTED),
        (1, 0, (), Ending.EXHAUSTED),
    ],
)
def test_a_control_that_never_did_anything_may_lack_a_script(
    missing: int, left: int, controls: Sequence[str], ending: Ending
) -> None:
    one = Scripted(controls, ["click 更多"], left)
    one.traffic.missing_scripts = missing
    assert one.end() is ending


@pytest.mark.parametrize(
    ("href", "day"),
    [
        ("https://m.euiu.cn/xwzx/szxw/202503/t20250320_2.shtml", "2025-03-20"),
        ("https://www.ts.cn/xwzx/szxw/202503/t20250320_3.shtml", "2025-03-20"),
        ("https://m.euiu.cn/a/26369128.html", "2025-03-18"),
        ("https://m.euiu.cn/xwzx/szxw/", None),
        ("https://example.org/xwzx/szxw/202503/t20250320_2.shtml", None),
    ],
)
def test_a_link_that_came_is_an_article_of_the_site_once(href: str, day: str | None) -> None:
    one = Scripted()
    found = one._new_article(href, "杏花开", "杏花开 2025-03-18")
    assert (str(found.published) if found else None) == day
    assert one._new_article(href, "杏花开", "") is None
    assert list(one.articles.values()) == ([found] if found else [])
