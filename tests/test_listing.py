from __future__ import annotations

from datetime import date, datetime, timezone
from urllib.parse import urljoin

import pytest

from tsnet.extraction import Listing, read_listing
from tsnet.items import FetchedPage
from tsnet.site.listing import MAX_FURTHER, MOST_FRAMES
from tsnet.site.load_more import grows_by_script, says_more, says_what_it_does

URL = "https://m.euiu.cn/xwzx/szxw/index_1.shtml"
BASE = "https://m.euiu.cn/xwzx/szxw/"


def listing(html: str, url: str = URL) -> Listing:
    return read_listing(
        FetchedPage(url, 200, {}, html.encode(), datetime(2026, 1, 1, tzinfo=timezone.utc))
    )


@pytest.mark.parametrize(
    "href",
    [
        "./202503/t20250319_26369128.shtml",
        "202503/t20250319_26369128.shtml",
        "../szxw/202503/t20250319_26369128.shtml",
        "/xwzx/szxw/202503/t20250319_26369128.shtml",
        "//m.euiu.cn/xwzx/szxw/202503/t20250319_26369128.shtml",
        "http://www.euiu.cn/xwzx/szxw/202503/t20250319_26369128.shtml#top",
        "https://www.ts.cn/xwzx/szxw/202503/t20250319_26369128.shtml",
        " /xwzx/szxw/202503/t20250319_26369128_2.shtml\n",
        "\\xwzx\\szxw\\202503\\t20250319_26369128.shtml",
        "//m.euiu.cn/xwzx//./szxw/x/../202503/t20250319_26369128.shtml",
        "/xwzx/szxw/202503/%7420250319_26369128.shtml",
        "202503/t20250319_26369128.shtml;jsessionid=0A1B2C.node1?from=list",
    ],
)
def test_links_of_every_form_lead_to_the_first_page_on_the_crawled_host(href: str) -> None:
    (article,) = listing(f'<li><a href="{href}">伊犁河谷杏花次第开放</a></li>').articles
    assert article.url == BASE + "202503/t20250319_26369128.shtml"
    assert article.title == "伊犁河谷杏花次第开放"
    assert article.published == date(2025, 3, 19)


@pytest.mark.parametrize(
    "html",
    [
        "<li onclick=\"location.href='{}'\">新闻</li>",
        '<li onclick="location.href=&quot;{}&quot;">新闻</li>',
        '<li @click="open(&#39;{}&#39;)">新闻</li>',
        '<a href="javascript:;" onclick="window.open(\'{}\')">新闻</a>',
        "<a href=\"javascript:openNews('{}')\">新闻</a>",
        '<li data-href="{}"><p>新闻</p></li>',
        '<li data-url="{}"><p>新闻</p></li>',
        """<news-list :items='[{{"title": "新闻", "url": "{}"}}]'></news-list>""",
        '<img usemap="#m"><map name="m"><area href="{}" alt="新闻"></map>',
        """<script>document.write('<li><a href="{}">新闻</a></li>');</script>""",
        "<script>var news = [['新闻', '{}', '2025-03-19']];</script>",
        '<noscript><li><a href="{}">新闻</a></li></noscript>',
        '<textarea class="lazy"><li><a href="{}">新闻</a></li></textarea>',
        '<template><a href="{}">新闻</a></template>',
        '<a href="/go.php?id=7&to=%2Fxwzx%2Fszxw%2F{}">新闻</a>',
        '<a href="/go?url=https%3A%2F%2Fwww.ts.cn%2Fxwzx%2Fszxw%2F{}">新闻</a>',
        '<script type="text/xml"><record><![CDATA[<a href="{}">新闻</a>]]></record></script>',
    ],
)
def test_articles_that_a_click_or_a_script_would_show_are_listed(html: str) -> None:
    (article,) = listing(html.format("202503/t20250319_26369128.shtml")).articles
    assert article.url == BASE + "202503/t20250319_26369128.shtml"


def test_articles_are_read_from_a_scripts_state_with_its_slashes_escaped() -> None:
    found = listing(
        '<div id="app"></div><script>window.__DATA__ = {"list": [{"title": "\\u65b0\\u95fb", '
        '"url": "\\/xwzx\\/szxw\\/202503\\/t20250319_26369128.shtml"}]}</script>'
    )
    assert [article.url for article in found.articles] == [BASE + "202503/t20250319_26369128.shtml"]


@pytest.mark.parametrize(
    "href",
    [
        "https://weibo.example/xwzx/szxw/202503/t20250319_26369128.shtml",
        "/go?url=https%3A%2F%2Fweibo.example%2F202503%2Ft20250319_26369128.shtml",
        "javascript:open('t20250319_26369128.shtml')",
        "mailto:397469069@qq.com",
        "#t20250319_26369128.shtml",
        "/images/W020250319.jpg",
        "/about.html",
        "https://[broken/",
        "",
    ],
)
def test_other_links_are_no_articles(href: str) -> None:
    assert listing(f'<a href="{href}">伊犁河谷杏花次第开放</a>').articles == []


