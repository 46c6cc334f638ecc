"""Which redirects a crawl follows: those within its host, to what was asked for.

Scrapy's own middleware would drop one to another host, or to an address that was asked for already,
without a word.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from scrapy import Request
from scrapy.http import Response

from tsnet.responses import location_of
from tsnet.site.contents import NotAnArticle
from tsnet.site.urls import (
    channel_path,
    directory_url,
    is_listing_url,
    is_numbered_listing_url,
    listing_page_number,
    redirect_target,
    without_session,
)
from tsnet.spiders.listing_page import FRONT_PAGE, ListingPage

REDIRECTED = "tsnet_redirected"
"""Meta key of a request that redirects led to: how many they were."""


def followed(response: Response, base_url: str, at_most: int) -> Request:
    """The request for where a redirect leads. Raises NotAnArticle for one out of the host.

    ``at_most``: redirects one after the other; for one more it raises NotAnArticle too.
    """
    location = location_of(response) or ""
    url = redirect_target(response.url, location, base_url)
    if url is None:
        detail = f"the address leads to {location}, on another host"
        if response.url == f"{base_url}/":
            scheme, host = urlsplit(response.urljoin(location))[:2]
            detail += f"; to crawl that one: -a base_url={scheme}://{host}"
        raise NotAnArticle("foreign_redirect", detail)
    times = response.meta.get(REDIRECTED, 0) + 1
    # No cookies are kept, so an address that leads to itself does so for ever.
    if url == response.url or times > at_most:
        raise NotAnArticle("redirect_loop", f"{times} redirects, the last to {location}")
    assert response.request is not None
    name = "handle_httpstatus_list"
    return response.request.replace(
        url=url, dont_filter=True, meta={name: response.meta[name], REDIRECTED: times}
    )


def check_leads_to_article(url: str) -> None:
    """Raise NotAnArticle for a listing, to which the address of an article was redirected."""
    if is_listing_url(url) or is_numbered_listing_url(url):
        reason = "not_found_page" if channel_path(url) else "to_front_page"
        raise NotAnArticle(reason, f"the address leads to {url}, which is a listing")


def check_place(response: Response, at: ListingPage) -> None:
    """Raise NotAnArticle for a page that redirects led out of its channel, or back to its start."""
    if REDIRECTED not in response.meta:
        return
    url = without_session(response.url)
    if at.number:
        elsewhere = directory_url(url) != directory_url(at.channel.url)
        elsewhere = elsewhere or listing_page_number(url) == 0
    else:
        # The front page; a channel may have moved to another directory.
        elsewhere = not channel_path(url) and at.channel != FRONT_PAGE
    if elsewhere:
        raise NotAnArticle("not_found_page", f"the address leads to {url}")
