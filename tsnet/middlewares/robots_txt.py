"""Scrapy's reading of robots.txt, where the host fails to give one.

Scrapy reads the error page that comes with a status of 5xx as it reads any robots.txt, and finds
nothing in it that is forbidden.
"""

from __future__ import annotations

import logging

from scrapy import Request
from scrapy.http import Response

logger = logging.getLogger(__name__)

FORBIDS_ALL = b"User-agent: *\nDisallow: /\n"
"""A robots.txt that forbids everything to everyone."""


class ForbiddenByServerError:
    """Takes a robots.txt that the host could not give for one that forbids everything.

    A crawler must assume that (RFC 9309, 2.3.1.4). A status of 4xx says that there is none. Where
    nothing answers at all Scrapy goes on, and fails on the pages themselves.
    """

    def process_response(self, request: Request, response: Response) -> Response:
        """The response; for robots.txt with a status of 5xx, after all retries, another one."""
        # Nothing else is asked for with this; wherever redirects led, it is still robots.txt.
        is_robots_txt = request.meta.get("dont_obey_robotstxt", False)
        if response.status < 500 or not is_robots_txt:
            return response
        logger.warning(
            "robots.txt at %s was answered with status %d: all counts as forbidden in this run",
            request.url,
            response.status,
        )
        return response.replace(status=200, body=FORBIDS_ALL)
