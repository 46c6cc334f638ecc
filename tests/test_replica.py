"""The replica is what the other tests take it for."""

from __future__ import annotations

import http.client
import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.damage import damage
from tests.replica import Replica, Truth, same_but_for_lost
from tests.replica.answer import Answer
from tests.replica.faults import FAULTS, SITE_FAULTS
from tests.replica.layouts import LAYOUTS
from tests.replica.mirror_damage import annotated_set
from tests.replica.options import Options
from tests.replica.plan import CHANNELS, SEED_DOCUMENT
from tests.replica.site import Site
from tests.replica.texts import Scribe, load_texts

SEED = f"t20250319_{SEED_DOCUMENT}"
README = Path(__file__).parent / "replica" / "README.md"


@pytest.fixture(scope="module")
def replica() -> Iterator[Replica]:
    with Replica("small", articles=30, slow_seconds=0.2) as served:
        yield served


def fetch(url: str, **headers: str) -> tuple[int, bytes, dict[str, str]]:
    request = urllib.request.Request(url, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=20) as response:
            return response.status, response.read(), dict(response.headers)
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read(), dict(error.headers)


def plain(html: bytes) -> str:
    text = html.decode("utf-8")
    return re.sub(r"<[^>]*>", "", text)


def test_every_article_is_served_at_its_address(replica: Replica) -> None:
    for truth in replica.truth.values():
        if truth.expect != "record":
            continue
        for number, url in enumerate(truth.page_urls, 1):
            status, body, headers = fetch(url)
            missing = number in replica.site.content(replica.site.entries[truth.id]).missing
            assert status == (404 if missing else 200), url
            assert missing or (body and headers["ETag"])


def test_pages_are_the_same_for_the_same_seed_and_others_for_another() -> None:
    def bodies(seed: int) -> list[bytes]:
        site = Site(Options.preset("small", articles=20, seed=seed))
        return [site.answer(entry.path(), "h").body for entry in site.entries.values()]

    assert bodies(1) == bodies(1)
    assert bodies(1) != bodies(2)


def test_every_sound_article_is_reached_by_following_the_listings(replica: Replica) -> None:
    site = replica.site
    listed: set[str] = set()
    for channel in CHANNELS:
        number = 0
        while True:
            name = f"index_{number}.shtml" if number else ""
            answer = site.answer(f"/{channel.path}/{name}", "127.0.0.1:1")
            if answer.status == 404:
                break
            listed |= set(re.findall(r"t\d{8}_\d+(?=\.shtml)", answer.body.decode("latin-1")))
            number += 1
        assert number >= 1
    assert set(replica.sound()) <= listed


def test_every_link_of_the_family_on_front_page_and_listings_leads_to_a_page(
    replica: Replica,
) -> None:
    paths = ["/", *(f"/{channel.path}/" for channel in CHANNELS)]
    for path in paths:
        body = fetch(replica.url + path)[1].decode("latin-1")
        found = re.findall(r"""<a[^>]*?href=["']?([^"'>\s][^"'>]*?)["'\s>]""", body)
        for href in {urljoin(replica.url + path, link.strip()) for link in found}:
            if "/search/" not in href and "/files/" not in href and href.startswith(replica.url):
                assert fetch(href)[0] == 200, (path, href)


def test_the_seed_page_shows_what_the_seed_shows(replica: Replica) -> None:
    page = unescape(plain(fetch(replica.truth[SEED].url)[1]))
    assert (
        "天山網(wǎng)-新疆日?qǐng)?bào)訊(記者劉翔報(bào)道)3月18日,自治區(qū)天山北坡城市群"
        in page
    )
    assert (
        "2025-03-19 19:38:42 \xa0\xa0\xa0來(lái)源: 天山網(wǎng)-新疆日?qǐng)?bào)原創(chuàng)"
        in page
    )
    assert "要持續(xù)完善天山北坡城市群聯(lián)防聯(lián)控機(jī)制" in page
    assert "拓展環(huán)保績(jī)效應(yīng)用場(chǎng)景" in page
    assert "[責(zé)任編輯: 劉芳 ]" in page
    assert "新B2-20050008 新公網(wǎng)安備 65010202000013號(hào)" in page


def test_without_damage_the_pages_say_the_truth() -> None:
    site = Site(Options.preset("texts", damage=False, encodings="utf-8"))
    for entry in site.entries.values():
        truth = site.truth(entry.id)
        if entry.layout in ("editor_box", "spans", "sections"):
            continue
        content = site.content(entry)
        pages = [n for n in range(len(content.pages())) if n + 1 not in content.missing]
        text = "".join(plain(site.answer(entry.path(n), "h").body) for n in pages)
        for paragraph in truth.paragraphs:
            assert re.sub("[<>&]", "", paragraph) in re.sub("&(amp|lt|gt);", "", text)


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_each_layout_says_date_source_title_notice_editor_and_licence(layout: str) -> None:
    site = Site(Options.preset("small", articles=1, damage=False, encodings="utf-8"))
    site.apply({"change": "layout", "layout": layout})
    page = plain(site.answer(site.entries[SEED].path(), "h").body)
    page = page.replace("：", ":").replace("，", ",").replace("&nbsp;", " ")
    assert re.search(r"2025-03-19 19:38:42\s+来源:\s?天山网-新疆日报\s*原创", page)
    assert page.count("自治区天山北坡城市群大气环境整治工作推进会暨2025年") >= 3
    assert "刊用本网站稿件,务经书面授权" in page
    assert re.search(r"责任编辑:\s?刘芳", page)
    assert "新B2-20050008 新公网安备 65010202000013号" in page


