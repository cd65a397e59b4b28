import csv
import io
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hereabouts.errors import SourceError
from hereabouts.sources import Rejected, Rows

Read = Callable[..., Rows]


def found(rows: Rows) -> list[tuple[object, ...]]:
    return rows.relation.order("_row").fetchall()


def test_every_cell_is_text_and_each_row_has_its_line(rows_of: Read) -> None:
    rows = rows_of("csv", b"code,count\nE01,00012\nE02,1.50\n")
    assert rows.headings == ("code", "count")
    assert rows.relation.columns == ["_row", "code", "count"]
    assert rows.relation.types == ["BIGINT", "VARCHAR", "VARCHAR"]
    assert found(rows) == [(2, "E01", "00012"), (3, "E02", "1.50")]
    assert rows.rejected == ()


def test_a_relation_may_be_read_twice(rows_of: Read) -> None:
    rows = rows_of("csv", b"a,b\n1,2\n")
    assert found(rows) == found(rows)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|", "¬"])
def test_the_delimiter_is_found(rows_of: Read, delimiter: str) -> None:
    text = "name;x,count\nA,3\nB,4\n" if delimiter == "," else "name,count\nA,3\nB,4\n"
    rows = rows_of("csv", text.replace(",", delimiter).encode())
    assert [row[2] for row in found(rows)] == ["3", "4"]


def test_a_delimiter_inside_quotation_marks_does_not_mislead(rows_of: Read) -> None:
    rows = rows_of("csv", b'name;note\n"a,b,c";"d,e,f"\n"g,h,i";j\n')
    assert found(rows) == [(2, "a,b,c", "d,e,f"), (3, "g,h,i", "j")]


def test_a_delimiter_that_is_said_wins(rows_of: Read) -> None:
    rows = rows_of("csv", b"a|b,c|d\n1|2,3|4\n", delimiter=",")
    assert rows.headings == ("a|b", "c|d")
    assert rows_of("csv", b"a,b\tc\n1,2\t3\n", delimiter="tab").headings == ("a,b", "c")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_the_encoding_is_found(rows_of: Read, encoding: str, newline: str) -> None:
    text = newline.join(["area,note", "Ynys Môn,café – “good”", "Fermanagh,£5", ""])
    rows = rows_of("csv", text.encode(encoding))
    assert found(rows) == [(2, "Ynys Môn", "café – “good”"), (3, "Fermanagh", "£5")]


def test_an_encoding_that_is_said_wins(rows_of: Read) -> None:
    content = "a,b\nЖ,й\n".encode("cp1251")
    assert found(rows_of("csv", content, encoding="windows-1251")) == [(2, "Ж", "й")]


def test_one_bad_byte_costs_its_own_row_and_no_other(rows_of: Read) -> None:
    content = "a,b\nMôn,1\n".encode() + b"x\xffy,2\n" + "Gwynedd é,3\n".encode()
    rows = rows_of("csv", content)
    assert found(rows) == [(2, "Môn", "1"), (4, "Gwynedd é", "3")]
    assert rows.rejected == (Rejected(3, "has a byte that is not in the file's encoding"),)


def test_a_byte_that_no_text_has_is_damage_and_not_a_letter(rows_of: Read) -> None:
    rows = rows_of("csv", b"a,b\nplain,1\nx\xffy,2\n")
    assert found(rows) == [(2, "plain", "1")]
    assert [rejected.row for rejected in rows.rejected] == [3]


def test_a_bad_byte_in_a_declared_encoding_is_not_replaced(rows_of: Read) -> None:
    rows = rows_of("csv", b"a,b\ncaf\xe9,1\nx\x81y,2\n", encoding="cp1252")
    assert found(rows) == [(2, "café", "1")]
    assert [rejected.row for rejected in rows.rejected] == [3]
    broken = "a,b\nok,1\n".encode("utf-16-le") + b"\x00\xdc,\x002\x00\n\x00"
    assert found(rows_of("csv", broken, encoding="utf-16-le")) == [(2, "ok", "1")]