@pytest.mark.parametrize(
    "html",
    [
        "<a href={}><h3>伊犁河谷杏花开</h3><p>天山网 2025-03-19 1.2万阅读</p></a>",
        "<a href={}><div><b>19</b>2025年03月</div><div>伊犁河谷杏花开</div><p>春到伊犁。</p></a>",
        "<dt><a href={0}>伊犁河谷杏花开</a></dt><dd><a href={0}>春到伊犁，游人如织。</a></dd>",
        "<a href={}>伊犁河谷<br>杏花开</a>",
    ],
)
def test_the_title_of_a_link_is_not_what_else_stands_in_it(html: str) -> None:
    (article,) = listing(html.format("202503/t20250319_1.shtml")).articles
    assert article.title == "伊犁河谷杏花开"


def test_a_list_that_a_script_keeps_as_xml_is_read_as_if_it_were_shown() -> None:
    kept = "".join(
        f"<record><![CDATA[<li><a href='/art/2025/3/{day}/art_150_2{day}.html'>杏花开</a>"
        f"<span>[2025-03-0{day}]</span></li>]]></record>"
        for day in (9, 8)
    )
    html = f"<script type='text/xml'><datastore>{kept}</datastore></script><p>3月</p>"
    found = listing(html, "https://m.euiu.cn/col/col150/index.html").articles
    assert [(article.url[-9:], article.published) for article in found] == [
        ("0_29.html", date(2025, 3, 9)),
        ("0_28.html", date(2025, 3, 8)),
    ]


def test_a_channel_may_be_a_file_whose_further_pages_are_numbered_down() -> None:
    front = listing(
        "<a href=xwdt.htm>新闻动态</a><a href=kfcg.htm>杏花沟里游人如织农家乐忙</a>"
        "<a href=info/1003/42.htm>杏花开</a>",
        "https://m.euiu.cn/",
    )
    assert [(link.path, link.name) for link in front.channels] == [("xwdt.htm", "新闻动态")]
    flat = listing("<a href=/gn.shtml>国内</a>", "https://m.euiu.cn/").channels
    assert [(link.path, link.name) for link in flat] == [("gn.shtml", "国内")]
    assert [article.url for article in front.articles] == ["https://m.euiu.cn/info/1003/42.htm"]
    pages = "<a href=info/1003/42.htm>杏花开</a><a href=xwdt/2.htm>2</a><a href=xwdt/2.htm>下页</a>"
    pages += "<a href=info/1.htm>3</a>"
    assert len(listing(pages, "https://m.euiu.cn/xwdt.htm").articles) == 1
    assert listing(pages, "https://m.euiu.cn/xwdt.htm").further == ["https://m.euiu.cn/xwdt/2.htm"]
    pages = "<a href=../xwdt.htm>1</a><a href=1.htm>3</a><a href=1.htm>下页</a>"
    assert listing(pages, "https://m.euiu.cn/xwdt/2.htm").further == [
        "https://m.euiu.cn/xwdt/1.htm"
    ]


def test_the_months_of_a_channel_are_its_further_pages_the_latest_first() -> None:
    months = "".join(
        f"<a href=/xwzx/szxw/{month}>{month[4:6]}月</a>"
        for month in ("202412/", "202502/", "202501/index.shtml")
    )
    other = "<a href=/xwzx/jjxw/202501/>1月</a>"
    assert listing(months + other, BASE).further == [
        f"{BASE}202502/",
        f"{BASE}202501/index.shtml",
        f"{BASE}202412/",
    ]
    listed = "<a href=202501/t20250123_26369128.shtml>杏花开</a>"
    assert listing(listed + months, BASE).further == [
        f"{BASE}202501/index.shtml",
        f"{BASE}202412/",
        f"{BASE}202502/",
    ]
    assert listing(months, f"{BASE}202501/").further == [f"{BASE}202412/"]
    assert listing(other, BASE).further == []
    assert listing(f"<a href=index_1.shtml>下一页</a>{months}", BASE).further == [
        f"{BASE}index_1.shtml"
    ]


def test_the_days_of_a_channel_are_its_further_pages_the_latest_first() -> None:
    addresses = ("20250318/", "20250320/", "20250319/index.shtml")
    days = "".join(f"<a href=/xwzx/szxw/{day}>{day[6:8]}日</a>" for day in addresses)
    assert listing(days, BASE).further == [
        f"{BASE}20250320/",
        f"{BASE}20250319/index.shtml",
        f"{BASE}20250318/",
    ]
    listed = "<a href=202503/t20250319_26369128.shtml>杏花开</a>"
    assert listing(listed + days, BASE).further[-1] == f"{BASE}20250320/"
    assert listing(days, f"{BASE}20250319/").further == [f"{BASE}20250318/"]
    parted = "<a href=2025-03/19/>19日</a><a href=2025-03/18/>18日</a>"
    assert listing(parted, BASE).further == [f"{BASE}2025-03/19/", f"{BASE}2025-03/18/"]


