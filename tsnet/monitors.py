"""Checks on a finished run, so that a layout that changed is noticed by the first run after it.

Pure functions of counts. A check that fails says what was found and what the limit is.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from statistics import median
from typing import Any

from tsnet.items import Article
from tsnet.store.known import ABSENT

COVERED_FIELDS = ("title", "published_at", "body", "source", "editors")
"""Fields whose share of filled values is watched."""

ALWAYS_FILLED = frozenset({"title", "published_at", "body"})
"""Fields without which a page is rejected."""

BOILERPLATE_PHRASES = (
    "刊用本网站稿件",
    "未经授权禁止转载",
    "营业执照注册号",
    "公网安备",
    "All Rights Reserved",
    "[责任编辑",
)
"""Phrases of the site's notice and licence block (site facts) that no body should hold."""


_REFUSED = re.compile(r"challenge|robots_forbidden|http_4(?!04|10)\d\d")
"""Reasons of rejects with which a host turns away who asks."""


@dataclass(slots=True)
class Sample:
    """What a run's articles looked like, added up as they pass."""

    articles: int = 0
    """Articles read."""
    filled: Counter[str] = field(default_factory=Counter)
    """Field → articles in which it is not empty."""
    short: int = 0
    """Articles whose body has fewer characters than the limit."""
    boilerplate: int = 0
    """Articles whose body contains phrases of the rights notice or licence block."""
    characters: int = 0
    """Characters of the bodies."""
    lost: int = 0
    """Characters among them that are lost."""
    damaged: int = 0
    """Articles with at least one run of bytes out of step."""
    incomplete: int = 0
    """Articles of which a page, or a part of one, is missing."""
    newest: datetime | None = None
    """Publication time of the newest; None without an article."""

    def coverage(self) -> dict[str, float]:
        """Field → share of the articles in which it is filled; empty without articles."""
        return {name: self.filled[name] / self.articles for name in COVERED_FIELDS if self.articles}

    def add(self, article: Article, short_body: float) -> None:
        """Count ``article``; a body of fewer than ``short_body`` characters is short."""
        self.articles += 1
        for name in COVERED_FIELDS:
            if getattr(article, name):
                self.filled[name] += 1
        self.short += len(article.body) < short_body
        # One phrase may be what the article is about; two are the block itself.
        self.boilerplate += sum(phrase in article.body for phrase in BOILERPLATE_PHRASES) > 1
        self.characters += len(article.body)
        self.lost += len(article.body_lost)
        self.damaged += article.quality.repaired > 0
        self.incomplete += not article.complete
        if article.published_at and (self.newest is None or article.published_at > self.newest):
            self.newest = article.published_at


@dataclass(frozen=True, slots=True)
class Run:
    """What the checks look at."""

    sample: Sample
    """The run's articles."""
    stats: Mapping[str, Any]
    """Scrapy's stats of the run."""
    listed: Mapping[str, int | None]
    """Channel → article links on the first page of its listing; None where neither this run nor the
    one before could read that page."""
    listed_before: Mapping[str, Sequence[int]]
    """The same of the last runs."""
    coverage_before: Mapping[str, Sequence[float]]
    """Field → the shares of articles in which the last runs found it."""
    newest_stored: datetime | None
    """Publication time of the newest article in the store; None for an empty store."""
    finished_at: datetime
    """When the run ended."""


Limits = Mapping[str, float]
"""Name of a limit (a key of the setting TSNET_MONITOR_LIMITS) → its value."""

LIMITS: Limits = {
    "MIN_ARTICLES": 10,
    "MIN_COVERAGE": 0.9,
    "MIN_COVERAGE_OF_MEDIAN": 0.5,
    "MAX_REJECTED": 0.7,
    "SHORT_BODY": 20,
    "MAX_SHORT": 0.5,
    "MAX_BOILERPLATE": 0.3,
    "MAX_LOST_PER_MILLION": 20_000,
    "MIN_LISTED_OF_MEDIAN": 0.5,
    "MAX_NEWEST_AGE_DAYS": math.inf,
    "MAX_ERRORS": math.inf,
    "MAX_BLOCKED": 0.5,
    "MAX_GONE": 0.5,
}
"""Limits where the settings name none: wide ones, that only a broken crawl passes.

Shares are of 1. Below MIN_ARTICLES articles no share is judged. MIN_COVERAGE is for title, date and
body; source and editors, which not every site writes, are measured by the runs before.
"""


def failures(run: Run, limits: Limits) -> dict[str, str]:
    """Name of each check that fails → what was found, in one line."""
    values = {**LIMITS, **limits}
    found = {name: check(run, values) for name, check in CHECKS.items()}
    return {name: finding for name, finding in found.items() if finding}