def test_ragged_rows_are_listed_and_the_lines_of_the_others_stay_true(rows_of: Read) -> None:
    rows = rows_of("csv", b"a,b\n1,2\n3\n\n4,5,6\n7,8\n,\n9,10")
    assert found(rows) == [(2, "1", "2"), (6, "7", "8"), (8, "9", "10")]
    assert rows.rejected == (
        Rejected(3, "has 1 fields where the heading has 2"),
        Rejected(5, "has 3 fields where the heading has 2"),
    )


def test_a_quotation_mark_that_never_closes_costs_one_row(rows_of: Read) -> None:
    below = b"".join(b"%d,x\n" % n for n in range(5000))
    rows = rows_of("csv", b'a,b\n1,"open\n' + below)
    assert rows.relation.count("*").fetchall() == [(5000,)]
    assert [rejected.row for rejected in rows.rejected] == [2]
    assert "never closed" in rows.rejected[0].why


def test_a_cell_with_line_breaks_keeps_them_and_the_line_it_begins_on(rows_of: Read) -> None:
    rows = rows_of("csv", b'a,b\r\n1,"one\r\ntwo ""2""\r\n\r\nthree"\r\n4,5\r\n')
    assert found(rows) == [(2, "1", 'one\ntwo "2"\n\nthree'), (6, "4", "5")]
    assert rows.rejected == ()


def test_a_quotation_mark_within_a_cell_is_text(rows_of: Read) -> None:
    rows = rows_of("csv", b'a,b\n5" pipe,x\n "spaced" ,y\n')
    assert found(rows) == [(2, '5" pipe', "x"), (3, "spaced", "y")]


def test_quotation_marks_can_be_turned_off(rows_of: Read) -> None:
    rows = rows_of("csv", b'a,b\n"x,y\nz","\n', quote="none")
    assert found(rows) == [(2, '"x', "y"), (3, 'z"', '"')]


def test_rows_above_the_heading_are_skipped(rows_of: Read) -> None:
    rows = rows_of("csv", b'A title, with "marks\nPublished,2024,x\n\na,b\n1,2\n', skip_rows="2")
    assert rows.headings == ("a", "b")
    assert found(rows) == [(5, "1", "2")]


def test_the_texts_that_stand_for_nothing_become_null(rows_of: Read) -> None:
    rows = rows_of("csv", b"a,b\n*,\nNA,1\n", null="*\nNA")
    assert found(rows) == [(2, None, None), (3, None, "1")]


def test_a_heading_may_have_line_breaks_and_a_column_may_have_none(rows_of: Read) -> None:
    rows = rows_of("csv", b'"Number of\n beds",,x\n1,2,3\n')
    assert rows.headings == ("Number of beds", "column_2", "x")
    assert found(rows) == [(3, "1", "2", "3")]


def test_a_file_of_headings_alone_has_no_rows(rows_of: Read) -> None:
    assert found(rows_of("csv", b"a,b")) == []


@pytest.mark.parametrize(
    ("content", "options", "code", "words"),
    [
        (b"", {}, "S121", "'received' has no heading below line 0"),
        (b"a\n", {"skip_rows": "4"}, "S121", "no heading below line 4"),
        (b"a,\xff\xff\n1,2\n", {"encoding": "utf-8"}, "S121", "a byte outside the encoding"),
        (b'a,"b\n1,2\n', {}, "S121", "an open quote"),
        (
            b"a,B,c,b\n",
            {},
            "S122",
            "line 1 of 'received' has the same heading more than once: 'B' in columns 2 and 4",
        ),
        (b"_row,b\n", {}, "S123", "'_row'"),
        (b"a,b\n", {"skip_rows": "two"}, "S120", "`skip_rows` is not a whole number"),
        (b"a,b\n", {"encoding": "klingon"}, "S120", "`encoding` is not a known one"),
        (b"a,b\n", {"encoding": "base64"}, "S120", "`encoding` is not a known one"),
        (b"a,b\n", {"delimiter": "::"}, "S120", "`delimiter` is not one plain character"),
        (b"a,b\n", {"quote": "''"}, "S120", "`quote` is not one plain character"),
    ],
)
def test_what_cannot_be_read_is_said(
    rows_of: Read, content: bytes, options: dict[str, str], code: str, words: str
) -> None:
    with pytest.raises(SourceError) as refused:
        rows_of("csv", content, **options)
    assert refused.value.code == code
    assert words in str(refused.value)


