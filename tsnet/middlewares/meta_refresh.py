"""Scrapy's redirection by ``<meta http-equiv="refresh">``, for pages that name one.

Scrapy decodes every page to look for it, guessing the encoding where none is declared: a seventh of
the crawling process's time, for pages that the extraction decodes once more.
"""

from __future__ import annotations

from scrapy import Request
from scrapy.downloadermiddlewares.redirect import MetaRefreshMiddleware
from scrapy.http import Response

_FOUND = 302
_HEAD_BYTES = 4 * 4096
"""Scrapy looks at the first 4,096 characters; none has more than four bytes."""


class NamedMetaRefresh(MetaRefreshMiddleware):
    """Looks at the bytes before it has a page decoded."""

    def process_response(  # type: ignore[override]  # Scrapy gives no spider any more
        self, request: Request, response: Response
    ) -> Request | Response:
        """The response, or the request for where it leads.

        For who follows redirects by himself (``handle_httpstatus_list``) the page becomes one.
        """
        if b"refresh" not in response.body[:_HEAD_BYTES].lower():
            return response
        led = super().process_response(request, response)
        if isinstance(led, Request) and _FOUND in request.meta.get("handle_httpstatus_list", ()):
            headers = {**response.headers, "Location": led.url}
            return response.replace(status=_FOUND, headers=headers)
        return led
