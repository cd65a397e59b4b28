"""A file that somebody writes to while it is read."""

import hashlib
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from hereabouts.errors import LakeError, Location, SourceError
from hereabouts.lake.objects import keep, object_path
from hereabouts.model.product import Source
from hereabouts.sources import acquire
from hereabouts.sources.received import sha256_of

SOURCE = Source(
    kind="csv", location={"path": "growing.csv"}, options={}, at=Location("products/a/b/s.yml", 3)
)


@pytest.fixture
def growing(tmp_path: Path) -> Iterator[Path]:
    """A file to which a line is appended for as long as the test lasts."""
    path, begun, stop = tmp_path / "growing.csv", threading.Event(), threading.Event()
    path.write_bytes(b"code,count\n" * 8_000_000)

    def append() -> None:
        with path.open("ab", buffering=0) as file:
            while not stop.is_set():
                file.write(b"E01,1\n")
                begun.set()

    writer = threading.Thread(target=append)
    writer.start()
    begun.wait()
    yield path
    stop.set()
    writer.join()


def test_a_file_that_changes_while_it_is_read_is_refused(growing: Path, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="changed while it was being read") as refused:
        acquire(SOURCE, root=tmp_path, scratch=tmp_path / "scratch", previous=None)
    assert refused.value.code == "S179"
    assert str(refused.value.at) == "products/a/b/s.yml:3"


def test_what_is_kept_is_what_its_hash_says(growing: Path, tmp_path: Path) -> None:
    before = sha256_of(growing)
    with pytest.raises(LakeError, match="L303"):
        keep(tmp_path / "objects", growing, sha256=before)
    assert not object_path(tmp_path / "objects", before).exists()
    assert [one for one in (tmp_path / "objects").rglob("*") if one.is_file()] == []


def test_a_file_put_in_the_place_of_another_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "growing.csv"
    path.write_bytes(b"code,count\nE01,1\n")

    def replaced(read: Path) -> str:
        found = sha256_of(read)
        (tmp_path / "new").write_bytes(b"code,count\nE01,2\n")
        (tmp_path / "new").replace(read)
        return found

    monkeypatch.setattr("hereabouts.sources.path.fetch.sha256_of", replaced)
    with pytest.raises(SourceError, match="S179"):
        acquire(SOURCE, root=tmp_path, scratch=tmp_path / "scratch", previous=None)


def test_an_object_that_is_not_whole_is_written_again(tmp_path: Path) -> None:
    received, objects = tmp_path / "received", tmp_path / "objects"
    received.write_bytes(b"code,count\nE01,1\n")
    sha256 = hashlib.sha256(received.read_bytes()).hexdigest()
    kept = keep(objects, received, sha256=sha256)
    kept.write_bytes(b"code")
    assert keep(objects, received, sha256=sha256).read_bytes() == received.read_bytes()
