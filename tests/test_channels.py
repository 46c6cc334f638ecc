"""What counts as a channel, and where its listing is."""

from __future__ import annotations

import re
from typing import ClassVar

from tests.crawling import Documents, Store, crawl, succeeded
from tests.listing_hosts import HTML, PagesHost, TakingHost, article_page, links_to_days, stored
from tests.loopback import Answer, serving
from tsnet.spiders.traps import MAX_NUMBERED


class SectionHost(PagesHost):
    """A host whose front page leads to channels that lead to others."""

    pages: ClassVar = {
        "/": "<a href=/xwzx/>新闻</a>",
        "/xwzx/": "<a href=szxw/>时政</a>",
        "/xwzx/szxw/": "<li><a href=202503/t20250319_1.shtml>平台今日上线</a>"
        "<script>createPageHTML(2, 0, 'index', 'shtml')</script><a href=../kjxw/>科技</a>",
        "/xwzx/kjxw/": "<li><a href=202503/t20250318_2.shtml>平台昨日上线</a>",
    }


def test_a_channel_asked_for_by_its_code_is_sought_in_the_channels_of_the_front_page(
    mongo_database: Store, database: Documents
) -> None:
    with serving(SectionHost()) as host:
        succeeded(crawl(host.url, mongo_database, channels="szxw"))
        assert stored(database) == {"t20250319_1"}
        assert "/xwzx/kjxw/" not in host.paths()


class ProgramHost(TakingHost):
    """A host whose channels only a program lists, and whose articles lie in their directories."""

    szxw = "<base href=/xwzx/szxw/>"
    jjxw = "<base href=/xwzx/jjxw/><button>下一页</button><script src=/js/list.js></script>"
    pages: ClassVar = {
        "/": "<a href=/list.php?classid=1>时政</a><a href=/list.php?classid=2&amp;page=1>经济</a>"
        "<a href=/list.php?classid=1&amp;orderby=hits>热点</a>"
        "<a href=/search.php?classid=1>搜索</a>",
        "/list.php?classid=1": szxw
        + links_to_days("28", "27")
        + "<a href=/list.php?page=2&amp;classid=1>下一页</a>"
        "<a href=/list.php?page=3&amp;classid=1>尾页</a>",
        "/list.php?page=2&classid=1": szxw
        + links_to_days("10")
        + "<a href=/list.php?classid=1>首页</a>"
        "<a href=/list.php?page=3&amp;classid=1>下一页</a>",
        "/list.php?page=3&classid=1": szxw + links_to_days("09"),
        "/list.php?classid=2": jjxw + links_to_days("26"),
        "/list.php?classid=2&page=1": jjxw + links_to_days("26"),
        "/list.php?classid=2&page=2": jjxw + links_to_days("25"),
    }


def test_a_channel_that_only_a_program_lists_is_read_and_read_again_like_any_other(
    mongo_database: Store, database: Documents
) -> None:
    def asked(**arguments: str) -> set[str]:
        host.requests.clear()
        succeeded(crawl(host.url, mongo_database, **arguments))
        return {path.rpartition("_")[2].removesuffix(".shtml") for path in host.paths()}

    with serving(ProgramHost()) as host:
        assert asked(channels="szxw") >= {"28", "27", "10", "09", "/list.php?classid=2"}
        assert stored(database) == {f"t202503{day}_{day}" for day in ("28", "27", "10", "09")}
        asked()
        assert len(stored(database)) == 6
        assert "/list.php?classid=1&orderby=hits" not in host.paths()
        assert "/search.php?classid=1" not in host.paths()
        host.taken = True
        again = asked()
        assert {"28", "27", "26", "/list.php?page=2&classid=1"} <= again
        assert not {"10", "/list.php?page=3&classid=1"} & again
        assert database["articles"].distinct("_id", {"gone_at": {"$ne": None}}) == ["t20250327_27"]


class FilesOfListsHost(PagesHost):
    """A host whose channels have files that are called lists, beside others with a number."""

    others = ("/tag/9.html", "/user/9.html", "/print_9.html", "/download/list/9.html")
    menu = (
        "<a href=/list/1.html>时政</a><a href=/index.php/list/2>经济</a><a href=/class_3.html>社会"
        "</a><a href='/list.asp?BigClassName=%CE%C4%BB%AF'>文化</a>"
        + "".join(f"<a href={path}>相关内容</a>" for path in others)
    )
    pages: ClassVar = {
        "/": menu,
        "/list/1.html": menu + links_to_days("28") + "<a href=/list/1_2.html>下一页</a>",
        "/list/1_2.html": menu + links_to_days("27"),
        "/index.php/list/2": menu + links_to_days("26"),
        "/class_3.html": menu,
        "/list.asp?BigClassName=%CE%C4%BB%AF": menu + links_to_days("25"),
    }


