"""Word of a failed run: what is sent, and what is said when it cannot be."""

from __future__ import annotations

import socket
import ssl
import threading
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.conftest import Webhook
from tsnet.alerts import AlertError, Alerts

RUN = {"_id": "nightly-7", "failure": "check coverage failed"}


@contextmanager
def mail_server(
    tls: ssl.SSLContext | None = None, refused: str | None = None
) -> Iterator[tuple[int, list[str]]]:
    """A mail server that takes one message; its port, and the lines of the message.

    It takes none for the address ``refused``.
    """
    lines: list[str] = []

    def serve(listener: socket.socket) -> None:
        connection, _ = listener.accept()
        if tls is not None:
            try:
                connection = tls.wrap_socket(connection, server_side=True)
            except OSError:  # whoever called does not trust it
                return
        with connection, connection.makefile("rwb") as stream:
            stream.write(b"220 here\r\n")
            stream.flush()
            in_data = False
            for raw in stream:
                line = raw.decode().rstrip("\r\n")
                if in_data:
                    lines.append(line)
                    in_data = line != "."
                    reply = None if in_data else b"250 taken\r\n"
                elif line.upper() == "DATA":
                    in_data, reply = True, b"354 go on\r\n"
                elif refused and refused in line and line.startswith("rcpt"):
                    reply = b"550 nobody of that name\r\n"
                else:
                    reply = b"221 bye\r\n" if line.upper() == "QUIT" else b"250 ok\r\n"
                if reply:
                    stream.write(reply)
                    stream.flush()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve, args=(listener,), daemon=True)
        thread.start()
        yield listener.getsockname()[1], lines


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
    with mail_server() as (port, lines):
        alerts = Alerts.from_settings(
            {
                "TSNET_ALERT_MAIL": "one@example.org, two@example.org",
                "TSNET_ALERT_SMTP": f"smtp://127.0.0.1:{port}",
                "TSNET_CONTACT": "press@example.org",
            }
        )
        alerts.send("tianshan: check coverage failed", RUN)
    assert "To: one@example.org, two@example.org" in lines
    assert "From: press@example.org" in lines
    assert "Subject: tianshan: check coverage failed" in lines
    assert any('"text": "tianshan: check coverage failed"' in line for line in lines)


def test_who_is_not_reached_by_mail_is_named_though_others_are() -> None:
    with mail_server(refused="two@example.org") as (port, lines):
        to = ("one@example.org", "two@example.org")
        # An address of a page is none that a mail can come from.
        alerts = Alerts(
            mail_to=to, smtp=f"smtp://127.0.0.1:{port}", sender="https://example.org/@press"
        )
        with pytest.raises(AlertError, match=r"two@example\.org.*nobody of that name") as error:
            alerts.send("text", RUN)
    assert "one@example.org" not in str(error.value)
    assert "From: one@example.org" in lines


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


def test_a_mail_server_whose_certificate_nobody_vouches_for_is_sent_nothing(
    tmp_path: Path,
) -> None:
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(own_certificate(tmp_path / "server.pem", "localhost"))
    with mail_server(tls) as (port, lines):
        smtp = f"smtps://user:secret@localhost:{port}"
        with pytest.raises(AlertError, match="certificate"):
            Alerts(mail_to=("one@example.org",), smtp=smtp).send("text", RUN)
    assert lines == []


def test_what_could_not_be_delivered_is_said_without_the_secret_part_of_the_address(
    webhook: Webhook,
) -> None:
    with pytest.raises(AlertError, match=r"TSNET_ALERT_WEBHOOK at 127\.0\.0\.1"):
        Alerts(webhook=f"{webhook.url}/broken").send("text", RUN)
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        smtp = f"smtp://user:secret@127.0.0.1:{unused.getsockname()[1]}"
        with pytest.raises(AlertError) as error:
            Alerts(mail_to=("one@example.org",), smtp=smtp).send("text", RUN)
    assert "secret" not in str(error.value)


def test_nothing_configured_sends_nothing() -> None:
    Alerts.from_settings({}).send("text", RUN)
