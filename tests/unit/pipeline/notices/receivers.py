"""A web server and a mail server on loopback that take notices, and a notice."""

import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

from hereabouts.errors import Location
from hereabouts.model.notices import Event, Mail, Webhook
from hereabouts.pipeline.notices.notice import Notice

AT = Location("notices.yml", 1)
NOTICE = Notice(
    id="5f1c",
    event=Event.OVERDUE,
    product="library.membership",
    title="Library membership in Doggerland",
    owner="libraries@example.org",
    place="Doggerland",
    at="2026-03-02T09:30:00+00:00",
    due="2026-03-01T00:00:00+00:00",
    code="",
    to_do="ask for what has not come.",
)


def webhook(url: str, **said: Any) -> Webhook:
    plain = Webhook(
        url=url, url_env="", secret_env="", allow_private=True, events=tuple(Event), at=AT
    )
    return replace(plain, **said)


def mail(port: int, **said: Any) -> Mail:
    plain = Mail(
        host="localhost",
        port=port,
        is_encrypted_at_once=False,
        user_env="",
        password_env="",
        sender="data@example.org",
        to=(),
        events=tuple(Event),
        at=AT,
    )
    return replace(plain, **said)


@dataclass
class Receiver:
    """What a web server was sent, and the statuses that it answers with, the last one for ever."""

    url: str = ""
    statuses: list[int] = field(default_factory=lambda: [204])
    got: list[tuple[Mapping[str, str], bytes]] = field(default_factory=list)

    def answer(self) -> int:
        return self.statuses.pop(0) if len(self.statuses) > 1 else self.statuses[0]


@contextmanager
def receiving() -> Iterator[Receiver]:
    """A web server on loopback."""
    receiver = Receiver()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            receiver.got.append((dict(self.headers), body))
            self.send_response(receiver.answer())
            self.send_header("Location", receiver.url + "/elsewhere")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_args: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        receiver.url = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield receiver
        finally:
            server.shutdown()
            thread.join()


def make_certificate(folder: Path) -> Path:
    """A certificate for localhost that signs itself, with its key beside it as `.key`."""
    path = folder / "localhost.pem"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
            *("-keyout", str(path.with_suffix(".key")), "-out", str(path)),
            *("-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"),
        ],
        check=True,
        capture_output=True,
    )
    return path
