"""Word of a failed run: what is sent, and what is said when it cannot be."""

from __future__ import annotations

import json
import socket
import ssl
import threading
from base64 import b64encode
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime, timedelta, timezone
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.conftest import Webhook
from tests.loopback import free_port, refusing
from tsnet.alerts import AlertError, Alerts

RUN = {"_id": "nightly-7", "failure": "check coverage failed"}


class Mailbox:
    """What a mail server was sent, and by whom."""

    def __init__(self, refused: str | None) -> None:
        self._refused = refused
        self.messages: list[EmailMessage] = []
        self.logins: list[tuple[bytes, bytes]] = []

    async def handle_RCPT(
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: Any
    ) -> str:
        if address == self._refused:
            return "550 nobody of that name"
        envelope.rcpt_tos.append(address)
        return "250 taken"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:
        assert isinstance(envelope.content, bytes)
        self.messages.append(message_from_bytes(envelope.content, policy=default))
        return "250 taken"

    def login(self, _server: Any, _session: Any, _envelope: Any, _how: str, who: Any) -> AuthResult:
        self.logins.append((who.login, who.password))
        return AuthResult(success=True)


@contextmanager
def mail_server(
    tls: ssl.SSLContext | None = None, starttls: ssl.SSLContext | None = None, refused: str = ""
) -> Iterator[tuple[int, Mailbox]]:
    """A mail server, encrypted from the start by ``tls``, or when asked by ``starttls``.

    Its port, and what it was sent. It takes nothing for the address ``refused``, and, where it has
    STARTTLS, a name and password only behind that.
    """
    mailbox = Mailbox(refused)
    server = Controller(
        mailbox,
        hostname="127.0.0.1",
        port=free_port(),
        ssl_context=tls,
        tls_context=starttls,
        authenticator=mailbox.login,
        auth_require_tls=starttls is not None,
    )
    server.start()
    try:
        yield server.port, mailbox
    finally:
        server.stop()


def own_certificate(file: Path, host: str) -> Path:
    """A certificate for ``host`` that is signed by its own key, and that key, in ``file``."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
    now = datetime.now(timezone.utc)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    encoded = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8)
    private = key.private_bytes(*encoded, serialization.NoEncryption())
    file.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
    return file


def test_a_webhook_is_sent_the_text_and_the_run(
    webhook: Webhook,
) -> None:
    Alerts(webhook=webhook.url).send("tianshan: 标题少了", RUN)
    assert webhook.messages() == [{"text": "tianshan: 标题少了", "run": RUN}]


def test_a_mail_is_sent_to_every_address() -> None:
    with mail_server() as (port, mailbox):
        alerts = Alerts.from_settings(
            {
                "TSNET_ALERT_MAIL": "one@example.org, two@example.org",
                "TSNET_ALERT_SMTP": f"smtp://127.0.0.1:{port}",
                "TSNET_CONTACT": "press@example.org",
            }
        )
        alerts.send("tianshan: check coverage failed: 标题少了", RUN)
    (message,) = mailbox.messages
    assert message["To"] == "one@example.org, two@example.org"
    assert message["From"] == "press@example.org"
    assert message["Subject"] == "tianshan: check coverage failed: 标题少了"
    assert json.loads(message.get_content()) == {
        "text": "tianshan: check coverage failed: 标题少了",
        "run": RUN,
    }


def test_who_is_not_reached_by_mail_is_named_though_others_are() -> None:
    with mail_server(refused="two@example.org") as (port, mailbox):
        to = ("one@example.org", "two@example.org")
        # An address of a page is none that a mail can come from.
        alerts = Alerts(
            mail_to=to, smtp=f"smtp://127.0.0.1:{port}", sender="https://example.org/@press"
        )
        with pytest.raises(AlertError, match=r"two@example\.org.*nobody of that name") as error:
            alerts.send("text", RUN)
    assert "one@example.org" not in str(error.value)
    (message,) = mailbox.messages
    assert message["From"] == "one@example.org"


def test_a_webhook_is_sent_the_user_and_password_of_its_address(webhook: Webhook) -> None:
    Alerts(webhook=webhook.url.replace("://", "://user:se%2Fcret@") + "/路").send("text", RUN)
    (request,) = webhook.requests
    assert request.headers["authorization"] == "Basic " + b64encode(b"user:se/cret").decode()
    assert request.path == "/%E8%B7%AF"


def test_a_webhook_that_answers_nonsense_is_an_error_like_any_other() -> None:
    def serve(listener: socket.socket) -> None:
        connection, _ = listener.accept()
        with connection:
            connection.recv(65536)
            connection.sendall(b"good morning")
            connection.shutdown(socket.SHUT_WR)
            while connection.recv(65536):
                pass  # what is left unread when a socket is closed resets the connection

    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=serve, args=(listener,), daemon=True).start()
        webhook = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        with pytest.raises(AlertError, match=r"TSNET_ALERT_WEBHOOK at 127\.0\.0\.1: good morning"):
            Alerts(webhook=webhook).send("text", RUN)


def encrypted_server(scheme: str, certificate: Path) -> AbstractContextManager[tuple[int, Mailbox]]:
    """A mail server that has ``certificate`` and encrypts as ``scheme`` says."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return mail_server(context) if scheme == "smtps" else mail_server(starttls=context)


