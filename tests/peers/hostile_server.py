"""A server that answers as a test tells it, and what a download from it ends in."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from hereabouts.errors import Location, SourceError
from hereabouts.model.product import Source
from hereabouts.sources import Received, acquire

CONTENT = b"area,count\nE01,3\n"
Answer = Callable[[socket.socket, bytes], None]


@dataclass
class Server:
    """A server that answers as it is told to, byte for byte."""

    answer: Answer
    tls: ssl.SSLContext | None = None
    asked: list[bytes] = field(default_factory=list)
    listening: socket.socket = field(default_factory=lambda: socket.create_server(("127.0.0.1", 0)))

    @property
    def port(self) -> int:
        return int(self.listening.getsockname()[1])

    def url(self, path: str = "beds.csv") -> str:
        return f"{'https' if self.tls else 'http'}://localhost:{self.port}/{path}"

    def run(self) -> None:
        with suppress(OSError):
            while True:
                threading.Thread(
                    target=self._serve, args=(self.listening.accept()[0],), daemon=True
                ).start()

    def _serve(self, connection: socket.socket) -> None:
        with suppress(OSError):
            talking = self.tls.wrap_socket(connection, server_side=True) if self.tls else connection
            with talking:
                while request := self._request(talking):
                    self.asked.append(request)
                    self.answer(talking, request)

    @staticmethod
    def _request(connection: socket.socket) -> bytes:
        request = b""
        while b"\r\n\r\n" not in request and (block := connection.recv(4096)):
            request += block
        return request


@pytest.fixture
def serve() -> Iterator[Callable[..., Server]]:
    servers: list[Server] = []

    def start(answer: Answer, *, tls: ssl.SSLContext | None = None) -> Server:
        server = Server(answer, tls)
        servers.append(server)
        threading.Thread(target=server.run, daemon=True).start()
        return server

    yield start
    for server in servers:
        server.listening.close()


def ok(connection: socket.socket, request: bytes, *headers: str, body: bytes = CONTENT) -> None:
    said = headers or (f"Content-Length: {len(body)}",)
    head = "".join(f"{line}\r\n" for line in ("HTTP/1.1 200 OK", *said))
    connection.sendall(head.encode() + b"\r\n" + body)


def download(tmp_path: Path, url: str, **said: str) -> Received:
    options = {"allow_private_addresses": "true", **said}
    source = Source(kind="csv", location={"url": url}, options=options, at=Location("s.yml", 2))
    return acquire(source, root=tmp_path, scratch=tmp_path / "scratch", previous=None)


def refusal(tmp_path: Path, url: str, **said: str) -> SourceError:
    with pytest.raises(SourceError) as refused:
        download(tmp_path, url, **said)
    scratch = tmp_path / "scratch"
    assert not scratch.exists() or list(scratch.iterdir()) == [], "something half made is left"
    assert refused.value.do
    assert str(refused.value.at) == "s.yml:2"
    return refused.value
