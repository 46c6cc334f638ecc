"""Alerts of failed runs: a message to a webhook, or by mail, where one is configured."""

from __future__ import annotations

import json
import smtplib
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import EmailMessage
from http.client import HTTPException
from typing import Any
from urllib.parse import unquote, urlsplit, urlunsplit
from urllib.request import Request, urlopen

from w3lib.http import basic_auth_header
from w3lib.url import safe_url_string

TIMEOUT = 15.0
"""Seconds that a webhook or a mail server has to answer."""


class AlertError(Exception):
    """The message was not delivered; says to whom and why, without passwords."""


@dataclass(frozen=True, slots=True)
class Alerts:
    """Where alerts are sent; nowhere when nothing is configured."""

    webhook: str | None = None
    """Address that takes a POST of JSON: ``text`` for a person, ``run`` the outcome. A user and a
    password in it are sent as HTTP's basic authentication."""
    mail_to: tuple[str, ...] = ()
    """Mail addresses."""
    smtp: str | None = None
    """Mail server: ``smtp://user:password@host:port`` or ``smtps://…``."""
    sender: str = ""
    """Address in From; the first of ``mail_to`` where this is empty, or a web address."""

    @classmethod
    def from_settings(cls, settings: Any) -> Alerts:
        """From TSNET_ALERT_WEBHOOK, TSNET_ALERT_MAIL, TSNET_ALERT_SMTP and TSNET_CONTACT."""
        recipients = settings.get("TSNET_ALERT_MAIL") or ""
        return cls(
            webhook=settings.get("TSNET_ALERT_WEBHOOK") or None,
            mail_to=tuple(one.strip() for one in recipients.split(",") if one.strip()),
            smtp=settings.get("TSNET_ALERT_SMTP") or None,
            sender=settings.get("TSNET_CONTACT") or "",
        )

    def send(self, text: str, run: Mapping[str, Any]) -> None:
        """Send ``text`` and the outcome to every place configured.

        Raises AlertError, after the others were tried, naming those that failed.
        """
        body = json.dumps({"text": text, "run": run}, ensure_ascii=False, default=str, indent=1)
        failed = []
        if self.webhook:
            try:
                _post(self.webhook, body)
            except (OSError, ValueError, HTTPException) as error:
                host = urlsplit(self.webhook).hostname
                failed.append(f"TSNET_ALERT_WEBHOOK at {host}: {error}")
        if self.mail_to and self.smtp:
            try:
                self._mail(text, body)
            except (OSError, smtplib.SMTPException, ValueError) as error:
                failed.append(f"TSNET_ALERT_SMTP at {urlsplit(self.smtp).hostname}: {error}")
        if failed:
            raise AlertError("; ".join(failed))

    def _mail(self, text: str, body: str) -> None:
        server = urlsplit(self.smtp or "")
        message = EmailMessage()
        message["Subject"] = " ".join(text.split())[:150]
        has_address = self.sender and "://" not in self.sender
        message["From"] = self.sender if has_address else self.mail_to[0]
        message["To"] = ", ".join(self.mail_to)
        message.set_content(body)
        address = (server.hostname or "", server.port or 0)
        # smtplib's own context would take any certificate.
        context = ssl.create_default_context()
        with (
            smtplib.SMTP_SSL(*address, timeout=TIMEOUT, context=context)
            if server.scheme == "smtps"
            else smtplib.SMTP(*address, timeout=TIMEOUT)
        ) as connection:
            connection.ehlo()
            encrypted = server.scheme == "smtps"
            if not encrypted and connection.has_extn("starttls"):
                connection.starttls(context=context)
                encrypted = True
            if server.username:
                if not encrypted:
                    raise ValueError("it has no STARTTLS, so no password is sent: use smtps://")
                connection.login(unquote(server.username), unquote(server.password or ""))
            # It complains only when the server takes the message for nobody.
            if refused := connection.send_message(message):
                raise smtplib.SMTPRecipientsRefused(refused)


def _post(url: str, body: str) -> None:
    if urlsplit(url).scheme not in ("http", "https"):
        raise ValueError("must be an http:// or https:// address")
    parts = urlsplit(safe_url_string(url))
    headers = {"Content-Type": "application/json; charset=utf-8"}
    if parts.username:
        # urllib would take them for a part of the host's name.
        known = unquote(parts.username), unquote(parts.password or "")
        headers["Authorization"] = basic_auth_header(*known).decode()
    address = urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
    request = Request(address, body.encode(), headers)
    with urlopen(request, timeout=TIMEOUT):
        pass
