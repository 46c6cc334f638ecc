"""The seen-set in Redis, by the fingerprints that the project's settings ask for."""

from __future__ import annotations

from typing import Any

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy_redis.dupefilter import RFPDupeFilter


class FingerprintFilter(RFPDupeFilter):
    """scrapy-redis's duplicates filter, with ``REQUEST_FINGERPRINTER_CLASS`` heeded.

    scrapy-redis 0.9.1 computes fingerprints of its own (stack facts). The set itself is asked in
    the scheduler's exchange, where a fingerprint and its request are stored in one step; a
    fingerprint alone would keep a request out that was lost.
    """

    def __init__(self, crawler: Crawler, server: Any, key: str):
        super().__init__(server, key)
        self._fingerprinter = crawler.request_fingerprinter

    def request_fingerprint(self, request: Request) -> bytes:
        """The fingerprint of ``request``: 20 bytes with Scrapy's own fingerprinter."""
        return self._fingerprinter.fingerprint(request)