def test_a_file_without_line_breaks_is_refused(
    rows_of: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hereabouts.sources.csv.utf8.LONGEST_LINE", 1_000)
    monkeypatch.setattr("hereabouts.sources.csv.utf8.BLOCK", 100)
    with pytest.raises(SourceError, match="S125"):
        rows_of("csv", b"x" * 2000)


def test_rows_that_are_not_accounted_for_are_refused(
    rows_of: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hereabouts.sources.csv.shape.Shape.tidied", lambda _, text: text)
    with pytest.raises(SourceError, match="S124") as refused:
        rows_of("csv", b'a,b\n"private,2\n3,4\n')
    assert "private" not in str(refused.value)


def test_a_line_longer_than_duckdb_expects_is_read(rows_of: Read) -> None:
    rows = rows_of("csv", b"a,b\n1," + b"x" * 3_000_000 + b"\n2,y\n")
    assert rows.relation.project("_row, length(b)").order("_row").fetchall() == [
        (2, 3_000_000),
        (3, 1),
    ]


def test_a_row_of_empty_cells_is_blank(rows_of: Read) -> None:
    assert found(rows_of("csv", b"a,b\n1,2\n,\n3,4\n")) == [(2, "1", "2"), (4, "3", "4")]


@pytest.mark.parametrize("block", range(4, 16))
def test_blocks_may_end_anywhere(
    rows_of: Read, monkeypatch: pytest.MonkeyPatch, block: int
) -> None:
    monkeypatch.setattr("hereabouts.sources.csv.utf8.BLOCK", block)
    content = 'a,b\r\n"é\r\n\r\nx",1\r\n\r\nbad\r\n"y""z",2\r\n"open,3\r\n4,5\r\n'.encode()
    rows = rows_of("csv", content)
    assert found(rows) == [(2, "é\n\nx", "1"), (7, 'y"z', "2"), (9, "4", "5")]
    assert [rejected.row for rejected in rows.rejected] == [6, 8]


def test_a_name_with_brackets_is_a_name(
    rows_of: Read, tmp_path: Path, connection: duckdb.DuckDBPyConnection
) -> None:
    folder = tmp_path / "beds [1] *"
    folder.mkdir()
    rows = rows_of("csv", folder / "beds?.csv") if _write(folder / "beds?.csv") else None
    assert rows is not None
    assert found(rows) == [(2, "1", "2")]


def _write(path: Path) -> bool:
    return path.write_bytes(b"a,b\n1,2\n") > 0


CELL = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"), max_size=8)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(table=st.lists(st.lists(CELL, min_size=3, max_size=3), max_size=6))
def test_whatever_the_csv_module_writes_comes_back(rows_of: Read, table: list[list[str]]) -> None:
    buffer = io.StringIO()
    writer = csv.writer(buffer, quoting=csv.QUOTE_ALL)
    writer.writerow(["a", "b", "c"])
    writer.writerows(table)
    rows = rows_of("csv", buffer.getvalue().encode(), encoding="utf-8", delimiter=",")
    assert [row[1:] for row in found(rows)] == [
        tuple(cell or None for cell in cells) for cells in table
    ]
    assert rows.rejected == ()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(lines=st.lists(st.text('a," \xe9', max_size=9), max_size=12))
def test_no_line_is_lost(rows_of: Read, lines: list[str]) -> None:
    body = "\n".join(lines)
    rows = rows_of("csv", f"x,y\n{body}\n".encode(), encoding="utf-8", delimiter=",")
    kept = rows.relation.project("_row, coalesce(x, ''), coalesce(y, '')").fetchall()
    inside = sum(f"{x}{y}".count("\n") for _, x, y in kept)
    blank = sum(1 for line in body.split("\n") if line in {"", ","})
    breaks_in_cells = {
        row + place for row, x, y in kept for place in range(1, f"{x}{y}".count("\n") + 1)
    }
    blank_in_cells = sum(
        1
        for number, line in enumerate(body.split("\n"), start=2)
        if line in {"", ","} and number in breaks_in_cells
    )
    assert len(kept) + inside + len(rows.rejected) + blank - blank_in_cells == len(body.split("\n"))
    assert not {row for row, *_ in kept} & {rejected.row for rejected in rows.rejected}
