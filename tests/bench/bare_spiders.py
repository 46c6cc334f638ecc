"""Spiders that follow the links tsnet follows, and do as little as possible beside it."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from scrapy import Request, Spider
from scrapy.http import Response

ARTICLE = re.compile(rb'href="([^"]*/t20\d{6}_\d+\.s?html)"')
LISTING = re.compile(rb'href="([^"]*/|(?:[^"]*/)?index(?:_\d+)?\.s?html)"')
PAGES = re.compile(rb'createPageHTML\((\d+), 0, "index", "shtml"\)')


class Nothing(Spider):
    """Fetches every page and looks at none but for links in listings, by a pattern."""

    name = "nothing"
    base_url = ""
    further = ""
    """Path of a JSON file: address of an article → addresses of its other pages.

    Told, so that the spider fetches them as tsnet does and need not look for them.
    """

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.pages: dict[str, list[str]] = (
            json.loads(Path(self.further).read_text("utf-8")) if self.further else {}
        )

    async def start(self) -> AsyncIterator[Any]:
        yield Request(f"{self.base_url}/", self.parse)

    def parse(self, response: Response) -> Iterator[Request]:
        """Links of the front page and of listings."""
        for link in dict.fromkeys(LISTING.findall(response.body)):
            yield Request(self.here(response, link), self.parse, priority=10)
        for count in PAGES.findall(response.body):
            for number in range(1, int(count)):
                url = response.urljoin(f"index_{number}.shtml")
                yield Request(url, self.parse, priority=10)
        for link in dict.fromkeys(ARTICLE.findall(response.body)):
            url = self.here(response, link)
            yield Request(url, self.parse_article)
            for other in self.pages.get(url, ()):
                yield Request(other, self.parse_article)

    def here(self, response: Response, link: bytes) -> str:
        """The address of a link on the crawled host: each host of the site has the same paths."""
        return self.base_url + urlsplit(response.urljoin(link.decode())).path

    def parse_article(self, response: Response) -> Any:
        """Nothing."""
        return None


class XPath(Nothing):
    """Takes title and body of each article by XPath, for an item that goes nowhere."""

    name = "xpath"

    def parse_article(self, response: Response) -> Any:
        """One item."""
        return {
            "url": response.url,
            "title": response.xpath("string(//title)").get(),
            "body": "\n".join(response.xpath("//p//text()").getall()),
        }
