from __future__ import annotations

from datetime import date

import pytest

from tsnet.site.urls import (
    ArticleAddress,
    article_id,
    canonical_url,
    channel_path,
    channel_url,
    day_of_address,
    is_article_like_url,
    is_listing_url,
    is_numbered_listing_url,
    later_page,
    listing_page_number,
    on_host_of,
    redirect_target,
    same_site,
)

ARTICLE = "https://m.euiu.cn/xwzx/szxw/202501/t20250123_26369128.shtml"


def test_every_part_of_an_article_address_is_read() -> None:
    address = ArticleAddress.from_url(ARTICLE)
    assert address is not None
    assert (address.section, address.channel, address.month) == ("xwzx", "szxw", "202501")
    assert (address.published, address.document_id) == (date(2025, 1, 23), "26369128")
    assert (address.page, address.stem, address.suffix) == (0, "t20250123_26369128", ".shtml")
    assert address.channel_path == "xwzx/szxw"
    assert address.origin_url == "https://www.ts.cn/xwzx/szxw/202501/t20250123_26369128.shtml"
    assert address.path(2) == "/xwzx/szxw/202501/t20250123_26369128_2.shtml"


def test_a_day_may_have_a_directory_below_its_months() -> None:
    path = "/xwzx/gdxw/202503/19/t20250319_26369128_1.shtml"
    address = ArticleAddress.from_url(f"https://m.euiu.cn{path}")
    assert address is not None
    assert (address.channel_path, address.month) == ("xwzx/gdxw", "202503/19")
    assert address.path(1) == path


@pytest.mark.parametrize(
    ("url", "page"),
    [
        (ARTICLE, 0),
        (ARTICLE.replace(".shtml", "_1.shtml"), 1),
        (ARTICLE.replace(".shtml", "_12.shtml"), 12),
        (ARTICLE.replace(".shtml", ".html") + "?from=timeline#top", 0),
        (ARTICLE.replace("//m.euiu.cn/", "//M.EUIU.CN//"), 0),
        ("http://127.0.0.1:8080/a/202501/t20250123_1.shtml", 0),
    ],
)
def test_pages_and_spellings_of_one_address(url: str, page: int) -> None:
    address = ArticleAddress.from_url(url)
    assert address is not None
    assert address.page == page


@pytest.mark.parametrize(
    "url",
    [
        "https://m.euiu.cn/",
        "https://m.euiu.cn/xwzx/szxw/",
        "https://m.euiu.cn/xwzx/szxw/index_1.shtml",
        "https://m.euiu.cn/xwzx/szxw/202501/t20250231_26369128.shtml",
        "https://m.euiu.cn/xwzx/szxw/202501/t20250123_26369128.pdf",
        "https://m.euiu.cn/xwzx/szxw/202501/W020250123.jpeg",
        "javascript:void(0)",
        "https://[broken",
        "",
    ],
)
def test_what_is_outside_the_grammar_is_none(url: str) -> None:
    assert ArticleAddress.from_url(url) is None


def test_an_article_has_one_id_on_every_host_and_page() -> None:
    path = "/xwzx/szxw/202501/t20250123_26369128"
    urls = [
        f"{scheme}://{host}{path}{tail}"
        for scheme in ("http", "https")
        for host in ("m.euiu.cn", "euiu.cn", "WWW.euiu.cn", "www.ts.cn", "127.0.0.1:8081")
        for tail in (
            *(".shtml", "_1.shtml", ".shtml?utm_source=x", ".shtml#comments"),
            ".shtml;jsessionid=0A1B2C.node1",
        )
    ]
    assert {article_id(url) for url in urls} == {"t20250123_26369128"}


@pytest.mark.parametrize(
    "other",
    [
        "http://euiu.cn/zt/content_123456.html",
        "https://www.euiu.cn/zt/content_123456.html?spm=a.b&from=singlemessage",
        "https://M.EUIU.CN:443/zt//content_123456.html#top",
        "https://m.euiu.cn/zt/c%6Fntent_123456.html",
        "https://m.euiu.cn/zt/content_123456.html;JSESSIONID=0A1B?PHPSESSID=7&sessionid=8#top",
    ],
)
def test_an_address_outside_the_grammar_gets_a_hash_that_spelling_does_not_change(
    other: str,
) -> None:
    ident = article_id("https://m.euiu.cn/zt/content_123456.html")
    assert ident.startswith("u-")
    assert article_id(other) == ident