def test_an_article_is_listed_once_in_the_pages_order_by_its_longest_title() -> None:
    found = listing(
        '<a href="202503/t20250319_2.shtml"><img src="a.jpg"></a>'
        '<a href="202503/t20250319_1.shtml">一</a><a href="202503/t20250319_2.shtml">二号新闻</a>'
        '<a href="202503/t20250319_3.shtml" title="三号新闻的整个标题">三号新闻的…</a>'
        '<a href="202503/t20250319_4.shtml">四号…</a>'
        '<a href="202503/t20250319_4.shtml">四号新闻</a>'
        '<a href="202503/t20250319_4.shtml">全文</a>'
        '<a href="202503/t20250319_4.shtml">春到伊犁，游人如织。</a>'
        '<a href="202503/t20250319_5.shtml"></a><a href="202503/t20250319_5.shtml">春来了。</a>'
    )
    assert [(article.url[-11:-6], article.title) for article in found.articles] == [
        ("319_2", "二号新闻"),
        ("319_1", "一"),
        ("319_3", "三号新闻的整个标题"),
        ("319_4", "四号新闻"),
        ("319_5", "春来了。"),
    ]


def test_every_address_by_which_a_listing_names_an_article_is_kept_once() -> None:
    path = "xwzx/szxw/202503/t20250319_1.shtml"
    (article,) = listing(
        f'<a href="/{path}">一</a><a href="https://www.ts.cn/{path}">一</a><a href="/{path}">一</a>'
        f"<script>var news = ['/{path};jsessionid=0A']</script>"
    ).articles
    assert article.seen_at == [f"https://m.euiu.cn/{path}", f"https://www.ts.cn/{path}"]


def test_a_numbered_page_outside_the_grammar_takes_the_day_beside_its_link() -> None:
    (article,) = listing(
        '<li><a href="/zt/content_4567890.html">专题报道</a> <span>2025-01-02</span></li>'
    ).articles
    assert article.url == "https://m.euiu.cn/zt/content_4567890.html"
    (undated,) = listing(
        '<p><a href="/zt/content_4567890.html">专题报道</a></p><p>春到伊犁</p><p>2025-01-02</p>'
    ).articles
    assert undated.published is None
    assert article.published == date(2025, 1, 2)


