import hashlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hereabouts.errors import Location, SourceError
from hereabouts.model.product import Source
from hereabouts.sources import Previous, Received, acquire

CONTENT = b"area,count\nE01,3\n"
SHA256 = hashlib.sha256(CONTENT).hexdigest()
Acquire = Callable[..., Received]


@pytest.fixture
def acquired(tmp_path: Path) -> Acquire:
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "beds.csv").write_bytes(CONTENT)

    def acquire_with(
        location: dict[str, str], *, previous: Previous | None = None, **options: str
    ) -> Received:
        source = Source(
            kind="csv", location=location, options=options, at=Location("source.yml", 1)
        )
        return acquire(source, root=tmp_path, scratch=tmp_path / "scratch", previous=previous)

    return acquire_with


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package `place_data`, of the distribution `place-data-uk` 1.2, that must not be run."""
    site = tmp_path / "site"
    (site / "place_data" / "data").mkdir(parents=True)
    (site / "place_data" / "__init__.py").write_text("raise RuntimeError('it was imported')")
    (site / "place_data" / "data" / "areas.csv").write_bytes(CONTENT)
    (site / "secret.csv").write_bytes(b"x")
    about = site / "place_data_uk-1.2.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: place-data-uk\nVersion: 1.2\n")
    (about / "top_level.txt").write_text("place_data\n")
    monkeypatch.syspath_prepend(site)


def test_a_file_is_hashed_where_it_is(acquired: Acquire, tmp_path: Path) -> None:
    before = datetime.now(UTC)
    received = acquired({"path": "inbox/beds.csv"})
    assert received.path == tmp_path / "inbox" / "beds.csv"
    assert (received.name, received.origin) == ("beds.csv", "inbox/beds.csv")
    assert (received.sha256, received.size) == (SHA256, len(CONTENT))
    assert before <= received.fetched_at <= datetime.now(UTC)
    assert not received.unchanged


@pytest.mark.parametrize(("sha256", "unchanged"), [(SHA256, True), ("0" * 64, False)])
def test_the_same_bytes_are_unchanged(acquired: Acquire, sha256: str, *, unchanged: bool) -> None:
    previous = Previous(sha256=sha256, etag=None, last_modified=None, kept=Path("kept"))
    assert acquired({"path": "inbox/beds.csv"}, previous=previous).unchanged is unchanged


def test_a_file_in_a_package_is_found_without_running_it(acquired: Acquire, package: None) -> None:
    location = {"package": "place_data", "file": "data/areas.csv", "version": "1.2"}
    received = acquired(location)
    assert received.sha256 == SHA256
    assert received.origin == "place_data 1.2: data/areas.csv"


@pytest.mark.parametrize(
    ("location", "code", "words"),
    [
        (
            {"path": "inbox/bed.csv"},
            "S101",
            "source.yml:1: there is no file 'inbox/bed.csv' [S101]\n  do: did you mean 'beds.csv'?",
        ),
        ({"path": "inbox/zzzzzzz"}, "S101", "put the file there, or correct the path"),
        ({"path": "outbox/beds.csv"}, "S101", "make the folder 'outbox'"),
        ({"path": "inbox"}, "S102", "'inbox' is not a file"),
        ({"package": "no_such_package", "file": "a.csv"}, "S103", "is not installed"),
        ({"package": "place-data", "file": "a.csv"}, "S103", "with _ and not -"),
        ({"package": "place_data.data", "file": "a.csv"}, "S103", "is not installed"),
        (
            {"package": "place_data", "file": "data/areas.csv", "version": "1.3"},
            "S104",
            "package 'place_data' is installed at version 1.2, not 1.3",
        ),
        ({"package": "place_data", "file": "data/area.csv"}, "S105", "no file 'data/area.csv'"),
        ({"package": "place_data", "file": "../secret.csv"}, "S105", "no file"),
        ({"package": "place_data"}, "S105", "no file ''"),
        ({}, "S112", "this one has 0"),
        ({"path": "a", "url": "https://example.org/a"}, "S112", "this one has 2"),
    ],
)
def test_what_is_not_there_is_said(
    acquired: Acquire, package: None, location: dict[str, str], code: str, words: str
) -> None:
    with pytest.raises(SourceError) as refused:
        acquired(location)
    assert refused.value.code == code
    assert words in str(refused.value)


def test_a_file_that_may_not_be_read_is_said(
    acquired: Acquire, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> str:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("hereabouts.sources.path.fetch.sha256_of", refuse)
    with pytest.raises(SourceError, match="cannot be read: Permission denied"):
        acquired({"path": "inbox/beds.csv"})


def test_a_checksum_that_agrees_is_accepted(acquired: Acquire) -> None:
    assert acquired({"path": "inbox/beds.csv"}, checksum=SHA256.upper()).sha256 == SHA256


@pytest.mark.parametrize(("checksum", "code"), [("0" * 64, "S110"), ("abc", "S120")])
def test_a_checksum_that_does_not_agree_is_refused(
    acquired: Acquire, checksum: str, code: str
) -> None:
    with pytest.raises(SourceError, match=SHA256) as refused:
        acquired({"path": "inbox/beds.csv"}, checksum=checksum)
    assert refused.value.code == code


def test_a_file_above_the_limit_is_refused(acquired: Acquire) -> None:
    exactly = str(len(CONTENT))
    assert acquired({"path": "inbox/beds.csv"}, max_bytes=exactly).size == len(CONTENT)
    with pytest.raises(SourceError, match="larger than 16 bytes"):
        acquired({"path": "inbox/beds.csv"}, max_bytes="16")


def test_a_kind_that_nobody_reads_is_refused(
    rows_of: Callable[..., object], tmp_path: Path
) -> None:
    with pytest.raises(SourceError, match="use one of csv, spreadsheet, parquet, geojson"):
        rows_of("shapefile", b"x")
