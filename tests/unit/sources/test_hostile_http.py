"""Servers that are slow, lying or hostile: real ones, on this machine."""

import gzip
import socket
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep

import httpx
import pytest

from hereabouts.sources.http.client import TooLargeError, bounded_bytes, guarded_client
from tests.peers.hostile_server import CONTENT, Answer, Server, download, ok, refusal


def drips(connection: socket.socket, request: bytes) -> None:
    """A head at once, then a byte now and then, for ever."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
    while True:
        sleep(0.05)
        connection.sendall(b"a")


def drips_its_head(connection: socket.socket, request: bytes) -> None:
    """A head that never ends."""
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    while True:
        sleep(0.05)
        connection.sendall(b"X-Wait: a\r\n")


def says_nothing(connection: socket.socket, request: bytes) -> None:
    sleep(30)


@pytest.mark.parametrize("slow", [drips, drips_its_head, says_nothing])
def test_a_slow_server_is_given_up_at_the_end_of_the_whole_time(
    tmp_path: Path, serve: Callable[..., Server], slow: Answer
) -> None:
    began = monotonic()
    error = refusal(tmp_path, serve(slow).url(), max_seconds="1")
    assert error.code == "S108"
    assert "in time" in error.problem
    assert monotonic() - began < 5


def test_a_silent_server_is_given_up_before_the_whole_time(serve: Callable[..., Server]) -> None:
    began = monotonic()
    with (
        guarded_client(allow_private=True, seconds=60, idle_seconds=0.3) as client,
        pytest.raises(httpx.ReadTimeout),
    ):
        client.get(serve(says_nothing).url())
    assert monotonic() - began < 5


def test_less_than_was_declared_is_refused(tmp_path: Path, serve: Callable[..., Server]) -> None:
    def short(connection: socket.socket, request: bytes) -> None:
        ok(connection, request, "Content-Length: 1000")
        connection.shutdown(socket.SHUT_RDWR)

    error = refusal(tmp_path, serve(short).url())
    assert (error.code, "RemoteProtocolError" in error.problem) == ("S108", True)


def test_more_than_was_declared_is_refused(tmp_path: Path, serve: Callable[..., Server]) -> None:
    def long(connection: socket.socket, request: bytes) -> None:
        ok(connection, request, "Content-Length: 11")

    error = refusal(tmp_path, serve(long).url())
    assert error.code == "S108"
    assert "more than it declares" in error.problem


def endless(connection: socket.socket, request: bytes) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
    while True:
        connection.sendall(b"E01,3\n" * 10_000)


def test_a_body_without_end_is_stopped_at_the_limit(
    tmp_path: Path, serve: Callable[..., Server]
) -> None:
    assert refusal(tmp_path, serve(endless).url(), max_bytes="1000000").code == "S111"


def test_a_packed_body_is_counted_after_unpacking(
    tmp_path: Path, serve: Callable[..., Server]
) -> None:
    bomb = gzip.compress(b"0" * (64 << 20))
    assert len(bomb) < 100_000

    def packed(connection: socket.socket, request: bytes) -> None:
        ok(connection, request, "Content-Encoding: gzip", f"Content-Length: {len(bomb)}", body=bomb)

    assert refusal(tmp_path, serve(packed).url(), max_bytes="1000000").code == "S111"
    with guarded_client(allow_private=True) as client:
        url = serve(packed).url()
        with client.stream("GET", url) as response, pytest.raises(TooLargeError):
            list(bounded_bytes(response, limit=1_000_000))


@pytest.mark.parametrize("packing", ["br", "zstd", "gzip, gzip", "compress"])
def test_a_packing_that_was_not_asked_for_is_never_unpacked(
    tmp_path: Path, serve: Callable[..., Server], packing: str
) -> None:
    def packed(connection: socket.socket, request: bytes) -> None:
        ok(connection, request, f"Content-Encoding: {packing}", f"Content-Length: {len(CONTENT)}")

    server = serve(packed)
    assert refusal(tmp_path, server.url()).code == "S108"
    assert b"Accept-Encoding: gzip, deflate\r\n" in server.asked[0]


@pytest.mark.parametrize(
    "page",
    [
        b"<!DOCTYPE html><title>Sign in</title>",
        b"\xef\xbb\xbf\n  <HTML lang='en'><body>moved",
        b'<?xml version="1.0"?>\n<!-- a > b -->\n<!doctype HTML PUBLIC "-//W3C//DTD XHTML 1.0">',
    ],
)
def test_a_web_page_is_not_taken_for_a_file(
    tmp_path: Path, serve: Callable[..., Server], page: bytes
) -> None:
    def lies(connection: socket.socket, request: bytes) -> None:
        ok(connection, request, "Content-Type: text/csv", f"Content-Length: {len(page)}", body=page)

    error = refusal(tmp_path, serve(lies).url())
    assert error.code == "S172"
    assert "web page" in error.problem


def test_a_file_that_is_called_a_web_page_is_still_a_file(
    tmp_path: Path, serve: Callable[..., Server]
) -> None:
    def lies(connection: socket.socket, request: bytes) -> None:
        ok(connection, request, "Content-Type: text/html", f"Content-Length: {len(CONTENT)}")

    assert download(tmp_path, serve(lies).url()).path.read_bytes() == CONTENT


def test_a_server_that_says_unchanged_of_what_we_never_had_is_refused(
    tmp_path: Path, serve: Callable[..., Server]
) -> None:
    server = serve(lambda talk, _: talk.sendall(b"HTTP/1.1 304 Not Modified\r\n\r\n"))
    error = refusal(tmp_path, server.url())
    assert (error.code, "304" in error.problem) == ("S107", True)