@pytest.mark.parametrize(
    ("html", "url", "further"),
    [
        ('<script>createPageHTML(4, 1, "index", "shtml");</script>', URL, ["index_2", "index_3"]),
        ("<script>createPageHTML(3,0,'index','shtml')</script>", BASE, ["index_1", "index_2"]),
        ('<script>createPageHTML(1, 0, "index", "shtml");</script>', BASE, []),
        (
            "<!-- <script>createPageHTML(1,0,'index','html');</script> --><script>\n"
            "// createPageHTML(9,0,'index','htm');\ncreatePageHTML(2,0,'index','shtml');</script>",
            BASE,
            ["index_1"],
        ),
        (
            "<!-- <script>createPageHTML(1,0,'index','html');</script> --><SCRIPT><!--\n"
            "createPageHTML(2,0,'index','shtml');\n//--></SCRIPT>",
            BASE,
            ["index_1"],
        ),
        (
            "<script>createPageHTML('page_div',4, 1,'index','shtml',40);</script>",
            BASE,
            ["index_2", "index_3", "index_4"],
        ),
        (
            "<script>createPageHTML('page_div',4, 2,'index','shtml',40);</script>",
            f"{BASE}index_2.shtml",
            ["index_3", "index_4"],
        ),
        ('<a href="index_2.shtml">下一页</a>', URL, ["index_2"]),
        ('<a href="/xwzx/szxw/index_1.shtml">下一页 &gt;</a>', BASE, ["index_1"]),
        (
            '<a href="index.shtml">1</a><a href="index_2.shtml">3</a><a href="index_3.shtml">4</a>',
            URL,
            ["index_2", "index_3"],
        ),
        (
            '<script>createPageHTML(4, 1, "index", "shtml");</script>'
            '<a href="index_2.shtml">下一页</a>',
            URL,
            ["index_2", "index_3"],
        ),
        ("<script>createPageHtml(3,0,'index','shtml', 40)</script>", BASE, ["index_1", "index_2"]),
        (
            "<script>createPageHTML('page_div',3, 1,'index','shtml',57);</script>",
            BASE,
            ["index_2", "index_3"],
        ),
        ("<script>createPageHTML('page_div',1, 1,'index','shtml',7);</script>", BASE, []),
        (
            "<script>createPagination({total: 3, current: 0,name: 'index', ext: 'shtml'})</script>",
            BASE,
            ["index_1", "index_2"],
        ),
        (  # whether the second page has the number 1 or 2, nothing tells
            "<script>createPagination({total: 3, current: 1,name: 'index', ext: 'shtml'})</script>",
            BASE,
            ["index_1", "index_2", "index_3"],
        ),
        *(
            (
                "<script>createPagination({total: 4, current: 1,name: 'index', ext: 'shtml'})"
                f"</script><a href=index_{second}.shtml>2</a>",
                BASE,
                [f"index_{number}" for number in range(second, second + 3)],
            )
            for second in (1, 2)
        ),
        (
            "<script>createPagination({total: 4, current: 2,name: 'index', ext: 'shtml'})</script>",
            BASE + "index_1.shtml",
            ["index_2", "index_3"],
        ),
        (
            "<script>createPagination({total: 4, current: 2,name: 'index', ext: 'shtml'})</script>",
            BASE + "index_2.shtml",
            ["index_3", "index_4"],
        ),
        ("<script>createPagination({total: 1, name: 'index', ext: 'shtml'})</script>", BASE, []),
        (
            "<script>createPageHTML1('pages', 3, 0, 'index', 'shtml')</script>",
            BASE,
            ["index_1", "index_2"],
        ),
        (
            "<script>function createPageHTML(_nPageCount, _nCurrIndex, _sPageName, _sPageExt) {}\n"
            'var countPage = 3, currentPage = 0;\ncreatePageHTML(countPage, currentPage, "index", '
            '"shtml");</script>',
            BASE,
            ["index_1", "index_2"],
        ),
        (
            '<div onload="createPageHTML(3, 0, &quot;index&quot;, &quot;shtml&quot;)"></div>',
            BASE,
            ["index_1", "index_2"],
        ),
        (
            "<script>var currentPage = 0;//所在页从0开始\nvar nextPage=currentPage+1\n"
            "var countPage = 3//共多少页\nif(countPage>1) document.write('<a href=index_'+nextPage+"
            "'.shtml>下一页</a>');</script>",
            BASE,
            ["index_1", "index_2"],
        ),
        (
            "<script>var countPage = 3//共多少页\n"
            'document.write("<a href=\\"index"+"_" + nextPage + "."+"shtml\\">");</script>',
            BASE,
            ["index_1", "index_2"],
        ),
        ('<a href="index_2.shtml">下 页</a>', URL, ["index_2"]),
        ('<link rel="next" href="index_2.shtml">', URL, ["index_2"]),
        ("<button onclick=\"location.href='index_2.shtml'\">下一页</button>", URL, ["index_2"]),
        ('<span data-url="index_2.shtml">下一页</span>', URL, ["index_2"]),
        ('<a href="javascript:;" data-href="index_2.shtml">下一页</a>', URL, ["index_2"]),
        (
            "<a href='javascript:void(0)' onclick='location.href=\"index_2.shtml\"'>下一页</a>",
            URL,
            ["index_2"],
        ),
        (
            '<select><option value="index.shtml">1</option>'
            '<option value="index_1.shtml">2</option><option value="index_2.shtml">3</option>',
            BASE,
            ["index_1", "index_2"],
        ),
        (
            "共<b>3</b>页<script>function go(p){location.href = p ? 'index_' + p + '.shtml' : "
            "'index.shtml';}</script><a href='javascript:go(1)'>下一页</a>",
            BASE,
            ["index_1", "index_2"],
        ),
        (
            "<script>var totalPage = 3; for (i = 1; i < totalPage; i++) document.write('<option "
            'value="index"+"_" + i + "."+"shtml">\');</script>',
            BASE,
            ["index_1", "index_2"],
        ),
        ('<a href="index_1.shtml">下一页</a>', URL, []),
        ('<a href="index.shtml">下一页</a>', URL, []),
        ('<a href="../jjxw/index_2.shtml">下一页</a>', URL, []),
        ("<p>没有更多了</p>", URL, []),
    ],
)
def test_further_pages_come_from_the_script_or_the_links(
    html: str, url: str, further: list[str]
) -> None:
    html = f'<a href="202503/t20250319_1.shtml">a</a>{html}'
    assert listing(html, url).further == [f"{BASE}{name}.shtml" for name in further]


@pytest.mark.parametrize(
    "html",
    [
        '<iframe src="list.shtml"></iframe>',
        '<a href="202503/">202503/</a><a href="list.shtml">list.shtml</a>',
        '<frameset><frame src="list.shtml"><frame src="/top.html"></frameset>',
    ],
)
def test_a_listing_that_is_in_a_file_beside_is_a_further_page(html: str) -> None:
    assert listing(html, BASE).further == [f"{BASE}list.shtml"]
    assert listing(html, URL).further == []


@pytest.mark.parametrize(
    ("address", "pages"),
    [
        ("index_{}.html", range(1, 5)),
        ("index_{}.html", range(5)),
        ("list_{}.shtml", range(1, 5)),
        ("list-{}.html", range(1, 5)),
        ("{}.html", range(1, 5)),
        ("news_{}.jsp", range(1, 5)),
        ("?page={}", range(1, 5)),
        ("index.shtml?p={}", range(5)),
        ("index.shtml?pageNo={}&size=6", range(1, 5)),
        ("/xwzx/szxw/page/{}/", range(1, 5)),
        ("/xwzx/szxw/page/{}", range(1, 5)),
        ("/xwzx/szxw/page_{}/", range(1, 5)),
        ("/xwzx/szxw/{}/", range(1, 5)),
        ("list-{}-1.html", range(1, 5)),
        ("list-7-{}.html", range(1, 5)),
        ("news_list_{}.html", range(1, 5)),
        ("node_1234567_{}.htm", range(1, 5)),
        ("/szxw_{}.html", range(1, 5)),
        ("/more/szxw/{}", range(1, 5)),
        ("/list.jsp?channel=12&page={}", range(1, 5)),
        ("/list/{}.html", range(1, 5)),
        ("class_{}.html", range(1, 5)),
        ("?start={}", range(0, 80, 20)),
        ("?from={}&to=2025", range(1, 81, 20)),
        ("index_{:02}.shtml", range(1, 5)),
    ],
)
@pytest.mark.parametrize("at", [0, 1, 2])
def test_numbered_links_lead_on_whatever_form_their_addresses_have(
    address: str, pages: range, at: int
) -> None:
    links = [
        f'<a href="{address.format(number)}">{text}</a>' for text, number in enumerate(pages, 1)
    ]
    own = urljoin(BASE, address.format(pages[at])) if at else BASE
    found = listing("".join(links), own)
    assert found.further == [urljoin(BASE, address.format(n)) for n in pages[at + 1 :]]
    assert not found.channels


