"""What is kept leaves where the request is parsed, byte for byte as in the ordinary way."""

import asyncio
import shutil
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from starlette.types import Receive, Scope, Send
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.server import ServerState

from hereabouts.doors.web.app import FrontDoor
from hereabouts.doors.web.kept_answer import KeptAnswer, keep
from hereabouts.doors.web.kept_protocol import KeptProtocol, split
from hereabouts.doors.web.site_settings import SiteSettings
from hereabouts.model.policy import Audience
from tests.unit.doors.small_release import build_small_release

PAGE = "/r/1/about"
PLAIN = "GET /r/1/about HTTP/1.1\r\nHost: localhost\r\n"
LAST = b"GET /nowhere HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"


class Counted:
    """A site that counts what came to it in the ordinary way."""

    def __init__(self, site: FrontDoor) -> None:
        self.site, self.ordinary = site, 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.ordinary += 1
        await self.site(scope, receive, send)

    def kept(self, path: str, query: str, *, host: bytes) -> KeptAnswer | None:
        return self.site.kept(path, query, host=host)


def site_of(root: Path, **chosen: Any) -> Counted:
    return Counted(FrontDoor(SiteSettings(**{"root": root, "check_seconds": 0.0, **chosen})))


async def talk(app: Any, protocol: type[HttpToolsProtocol], *parts: bytes) -> bytes:
    """Everything that is sent until the connection closes; each part after the one before."""
    config = uvicorn.Config(app, access_log=False, log_level="error")
    state = ServerState()
    state.default_headers = [(b"date", b"Sat, 28 Nov 2026 12:00:00 GMT")]
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: protocol(config, state, {}, _loop=loop), "127.0.0.1", 0
    )
    async with server, asyncio.timeout(30):
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        got = b""
        for part in parts[:-1]:
            writer.write(part)
            got += await reader.read(1)  # an answer has begun
        writer.write(parts[-1])
        got += await reader.read()
        writer.close()
        await writer.wait_closed()
        while state.connections:
            await asyncio.sleep(0)
    return got


def both(app: Any, *parts: bytes) -> tuple[bytes, bytes]:
    """The same words to the ordinary protocol, which fills the memory, and then to ours."""

    async def ask() -> tuple[bytes, bytes]:
        ordinary = await talk(app, HttpToolsProtocol, *parts)
        app.ordinary = 0
        return ordinary, await talk(app, KeptProtocol, *parts)

    return asyncio.run(ask())


AT_ONCE = [
    PLAIN,
    PLAIN + "Accept-Encoding: br, gzip\r\n",
    PLAIN + "Accept-Encoding: gzip\r\n",
    PLAIN + "Accept-Encoding: br;q=0, gzip;q=0\r\n",
    PLAIN + "Connection: keep-alive\r\nUser-Agent: somebody\r\nCookie: a=b\r\n",
    "GET / HTTP/1.1\r\nhost: LOCALHOST:8000\r\n",
    "GET /search?q=exeter HTTP/1.1\r\nHost: 127.0.0.1\r\n",
    "GET /r/1/theme.css#there HTTP/1.1\r\nHost: localhost\r\n",
    "GET http://localhost/r/1/about HTTP/1.1\r\nHost: localhost\r\n",
]
IN_THE_ORDINARY_WAY = [
    PLAIN.replace("GET", "HEAD"),
    PLAIN.replace("GET", "POST") + "Content-Length: 0\r\n",
    PLAIN.replace("HTTP/1.1", "HTTP/1.0") + "Connection: keep-alive\r\n",
    PLAIN.replace("localhost", "elsewhere.example"),
    "GET /r/1/about HTTP/1.1\r\nAccept: */*\r\n",
    PLAIN + "Host: elsewhere.example\r\n",
    PLAIN + "If-None-Match: *\r\n",
    PLAIN + "Range: bytes=0-9\r\n",
    PLAIN + "Expect: 100-continue\r\n",
    PLAIN + "Cookie: a=b; hereabouts_session=c\r\n",
    PLAIN + "Upgrade: h2c\r\nConnection: Upgrade\r\n",
    PLAIN.replace("about", "abou%74"),
    PLAIN.replace("/r/1/about", "//r/1/about"),
    PLAIN.replace("/r/1/about", "/r/9/about"),
    PLAIN.replace("/r/1/about", "/about?unknown=1"),
    PLAIN.replace("/r/1/about", "/sitemap.xml"),
    PLAIN.replace("/r/1/about", "/health"),
    PLAIN.replace("/r/1/about", "/about?" + "q" * 9_000),
]


