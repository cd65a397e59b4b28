"""Where the bytes that DuckDB reads lie: in the file itself when every line will do as it is."""

import os
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from hereabouts.errors import Location, SourceError
from hereabouts.model.product import Source
from hereabouts.sources import Rejected, Rows
from hereabouts.sources.csv.read import read

Look = Callable[..., tuple[Rows, list[Path]]]


@pytest.fixture
def look(tmp_path: Path, connection: duckdb.DuckDBPyConnection) -> Look:
    """The rows of some bytes, and the copies that reading them made."""
    scratch = tmp_path / "copies"
    scratch.mkdir()

    def rows(data: bytes, **options: str) -> tuple[Rows, list[Path]]:
        file = tmp_path / "received"
        file.write_bytes(data)
        source = Source(kind="csv", location={"path": "f"}, options=options, at=Location("s"))
        return read(source, file, connection=connection, scratch=scratch), [*scratch.iterdir()]

    return rows


def found(rows: Rows) -> list[tuple[object, ...]]:
    return rows.relation.fetchall()


@pytest.mark.parametrize(
    "data",
    [b"a,b\n1,2\n3,4\n", b"a,b\n1,2\n3,4", b"\xef\xbb\xbfa,b\n1,2\n3,4\n"],
    ids=["as usual", "no last line end", "with a byte order mark"],
)
def test_a_plain_file_is_read_where_it_lies(look: Look, data: bytes) -> None:
    rows, copies = look(data)
    assert found(rows) == [(2, "1", "2"), (3, "3", "4")]
    assert copies == []


@pytest.mark.parametrize(
    ("data", "options"),
    [
        (b"a,b\n1,2\r\n3,4", {}),  # as long as without the CR and with a line end
        (b"a,b\r1,2\r3,4\r", {}),
        (b'"a",b\n1,2\n3,4\n', {}),
        (b'a,b\n"1",2\n3,4\n', {}),
        (b"a,b\n1,2\n3,4\nx,y\n", {"data_rows": "2-3"}),
        (b"a,b\n1,2\n3,4\nTotal,9\n", {"skip_footer": "1"}),
        ("a,b\n1,2\n3,4\n".encode("utf-16"), {}),
    ],
    ids=["one CRLF", "CR", "quoted heading", "quoted", "a part", "a footer", "UTF-16"],
)
def test_a_file_that_is_not_as_it_is_read_is_copied(
    look: Look, data: bytes, options: dict[str, str]
) -> None:
    rows, copies = look(data, **options)
    assert found(rows) == [(2, "1", "2"), (3, "3", "4")]
    assert len(copies) == 1


def test_a_line_that_is_no_row_keeps_the_lines_below_in_step(look: Look) -> None:
    rows, _ = look(b'a,b\n1,2\n3\n\n,\n"4\n5",6\n"7,8\n9,\n,0\n')
    assert rows.rejected == (
        Rejected(3, "has 1 fields where the heading has 2"),
        Rejected(8, "has a quotation mark that is out of place or never closed"),
    )
    assert found(rows) == [(2, "1", "2"), (6, "4\n5", "6"), (9, "9", None), (10, None, "0")]


def test_a_file_of_one_column_keeps_step_too(look: Look) -> None:
    rows, _ = look(b"a\n1\n\n2\n")
    assert found(rows) == [(2, "1"), (4, "2")]


def test_a_file_that_changed_after_it_was_looked_at_is_refused(look: Look, tmp_path: Path) -> None:
    rows, _ = look(b"a,b\n1,2\n")
    rows.refuse_changed()
    (tmp_path / "received").write_bytes(b"a,b\n1,3\n")
    os.utime(tmp_path / "received", ns=(1, 1))
    with pytest.raises(SourceError, match="S179"):
        rows.refuse_changed()
    (tmp_path / "received").unlink()
    with pytest.raises(SourceError, match="S179"):
        rows.refuse_changed()


def test_two_counts_that_disagree_are_refused_where_it_lies_too(
    look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A fault of ours that takes every line for a plain one.
    monkeypatch.setattr(
        "hereabouts.sources.csv.in_place.longest_plain_line", lambda block, _: len(block)
    )
    with pytest.raises(SourceError, match="S124"):
        look(b"a,b\n1,2\n3,4,5\n")
