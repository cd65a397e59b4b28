"""A small real HTTP server on loopback: it answers as a test tells it, and remembers."""

import json
import struct
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import SO_LINGER, SOL_SOCKET
from typing import Any
from urllib.parse import parse_qsl, urlsplit


@dataclass(frozen=True)
class Question:
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]


@dataclass(frozen=True)
class Reply:
    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    fault: str = ""  # reset: break off within the body; slow: a byte at a time


Answer = Callable[[Question], Reply]


def as_json(said: Any, status: int = 200) -> Reply:
    body = said if isinstance(said, str) else json.dumps(said)
    return Reply(body.encode(), status, {"Content-Type": "application/json"})


@dataclass
class Replay:
    """What a test sees of the server."""

    address: str
    questions: list[Question] = field(default_factory=list)
    first: list[Reply | None] = field(default_factory=list)  # in place of the next answers

    @property
    def asked(self) -> list[Mapping[str, str]]:
        return [question.query for question in self.questions]


@contextmanager
def replay(answer: Answer) -> Iterator[Replay]:
    """A server that gives `answer` to every question, but for the replies in `first`."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    peer = Replay(f"http://127.0.0.1:{server.server_port}")

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: object) -> None:
            pass

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            query = dict(parse_qsl(parts.query, keep_blank_values=True))
            question = Question(parts.path, query, dict(self.headers))
            peer.questions.append(question)
            instead = peer.first.pop(0) if peer.first else None
            send(self, instead or answer(question))

    server.RequestHandlerClass = Handler
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield peer
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def send(handler: BaseHTTPRequestHandler, reply: Reply) -> None:
    handler.close_connection = True
    handler.send_response(reply.status)
    for name, value in {"Connection": "close", **reply.headers}.items():
        handler.send_header(name, value)
    handler.send_header("Content-Length", str(len(reply.body) + (reply.fault == "reset")))
    handler.end_headers()
    if reply.fault == "slow":
        for byte in reply.body[:100]:
            handler.wfile.write(bytes([byte]))
            handler.wfile.flush()
            time.sleep(0.1)
        return
    handler.wfile.write(reply.body)
    if reply.fault == "reset":
        handler.wfile.flush()
        handler.connection.setsockopt(SOL_SOCKET, SO_LINGER, struct.pack("ii", 1, 0))
