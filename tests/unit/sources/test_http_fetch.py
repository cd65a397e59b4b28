import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from hereabouts.errors import Location, SourceError
from hereabouts.model.product import Source
from hereabouts.sources import Previous, Received, acquire
from hereabouts.sources.http.address import shown

CONTENT = b"area,count\nE01,3\n"
SHA256 = hashlib.sha256(CONTENT).hexdigest()
URL = "https://example.org/open/beds%20(1).csv"
TAGS = {"ETag": '"abc"', "Last-Modified": "Wed, 31 Jan 2024 09:00:00 GMT"}
Answer = Callable[[httpx.Request], httpx.Response]


def download(
    tmp_path: Path, answer: Answer, *, previous: Previous | None = None, **said: str
) -> Received:
    source = Source(
        kind="csv",
        location={"url": said.pop("url", URL)},
        options=said,
        at=Location("source.yml", 1),
    )
    with httpx.Client(transport=httpx.MockTransport(answer)) as client:
        return acquire(
            source, root=tmp_path, scratch=tmp_path / "scratch", previous=previous, client=client
        )


@pytest.fixture
def previous(tmp_path: Path) -> Previous:
    kept = tmp_path / "kept"
    kept.write_bytes(CONTENT)
    return Previous(
        sha256=SHA256,
        etag=TAGS["ETag"],
        last_modified=TAGS["Last-Modified"],
        kept=kept,
        origin=shown(httpx.URL(URL)),
    )


def gives_content(request: httpx.Request) -> httpx.Response:
    return httpx.Response(200, content=CONTENT, headers=TAGS)


def says_unchanged_if_asked(request: httpx.Request) -> httpx.Response:
    if request.headers.get("If-None-Match") == TAGS["ETag"]:
        assert request.headers["If-Modified-Since"] == TAGS["Last-Modified"]
        return httpx.Response(304)
    return gives_content(request)


def test_a_download_is_kept_whole_with_its_tags(tmp_path: Path) -> None:
    received = download(tmp_path, gives_content)
    assert received.path.read_bytes() == CONTENT
    assert received.name == "beds _1_.csv"
    assert (received.sha256, received.size) == (SHA256, len(CONTENT))
    assert (received.etag, received.last_modified) == tuple(TAGS.values())
    assert not received.unchanged
    assert list((tmp_path / "scratch").iterdir()) == [received.path]


def test_a_server_that_says_unchanged_is_believed(tmp_path: Path, previous: Previous) -> None:
    received = download(tmp_path, says_unchanged_if_asked, previous=previous)
    assert received.unchanged
    assert received.path == previous.kept
    assert (received.sha256, received.size) == (SHA256, len(CONTENT))
    assert received.etag == previous.etag


def test_the_same_bytes_sent_again_are_unchanged(tmp_path: Path, previous: Previous) -> None:
    received = download(tmp_path, gives_content, previous=previous)
    assert received.unchanged
    assert received.path != previous.kept


def test_another_address_is_not_asked_about_the_old_file(
    tmp_path: Path, previous: Previous
) -> None:
    received = download(
        tmp_path,
        says_unchanged_if_asked,
        previous=previous,
        url="https://example.org/open/wards.csv",
    )
    assert received.path != previous.kept


def test_a_file_that_is_no_longer_kept_is_fetched_again(tmp_path: Path, previous: Previous) -> None:
    previous.kept.unlink()
    assert download(tmp_path, says_unchanged_if_asked, previous=previous).path.is_file()


def test_unchanged_from_what_we_never_had_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="answered 304"):
        download(tmp_path, lambda _: httpx.Response(304))


def test_a_redirect_is_followed_but_not_to_plain_http(tmp_path: Path) -> None:
    def moved(to: str) -> Answer:
        def answer(request: httpx.Request) -> httpx.Response:
            if "open" in request.url.path:
                return httpx.Response(302, headers={"Location": to})
            return gives_content(request)

        return answer

    assert download(tmp_path, moved("https://cdn.example.org/x.csv")).name == "x.csv"
    with pytest.raises(SourceError, match="not https") as refused:
        download(tmp_path, moved("http://cdn.example.org/x.csv"))
    assert refused.value.code == "S106"
    with pytest.raises(SourceError, match="not https"):
        download(tmp_path, moved("file:///etc/passwd"))


class BreaksOff(httpx.SyncByteStream):
    def __iter__(self) -> Iterator[bytes]:
        yield CONTENT
        raise httpx.RemoteProtocolError("peer closed connection without sending complete message")


def times_out(request: httpx.Request) -> httpx.Response:
    raise httpx.ReadTimeout("slow", request=request)


@pytest.mark.parametrize(
    ("answer", "code", "words"),
    [
        (lambda _: httpx.Response(404), "S107", "answered 404: there is nothing at that address"),
        (lambda _: httpx.Response(503), "S107", "answered 503: the server did not give the file"),
        (times_out, "S108", "did not answer in time"),
        (lambda _: httpx.Response(200, stream=BreaksOff()), "S108", "(RemoteProtocolError)"),
    ],
)
def test_a_download_that_fails_is_said_and_leaves_nothing(
    tmp_path: Path, answer: Answer, code: str, words: str
) -> None:
    with pytest.raises(SourceError) as refused:
        download(tmp_path, answer)
    assert refused.value.code == code
    assert words in str(refused.value)
    assert URL.partition("%")[0] in str(refused.value)
    scratch = tmp_path / "scratch"
    assert not scratch.exists() or list(scratch.iterdir()) == []


def test_a_download_above_the_limit_is_stopped(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="S111"):
        download(tmp_path, gives_content, max_bytes="10")
    assert list((tmp_path / "scratch").iterdir()) == []


def test_a_download_that_is_not_the_one_expected_is_refused(tmp_path: Path) -> None:
    assert download(tmp_path, gives_content, checksum=SHA256).sha256 == SHA256
    with pytest.raises(SourceError, match="S110"):
        download(tmp_path, gives_content, checksum="0" * 64)


def test_a_full_disk_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("hereabouts.sources.http.fetch.mkstemp", full)
    with pytest.raises(SourceError, match="No space left on device") as refused:
        download(tmp_path, gives_content)
    assert refused.value.code == "S109"


@pytest.mark.parametrize(
    "url", ["ftp://example.org/a", "/a.csv", "https://", "https://example.org:port/", ""]
)
def test_only_web_addresses_are_taken(tmp_path: Path, url: str) -> None:
    with pytest.raises(SourceError, match="not an http or https address"):
        download(tmp_path, gives_content, url=url)


def test_an_address_is_shown_without_its_secrets() -> None:
    url = httpx.URL("https://user:pw@example.org:8443/a%20b.csv?year=2024&sig=S3CR3T&api_key=K#x")
    assert shown(url) == "https://example.org:8443/a%20b.csv?year=2024&sig=hidden&api_key=hidden"