@pytest.mark.parametrize(
    "other",
    [
        "https://m.euiu.cn/zt/content_123457.html",
        "https://m.euiu.cn/zt/content_123456.html?id=2",
        "https://other.cn/zt/content_123456.html",
        "https://m.euiu.cn:8080/zt/content_123456.html",
    ],
)
def test_other_pages_get_other_hashes(other: str) -> None:
    assert article_id(other) != article_id("https://m.euiu.cn/zt/content_123456.html")


@pytest.mark.parametrize(
    "tracking",
    [
        *("utm_medium", "spm", "from", "isappinstalled", "share_token", "scene", "src", "ref"),
        *("referer", "referrer", "wxshare", "nsukey", "timestamp", "_t", "_", "t", "v", "rnd"),
        *("random", "fbclid", "gclid", "bd_vid", "hmsr", "hmpl", "hmcu", "hmkw", "hmci"),
    ],
)
def test_what_says_who_sent_the_reader_selects_no_page(tracking: str) -> None:
    assert canonical_url(f"https://euiu.cn/a?id=7&{tracking}=1") == "https://euiu.cn/a?id=7"


def test_canonical_addresses_keep_what_selects_the_page() -> None:
    url = "HTTP://www.Euiu.cn/a/b.jsp?page=2&utm_source=x&id=7#x"
    assert canonical_url(url) == "https://euiu.cn/a/b.jsp?id=7&page=2"


