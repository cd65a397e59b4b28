"""CSV files that would cost more than they may, or are in two minds about their letters."""

import bz2
import gzip
import io
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest

from hereabouts.errors import SourceError
from hereabouts.sources import Rows

Read = Callable[..., Rows]
HEAD = b"code,name\n"


def found(rows: Rows) -> list[tuple[object, ...]]:
    return rows.relation.order("_row").fetchall()


def zipped(content: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("areas.csv", content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (gzip.compress(HEAD * 9, mtime=0), "packed with gzip"),
        (bz2.compress(HEAD * 9), "packed with bzip2"),
        (zipped(HEAD * 9), "a zip archive, or a workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 9, "an old Excel workbook"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a PDF"),
    ],
)
def test_what_is_packed_is_refused_by_name(rows_of: Read, content: bytes, words: str) -> None:
    with pytest.raises(SourceError, match=words) as refused:
        rows_of("csv", content)
    assert refused.value.code == "S177"


def endless_cell(path: Path, megabytes: int, *, filler: bytes) -> Path:
    with path.open("wb") as file:
        file.write(HEAD + b"E01,York\n" + b'E02,"')
        for _ in range(megabytes):
            file.write(filler * ((1 << 20) // len(filler)))
    return path


def test_a_cell_without_end_is_refused_at_its_line_in_bounded_memory(
    rows_of: Read, tmp_path: Path
) -> None:
    path = endless_cell(tmp_path / "endless.csv", 100, filler=b"x")
    tracemalloc.start()
    with pytest.raises(SourceError, match=r"line 3 of 'endless\.csv' is longer than") as refused:
        rows_of("csv", path, encoding="utf-8")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert refused.value.code == "S178"
    assert peak < 80 << 20


def test_a_cell_without_end_over_many_lines_is_refused_at_its_line(
    rows_of: Read, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hereabouts.sources.csv.records.MOST_REJECTED", 10_000)
    path = endless_cell(tmp_path / "endless.csv", 10, filler=b"no comma here\n")
    with pytest.raises(SourceError, match="the first is line 3, which has a quot") as refused:
        rows_of("csv", path, encoding="utf-8")
    assert refused.value.code == "S178"


def test_a_quotation_mark_that_never_closes_costs_its_own_line(rows_of: Read) -> None:
    rows = rows_of("csv", HEAD + b'E01,"York\n' + b"E02,Leeds\n" * 3000)
    assert [row.row for row in rows.rejected] == [2]
    assert len(found(rows)) == 3000


def test_the_longest_line_may_be_set(rows_of: Read) -> None:
    content = HEAD + b"E01," + b"x" * 2000 + b"\n"
    assert found(rows_of("csv", content, max_line_bytes="2004"))
    with pytest.raises(SourceError, match="S178"):
        rows_of("csv", content, max_line_bytes="2003")


def test_one_long_line_in_an_unknown_encoding_takes_no_time(rows_of: Read) -> None:
    # Once quadratic: 300 kB took minutes.
    began = monotonic()
    rows_of("csv", HEAD + b"E01,Caf\xe9\n" + b"a" * 3_000_000)
    assert monotonic() - began < 20


def test_lines_in_a_second_encoding_are_refused_by_their_lines(rows_of: Read) -> None:
    mixed = HEAD + "E01,Ynys Môn\nE02,Bro Ŵy\n".encode() + "E03,Ynys Môn\n".encode("cp1252")
    for options in ({}, {"encoding": "utf-8"}):
        rows = rows_of("csv", mixed, **options)
        assert [(row.row, "encoding" in row.why) for row in rows.rejected] == [(4, True)]
        assert len(found(rows)) == 2


def test_lines_in_a_second_encoding_are_read_when_it_is_named(rows_of: Read) -> None:
    mixed = HEAD + "E01,Ynys Môn\nE02,Bro Ŵy\n".encode() + "E03,Ynys Môn\n".encode("cp1252")
    rows = rows_of("csv", mixed, fallback="cp1252")
    assert [row[2] for row in found(rows)] == ["Ynys Môn", "Bro Ŵy", "Ynys Môn"]
    undefined = rows_of("csv", HEAD + b"E01,a\x81b\n", encoding="utf-8", fallback="cp1252")
    assert [row.row for row in undefined.rejected] == [2], "not a letter in either"


@pytest.mark.parametrize(
    "options",
    [
        {"fallback": "utf-16"},
        {"fallback": "klingon"},
        {"fallback": "base64"},
        {"fallback": "cp1252", "encoding": "cp850"},
    ],
)
def test_a_second_encoding_that_cannot_be_is_refused(
    rows_of: Read, options: dict[str, str]
) -> None:
    with pytest.raises(SourceError, match="fallback") as refused:
        rows_of("csv", HEAD, **options)
    assert refused.value.code == "S120"


def test_nul_is_refused_by_its_line_and_in_a_heading(rows_of: Read) -> None:
    rows = rows_of("csv", HEAD + b"E01,Yo\0rk\nE02,Leeds\n" + b'E03,"Hu\0ll"\n')
    assert [row.row for row in rows.rejected] == [2, 4]
    assert found(rows) == [(3, "E02", "Leeds")]
    for content in (b"co\0de,name\nE01,York\n", b"\0" * 5000):
        with pytest.raises(SourceError, match="S121"):
            rows_of("csv", content)


@pytest.mark.parametrize(
    ("codec", "mark"),
    [
        *(
            (codec, mark)
            for codec in ("utf-16-le", "utf-16-be", "utf-8")
            for mark in ("\ufeff", "")
        ),
        ("utf-32-le", "\ufeff"),  # without its mark, nobody writes it
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_marks_and_line_ends_of_every_kind_are_read(
    rows_of: Read, codec: str, mark: str, end: str
) -> None:
    text = mark + end.join(["code,name", "E01,Ynys Môn", "E02,York", ""])
    rows = rows_of("csv", text.encode(codec))
    assert rows.headings == ("code", "name")
    assert found(rows) == [(2, "E01", "Ynys Môn"), (3, "E02", "York")]
    assert rows.rejected == ()