@pytest.mark.parametrize("scheme", ["smtp", "smtps"])
def test_a_name_and_password_are_sent_encrypted(
    scheme: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate = own_certificate(tmp_path / "server.pem", "localhost")
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with encrypted_server(scheme, certificate) as (port, mailbox):
        smtp = f"{scheme}://night%40press:se%2Fcret@localhost:{port}"
        Alerts(mail_to=("one@example.org",), smtp=smtp).send("text", RUN)
    assert mailbox.logins == [(b"night@press", b"se/cret")]
    assert len(mailbox.messages) == 1


@pytest.mark.parametrize("scheme", ["smtp", "smtps"])
def test_a_mail_server_whose_certificate_nobody_vouches_for_is_sent_nothing(
    scheme: str, tmp_path: Path
) -> None:
    certificate = own_certificate(tmp_path / "server.pem", "localhost")
    with encrypted_server(scheme, certificate) as (port, mailbox):
        smtp = f"{scheme}://user:secret@localhost:{port}"
        with pytest.raises(AlertError, match="certificate"):
            Alerts(mail_to=("one@example.org",), smtp=smtp).send("text", RUN)
    assert not mailbox.logins
    assert not mailbox.messages


def test_no_password_is_sent_unencrypted() -> None:
    with mail_server() as (port, mailbox):
        smtp = f"smtp://user:secret@127.0.0.1:{port}"
        with pytest.raises(
            AlertError, match=r"127\.0\.0\.1: it has no STARTTLS.*smtps://"
        ) as error:
            Alerts(mail_to=("one@example.org",), smtp=smtp).send("text", RUN)
    assert "secret" not in str(error.value)
    assert not mailbox.logins
    assert not mailbox.messages


def test_what_could_not_be_delivered_is_said_without_the_secret_part_of_the_address(
    webhook: Webhook,
) -> None:
    with pytest.raises(AlertError, match=r"TSNET_ALERT_WEBHOOK at 127\.0\.0\.1"):
        Alerts(webhook=f"{webhook.url}/broken").send("text", RUN)
    with refusing() as port:
        smtp = f"smtp://user:secret@127.0.0.1:{port}"
        with pytest.raises(AlertError) as error:
            Alerts(mail_to=("one@example.org",), smtp=smtp).send("text", RUN)
    assert "secret" not in str(error.value)


def test_nothing_configured_sends_nothing() -> None:
    Alerts.from_settings({}).send("text", RUN)