@pytest.mark.parametrize("url", ["", "/xwzx/", "ftp://euiu.cn/a", "mailto:397469069@qq.com"])
def test_only_absolute_web_addresses_have_a_canonical_spelling(url: str) -> None:
    with pytest.raises(ValueError, match="not an absolute"):
        canonical_url(url)


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("xwzx/szxw/202501/t20250123_26369128.shtml", date(2025, 1, 23)),
        ("2025/03/19/26369128/", date(2025, 3, 19)),
        ("gn/2025/03-19/123456.shtml", date(2025, 3, 19)),
        ("n1/2025/0319/c1001-123456.html", date(2025, 3, 19)),
        ("art/2025/3/9/art_1501_263.html", date(2025, 3, 9)),
        ("20250319/123456.html", date(2025, 3, 19)),
        ("20250399/123456.html", None),
        ("202503/123456.html", None),
        ("art/2025/13/9/art_1501_263.html", None),
    ],
)
def test_the_day_of_an_address_is_read_in_whatever_form(path: str, day: date | None) -> None:
    assert day_of_address(f"https://m.euiu.cn/{path}") == day


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://m.euiu.cn/", True),
        ("https://m.euiu.cn/xwzx/szxw/", True),
        ("https://m.euiu.cn/xwzx/szxw/index.shtml", True),
        ("https://m.euiu.cn/xwzx/szxw/index_12.shtml", True),
        ("https://m.euiu.cn/xwzx/szxw/202501/", False),
        ("https://m.euiu.cn/zt/2025/", False),
        ("https://m.euiu.cn/zt/2025/lianghui/", True),
        (ARTICLE, False),
        ("https://m.euiu.cn/a.jpg", False),
        ("https://m.euiu.cn/xwzx/szxw/default.html", True),
        ("https://m.euiu.cn/xwzx/szxw/list_2.htm", True),
        ("https://m.euiu.cn/epaper/2025-03/19/", False),
        ("https://m.euiu.cn/epaper/2019-12/19/", False),
        ("https://m.euiu.cn/epaper/2025/03/19/index.shtml", False),
        ("https://m.euiu.cn/epaper/2025-03-19/", False),
        ("https://m.euiu.cn/zt/2025/12345zj/", True),
        ("https://m.euiu.cn/zt/202503-lianghui/", True),
        ("https://m.euiu.cn/xwzx/index_2.jhtml", True),
        ("https://m.euiu.cn/GB/345167/index.html", True),
        ("https://m.euiu.cn/news/26369128/", False),
    ],
)
def test_listings_are_directories_and_index_files(url: str, expected: bool) -> None:
    assert is_listing_url(url) is expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://m.euiu.cn/zt/content_123456.html", True),
        ("https://m.euiu.cn/2025/03/19/news.html", True),
        ("https://m.euiu.cn/201912/news.jsp", True),
        ("https://m.euiu.cn/2025/13/news.html", False),
        ("https://m.euiu.cn/about.html", False),
        ("https://m.euiu.cn/xwzx/szxw/index_12.shtml", False),
        ("https://m.euiu.cn/down/20250319123.zip", False),
        ("https://m.euiu.cn/show.php?classid=3&id=123", True),
        ("https://m.euiu.cn/index.php?m=content&c=index&a=show&catid=6&id=123", True),
        (
            "https://m.euiu.cn/content.jsp?urltype=news.NewsContentUrl&wbtreeid=1003&wbnewsid=42",
            True,
        ),
        ("https://m.euiu.cn/detail?articleId=0a1b2c3d4e5f60718293", True),
        ("https://m.euiu.cn/?p=123", True),
        ("https://m.euiu.cn?post=123", True),
        ("https://m.euiu.cn/?p=12", False),
        ("https://m.euiu.cn/?page=123", False),
        ("https://m.euiu.cn/?p=123&order=1", False),
        ("https://m.euiu.cn/xwzx/?p=123", False),
        ("https://m.euiu.cn/list.php?id=123", False),
        ("https://m.euiu.cn/newslist.php?id=123", False),
        ("https://m.euiu.cn/index.php?m=content&c=index&a=lists&catid=6", False),
        ("https://m.euiu.cn/comment/show.php?a=comment&id=123", False),
        ("https://m.euiu.cn/show.php?id=about", False),
        ("https://m.euiu.cn/h5/news/detail/26333385", True),
        ("https://m.euiu.cn/article/42", True),
        ("https://m.euiu.cn/info/1003/42.htm", True),
        ("https://m.euiu.cn/contents/12/345.html", True),
        ("https://m.euiu.cn/show-9-123-1.html", True),
        ("https://m.euiu.cn/content/post_392.html", True),
        ("https://m.euiu.cn/xwzx/12345.jhtml", True),
        ("https://m.euiu.cn/art/2025/3/9/art_1501_263.html", True),
        ("https://m.euiu.cn/xw/art/2025/art_7f3e8d5c2b1a4f6e.html", True),
        ("https://m.euiu.cn/2025/03/19/26369128/", True),
        ("https://m.euiu.cn/2025/03/19/apricots", True),
        ("https://m.euiu.cn/2025/03/apricot-blossom/", True),
        ("https://m.euiu.cn/2025/03/19/", False),
        ("https://m.euiu.cn/2025/03/19/page/2/", False),
        ("https://m.euiu.cn/2025/03/19/feed/", False),
        ("https://m.euiu.cn/zt/2025/03/lianghui/", False),
        ("https://m.euiu.cn/epaper/2025-03/19/node_2.htm", False),
        ("https://m.euiu.cn/epaper/2025-03/19/content_2.htm", True),
        ("https://m.euiu.cn/news/42.html", False),
        ("https://m.euiu.cn/info/2025.html", False),
        ("https://m.euiu.cn/xwzx/index_12.jhtml", False),
        ("https://m.euiu.cn/downloadinfo/42.html", False),
        ("https://m.euiu.cn/a/0a1b2c3d4e5f60718293", True),
        ("https://m.euiu.cn/news/list/26333385", False),
        ("https://m.euiu.cn/topic/26333385", False),
        ("https://m.euiu.cn/user/26333385", False),
        ("https://m.euiu.cn/article/2025", False),
        ("https://m.euiu.cn/article/202503", False),
        ("https://m.euiu.cn/news/20250319", False),
        ("https://m.euiu.cn/news/42", False),
        ("https://m.euiu.cn/html/2025/yaowen_0319/42.html", True),
    ],
)
def test_numbered_and_dated_pages_may_be_articles(url: str, expected: bool) -> None:
    assert is_article_like_url(url) is expected


