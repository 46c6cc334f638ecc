"""Scrapy's decompression, for bodies that must be whole.

Scrapy takes what it can get of a compressed stream that ends early: where a mirror cuts off what it
passes on, the beginning of an article would be stored as the article. And it refuses a page that is
shorter than its host stated, though the page may have its end and only the number be wrong.
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

_TAIL = 8192
"""Bytes of a page in which its end stands: mirrors put boxes below it."""


class WholeBodies(HttpCompressionMiddleware):
    """Decompresses, and asks again for an answer that is cut or damaged.

    Needs DOWNLOAD_FAIL_ON_DATALOSS off, which otherwise fails what has a wrong length.
    """

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
        was_cut = "dataloss" in response.flags
        what = "answer"
        if decoded is response or not response.body:
            # A 304 names the encoding of what it does not send.
            whole = not was_cut or _closes_itself(response.body)
        else:
            encoding = encodings[-1].rpartition(b",")[2].strip().lower().decode("latin-1")
            what = f"{encoding} stream"
            whole = _is_whole(encoding, response.body, len(decoded.body))
        if whole:
            return decoded
        spider = self._crawler.spider
        assert spider is not None
        again = get_retry_request(request, spider=spider, reason=f"{what} cut")
        if again is None:
            raise ResponseDataLossError(f"the {what} is cut or damaged")
        return again


def _closes_itself(page: bytes) -> bool:
    """Whether a page has its end, whatever length the host stated."""
    return b"</html" in page[-_TAIL:].lower()


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
