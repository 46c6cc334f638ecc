"""Scrapy's reading of robots.txt, where it would overlook what the host says or fails to say.

Scrapy reads the error page that comes with a status of 5xx as it reads any robots.txt, and finds
nothing in it that is forbidden. Where no answer comes at all it goes on as if there were none. And
of a file that begins with a byte order mark it does not know the first line, nor its rules.
"""

from __future__ import annotations

import codecs
import logging

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.http.response.text import TextResponse

from tsnet.responses import said_by

logger = logging.getLogger(__name__)

FORBIDS_ALL = b"User-agent: *\nDisallow: /\n"
"""A robots.txt that forbids everything to everyone."""


class RobotsTxtAnswers:
    """Hands Scrapy a robots.txt that it reads as the host means it.

    One that the host could not give forbids everything: a crawler must assume that for errors of
    the server and of the network (RFC 9309, 2.3.1.4). A status of 4xx says that there is none. The
    stat ``tsnet/robots_txt/failure`` says what went wrong.
    """

    def __init__(self, crawler: Crawler):
        self._stats = crawler.stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> RobotsTxtAnswers:
        """Made for ``crawler``."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Let a robots.txt that is cut off fail: the rules that are missing are not known.

        It is asked for uncompressed, since that a compressed one is cut would be noticed only
        after ``process_exception`` had its turn.
        """
        if _is_robots_txt(request):
            request.meta["download_fail_on_dataloss"] = True
            request.headers["Accept-Encoding"] = "identity"

    def process_response(self, request: Request, response: Response) -> Response:
        """The response; a robots.txt without its byte order mark, or one for a status of 5xx."""
        if not _is_robots_txt(request):
            return response
        if response.status < 500:
            return response.replace(body=response.body.removeprefix(codecs.BOM_UTF8))
        self._tell(request, f"was answered with status {response.status}")
        return response.replace(status=200, body=FORBIDS_ALL)

    def process_exception(self, request: Request, exception: Exception) -> Response | None:
        """What stands for a robots.txt that no retry brought; None for any other request."""
        # What the crawl itself refused (a redirect to another host) says nothing of the host.
        if isinstance(exception, IgnoreRequest) or not _is_robots_txt(request):
            return None
        self._tell(request, f"could not be fetched ({said_by(exception)})")
        return TextResponse(request.url, body=FORBIDS_ALL, request=request)

    def _tell(self, request: Request, what: str) -> None:
        failure = f"robots.txt at {request.url} {what}"
        logger.warning("%s: all counts as forbidden in this run", failure)
        self._stats.set_value("tsnet/robots_txt/failure", failure)


def _is_robots_txt(request: Request) -> bool:
    # Nothing else is asked for with this; wherever redirects led, it is still robots.txt.
    return bool(request.meta.get("dont_obey_robotstxt"))