def test_further_pages_begin_with_the_one_that_is_called_next() -> None:
    """On the first page, page 1 may be linked by another address than the one it was asked by."""
    html = '<a href="list_1.shtml">首页</a><a href="list_2.shtml">下一页</a><a href="list_9.shtml">'
    assert listing(html, BASE).further[0] == BASE + "list_2.shtml"
    html = '<a href="index_8.shtml">下一页</a><a href="index_9.shtml">上一页</a>'
    assert listing(html, BASE + "index_9.shtml").further[0] == BASE + "index_8.shtml"
    html = '<a href="index_2.shtml">下一页</a><a href="index_3.shtml">3</a>'
    html += '<a href="index_4.shtml">4</a>'
    assert listing(html, BASE).further == [f"{BASE}index_{number}.shtml" for number in (2, 3, 4)]


@pytest.mark.parametrize(
    ("html", "own", "guessed"),
    [
        ("<a href='javascript:go(2)'>下一页</a>", "", "index_1.shtml"),
        ("<form action='?'><button>下一页</button></form>", "index.html", "index_1.html"),
        ("<div class='list pagination' data-count=4></div>", "index_1.shtml", "index_2.shtml"),
        ("<span id=page_nav></span>", "list_3.htm", "list_4.htm"),
        ("<div>共 3 页</div>", "?page=2", "index_3.shtml"),
        (
            "<select onchange='go(this.value)'><option value=0>1/5<option value=1>2/5</select>"
            "<script>function go(n){location.href=n==0?'p.html':'p_'+n+'.html'}</script>",
            "",
            "p_1.html",
        ),
        (
            "<script>var n = Math.ceil(120 / 20); createPageHTML(n, 0, 'list', 'html')</script>",
            "",
            "list_1.html",
        ),
        ("<div class=pagination>共 1 页</div>", "", None),
        ("<div class=page>春到伊犁</div>", "", None),
        ("<div class=pagination><a href=index_1.shtml>2</a></div>", "", None),
        ("<div class=pagination><a href=index_1.shtml>上一页</a></div>", "index_2.shtml", None),
        ("<script>createPageHTML(1, 0, 'index', 'shtml')</script>下一页", "", None),
    ],
)
def test_the_next_page_is_guessed_where_a_pager_does_not_say_where_it_leads(
    html: str, own: str, guessed: str | None
) -> None:
    article = "<a href=202503/t20250319_1.shtml>a</a>"
    found = listing(article + html, BASE + own)
    assert found.guessed == ([BASE + guessed] if guessed is not None else [])
    assert not found.further or not found.guessed
    assert listing(html, BASE + own).guessed == []
    assert listing(article + html, "https://m.euiu.cn/").guessed == []


def test_a_next_page_may_look_like_an_article_outside_the_grammar() -> None:
    html = '<a href="node_1234567_3.htm">下一页</a><a href="202503/t20250319_1.shtml">下一页</a>'
    found = listing(html, BASE + "node_1234567_2.htm")
    assert found.further == [BASE + "node_1234567_3.htm"]
    assert [article.url for article in found.articles] == [BASE + "202503/t20250319_1.shtml"]


@pytest.mark.parametrize("own", ["", "older.html"])
def test_a_next_page_may_have_no_number(own: str) -> None:
    html = '<a href="oldest.html">下一页</a><a href="about.html">关于我们</a>'
    assert listing(html, BASE + own).further == [BASE + "oldest.html"]


@pytest.mark.parametrize(
    "html",
    [
        '<a href="about_1.html">关于我们</a>',
        '<a href="?day=2025-03-01">1</a><a href="?day=2025-03-02">2</a>',
        '<a href="/szxw/2025/1/">1</a><a href="/szxw/2025/2/">2</a>',
        '<a href="/zt/17.html">1</a><a href="/zt/18.html">2</a>',
        '<a href="/zt/a1.html">1</a><a href="/zt/a2.html">2</a><a href="/zt/a4.html">3</a>',
        '<a href="/zt/a2.html">1</a><a href="/zt/a1.html">2</a>',
        '<a href="/zt/a1b1.html">1</a><a href="/zt/a2b2.html">2</a>',
        '<a href="?id=1000001">1</a><a href="?id=1000002">2</a>',
        '<a href="/xwzx/jjxw/index_1.shtml">2</a><a href="/xwzx/jjxw/index_2.shtml">3</a>',
        '<a href="202503/t20250319_1.shtml">3</a>',
        "<p>共3页</p>",
    ],
)
def test_what_only_looks_like_a_pager_leads_to_no_further_page(html: str) -> None:
    assert listing(html, BASE).further == []