def test_a_post_at_the_front_pages_address_is_no_listing_nor_a_page_of_it() -> None:
    post = "https://m.euiu.cn/?p=123"
    assert not is_listing_url(post)
    assert later_page(post) is None
    assert later_page(f"{post}&page=2") == (post, f"{post}&page=", 2, "")


def test_the_later_pages_of_a_post_may_be_directories() -> None:
    for post in ("https://m.euiu.cn/2025/03/19/26369/", "https://m.euiu.cn/2025/03/a-name/"):
        assert later_page(f"{post}2/") == (post, post, 2, "/")
        assert later_page(post) is None
    assert later_page("https://m.euiu.cn/2025/03/19/2/") is None


@pytest.mark.parametrize(
    ("first", "later", "number"),
    [
        ("list.php?classid=9", "list.php?classid=9&page=2", 2),
        ("plus/list.php?tid=3", "plus/list.php?PageNo=2&tid=3", 2),
        ("e/action/ListInfo/?classid=9", "e/action/ListInfo/?page=1&classid=9", 1),
        (
            "index.php?a=lists&c=index&catid=6&m=content",
            "index.php?page=2&m=content&c=index&a=lists&catid=6",
            2,
        ),
        (
            "list.jsp?urltype=tree.TreeTempUrl&wbtreeid=1001",
            "list.jsp?PAGENUM=2&wbtreeid=1001&urltype=tree.TreeTempUrl",
            2,
        ),
        ("Article_Class2.asp?ClassID=7", "Article_Class2.asp?ClassID=7&spm=a.b", 0),
        ("list.do?channelId=szxw", "list.do?channelId=szxw&pageIndex=2&pageSize=20", 2),
        ("county/list.php?id=3", "county/list.php?id=3&page=2", 2),
        ("?cat=9", "?cat=9&page=2", 2),
        ("xw/node_123456.htm", "xw/node_123456_2.htm", 2),
        ("list-9-1.html", "list-9-2.html", 2),
        ("research/list-9-1.html", "research/list-9-2.html", 2),
        ("list/9.html", "list/9.html?page=2", 2),
        ("list/9_1.html", "list/9_2.html", 2),
        ("news/list/9", "news/list/9?page=2", 2),
        ("index.php/list/9", "index.php/list/9?p=2", 2),
        ("index.php/Home/News/lists/catid/9.html", "index.php/Home/News/lists/catid/9.html", 0),
        ("class_9.html", "class_9.html", 0),
        ("NewsClass-9-1.htm", "NewsClass-9-2.htm", 2),
        ("category/9.shtml", "category/9.shtml", 0),
        ("lanmu/2025.html", "lanmu/2025.html", 0),
        ("channel/9", "channel/9", 0),
        (
            "list.asp?BigClassName=%E6%97%B6%E6%94%BF%E8%A6%81%E9%97%BB&SmallClassName=a",
            "list.asp?page=2&SmallClassName=a&BigClassName=%E6%97%B6%E6%94%BF%E8%A6%81%E9%97%BB",
            2,
        ),
        ("h5/news/list/11", "h5/news/list/11?page=2", 2),
        ("channels/12.html", "channels/12_2.html", 2),
        ("lanmus/12.html", "lanmus/12_2.html", 2),
        ("col_9.html", "col_9_2.html", 2),
        ("plus/page.php?col=3", "plus/page.php?col=3&page=2", 2),
    ],
)
def test_the_listing_of_a_channel_may_have_a_number_for_a_directory(
    first: str, later: str, number: int
) -> None:
    for page, at in ((first, listing_page_number("https://m.euiu.cn/" + first)), (later, number)):
        url = f"https://m.euiu.cn/{page}"
        assert is_numbered_listing_url(url)
        assert not is_article_like_url(url)
        assert listing_page_number(url) == at
    assert channel_path(f"https://m.euiu.cn/{first}") == first