def test_a_channel_may_be_a_file_that_is_called_a_list_and_no_other_with_a_number(
    mongo_database: Store, database: Documents
) -> None:
    with serving(FilesOfListsHost()) as host:
        succeeded(crawl(host.url, mongo_database))
    assert {ident[-2:] for ident in stored(database)} == {"28", "27", "26", "25"}
    assert not host.paths().keys() & set(FilesOfListsHost.others)


class NumberingHost(PagesHost):
    """A host that leads to more lists than are read, and is no site with so many channels."""

    pages: ClassVar = {
        "/": "<a href=/xwzx/szxw/>时政</a>"
        + "".join(f"<a href=/list.php?classid={n}>{n}年</a>" for n in range(MAX_NUMBERED + 2)),
        "/xwzx/szxw/": links_to_days("28"),
    }


def test_lists_by_number_are_read_up_to_a_bound_and_the_first_that_is_not_is_told(
    mongo_database: Store, database: Documents
) -> None:
    with serving(NumberingHost()) as host:
        run = crawl(host.url, mongo_database)
    succeeded(run)
    assert sum("classid" in path for path in host.paths()) == MAX_NUMBERED
    (told,) = (line for line in run.stderr.splitlines() if "without a directory" in line)
    assert f"not {host.url}/list.php?classid={MAX_NUMBERED} nor" in told
    assert stored(database) == {"t20250328_28"}


class FramedHost(PagesHost):
    """A front page that is a frame, in which a page to enter by leads to another."""

    pages: ClassVar = {
        "/": "<frameset><frame src=top.html><frame src=main.html></frameset>",
        "/top.html": "<h1>天山网</h1>",
        "/main.html": "<a href=home.html>进入</a>",
        "/home.html": "<a href=/xwzx/szxw/>时政</a><a href=main.html>返回</a>",
        "/xwzx/szxw/": "<li><a href=202503/t20250319_1.shtml>平台今日上线</a>",
    }


def test_a_front_page_that_leads_to_no_channel_is_read_on_in_the_files_beside_it(
    mongo_database: Store, database: Documents
) -> None:
    with serving(FramedHost()) as host:
        succeeded(crawl(host.url, mongo_database, channels="szxw"))
    assert stored(database) == {"t20250319_1"}


ISSUE = "/epaper/2025-03/28/"


class PaperHost(PagesHost):
    """A newspaper: the front page leads to the day's issue, each page of which lists its texts."""

    pages: ClassVar = {
        "/": f"<meta http-equiv=refresh content='0;url={ISSUE}node_01.htm'>",
        **{
            f"{ISSUE}node_0{number}.htm": f"<a href=content_12345{number}.htm>平台今日上线</a>"
            "<a href=node_01.htm>01版</a><a href=node_02.htm>02版</a><a href=node_03.htm>03版</a>"
            "<a href=../27/node_01.htm>上一期</a>"
            for number in (1, 2, 3)
        },
        **{
            f"{ISSUE}content_12345{number}.htm": article_page("28", str(number))
            for number in (1, 2, 3)
        },
    }


def test_every_page_of_the_issue_of_a_newspaper_is_read(
    mongo_database: Store, database: Documents
) -> None:
    with serving(PaperHost()) as host:
        succeeded(crawl(host.url, mongo_database))
        assert not [path for path in host.paths() if "/27/" in path]
        assert set(host.paths().values()) == {1}
    assert database.articles.count_documents({}) == 3


class SecretiveHost(PagesHost):
    """A front page that names one channel, and articles of others; no directory is answered."""

    pages: ClassVar = {
        "/": "<a href=/xwzx/szxw/202503/t20250319_1.shtml>平台今日上线</a>"
        "<a href=/ztzl/202503/t20250319_2.shtml>平台昨日上线</a>"
        "<a href=/xwzx/jjxw/list.html>经济</a>",
        "/xwzx/szxw/index.shtml": "<li><a href=202503/t20250318_3.shtml>平台前日上线</a>",
        "/xwzx/jjxw/list.html": "<li><a href=202503/t20250317_4.shtml>平台今日上线</a>",
    }

    def answer(self, path: str) -> Answer:
        return (403, HTML, "") if path == "/xwzx/szxw/" else super().answer(path)


def test_channels_are_found_by_links_and_articles_and_read_in_a_file_where_there_is_no_directory(
    mongo_database: Store, database: Documents
) -> None:
    with serving(SecretiveHost()) as host:
        run = crawl(host.url, mongo_database)
    succeeded(run)
    assert len(stored(database)) == 4
    assert not re.search(r"/ztzl/\S* was not read", run.stderr)  # nobody said that there is one