def _coverage(run: Run, limits: Limits) -> str | None:
    if run.sample.articles < limits["MIN_ARTICLES"]:
        return None
    low = []
    for name, share in run.sample.coverage().items():
        before = run.coverage_before.get(name)
        least = median(before) * limits["MIN_COVERAGE_OF_MEDIAN"] if before else 0.0
        if name in ALWAYS_FILLED:
            least = max(least, limits["MIN_COVERAGE"])
        if share < least:
            low.append(f"{name} in {share:.0%} (limit {least:.0%})")
    return ("filled too seldom: " + ", ".join(low)) if low else None


def _rejected(run: Run, limits: Limits) -> str | None:
    rejected = run.stats.get("tsnet/rejected", 0)
    stored_all_the_same = run.stats.get("tsnet/rejected/other_article", 0)
    count = rejected - stored_all_the_same
    # One page says nothing of a site, nor do the few of a worker that shares the crawl.
    is_alone = "tsnet/run/links" not in run.stats
    if is_alone and 1 < count == _answered(run) and limits["MAX_REJECTED"] < 1:
        return f"pages rejected: all of the {count} that were asked for"
    return _share("pages rejected", count, _answered(run), "MAX_REJECTED", limits)


def _short(run: Run, limits: Limits) -> str | None:
    sample = run.sample
    return _share("bodies unusually short", sample.short, sample.articles, "MAX_SHORT", limits)


def _boilerplate(run: Run, limits: Limits) -> str | None:
    sample = run.sample
    what = "bodies with boilerplate in them"
    return _share(what, sample.boilerplate, sample.articles, "MAX_BOILERPLATE", limits)


def _lost(run: Run, limits: Limits) -> str | None:
    sample = run.sample
    if sample.articles < limits["MIN_ARTICLES"] or not sample.characters:
        return None
    per_million = sample.lost / sample.characters * 1_000_000
    limit = limits["MAX_LOST_PER_MILLION"]
    if per_million <= limit:
        return None
    return f"{per_million:.0f} characters lost in a million (limit {limit:g})"


def _listed(run: Run, limits: Limits) -> str | None:
    few = []
    for channel, before in run.listed_before.items():
        usual = median(before) if before else 0
        now = run.listed.get(channel, usual)
        if now is None and usual:
            few.append(f"{channel} not read, nor by the run before (usually {usual:g})")
        # One less says nothing of a channel of one article: it may have been taken off.
        elif now is not None and now < min(usual * limits["MIN_LISTED_OF_MEDIAN"], usual - 1):
            few.append(f"{channel} {now} (usually {usual:g})")
    return ("fewer articles listed than usual: " + ", ".join(sorted(few))) if few else None


def _age(run: Run, limits: Limits) -> str | None:
    newest = max(filter(None, (run.sample.newest, run.newest_stored)), default=None)
    if newest is None:
        return None
    days = (run.finished_at - newest).total_seconds() / 86400
    limit = limits["MAX_NEWEST_AGE_DAYS"]
    return f"the newest article is {days:.1f} days old (limit {limit:g})" if days > limit else None


def _errors(run: Run, limits: Limits) -> str | None:
    errors = run.stats.get("log_count/ERROR", 0) + run.stats.get("log_count/CRITICAL", 0)
    limit = limits["MAX_ERRORS"]
    return f"{errors} errors logged (limit {limit:g})" if errors > limit else None


def _blocked(run: Run, limits: Limits) -> str | None:
    prefix = "tsnet/rejected/"
    blocked = sum(
        count
        for name, count in run.stats.items()
        if name.startswith(prefix) and _REFUSED.fullmatch(name.removeprefix(prefix))
    )
    return _share("pages refused to us", blocked, _answered(run), "MAX_BLOCKED", limits)


def _gone(run: Run, limits: Limits) -> str | None:
    gone = sum(int(run.stats.get(f"tsnet/rejected/{reason}", 0)) for reason in ABSENT)
    return _share("pages gone", gone, _answered(run), "MAX_GONE", limits)


def _answered(run: Run) -> int:
    """Articles asked for, with those that are read but not kept: few of an hourly run's are new.

    What failed before is asked for again by every run, and would soon outnumber the new ones.
    """
    besides = ("tsnet/rejected", "tsnet/articles/not_modified", "tsnet/articles/out_of_range")
    return sum(int(run.stats.get(name, 0)) for name in besides) + run.sample.articles


def _share(what: str, count: int, total: int, limit: str, limits: Limits) -> str | None:
    if total < max(limits["MIN_ARTICLES"], 1) or count / total <= limits[limit]:
        return None
    return f"{what}: {count} of {total} ({count / total:.0%}, limit {limits[limit]:.0%})"


CHECKS: Mapping[str, Callable[[Run, Limits], str | None]] = {
    "coverage": _coverage,
    "rejected": _rejected,
    "short_bodies": _short,
    "boilerplate": _boilerplate,
    "lost": _lost,
    "listed": _listed,
    "newest_age": _age,
    "errors": _errors,
    "blocked": _blocked,
    "gone": _gone,
}
"""Name → check; each judges by itself, and says nothing where it has too little to judge by."""