def test_the_files_beside_a_page_that_leads_nowhere_else_are_read_on() -> None:
    frames = "<frameset><frame src=menu.html><frame src=main.jsp><frame src=/i/a.gif></frameset>"
    assert listing(frames, BASE).further == [f"{BASE}menu.html", f"{BASE}main.jsp"]
    assert listing(frames + "<a href=/xwzx/jjxw/>经济</a>", BASE).further == []
    assert listing(frames + "<a href=202503/t20250319_1.shtml>a</a>", BASE).further == []
    assert len(listing("<frame src=a{0}.html>" * 9, BASE).further) == 1
    entry = "".join(f"<a href=entry{number}x.html>进入</a>" for number in range(99))
    assert listing(entry, BASE).further == []
    assert len(listing(entry, "https://m.euiu.cn/").further) == MOST_FRAMES


@pytest.mark.parametrize(
    "address",
    ["/list.jsp?channel=szxw&page=2", "/archive/xwzx/szxw/index_1.shtml", "/older.php"],
)
def test_a_next_page_may_be_given_by_a_program_or_an_archive(address: str) -> None:
    found = listing(
        '<a href="/xwzx/jjxw/">下一页</a><a href="/xwzx/whxw/index.shtml?page=3">&gt;</a>'
        f'<a href="{address}">下一页 &gt;</a><a href="/xwzx/shxw/">»</a>',
        BASE,
    )
    assert found.further == [urljoin(BASE, address)]
    paths = [channel.path for channel in found.channels]
    assert paths == ["xwzx/jjxw", "xwzx/whxw", "xwzx/shxw"]


def test_a_next_page_may_differ_in_its_query_alone() -> None:
    html = '<a href="?page=3">下一页</a>'
    assert listing(html, BASE + "?page=2").further == [BASE + "?page=3"]
    assert listing(html, BASE + "?page=3").further == []
    html = '<a href="?start=40">下一页</a>'
    assert listing(html, BASE + "?start=20").further == [BASE + "?start=40"]
    assert listing(html, BASE + "?start=40").further == []
    assert listing('<a href="index.shtml">下一页</a>', BASE + "index_3.shtml").further == []


def test_a_pager_without_end_is_cut() -> None:
    found = listing('<script>createPageHTML(999999, 1, "index", "shtml");</script>')
    assert len(found.further) <= MAX_FURTHER


def test_channels_are_the_other_listings_with_their_names() -> None:
    found = listing(
        '<a href="/">首页</a><a href="/xwzx/jjxw/">经济</a><a href="../shxw/index.shtml">社会</a>'
        '<a href="/xwzx/jjxw/">更多&gt;&gt;</a><a href="/xwzx/whxw/">更多</a>'
        '<a href="/xwzx/szxw/">时政</a><a href="https://weibo.example/xwzx/dzxw/">微博</a>'
        '<a href="/xwzx/kjxw/list.html"><img src="kj.png"></a><a href="/xwzx/kjxw/">科技</a>'
        f'<a href="/xwzx/whxw/index_2.shtml">{"文化" * 30}</a>'
        f'<a href="/xwzx/dzxw/">{"文化" * 31}</a>'
    )
    assert [(one.url, one.path, one.name, one.file) for one in found.channels] == [
        ("https://m.euiu.cn/xwzx/jjxw/", "xwzx/jjxw", "经济", ""),
        ("https://m.euiu.cn/xwzx/shxw/", "xwzx/shxw", "社会", "index.shtml"),
        ("https://m.euiu.cn/xwzx/whxw/", "xwzx/whxw", "文化" * 30, ""),
        ("https://m.euiu.cn/xwzx/kjxw/", "xwzx/kjxw", "科技", "list.html"),
        ("https://m.euiu.cn/xwzx/dzxw/", "xwzx/dzxw", "", ""),
    ]


def test_a_channel_may_be_the_list_of_a_program_but_no_page_of_its_own_pager() -> None:
    html = (
        '<a href="/list.php?classid=1">时政</a><a href="/list.php?page=1&amp;classid=2">经济</a>'
        '<a href="/list.php?classid=2">更多</a><a href="/node_123.htm">社会</a>'
        '<a href="/list.php?classid=1&amp;page=9">尾页</a><a href="/list.php?classid=3">首页</a>'
        '<a href="202503/t20250319_1.shtml">a</a>'
    )
    found = listing(html, "https://m.euiu.cn/")
    assert [(one.url, one.path, one.name, one.file) for one in found.channels] == [
        ("https://m.euiu.cn/list.php?classid=1", "list.php?classid=1", "时政", ""),
        ("https://m.euiu.cn/list.php?classid=2", "list.php?classid=2", "经济", ""),
        ("https://m.euiu.cn/node_123.htm", "node_123.htm", "社会", ""),
    ]
    assert not found.further


