"""A mail server on loopback that takes messages only when they come encrypted."""

import email
import socket
from email.message import Message
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session


class Server:
    """The server, and what it was sent."""

    def __init__(self, **how: Any) -> None:
        self.messages: list[Message] = []
        self.recipients: list[list[str]] = []
        self.answer = "250 OK"
        self.port = _free_port()
        self.controller = Controller(
            self, hostname="127.0.0.1", port=self.port, server_hostname="localhost", **how
        )

    async def handle_DATA(  # noqa: N802  aiosmtpd's name
        self, _server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        assert session.ssl is not None, "it was sent unencrypted"
        assert isinstance(envelope.content, bytes)
        self.messages.append(email.message_from_bytes(envelope.content))
        self.recipients.append(envelope.rcpt_tos)
        return self.answer


def authenticate(_server: object, _session: object, _envelope: object, _how: str, said: Any) -> Any:
    """One name and password are known."""
    known = LoginPassword(login=b"reports", password=b"correct horse")
    return AuthResult(success=said == known, handled=False)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
