"""Scrapy's decompression, for bodies that must be whole.

Scrapy takes what it can get of a gzip stream that ends early. A mirror that cut off what it passes
on would have the beginning of an article stored as the article.
"""

from __future__ import annotations

import zlib

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.httpcompression import HttpCompressionMiddleware
from scrapy.downloadermiddlewares.retry import get_retry_request
from scrapy.exceptions import ResponseDataLossError
from scrapy.http import Response

_GZIP = 16 + zlib.MAX_WBITS
"""``wbits`` of a stream with gzip's header and trailer."""


class WholeBodies(HttpCompressionMiddleware):
    """Decompresses, and asks again for a gzip stream that is cut or damaged."""

    def __init__(self, *, crawler: Crawler):
        super().__init__(crawler=crawler)
        self._crawler = crawler

    def process_response(  # type: ignore[override]  # Scrapy gives no spider any more
        self, request: Request, response: Response
    ) -> Request | Response:
        """The response with its body decompressed, or the request to be made again.

        Raises ResponseDataLossError when the last try was cut as well.
        """
        encodings = response.headers.getlist("Content-Encoding")
        decoded = super().process_response(request, response)
        if decoded is response or not encodings or b"gzip" not in encodings[-1].lower():
            return decoded
        if _is_whole(response.body, len(decoded.body)):
            return decoded
        spider = self._crawler.spider
        assert spider is not None
        again = get_retry_request(request, spider=spider, reason="gzip stream cut")
        if again is None:
            raise ResponseDataLossError("the gzip stream is cut or damaged")
        return again


def _is_whole(stream: bytes, length: int) -> bool:
    """Whether a gzip stream that gave ``length`` bytes is whole, with its check sum."""
    if int.from_bytes(stream[-4:], "little") == length:
        return True  # its trailer says so; anything else is looked at in full
    decompressor = zlib.decompressobj(_GZIP)
    try:
        decompressor.decompress(stream)
    except zlib.error:
        return False
    return decompressor.eof
