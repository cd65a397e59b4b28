"""Plain blocks are copied as they are, and every row still knows its line."""

from pathlib import Path

import duckdb
import pytest

from hereabouts.errors import Location
from hereabouts.model.product import Source
from hereabouts.sources import read
from hereabouts.sources.csv.plain import longest_plain_line
from hereabouts.sources.csv.shape import shape

PAIR = shape(delimiter=",", quote='"', fields=2)
SOURCE = Source(
    kind="csv", location={"path": "big.csv"}, options={}, at=Location("products/a/b/source.yml")
)


@pytest.mark.parametrize(
    ("block", "longest"),
    [
        (b"a,b\nccc,d\n", 5),
        (b"a,b\na\n", None),
        (b"a,b\n,\n", None),
        (b"a,b\n\n", None),
        (b'a,"b"\n', None),
        (b"a,b\r\n", None),
        (b"a,\xff\n", None),
        ("é,b\n".encode(), 4),
    ],
)
def test_a_block_is_plain_or_is_looked_at_line_by_line(block: bytes, longest: int | None) -> None:
    assert longest_plain_line(block, PAIR) == longest


def test_lines_are_known_before_and_after_the_first_that_is_not_plain(tmp_path: Path) -> None:
    many = 400_000  # several blocks
    lines = [f"{number},plain" for number in range(2, many + 2)]
    lines += ['quoted,"a, b"', "too,many,fields", "last,one"]
    path = tmp_path / "big.csv"
    path.write_text("line,word\n" + "\n".join(lines) + "\n")
    with duckdb.connect() as connection:
        rows = read(SOURCE, path, connection=connection, scratch=tmp_path)
        wrong = rows.relation.filter("word = 'plain' and cast(_row as varchar) <> line")
        assert wrong.fetchall() == []
        end = rows.relation.filter(f"_row > {many + 1}").order("_row").fetchall()
    assert end == [(many + 2, "quoted", "a, b"), (many + 4, "last", "one")]
    assert [rejected.row for rejected in rows.rejected] == [many + 3]
