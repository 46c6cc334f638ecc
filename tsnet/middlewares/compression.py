"""Scrapy's decompression, for bodies that must be whole.

Scrapy takes what it can get of a compressed stream that ends early. A mirror that cut off what it
passes on would have the beginning of an article stored as the article.
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
    """Decompresses, and asks again for a stream that is cut or damaged."""

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
        if decoded is response or not response.body:
            return decoded  # a 304 names the encoding of what it does not send
        encoding = encodings[-1].rpartition(b",")[2].strip().lower().decode("latin-1")
        if _is_whole(encoding, response.body, len(decoded.body)):
            return decoded
        spider = self._crawler.spider
        assert spider is not None
        again = get_retry_request(request, spider=spider, reason=f"{encoding} stream cut")
        if again is None:
            raise ResponseDataLossError(f"the {encoding} stream is cut or damaged")
        return again


def _is_whole(encoding: str, stream: bytes, length: int) -> bool:
    """Whether a compressed stream that gave ``length`` bytes is whole."""
    if encoding in ("gzip", "x-gzip"):
        # Its trailer says so, with a check sum; what does not fit is looked at in full.
        return int.from_bytes(stream[-4:], "little") == length or _inflates(stream, _GZIP)
    if encoding == "deflate":
        return _inflates(stream, zlib.MAX_WBITS) or _inflates(stream, -zlib.MAX_WBITS)
    return True  # nothing else is asked for


def _inflates(stream: bytes, wbits: int) -> bool:
    decompressor = zlib.decompressobj(wbits)
    try:
        decompressor.decompress(stream)
    except zlib.error:
        return False
    return decompressor.eof
