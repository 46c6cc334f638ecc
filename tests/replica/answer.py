"""What the server sends for one request."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Answer:
    """A status, headers and a body; ``behaviour`` says where it is sent otherwise than whole."""

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    behaviour: str = ""
    """Empty, or one of: ``cut`` (half the body, then close), ``reset``, ``reset_midway``,
    ``endless`` (chunked, for ever), ``gigabyte``, ``late`` (after a pause), ``trickle``."""
    etag: str | None = None
    last_modified: str | None = None

    @classmethod
    def html(cls, body: str | bytes, status: int = 200) -> Answer:
        """An HTML answer, text in UTF-8."""
        if isinstance(body, str):
            body = body.encode()
        return cls(status, {"Content-Type": "text/html"}, body)

    @classmethod
    def redirect(cls, location: str, status: int = 302) -> Answer:
        """A redirect."""
        return cls(status, {"Location": location, "Content-Type": "text/html"}, b"")


REASONS = {
    200: "OK",
    301: "Moved Permanently",
    302: "Found",
    304: "Not Modified",
    400: "Bad Request",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
    410: "Gone",
    429: "Too Many Requests",
    500: "Internal Server Error",
    503: "Service Unavailable",
    521: "Web Server Is Down",
}
