"""Records of any shape, one after another, into one file of text: the same data, the same bytes."""

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path

import duckdb

from hereabouts.errors import Location, SourceError
from hereabouts.model.sql import identifier, literal
from hereabouts.sources.http_api.held import Held
from hereabouts.sources.http_api.refusals import ShiftedError
from hereabouts.sources.scanning import Lines, scan_csv

AT_ONCE = 2000  # rows in memory
MOST_COLUMNS = 2000
MEMORY = "1GB"


class Table:
    """Records on disk until the last has come, for only then are all columns known.

    A column is one name in any record; columns stand in the order they were first met. With a
    record key, rows stand in its order and the latest of a key is kept; otherwise as they came.
    """

    def __init__(
        self,
        folder: Path,
        *,
        kind: str,
        record_key: Sequence[str],
        origin: str,
        at: Location | None,
    ) -> None:
        self.count = 0  # records that came, without those held
        self._folder, self._kind, self._key = folder, kind, tuple(record_key)
        self._origin, self._at = origin, at
        self._columns: dict[str, int] = {}
        self._seen: set[bytes] = set()
        self._spool = (folder / "records.jsonl").open("w", encoding="utf-8", newline="\n")

    def close(self) -> None:
        """Let go of the file."""
        self._spool.close()

    def declare(self, columns: Iterable[str]) -> None:
        """Columns that there are, whether or not a record comes."""
        for name in columns:
            self._place(name)

    def add_held(self, held: Held) -> None:
        """What we hold: what comes after it may stand in its place."""
        self.declare(held.columns)
        for row in held.rows():
            self._write(list(row))

    def add(self, record: Mapping[str, str | None], *, identity: Sequence[str] = ()) -> None:
        """One record that came.

        Args:
            record: its columns.
            identity: what tells it from every other, where the API says; else the record key.

        Raises:
            ShiftedError: S207 it came before.
            SourceError: S206 it is no text; S210 it lacks its key, or has too many columns.
        """
        self._check_new(record, identity)
        cells: list[str | None] = [None] * len(self._columns)
        for name, value in record.items():
            place = self._place(name)
            cells.extend([None] * (place + 1 - len(cells)))
            cells[place] = value
        self.count += 1
        self._write(cells)

    def finish(self) -> Path:
        """The whole, as a file of its kind.

        Raises:
            SourceError: S206 a text that cannot be written; S210 two columns have one name.
        """
        self.close()
        columns = tuple(self._columns)
        if not columns:
            raise self._wrong("gave no record and no heading, so there is no table", "S206")
        if len({name.casefold() for name in columns}) < len(columns):
            raise self._wrong("gives two fields whose names differ only in capitals", "S210")
        lines = self._lines(len(columns))
        target = self._folder / f"whole.{self._kind}"
        with duckdb.connect(config={"threads": 1, "memory_limit": MEMORY}) as connection:
            connection.execute(f"set temp_directory = {literal(str(self._folder / 'spill'))}")
            select = self._select(scan_csv(lines), columns)
            if self._kind == "parquet":
                connection.execute(f"copy ({select}) to {literal(str(target))} (format parquet)")
            else:
                _write_csv(connection, select, columns, target)
        return target

    def _select(self, scan: str, columns: Sequence[str]) -> str:
        named = ", ".join(f"c{place} as {identifier(name)}" for place, name in enumerate(columns))
        keys = ", ".join(f"c{self._columns[name]}" for name in self._key)
        if not keys:
            return f"select {named} from ({scan}) order by _row"
        latest = f"qualify row_number() over (partition by {keys} order by _row desc) = 1"
        return f"select {named} from (select * from ({scan}) {latest}) order by {keys}"

    def _lines(self, width: int) -> Lines:
        """The records as a CSV that DuckDB is told how to read, with columns c0, c1, ..."""
        path, longest = self._folder / "records.csv", 0
        with (
            (self._folder / "records.jsonl").open(encoding="utf-8") as spool,
            path.open("w", encoding="utf-8", newline="") as file,
        ):
            writer = csv.writer(file, lineterminator="\n")
            for row, line in enumerate(spool, start=1):
                cells = json.loads(line)
                writer.writerow([row, *cells, *[None] * (width - len(cells))])
                longest = max(longest, 4 * len(line) + width + 20)
        return Lines(
            path=path,
            columns=[f"c{place}" for place in range(width)],
            longest=longest,
            parallel=False,
        )

    def _check_new(self, record: Mapping[str, str | None], identity: Sequence[str]) -> None:
        key = [record.get(name) for name in self._key]
        if self._key and not all(key):
            raise self._wrong("gives a record without a value of its `record_key`", "S210")
        mark = [*identity] or key
        if not mark:
            return
        digest = blake2b(json.dumps(mark).encode(), digest_size=16).digest()
        if digest in self._seen:
            raise ShiftedError(
                f"{self._origin} gave the same record twice, so its pages overlap",
                code="S207",
                do="try again when its data is at rest; if it goes on, check `paging` and "
                "`record_key`, and tell its owner",
                at=self._at,
            )
        self._seen.add(digest)

    def _place(self, name: str) -> int:
        if name not in self._columns and len(self._columns) >= MOST_COLUMNS:
            raise self._wrong(f"gives records of more than {MOST_COLUMNS:,} fields", "S210")
        return self._columns.setdefault(name, len(self._columns))

    def _write(self, cells: Sequence[str | None]) -> None:
        try:
            self._spool.write(json.dumps(cells, ensure_ascii=False) + "\n")
        except UnicodeEncodeError:  # half of a surrogate pair
            raise self._wrong("gives text that is no text", "S206") from None

    def _wrong(self, problem: str, code: str) -> SourceError:
        return SourceError(
            f"{self._origin} {problem}",
            code=code,
            do="check `parameters`, `rows` and `record_key` against what the address gives",
            at=self._at,
        )


def _write_csv(
    connection: duckdb.DuckDBPyConnection, select: str, columns: Sequence[str], target: Path
) -> None:
    # Every cell is quoted, so that no reader takes a semicolon in one for a delimiter.
    rows = connection.execute(select)
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_ALL)
        writer.writerow(columns)
        while batch := rows.fetchmany(AT_ONCE):
            writer.writerows(batch)
