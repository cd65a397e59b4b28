"""Servers that are slow, lying or hostile: real ones, on this machine."""

import gzip
import socket
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from time import monotonic, sleep

import httpx
import pytest

from hereabouts.errors import Location, SourceError
from hereabouts.model.product import Source
from hereabouts.sources import Received, acquire
from hereabouts.sources.http.address import private_addresses_allowed
from hereabouts.sources.http.client import TooLargeError, bounded_bytes, guarded_client
from hereabouts.sources.http.public_address import PrivateAddressError, is_public

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


def test_a_plain_server_is_downloaded_from(tmp_path: Path, serve: Callable[..., Server]) -> None:
    assert download(tmp_path, serve(ok).url()).path.read_bytes() == CONTENT


@pytest.mark.parametrize(
    ("text", "public"),
    [
        *((one, True) for one in ("8.8.8.8", "151.101.0.81", "2606:4700::1", "::ffff:8.8.8.8")),
        *((one, False) for one in ("127.0.0.1", "127.8.9.1", "0.1.2.3", "10.1.2.3", "::1")),
        *((one, False) for one in ("172.16.0.1", "192.168.1.1", "100.64.0.1", "255.255.255.255")),
        *((one, False) for one in ("169.254.169.254", "100.100.100.200", "168.63.129.16")),
        *((one, False) for one in ("fd00:ec2::254", "fe80::1", "::", "ff02::1", "224.0.0.1")),
        *((one, False) for one in ("::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::")),
        *((one, False) for one in ("64:ff9b:1::a00:1", "2001:0:4136:e378:8000:63bf:80ff:fffe")),
    ],
)
def test_only_addresses_of_the_public_internet_are_public(text: str, public: bool) -> None:
    assert is_public(ip_address(text)) is public