@pytest.mark.parametrize(
    ("own", "following"),
    [
        ("list/", "list/2.html"),
        ("list/1.html", "list/2.html"),
        ("list/2.html", "list/3.html"),
        ("list/9.html", "list/9_2.html"),
        ("list/9.html", "list/9/2.html"),
        ("list/9.html", "list/9.html?page=2"),
        ("class_9.html", "class_9_2.html"),
        ("index.php/list/9", "index.php/list/9/p/2.html"),
    ],
)
def test_the_list_of_a_number_is_paged_by_what_its_links_say(own: str, following: str) -> None:
    base = "https://m.euiu.cn/"
    html = "<a href=/list/8.html>地方</a><a href=/xwzx/szxw/202503/t20250319_1.shtml>a</a>"
    found = listing(f"{html}<a href={base}{following}>下一页</a>", base + own)
    assert found.further == [base + following]
    assert [one.url for one in found.channels] == [f"{base}list/8.html"]


@pytest.mark.parametrize("arrow", [">", "›", "→"])
def test_an_arrow_beside_the_name_of_another_list_is_no_next_page(arrow: str) -> None:
    html = f"<a href=/list/8.html>地方</a><a href=/list/8.html>{arrow}</a><a href=/a.html>a</a>"
    found = listing(html, "https://m.euiu.cn/list/9.html")
    assert not found.further
    assert [one.name for one in found.channels] == ["地方"]


@pytest.mark.parametrize("own", ["list/", "list/1.html"])
def test_one_number_may_be_all_of_a_pager_in_a_directory_that_is_called_a_list(own: str) -> None:
    html = "<a href=/xwzx/szxw/202503/t20250319_1.shtml>a</a><a href=/list/2.html>2</a>"
    found = listing(html, f"https://m.euiu.cn/{own}")
    assert found.further == ["https://m.euiu.cn/list/2.html"]
    assert not found.channels


@pytest.mark.parametrize(
    ("own", "guessed"),
    [
        ("list.php?classid=1", "list.php?classid=1&page=1"),
        ("list.php?page=1&classid=1", "list.php?classid=1&page=2"),
    ],
)
def test_the_next_page_of_a_program_is_guessed_by_its_parameter(own: str, guessed: str) -> None:
    html = "<a href=/xwzx/szxw/202503/t20250319_1.shtml>a</a><a href='javascript:go()'>下一页</a>"
    base = "https://m.euiu.cn/"
    assert listing(html, base + own).guessed == [base + guessed]
    assert not listing(html, base + "node_123.htm").guessed


@pytest.mark.parametrize(
    ("html", "name"),
    [
        ('<a href="/xwzx/jjxw">经济</a>', "经济"),
        ('<map><area href="/xwzx/jjxw/" alt="经济"></map>', "经济"),
        ('<a href="/xwzx/jjxw/"><img src="jj.png" alt="经济"></a>', "经济"),
        ('<a href="/xwzx/jjxw/">要闻</a>', "要闻"),
        ('<a href="/xwzx/jjxw/">更多新闻</a>', ""),
        ('<select><option value="/xwzx/jjxw/">经济</option></select>', ""),
        ("<li onclick=\"location.href='/xwzx/jjxw/'\">经济</li>", ""),
        ('<iframe src="/xwzx/jjxw/index.shtml"></iframe>', ""),
    ],
)
def test_channels_are_found_in_menus_maps_and_frames(html: str, name: str) -> None:
    (channel,) = listing(html).channels
    assert (channel.url, channel.name) == ("https://m.euiu.cn/xwzx/jjxw/", name)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<button type='button'><span>查看更多</span></button>", True),
        ('<div onclick="more()">上拉加载更多</div>', True),
        ('<div id="more">加载更多</div>', True),
        ("<button><span>点击加载更多</span></button>", True),
        ('<a href="javascript:;">加载更多新闻</a>', True),
        ('<a class="more" href="javascript:void(0)">查看更多</a>', True),
        ('<a href="#" onclick="more()">更多&gt;&gt;</a>', True),
        ('<a href="#" onclick="more()">更多>></a>', True),
        ('<a href="/xwzx/">更多>></a>', False),
        ('<div class="load-more"><em>更多</em></div>', True),
        ('<p><input type="button" value="加载更多"></p>', True),
        ("<a href='javascript:page(2)'>下一页</a>", True),
        ("<div>下拉加载更多</div>", True),
        ("<span>点击查看更多新闻</span>", True),
        ("<script>window.onscroll = function () { fetch('more.json'); };</script>", True),
        ("<script>new IntersectionObserver(more); function more() { $.get(u); }</script>", True),
        ("<script>window.onscroll = function () { showTop(); };</script>", False),
        ("<script>fetch('/visits');</script>", False),
        ("<p>更多内容请看专题，加载更多耐心。</p>", False),
        ('<a href="/xwzx/">更多</a>', False),
        ('<a href="/xwzx/"><span class="more">查看更多</span></a>', False),
        ("<h3>更多</h3>", False),
        ("<h3>更多</h3><script>a.onclick = function () { b.hidden = 1; }; </script>", False),
        (
            "<p id=m><b>更多</b></p><script>m.addEventListener('click', function () { var s = "
            "document.createElement('script'); s.src = u; document.body.append(s); });</script>",
            True,
        ),
        ("<p>没有更多了</p>", False),
        ("<button aria-label='加载更多'><svg></svg></button>", True),
        ("<input type=button value='加载更多&raquo;'>", True),
        ("<a href='/xwzx/'>要闻</a><p>加载更多</p>", True),
        ("<a onclick='more()'><i data-href='/more/'></i>加载更多</a>", True),
        ("<h3>更多</h3><script>fetch('/visits');</script>", False),
        ("<i class=on>1</i> <i onclick='go(2)'>2</i>", True),
        ("<i>1</i><i>2</i><script>$('i').click(() => $.get(u));</script>", True),
        ("<ul><li>1</li><li>2</li></ul>", False),
        ("<b>更多频道</b><script>$('b').click(() => $.get(u));</script>", False),
        ("<p><b>春到伊犁</b> 更多</p>", False),
        ("<p><input type=button value=''></p>", False),
        ("<a href='list.php?p=1'>1</a><a href='list.php?p=2'>2</a>", False),
    ],
)
def test_a_script_that_gives_more_is_noticed(html: str, expected: bool) -> None:
    assert listing(html).grows_by_script is expected


