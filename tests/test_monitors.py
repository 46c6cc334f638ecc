"""The checks on a finished run: each fails when its limit is passed, and says by how much."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from tsnet.items import Article, Quality
from tsnet.monitors import CHECKS, LIMITS, Run, Sample, failures

NOW = datetime(2025, 3, 20, 12, tzinfo=timezone.utc)
BODY = "会议指出,要抓细抓实大气污染防治各项任务,压紧压实责任。"


NOTICE = "(刊用本网站稿件,务经书面授权。未经授权禁止转载、摘编、复制及建立镜像)"


def article(**changes: object) -> Article:
    fields = {
        "title": "标题",
        "body": BODY,
        "published_at": NOW - timedelta(hours=2),
        "source": "天山网",
        "editors": ["刘芳"],
        "quality": Quality(),
    }
    return Article(**(fields | changes))  # type: ignore[arg-type]


def run_of(*articles: Article, **changes: object) -> Run:
    sample = Sample()
    for one in articles:
        sample.add(one, LIMITS["SHORT_BODY"])
    run = Run(
        sample=sample,
        stats={},
        listed={"xwzx/szxw": 20},
        listed_before={"xwzx/szxw": [20, 20, 21]},
        coverage_before={"editors": [1.0, 1.0], "source": [1.0]},
        newest_stored=NOW,
        finished_at=NOW,
    )
    return replace(run, **changes)  # type: ignore[arg-type]


GOOD = [article() for _ in range(10)]


def test_a_usual_run_passes_every_check() -> None:
    assert failures(run_of(*GOOD), {}) == {}


@pytest.mark.parametrize(
    ("check", "run", "limits"),
    [
        ("coverage", run_of(*[article(title="") for _ in range(10)]), {}),
        ("coverage", run_of(*[article(editors=[]) for _ in range(10)]), {}),
        ("rejected", run_of(*GOOD, stats={"tsnet/rejected": 90}), {}),
        ("rejected", run_of(stats={"tsnet/rejected": 2}), {}),
        ("short_bodies", run_of(*[article(body="图片新闻") for _ in range(10)]), {}),
        (
            "boilerplate",
            run_of(*GOOD, *[article(body=BODY + NOTICE) for _ in range(5)]),
            {},
        ),
        ("lost", run_of(*[article(body_lost=[3]) for _ in range(10)]), {}),
        ("listed", run_of(*GOOD, listed={"xwzx/szxw": 9}), {}),
        ("listed", run_of(*GOOD, listed={"xwzx/szxw": 0}, listed_before={"xwzx/szxw": [2]}), {}),
        ("listed", run_of(*GOOD, listed={"xwzx/szxw": None}, listed_before={"xwzx/szxw": [1]}), {}),
        (
            "newest_age",
            run_of(newest_stored=NOW - timedelta(days=8)),
            {"MAX_NEWEST_AGE_DAYS": 7},
        ),
        ("errors", run_of(stats={"log_count/ERROR": 1}), {"MAX_ERRORS": 0}),
        (
            "blocked",
            run_of(*GOOD, stats={"tsnet/rejected": 12, "tsnet/rejected/challenge": 12}),
            {},
        ),
        (
            "blocked",
            run_of(
                *GOOD,
                stats={
                    "tsnet/rejected": 15,
                    "tsnet/rejected/http_412": 7,
                    "tsnet/rejected/robots_forbidden": 6,
                    "tsnet/rejected/http_404": 1,
                    "tsnet/rejected/http_410": 1,
                },
            ),
            {},
        ),
        (
            "gone",
            run_of(
                *GOOD,
                stats={
                    "tsnet/rejected": 11,
                    "tsnet/rejected/http_404": 3,
                    "tsnet/rejected/http_410": 2,
                    "tsnet/rejected/not_found_page": 2,
                    "tsnet/rejected/to_front_page": 4,
                },
            ),
            {},
        ),
    ],
)
def test_a_check_fails_beyond_its_limit_and_alone(
    check: str, run: Run, limits: dict[str, float]
) -> None:
    assert list(failures(run, limits)) == [check]
    assert "\n" not in failures(run, limits)[check]


@pytest.mark.parametrize(
    "run",
    [
        run_of(stats={"tsnet/rejected": 1}),
        run_of(GOOD[0], stats={"tsnet/rejected": 8}),
        run_of(stats={"tsnet/rejected": 8, "tsnet/articles/not_modified": 1}),
        run_of(stats={"tsnet/rejected": 8, "tsnet/articles/out_of_range": 1}),
        run_of(stats={"tsnet/rejected": 3, "tsnet/rejected/other_article": 1}),
        run_of(stats={"tsnet/rejected": 9, "tsnet/run/links": True}),
    ],
)
def test_few_pages_say_nothing_where_they_are_not_all_or_not_all_of_the_crawl(run: Run) -> None:
    assert failures(run, {}) == {}


def test_what_lies_at_the_limit_passes() -> None:
    half_short = [article(body="字" * size) for size in (19, 20) * 5]
    lost = [article(body_lost=[], body="字" * 990), article(body_lost=[*range(20)], body="字" * 10)]
    assert failures(run_of(*half_short), {}) == {}
    assert failures(run_of(*GOOD[:8], stats={"tsnet/rejected": 2}), {"MAX_REJECTED": 0.2}) == {}
    assert failures(run_of(*lost), {"MIN_ARTICLES": 2, "SHORT_BODY": 0, "MAX_SHORT": 1}) == {}
    assert failures(run_of(stats={"log_count/ERROR": 1}), {"MAX_ERRORS": 1}) == {}
    assert failures(run_of(stats={"tsnet/rejected": 9}), {"MAX_REJECTED": 1}) == {}
    assert failures(run_of(), {"MAX_NEWEST_AGE_DAYS": 0}) == {}


def test_neither_errors_nor_age_are_judged_where_no_limit_is_given() -> None:
    old = NOW - timedelta(days=4000)
    assert failures(run_of(newest_stored=old, stats={"log_count/ERROR": 10**6}), {}) == {}


def test_a_finding_says_by_how_much() -> None:
    half = [article(body="图片新闻", body_lost=[0], editors=[]) for _ in range(6)]
    stats = {
        "tsnet/rejected": 30,
        "tsnet/rejected/http_403": 30,
        "log_count/ERROR": 2,
        "log_count/CRITICAL": 1,
    }
    run = run_of(*half, *GOOD[:4], stats=stats, listed={"xwzx/szxw": 5})
    assert failures(run, {"MAX_ERRORS": 2, "MIN_COVERAGE_OF_MEDIAN": 0.6}) == {
        "coverage": "filled too seldom: editors in 40% (limit 60%)",
        "rejected": "pages rejected: 30 of 40 (75%, limit 70%)",
        "short_bodies": "bodies unusually short: 6 of 10 (60%, limit 50%)",
        "lost": f"{6e6 / (6 * 4 + 4 * len(BODY)):.0f} characters lost in a million (limit 20000)",
        "listed": "fewer articles listed than usual: xwzx/szxw 5 (usually 20)",
        "errors": "3 errors logged (limit 2)",
        "blocked": "pages refused to us: 30 of 40 (75%, limit 50%)",
    }


def test_an_empty_store_has_no_newest_article() -> None:
    assert failures(run_of(newest_stored=None), {"MAX_NEWEST_AGE_DAYS": 1}) == {}


def test_a_sample_counts_what_it_is_given() -> None:
    sample = Sample()
    damaged = article(quality=Quality(repaired=2), body_lost=[0, 1])
    for one in (article(), damaged, article(body="图片�闻"), article(complete=False)):
        sample.add(one, short_body=5)
    assert (sample.articles, sample.short, sample.damaged, sample.incomplete) == (4, 1, 1, 1)
    assert sample.lost == 2
    assert sample.characters == 3 * len(BODY) + 4
    assert sample.coverage()["title"] == 1


def test_what_failed_before_is_judged_beside_what_has_not_changed() -> None:
    stats = {"tsnet/rejected": 12, "tsnet/rejected/http_403": 12}
    assert set(failures(run_of(*GOOD[:2], stats=stats), {})) == {"rejected", "blocked"}
    stats["tsnet/articles/not_modified"] = 40
    assert failures(run_of(*GOOD[:2], stats=stats), {}) == {}


def test_what_is_stored_under_another_id_is_not_judged_as_rejected() -> None:
    stats = {"tsnet/rejected": 90, "tsnet/rejected/other_article": 90}
    assert failures(run_of(*GOOD, stats=stats), {}) == {}


def test_a_page_that_is_gone_is_not_judged_as_refused() -> None:
    stats = {"tsnet/rejected": 15, "tsnet/rejected/http_404": 8, "tsnet/rejected/http_410": 7}
    assert failures(run_of(*GOOD, stats=stats), {"MAX_GONE": 1}) == {}


def test_every_check_has_a_run_that_fails_it() -> None:
    test = test_a_check_fails_beyond_its_limit_and_alone
    cases = vars(test)["pytestmark"][0].args[1]
    assert {case[0] for case in cases} == set(CHECKS)


def test_a_field_that_the_site_never_wrote_is_not_missed() -> None:
    run = run_of(*[article(editors=[]) for _ in range(10)], coverage_before={"editors": [0.0]})
    assert failures(run, {}) == {}


def test_what_is_usual_is_the_median_of_the_runs_before_and_not_their_best() -> None:
    rare = [*[article(editors=[])] * 9, article()]
    assert failures(run_of(*rare, coverage_before={"editors": [0.1, 0.0, 1.0]}), {}) == {}
    assert failures(run_of(*GOOD, listed_before={"xwzx/szxw": [20, 20, 90]}), {}) == {}


def test_a_lower_limit_of_coverage_does_not_hide_that_a_field_is_missed() -> None:
    run = run_of(*[article(title="")] * 6, *GOOD[:4], coverage_before={"title": [1.0]})
    assert failures(run, {"MIN_COVERAGE": 0}) == {
        "coverage": "filled too seldom: title in 40% (limit 50%)"
    }


def test_runs_without_a_page_or_a_text_are_judged_from_any_number_of_articles_on() -> None:
    assert failures(run_of(), {"MIN_ARTICLES": 0}) == {}
    empty = run_of(*[article(body="")] * 10)
    assert failures(empty, {"MIN_ARTICLES": 0}).keys() == {"coverage", "short_bodies"}


def test_an_article_about_a_licence_is_no_boilerplate() -> None:
    about = article(body="网站须在首页标明公网安备号。" + BODY)
    assert failures(run_of(*[about] * 10), {}) == {}


@pytest.mark.parametrize("count", [0, 9])
def test_few_articles_are_not_judged_by_shares(count: int) -> None:
    bad = article(title="", editors=[], body="图片�闻", body_lost=[2])
    assert failures(run_of(*[bad] * count), {}) == {}


def test_the_newest_article_is_the_newest_wherever_it_stands_in_the_run() -> None:
    days = [3, 1, None, 2]
    dated = [article(published_at=day and NOW - timedelta(days=day)) for day in days]
    old = run_of(*dated, newest_stored=NOW - timedelta(days=5))
    assert failures(old, {"MAX_NEWEST_AGE_DAYS": 1.5}).keys() == set()
    assert "1.0 days" in failures(old, {"MAX_NEWEST_AGE_DAYS": 0.5})["newest_age"]


def test_a_channel_that_was_not_read_this_time_is_not_missed() -> None:
    assert failures(run_of(*GOOD, listed={}), {}) == {}


def test_a_channel_may_list_less_than_usual_or_nothing_as_ever() -> None:
    assert failures(run_of(*GOOD, listed={"xwzx/szxw": 10}), {}) == {}
    for before in ([], [0, 0]):
        unread = run_of(*GOOD, listed={"szb": None}, listed_before={"szb": before})
        assert failures(unread, {}) == {}


def test_a_channel_of_one_article_may_list_none() -> None:
    few = run_of(*GOOD, listed={"xwzx/szxw": 0}, listed_before={"xwzx/szxw": [1, 1, 1]})
    assert failures(few, {}) == {}