@pytest.fixture(scope="module")
def app(small_place: Path) -> Counted:
    return site_of(small_place)


@pytest.mark.parametrize("request_head", [*AT_ONCE, *IN_THE_ORDINARY_WAY])
def test_both_ways_send_the_same_bytes(app: Counted, request_head: str) -> None:
    asked = request_head.encode() + b"\r\n"
    ordinary, ours = both(app, asked, LAST)
    assert ours == ordinary
    assert ours.startswith(b"HTTP/1.1 ")
    last = 0 if b"connection: close" in ours.split(b"\r\n\r\n")[0] else 1
    assert app.ordinary == last + (request_head not in AT_ONCE)


def test_a_page_that_is_asked_for_with_escapes_in_its_query_is_the_same(app: Counted) -> None:
    asked = PLAIN.replace("/r/1/about", "/search?q=a%20b%C3%A9&q=%ff").encode() + b"\r\n"
    ordinary, ours = both(app, asked, LAST)
    assert ours == ordinary


def test_answers_to_requests_in_one_breath_keep_their_order(app: Counted) -> None:
    kept = f"{PLAIN}\r\n".encode()
    other = PLAIN.replace("/r/1/about", "/health").encode() + b"\r\n"
    ordinary, ours = both(app, kept + kept + other + kept + other + other + kept + LAST)
    assert ours == ordinary
    assert ours.count(b"HTTP/1.1 ") == 8


def test_a_connection_that_is_to_close_closes_after_its_answer(app: Counted) -> None:
    ordinary, ours = both(app, f"{PLAIN}Connection: close\r\n\r\n".encode())
    assert ours == ordinary
    assert b"connection: close" in ours


def test_a_request_in_pieces_is_answered_once_it_is_whole(app: Counted) -> None:
    kept = f"{PLAIN}\r\n".encode()
    ordinary, ours = both(app, kept + kept[:30], kept[30:], LAST)
    assert ours == ordinary


@pytest.mark.parametrize("path", ["/", "/r/2/about", "/about"])
def test_a_withdrawn_release_is_not_sent(tmp_path: Path, path: str) -> None:
    build_small_release(tmp_path, title="Stays")
    folder = build_small_release(tmp_path, number=2, title="Goes")
    app = site_of(tmp_path)
    asked = f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
    _ordinary, ours = both(app, asked, LAST)
    assert (b"Goes" in ours, app.ordinary) == (True, 1)
    shutil.rmtree(folder)
    ours = asyncio.run(talk(app, KeptProtocol, asked, LAST))
    assert b"Goes" not in ours


def test_nothing_of_an_internal_site_is_sent_from_memory(tmp_path: Path) -> None:
    build_small_release(tmp_path, audience="internal")
    app = site_of(tmp_path, audience=Audience.INTERNAL)
    ordinary, ours = both(app, f"{PLAIN}\r\n".encode(), LAST)
    assert (ours == ordinary, app.ordinary) == (True, 2)


def test_a_header_that_would_begin_another_is_never_written() -> None:
    answer = keep(status=200, headers=[(b"x-odd", b"a\r\nx-more: b")], body=b"words")
    assert set(answer.lines.values()) == {b""}


@pytest.mark.parametrize("url", [b"/a%2fb", b"/\xc3\xa9", b"", b"http://[", b"*"])
def test_an_address_that_must_be_taken_apart_with_care_goes_the_ordinary_way(url: bytes) -> None:
    assert split(url) == ("", "")