@pytest.mark.parametrize(
    "host", ["localhost", "127.0.0.1", "127.1", "2130706433", "0x7f000001", "[::ffff:127.0.0.1]"]
)
def test_a_private_address_is_refused_and_nobody_is_called(
    tmp_path: Path, serve: Callable[..., Server], monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    monkeypatch.delenv("HEREABOUTS_ALLOW_PRIVATE_ADDRESSES", raising=False)
    server = serve(ok)
    url = f"http://{host}:{server.port}/beds.csv"
    error = refusal(tmp_path, url, allow_private_addresses="false")
    assert error.code == "S170"
    assert "allow_private_addresses: true" in error.do
    assert server.asked == []


def test_private_addresses_are_allowed_by_the_source_or_by_the_machine() -> None:
    def source(**said: str) -> Source:
        return Source(kind="csv", location={}, options=said, at=Location("s.yml", 2))

    assert not private_addresses_allowed(source(), {})
    assert not private_addresses_allowed(source(), {"HEREABOUTS_ALLOW_PRIVATE_ADDRESSES": "0"})
    assert private_addresses_allowed(source(), {"HEREABOUTS_ALLOW_PRIVATE_ADDRESSES": "1"})
    assert private_addresses_allowed(source(allow_private_addresses="True"), {})


def test_a_name_with_one_private_address_among_public_ones_is_refused(
    serve: Callable[..., Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    server = serve(ok)
    answers_with(monkeypatch, [["93.184.215.14", "127.0.0.1"]])
    with guarded_client(allow_private=False) as client, pytest.raises(PrivateAddressError):
        client.get(f"http://open.example:{server.port}/")
    assert server.asked == []


def test_a_name_is_resolved_once_and_what_was_checked_is_called(
    serve: Callable[..., Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    # DNS rebinding: the second answer would lead elsewhere, where nobody listens.
    server = serve(ok)
    asked = answers_with(monkeypatch, [["127.0.0.1"], ["127.0.0.2"]])
    with guarded_client(allow_private=True) as client:
        assert client.get(f"http://open.example:{server.port}/").content == CONTENT
    assert asked == ["open.example"]
    assert b"Host: open.example" in server.asked[0], "the server is still called by its name"


def answers_with(monkeypatch: pytest.MonkeyPatch, answers: list[list[str]]) -> list[str]:
    """Have names resolve to each of the answers in turn; what was asked is listed."""
    real, asked = socket.getaddrinfo, list[str]()

    def resolve(host: str, port: int, *rest: object, **options: object) -> list[object]:
        if host[:1].isdigit():
            return list(real(host, port, *rest, **options))  # type: ignore[arg-type]
        asked.append(host)
        found = answers[len(asked) - 1]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, port)) for each in found]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    return asked


def test_a_public_name_that_redirects_to_a_private_one_is_refused(
    tmp_path: Path, serve: Callable[..., Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = serve(ok)
    front = serve(
        lambda talk, _: talk.sendall(
            b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\n"
            + f"Location: http://inside.example:{inside.port}/secret\r\n\r\n".encode()
        )
    )
    answers_with(monkeypatch, [["127.0.0.1"], ["127.0.0.1"]])
    monkeypatch.setattr(
        "hereabouts.sources.http.public_address.is_public", PretendsPublic(front.port)
    )
    error = refusal(tmp_path, f"http://open.example:{front.port}/", allow_private_addresses="false")
    assert error.code == "S170"
    assert len(front.asked) == 1
    assert inside.asked == []


class PretendsPublic:
    """Takes the first address asked about for a public one, as no test can be on the internet."""

    def __init__(self, _: int) -> None:
        self.times = 0

    def __call__(self, _: object) -> bool:
        self.times += 1
        return self.times == 1


def test_redirects_end(tmp_path: Path, serve: Callable[..., Server]) -> None:
    server = serve(
        lambda talk, _: talk.sendall(
            b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: /again\r\n\r\n"
        )
    )
    assert refusal(tmp_path, server.url()).code == "S171"
    assert len(server.asked) == 6


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tls")
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
            *("-keyout", folder / "pair.key", "-out", folder / "pair.pem"),
            *("-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"),
        ],
        check=True,
        capture_output=True,
    )
    return folder / "pair.pem"


@pytest.mark.parametrize("to", ["http://localhost:{}/x", "ftp://localhost:{}/"])
def test_nobody_is_called_over_plain_http_when_https_redirects_there(
    serve: Callable[..., Server], certificate: Path, to: str
) -> None:
    plain = serve(ok)
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.load_cert_chain(certificate, certificate.with_suffix(".key"))
    where = to.format(plain.port)
    server = serve(
        lambda talk, _: talk.sendall(
            f"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: {where}\r\n\r\n".encode()
        ),
        tls=tls,
    )
    trusted = ssl.create_default_context(cafile=str(certificate))
    with (
        guarded_client(allow_private=True, verify=trusted) as client,
        pytest.raises(httpx.HTTPError),
    ):
        client.get(server.url())
    assert len(server.asked) == 1, "TLS is held to the name, and the connection is to the address"
    assert plain.asked == []


def test_a_certificate_of_another_name_is_refused(
    serve: Callable[..., Server], certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.load_cert_chain(certificate, certificate.with_suffix(".key"))
    server = serve(ok, tls=tls)
    answers_with(monkeypatch, [["127.0.0.1"]])
    trusted = ssl.create_default_context(cafile=str(certificate))
    with (
        guarded_client(allow_private=True, verify=trusted) as client,
        pytest.raises(httpx.ConnectError, match="CERTIFICATE_VERIFY_FAILED"),
    ):
        client.get(f"https://open.example:{server.port}/")
    assert server.asked == []


def test_a_name_and_password_in_an_address_are_refused_unseen(tmp_path: Path) -> None:
    error = refusal(tmp_path, "https://ann:s3cret@example.org/beds.csv")
    assert error.code == "S106"
    assert "s3cret" not in str(error)


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


def test_a_proxy_is_used_and_private_names_are_still_refused(
    tmp_path: Path, serve: Callable[..., Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy = serve(ok)
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{proxy.port}")
    monkeypatch.setenv("no_proxy", "")
    answers_with(monkeypatch, [[], ["10.0.0.1"]])
    url = "http://open.example/beds.csv"
    received = download(tmp_path, url, allow_private_addresses="false")
    assert received.path.read_bytes() == CONTENT
    assert proxy.asked[0].startswith(b"GET http://open.example/beds.csv HTTP/1.1\r\n")
    received.path.unlink()
    assert refusal(tmp_path, url, allow_private_addresses="false").code == "S170"
    assert len(proxy.asked) == 1
