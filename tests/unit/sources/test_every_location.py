"""What every way in promises, each held to it against a real peer."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from hereabouts.errors import Location, SourceError
from hereabouts.model.product import Source
from hereabouts.sources import Previous, Received, acquire
from hereabouts.sources.acquisition import LOCATIONS
from tests.peers.openssh import OpenSSH
from tests.peers.postgresql import READER, PostgreSQL
from tests.peers.replay import Reply, as_json, replay

CONTENT = b"code,beds\nE01,3\n"
SECRETS = (READER, "reader%20secret", "PRIVATE KEY", "user_key", "token-of-ours")
Start = Callable[[str], "Way"]


@dataclass(frozen=True)
class Way:
    """A place that has something, and how to ask for what it has not."""

    location: dict[str, str]
    missing: dict[str, str]  # what to change for something that is not there
    kind: str = "csv"
    options: dict[str, str] = field(default_factory=dict)


@pytest.fixture
def web() -> Iterator[str]:
    with replay(
        lambda asked: (
            as_json([{"code": "E01", "beds": 3}])
            if asked.path == "/beds"
            else Reply(CONTENT, 200 if asked.path == "/beds.csv" else 404)
        )
    ) as peer:
        yield peer.address


def at_a_path(request: pytest.FixtureRequest) -> Way:
    tmp_path: Path = request.getfixturevalue("tmp_path")
    (tmp_path / "beds.csv").write_bytes(CONTENT)
    return Way({"path": "beds.csv"}, {"path": "bed.csv"})


def in_a_package(request: pytest.FixtureRequest) -> Way:
    monkeypatch: pytest.MonkeyPatch = request.getfixturevalue("monkeypatch")
    tmp_path: Path = request.getfixturevalue("tmp_path")
    folder = tmp_path / "site" / "conforming_package"
    folder.mkdir(parents=True)
    (folder / "__init__.py").touch()
    (folder / "beds.csv").write_bytes(CONTENT)
    monkeypatch.syspath_prepend(tmp_path / "site")
    return Way({"package": "conforming_package", "file": "beds.csv"}, {"file": "bed.csv"})


def in_a_folder(request: pytest.FixtureRequest) -> Way:
    tmp_path: Path = request.getfixturevalue("tmp_path")
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "beds_1.csv").write_bytes(CONTENT)
    return Way({"folder": "inbox", "match": "beds_*.csv"}, {"match": "staff_*.csv"})


def at_an_address(request: pytest.FixtureRequest) -> Way:
    address = request.getfixturevalue("web")
    return Way(
        {"url": f"{address}/beds.csv?token=token-of-ours"},
        {"url": f"{address}/bed.csv?token=token-of-ours"},
        options={"allow_private_addresses": "true"},
    )


def at_an_api(request: pytest.FixtureRequest) -> Way:
    monkeypatch: pytest.MonkeyPatch = request.getfixturevalue("monkeypatch")
    address = request.getfixturevalue("web")
    monkeypatch.setenv("PLACE_KEY", "token-of-ours")
    return Way(
        {"api": "json", "address": f"{address}/beds"},
        {"address": f"{address}/bed"},
        options={
            "allow_private_addresses": "true",
            "key_env": "PLACE_KEY",
            "key_parameter": "token",
            "retries": "0",
        },
    )


def in_a_database(request: pytest.FixtureRequest) -> Way:
    monkeypatch: pytest.MonkeyPatch = request.getfixturevalue("monkeypatch")
    server: PostgreSQL = request.getfixturevalue("database")
    server.run("create table if not exists conforming as select 'E01' as code, 3 as beds;"
               "grant select on conforming to reader")  # fmt: skip
    monkeypatch.setenv("PLACE_DB", server.uri)
    location = {"database": "postgresql", "connection_env": "PLACE_DB"}
    return Way(location | {"table": "public.conforming"}, {"table": "nothing"}, "parquet")


def on_a_server(request: pytest.FixtureRequest) -> Way:
    monkeypatch: pytest.MonkeyPatch = request.getfixturevalue("monkeypatch")
    server: OpenSSH = request.getfixturevalue("sftp_server")
    monkeypatch.setenv("PLACE_KEY", str(server.key))
    folder = server.files / "conforming"
    folder.mkdir(exist_ok=True)
    (folder / "beds.csv").write_bytes(CONTENT)
    location = {
        "sftp": "127.0.0.1",
        "port": str(server.port),
        "user": server.user,
        "key_file_env": "PLACE_KEY",
        "host_key": server.fingerprint,
        "remote_path": f"{folder}/beds.csv",
    }
    return Way(location, {"remote_path": f"{folder}/bed.csv"})


PLACES: dict[str, Callable[[pytest.FixtureRequest], Way]] = {
    "path": at_a_path,
    "package": in_a_package,
    "folder": in_a_folder,
    "url": at_an_address,
    "api": at_an_api,
    "database": in_a_database,
    "sftp": on_a_server,
}


@pytest.fixture
def start(request: pytest.FixtureRequest) -> Start:
    """Put the content at one kind of place."""
    return lambda name: PLACES[name](request)


@pytest.fixture
def get(tmp_path: Path) -> Callable[..., Received]:
    def get_from(way: Way, *, previous: Previous | None = None) -> Received:
        source = Source(
            kind=way.kind, location=way.location, options=way.options, at=Location("source.yml", 1)
        )
        return acquire(source, root=tmp_path, scratch=tmp_path / "scratch", previous=previous)

    return get_from


def test_every_location_is_held_to_this() -> None:
    assert PLACES.keys() == LOCATIONS.keys()


EVERY = pytest.mark.parametrize("place", sorted(LOCATIONS))


def kept(received: Received, tmp_path: Path) -> Previous:
    held = tmp_path / "kept"
    shutil.copyfile(received.path, held)
    return Previous(
        sha256=received.sha256,
        etag=received.etag,
        last_modified=received.last_modified,
        kept=held,
        origin=received.origin,
    )


@EVERY
def test_the_same_bytes_twice_are_unchanged(
    start: Start, get: Callable[..., Received], tmp_path: Path, place: str
) -> None:
    way = start(place)
    first = get(way)
    assert not first.unchanged
    again = get(way, previous=kept(first, tmp_path))
    assert (again.unchanged, again.sha256, again.size) == (True, first.sha256, first.size)


@EVERY
def test_where_it_came_from_is_said_without_a_secret(
    start: Start, get: Callable[..., Received], place: str
) -> None:
    received = get(start(place))
    said = " ".join([received.origin, received.name, *received.notes])
    assert received.origin
    assert [secret for secret in SECRETS if secret in said] == []


@EVERY
def test_a_limit_of_size_is_held_and_nothing_is_left_behind(
    start: Start, get: Callable[..., Received], tmp_path: Path, place: str
) -> None:
    way = start(place)
    first = get(way)
    enough = replace(way, options=way.options | {"max_bytes": str(first.size * 4)})
    assert get(enough).sha256 == first.sha256
    if first.path.is_relative_to(tmp_path / "scratch"):
        first.path.unlink()
    less = replace(way, options=way.options | {"max_bytes": str(first.size - 1)})
    with pytest.raises(SourceError) as refused:
        get(less)
    assert refused.value.code == "S111"
    assert not list((tmp_path / "scratch").glob("*"))


@EVERY
def test_a_checksum_is_held_to(start: Start, get: Callable[..., Received], place: str) -> None:
    way = start(place)
    sha256 = get(way).sha256
    assert get(replace(way, options=way.options | {"checksum": sha256})).sha256 == sha256
    with pytest.raises(SourceError, match=sha256) as refused:
        get(replace(way, options=way.options | {"checksum": "0" * 64}))
    assert refused.value.code == "S110"


@EVERY
def test_what_is_not_there_is_said_without_a_secret(
    start: Start, get: Callable[..., Received], place: str
) -> None:
    way = start(place)
    with pytest.raises(SourceError) as refused:
        get(replace(way, location=way.location | way.missing))
    assert refused.value.code in {"S101", "S105", "S107", "S185", "S195", "S197", "S201", "S202"}
    assert refused.value.at == Location("source.yml", 1)
    assert [secret for secret in SECRETS if secret in str(refused.value)] == []
