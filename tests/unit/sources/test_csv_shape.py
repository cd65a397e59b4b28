"""What we take for a record is what DuckDB takes for one: every short text is tried."""

import csv
import itertools
from pathlib import Path

import duckdb
import pytest

from hereabouts.sources.csv.shape import NOT_UTF8, OUT_OF_PLACE, shape

TWO = shape(delimiter=",", quote='"', fields=2)


def cells(record: bytes) -> list[str]:
    (row,) = csv.reader([record.decode()], strict=True)
    return row


def test_duckdb_reads_every_short_record_as_we_do(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    texts = (bytes(t) for n in range(7) for t in itertools.product(b'a, "\n', repeat=n))
    records = [record for text in texts if (record := TWO.tidied(text)) and b'"' in record]
    path = tmp_path / "records.csv"
    path.write_bytes(b"".join(b"%d,%b\n" % pair for pair in enumerate(records)))
    read = connection.execute(
        "select * from read_csv(?, auto_detect=false, header=false, parallel=false, delim=',', "
        "quote='\"', escape='\"', new_line='\\n', nullstr='\x01', "
        "columns={'n': 'BIGINT', 'a': 'VARCHAR', 'b': 'VARCHAR'})",
        [str(path)],
    ).fetchall()
    assert len(records) > 300
    assert read == [(n, *cells(record)) for n, record in enumerate(records)]


@pytest.mark.parametrize(
    ("text", "record"),
    [
        (b"a,b", b"a,b"),
        (b'"a,""b""",', b'"a,""b""",'),
        (b' "a,b"  , c', b'"a,b", c'),
        (b'5" pipe,b', b'5" pipe,b'),
        (b'"a\nb",c', b'"a\nb",c'),
        (b"a,b,c", None),
        (b"a", None),
        (b'"a"b,c', None),
        (b'a,"b', None),
        (b"a\rb,c", None),
    ],
)
def test_a_record_has_its_number_of_fields(text: bytes, record: bytes | None) -> None:
    assert TWO.tidied(text) == record


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (b"a,\xff", NOT_UTF8),
        (b'a,"b', OUT_OF_PLACE),
        (b"a\rb,c", "has a line break inside a cell that has no quotation marks"),
        (b'5",6",7', "has 3 fields where the heading has 2"),
        (b'"a,b,c"', "has 1 fields where the heading has 2"),
    ],
)
def test_a_fault_is_said_without_a_value(line: bytes, fault: str) -> None:
    assert TWO.fault(line) == fault


def test_a_delimiter_may_be_more_than_one_byte() -> None:
    nhs = shape(delimiter="¬", quote='"', fields=2)
    assert nhs.tidied('"a¬b"¬c'.encode()) == '"a¬b"¬c'.encode()
    assert nhs.tidied('"a"¬5" ¬c'.encode()) is None