@pytest.mark.parametrize(
    "text",
    [
        *("加载更多", "载入更早新闻", "显示更多内容", "查看往期", "浏览更多文章", "阅读更多资讯"),
        *(
            "获取更多信息",
            "展开剩余列表",
            "加载其他报道",
            "查看其它动态",
            "加载下一页",
            "载入下一批",
        ),
        *("点击加载", "上拉加载", "继续加载", "请向下滑动加载更多", "点我更多", "轻触更多要闻"),
        *("还有更多图片", "再来一批", "再看几条", "再加载10篇", "再显示一组", "【加载更多】↓"),
        *(
            "Load more",
            "show more news",
            "View More articles",
            "see more stories",
            "加载更多视频 3/10",
        ),
    ],
)
def test_a_control_says_what_it_does(text: str) -> None:
    assert says_what_it_does(text)
    assert grows_by_script(f"<p><b>{text}</b></p>", [])


@pytest.mark.parametrize(
    "text",
    [
        *(
            "更多",
            "更早的报道",
            "往期回顾",
            "往期内容",
            "下一页",
            "后一组",
            "下批",
            "换一批",
            "换一组",
        ),
        *("查看全部", "展开所有新闻", "显示全部数据", "加载所有", "More »", "next", "Next page >"),
    ],
)
def test_a_control_that_merely_says_more_is_one_where_a_script_hears_it(text: str) -> None:
    assert says_more(text)
    assert not says_what_it_does(text)
    assert not grows_by_script(f"<p><b>{text}</b></p>", [])
    for control in ("<button>{}</button>", "<i onclick=a()>{}</i>", "<b class=more>{}</b>"):
        assert grows_by_script(control.format(text), [])
    for heard in ("a.click(b)", "a.tap(b)", "a.onclick = b", "on('click', b)", "on('touchend', b)"):
        asking = f"{heard}; function b() {{ axios.get(u) }}"
        assert grows_by_script(f"<p><b>{text}</b></p>", [asking]), heard


@pytest.mark.parametrize(
    "waits",
    [
        *("new IntersectionObserver(b)", "onscroll = b", "$(a).scroll (b)", "on('scroll', b)"),
        *("on('wheel', b)", "on('mousewheel', b)", "on('touchmove', b)", "on('touchend', b)"),
    ],
)
@pytest.mark.parametrize(
    "asks",
    [
        *(
            "fetch(u)",
            "new XMLHttpRequest()",
            "axios(u)",
            "$.ajax(u)",
            "jQuery.get(u)",
            "$.post(u)",
        ),
        *("$.getJSON(u)", "$.getScript(u)", "d.createElement('script')"),
    ],
)
def test_a_script_that_asks_for_more_when_one_scrolls_is_noticed(waits: str, asks: str) -> None:
    assert grows_by_script("", [f"{waits}; function b() {{ {asks} }}"])
    assert not grows_by_script("", [waits, asks])


def test_a_page_that_leads_nowhere_says_why() -> None:
    challenge = "<title>安全验证</title><p>请输入验证码</p>"
    assert getattr(listing(challenge).excuse, "reason", None) == "challenge"
    assert listing(challenge + '<a href="/xwzx/jjxw/">经济</a>').excuse is None  # a log-in form


def test_hidden_links_are_not_followed() -> None:
    found = listing(
        '<div id="6fatj" style="display: none;"><td id="6fatj"><a id="6fatj" '
        'href="/xwzx/szxw/202503/t20250319_9.shtml">葡京</a></td><p id="6fatj"></p></div>'
        '<p style="display:none"><a href="202503/t20250319_8.shtml">葡京</a></p>'
        '<a href="202503/t20250319_1.shtml">新闻</a>'
    )
    assert [article.title for article in found.articles] == ["新闻"]