def test_conditional_requests_are_answered_304_until_the_article_changes() -> None:
    with Replica("small", articles=3) as replica:
        ident = next(iter(replica.truth))
        url = replica.truth[ident].url
        status, _, headers = fetch(url)
        assert status == 200
        assert fetch(url, **{"If-None-Match": headers["ETag"]})[0] == 304
        assert fetch(url, **{"If-Modified-Since": headers["Last-Modified"]})[0] == 304
        replica.edit(ident, title="更正后的标题")
        assert fetch(url, **{"If-None-Match": headers["ETag"]})[0] == 200
        assert fetch(url, **{"If-Modified-Since": headers["Last-Modified"]})[0] == 200
        assert replica.truth[ident].title == "更正后的标题"
        assert replica.counts()[url.removeprefix(replica.url)] == 5


def test_articles_are_added_late_listed_elsewhere_and_removed() -> None:
    with Replica("small", articles=10) as replica:
        late = replica.add(channel="xwzx/jjxw", published="2025-03-01 08:00:00", recipe="late")
        replica.list_also(late, "xwzx/szxw")
        assert replica.truth[late].published_at.isoformat() == "2025-03-01T00:00:00+00:00"
        assert late in replica.site.listed("xwzx/szxw")
        assert fetch(replica.truth[late].url)[0] == 200
        url = replica.truth[late].url
        replica.remove(late)
        assert fetch(url)[0] == 404


def test_another_dress_changes_bytes_and_not_the_truth() -> None:
    site = Site(Options.preset("small", articles=5))
    entry = site.entries[SEED]
    before, truth = site.answer(entry.path(), "h").body, site.truth(SEED)
    site.apply({"change": "dress", "dress": 1})
    assert site.answer(entry.path(), "h").body != before
    assert site.truth(SEED) == truth


def test_what_is_lost_may_be_any_ascii_character() -> None:
    assert same_but_for_lost("就在\ufffd月底", "就在8月底")
    assert not same_but_for_lost("就在\ufffd月底", "就在八月底")
    assert not same_but_for_lost("就在月底", "就在8月底")


def test_made_articles_depend_on_their_seed_alone() -> None:
    moment = load_texts()["seed"].published
    first = Scribe().write("a", moment, "xwzx", "szxw")
    assert first == Scribe().write("a", moment, "xwzx", "szxw")
    assert first != Scribe().write("b", moment, "xwzx", "szxw")


def test_every_fault_is_in_the_table_of_the_readme() -> None:
    table = README.read_text(encoding="utf-8")
    for name in (*FAULTS, *SITE_FAULTS):
        assert f"| `{name}` |" in table, name


def test_faults_do_what_they_say() -> None:
    with Replica("faults", slow_seconds=0.2) as replica:
        assert b"404" in fetch(replica.fault_address("soft_404"))[1]
        assert fetch(replica.fault_address("empty"))[1] == b""
        assert fetch(replica.fault_address("status_500"))[0] == 500
        assert [fetch(replica.fault_address("flaky_503"))[0] for _ in range(3)] == [503, 503, 200]
        with pytest.raises(ConnectionResetError):
            fetch(replica.fault_address("reset"))
        with pytest.raises(http.client.IncompleteRead):
            fetch(replica.fault_address("truncated_transfer"))
        with urllib.request.urlopen(replica.fault_address("endless")) as endless:
            assert len(endless.read(3_000_000)) == 3_000_000
        fetch(replica.fault_address("redirect_foreign"))
        assert len(replica.foreign_requests()) == 1
        seed = replica.truth[SEED].url
        replica.set_fault(seed, "status_503", times=1)
        assert [fetch(seed)[0] for _ in range(2)] == [503, 200]


def test_an_expectation_is_one_of_three(replica: Replica) -> None:
    for fault in FAULTS.values():
        assert re.fullmatch(r"record|either|reject:\w+", fault.expect)


def test_the_bomb_is_small_until_it_is_unpacked() -> None:
    import zlib

    answer: Answer = Site(Options.preset("faults")).answer(
        next(p for p, f in Site(Options.preset("faults")).fixed_faults.items() if f == "bomb"), "h"
    )
    assert len(answer.body) < 4_000_000
    assert len(zlib.decompressobj(31).decompress(answer.body, 50_000_000)) == 50_000_000


def test_versions_of_a_story_say_how_they_differ() -> None:
    by_story: dict[str, list[Truth]] = {}
    site = Site(Options.preset("texts"))
    for ident in site.entries:
        truth = site.truth(ident)
        if truth.story:
            by_story.setdefault(truth.story, []).append(truth)
    assert by_story
    for versions in by_story.values():
        assert len(versions) > 1
        assert sum(truth.relation is None for truth in versions) == 1


def test_damage_done_run_by_run_is_the_damage_done_to_the_whole_page() -> None:
    site = Site(Options.preset("small", articles=1, keep_private=False, interference=False))
    page = "<p>" + "</p>T<p>".join(p for t in load_texts().values() for p in t.paragraphs)
    chosen = annotated_set(4, 0.3, "one", False)
    site.mirror._known.clear()
    site.mirror._chosen = lambda *_: ("4", chosen)  # type: ignore[method-assign]
    assert site.mirror.damage(page, 0, "", False) == damage(page, chosen, keep_private=False)
