"""Access control, and the security headers of every answer. Knows nothing of articles."""

from __future__ import annotations

import asyncio
import base64
import binascii
import hmac
import ipaddress
import re

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MIN_PASSWORD = 8
"""Characters of a password, at least."""
WRONG_PASSWORD_DELAY = 0.5
"""Seconds before a wrong password is answered: guessing is slow, a mistyped one is not."""

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)
"""Content-Security-Policy: nothing from elsewhere, nothing inline, no frame around it."""

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Not no-referrer: history then hides from a page where its reader came from, its own pages too.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "X-Robots-Tag": "noindex, nofollow",
}
"""Headers of every answer."""

_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[^:/@\s]+)(:\d{1,5})?", re.IGNORECASE)


def is_loopback(host: str) -> bool:
    """Whether ``host`` (a name or an address) stands for this machine alone."""
    name = host.strip("[]").lower()
    if name == "localhost":
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


class Guard:
    """ASGI middleware: only reading, only with the password, security headers on every answer."""

    def __init__(self, app: ASGIApp, *, password: str | None, loopback: bool):
        """``password``: None: everybody may read.

        ``loopback``: the server listens on this machine alone, so a request for any other host
        comes from a page that had its own name pointed here (DNS rebinding).
        """
        self._app = app
        self._password = password.encode() if password else None
        self._loopback = loopback

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or pass on to the app."""
        if scope["type"] != "http":
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        refusal = await self._refusal(scope["method"], Headers(scope=scope))
        await (refusal or self._app)(scope, receive, send_guarded)

    async def _refusal(self, method: str, headers: Headers) -> PlainTextResponse | None:
        if method not in ("GET", "HEAD"):
            return PlainTextResponse("only GET\n", 405, {"Allow": "GET, HEAD"})
        if self._loopback and not self._names_loopback(headers.get("host", "")):
            return PlainTextResponse("this server answers for 127.0.0.1 and localhost only\n", 421)
        if self._password is not None and not self._knows_password(headers):
            if "authorization" in headers:
                await asyncio.sleep(WRONG_PASSWORD_DELAY)
            challenge = 'Basic realm="tsnet", charset="UTF-8"'
            return PlainTextResponse("a password is needed\n", 401, {"WWW-Authenticate": challenge})
        return None

    @staticmethod
    def _names_loopback(host: str) -> bool:
        named = _HOST.fullmatch(host)
        return named is not None and is_loopback(named[1])

    def _knows_password(self, headers: Headers) -> bool:
        scheme, _, encoded = headers.get("authorization", "").partition(" ")
        if scheme.lower() != "basic" or self._password is None:
            return False
        try:
            pair = base64.b64decode(encoded.strip(), validate=True)
        except (binascii.Error, ValueError):
            return False
        # Whatever the user name: one password is all there is.
        return hmac.compare_digest(pair.partition(b":")[2], self._password)