@pytest.mark.parametrize(
    "page",
    [
        "list.php",
        "list.php?page=2",
        "list.php?classid=9&orderby=hits",
        "list.php?classid=9&date=20250319",
        "list.php?classid=9&print=1",
        "list.php?classid=9&keyword=a",
        "list.php?classid=时 政",
        "search.php?classid=9",
        "tag.php?id=7",
        "show.php?id=7",
        "e/member/list/?classid=3",
        "index.php?a=login&c=index&catid=6&m=content",
        "calendar.php?catid=9",
        "list.xml?classid=9",
        "?s=a&cat=9",
        "epaper/2025-03/19/node_123.htm",
        "news/list/szxw",
        "news/list/11?orderby=hits",
        "list_9.html",
        "newslist_9.html",
        "news/9.html",
        "news_9.html",
        "tag/9.html",
        "list/tag/9.html",
        "playlist/9.html",
        "user/9.html",
        "print_9.html",
        "download/9.html",
        "download/list/9.html",
        "download/list-9-1.html",
        "list/12345.html",
        "202503/list/9.html",
        "20250319/class_9.html",
        ARTICLE.removeprefix("https://m.euiu.cn/"),
    ],
)
def test_no_program_is_a_listing_that_selects_anything_else_than_a_channel(page: str) -> None:
    assert not is_numbered_listing_url(f"https://m.euiu.cn/{page}")


def test_pages_of_a_listing_are_counted_from_0() -> None:
    channel = "https://m.euiu.cn/xwzx/szxw/index_3.shtml"
    assert channel_url(channel) == "https://m.euiu.cn/xwzx/szxw/"
    assert channel_path(channel) == "xwzx/szxw"
    assert [listing_page_number(url) for url in (channel, channel_url(channel), ARTICLE)] == [
        3,
        0,
        None,
    ]


@pytest.mark.parametrize(
    ("page", "number"),
    [
        ("list-7.html", 7),
        ("7.html", 7),
        *((f"news_7.{end}", 7) for end in ("shtml", "htm", "jsp", "jspx", "asp", "aspx", "php")),
        ("page/7/", 7),
        ("p/7", 7),
        *((f"list.do?{name}=7", 7) for name in ("p", "pg", "pn", "page", "pageNo", "page_num")),
        *((f"list.do?{name}=7", 7) for name in ("curPage", "current_page", "pageIndex", "page_id")),
        *((f"list.do?{name}=7", 7) for name in ("pageNumber", "cur_p")),
        ("list.do?id=7", 0),
        ("list.do?order=7", None),
        ("list.do?page=12345", None),
        ("news_7.pdf", None),
    ],
)
def test_a_page_of_a_listing_is_told_by_its_number(page: str, number: int | None) -> None:
    assert listing_page_number(f"https://m.euiu.cn/xwzx/szxw/{page}") == number


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("/a/", "https://m.euiu.cn/a/"),
        ("b/#top", "https://m.euiu.cn/xwzx/b/"),
        ("http://m.euiu.cn/xwzx/", "http://m.euiu.cn/xwzx/"),
        ("https://www.ts.cn/a/", "https://m.euiu.cn/a/"),
        ("https://other.example/", None),
        ("http://[broken/", None),
    ],
)
def test_redirects_are_followed_on_the_crawled_host(location: str, expected: str | None) -> None:
    assert redirect_target("https://m.euiu.cn/xwzx/", location, "https://m.euiu.cn") == expected


def test_the_family_of_a_host_is_one_site() -> None:
    assert same_site("http://www.euiu.cn/a", "https://m.euiu.cn/")
    assert not same_site("http://www.euiu.cn:8080/a", "https://m.euiu.cn/")
    assert not same_site("https://euiu.cn.evil.example/", "https://m.euiu.cn/")
    assert not same_site("ftp://m.euiu.cn/", "https://m.euiu.cn/")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://www.euiu.cn/a/#x", "https://m.euiu.cn/a/"),
        ("https://www.ts.cn/a/?b=1", "https://m.euiu.cn/a/?b=1"),
        ("https://weibo.example/a/", None),
        ("mailto:397469069@qq.com", None),
        ("https://[broken/", None),
    ],
)
def test_links_to_the_sites_other_hosts_lead_to_the_crawled_one(
    url: str, expected: str | None
) -> None:
    assert on_host_of(url, "https://m.euiu.cn/xwzx/") == expected


def test_links_to_the_mirror_lead_to_a_copy_of_it_that_is_crawled() -> None:
    assert on_host_of("https://m.euiu.cn/a/", "http://127.0.0.1:8/") == "http://127.0.0.1:8/a/"
