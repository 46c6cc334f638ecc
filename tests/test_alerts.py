"""Word of a failed run: what is sent, and what is said when it cannot be."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator

import pytest

from tests.conftest import Webhook
from tsnet.alerts import AlertError, Alerts

RUN = {"_id": "nightly-7", "failure": "check coverage failed"}


@pytest.fixture
def mail_server() -> Iterator[tuple[int, list[str]]]:
    """A mail server that takes one message."""
    lines: list[str] = []

    def serve(listener: socket.socket) -> None:
        connection, _ = listener.accept()
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
                else:
                    reply = b"221 bye\r\n" if line.upper() == "QUIT" else b"250 ok\r\n"
                if reply:
                    stream.write(reply)
                    stream.flush()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve, args=(listener,), daemon=True)
        thread.start()
        yield listener.getsockname()[1], lines


def test_a_webhook_is_sent_the_text_and_the_run(
    webhook: Webhook,
) -> None:
    Alerts(webhook=webhook.url).send("tianshan: 标题少了", RUN)
    assert webhook.messages() == [{"text": "tianshan: 标题少了", "run": RUN}]


def test_a_mail_is_sent_to_every_address(mail_server: tuple[int, list[str]]) -> None:
    port, lines = mail_server
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
