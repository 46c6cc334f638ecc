"""Which redirects a crawl follows."""

from __future__ import annotations

import pytest
from scrapy import Request
from scrapy.http import Response

from tsnet.site.contents import NotAnArticle
from tsnet.spiders.redirects import REDIRECTED, check_leads_to_article, followed

SITE = "https://m.euiu.cn"
URL = f"{SITE}/xwzx/szxw/202503/t20250319_1.shtml"
AT_MOST = 5


def redirect(location: str, url: str = URL, times: int = 0) -> Response:
    meta = {"handle_httpstatus_list": [301], **({REDIRECTED: times} if times else {})}
    return Response(url, 301, {"Location": location}, request=Request(url, meta=meta))


def test_a_redirect_within_the_host_is_followed_even_to_what_was_asked_for_before() -> None:
    request = followed(redirect("/news/1.shtml", times=2), SITE, AT_MOST)
    assert request.url == f"{SITE}/news/1.shtml"
    assert request.dont_filter
    assert request.meta == {"handle_httpstatus_list": [301], REDIRECTED: 3}


@pytest.mark.parametrize(
    ("response", "reason", "told"),
    [
        (redirect("https://news.example/1.shtml"), "foreign_redirect", "on another host"),
        (
            redirect("https://news.example/", f"{SITE}/"),
            "foreign_redirect",
            "-a base_url=https://news.example",
        ),
        (redirect(URL), "redirect_loop", "1 redirects"),
        (redirect("/news/1.shtml", times=AT_MOST), "redirect_loop", "6 redirects"),
    ],
)
def test_a_redirect_out_of_the_host_or_without_end_is_refused(
    response: Response, reason: str, told: str
) -> None:
    with pytest.raises(NotAnArticle, match=told) as refused:
        followed(response, SITE, AT_MOST)
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        (f"{SITE}/", "to_front_page"),
        (f"{SITE}/xwzx/szxw/", "not_found_page"),
        (f"{SITE}/plus/list.php?tid=3", "not_found_page"),
    ],
)
def test_an_article_whose_address_leads_to_a_listing_is_none(url: str, reason: str) -> None:
    with pytest.raises(NotAnArticle) as refused:
        check_leads_to_article(url)
    assert refused.value.reason == reason
    check_leads_to_article(URL)
