"""Addresses that lead elsewhere than they seem: private, redirected, or of another name."""

import socket
import ssl
import subprocess
from collections.abc import Callable
from ipaddress import ip_address
from pathlib import Path

import httpx
import pytest

from hereabouts.errors import Location
from hereabouts.model.product import Source
from hereabouts.sources.http.address import private_addresses_allowed
from hereabouts.sources.http.client import guarded_client
from hereabouts.sources.http.public_address import PrivateAddressError, is_public
from tests.peers.hostile_server import CONTENT, Server, download, ok, refusal


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
