"""Received bytes, kept by hash."""

import hashlib
from pathlib import Path

import pytest

from hereabouts.errors import LakeError
from hereabouts.lake.objects import keep, object_path


def test_the_same_bytes_are_one_object(tmp_path: Path) -> None:
    received = tmp_path / "in.csv"
    received.write_bytes(b"a,b\n")
    sha256 = hashlib.sha256(b"a,b\n").hexdigest()
    first = keep(tmp_path / "objects", received, sha256=sha256)
    second = keep(tmp_path / "objects", received, sha256=sha256)
    assert first == second == object_path(tmp_path / "objects", sha256)
    assert first.read_bytes() == b"a,b\n"
    assert [p for p in (tmp_path / "objects").rglob("*") if p.is_file()] == [first]


def test_a_folder_that_cannot_be_written_is_an_error_and_leaves_nothing(tmp_path: Path) -> None:
    received = tmp_path / "in.csv"
    received.write_bytes(b"x")
    (tmp_path / "objects").write_text("a file where the folder should be")
    with pytest.raises(LakeError, match="L302"):
        keep(tmp_path / "objects", received, sha256="ab" * 32)


def test_a_file_that_changes_while_it_is_kept_is_refused(tmp_path: Path) -> None:
    received = tmp_path / "in.csv"
    received.write_bytes(b"changed")
    with pytest.raises(LakeError, match="L303"):
        keep(tmp_path / "objects", received, sha256=hashlib.sha256(b"as hashed").hexdigest())
    assert not [p for p in (tmp_path / "objects").rglob("*") if p.is_file()]
