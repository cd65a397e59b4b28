"""Which of its layouts a file has: the first that fits, or a refusal that shows what moved."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import duckdb

from hereabouts.errors import SourceError
from hereabouts.model.product import Source, SourceFile
from hereabouts.sources.drift import side_by_side
from hereabouts.sources.reading import read
from hereabouts.sources.reshape import reshape
from hereabouts.sources.rows import Rows


@dataclass(frozen=True, slots=True)
class Fitted:
    """The rows of a file, and the way they were read."""

    way: Source
    rows: Rows
    sent: Rows  # the same, as they stand in the file


@dataclass(frozen=True, slots=True)
class LastGood:
    """The file that was last read for the same part, and the layout it had."""

    path: Path
    layout: str


def read_fitting(
    part: SourceFile,
    path: Path,
    *,
    expected: Collection[str],
    connection: duckdb.DuckDBPyConnection,
    scratch: Path,
    last: LastGood | None = None,
) -> Fitted:
    """The rows of a file by the first of its ways that gives every expected heading.

    A source of one file and one layout is read as it is: the contract then says what is missing.

    Args:
        part: the file and the ways it may be laid out.
        path: its bytes.
        expected: headings that the contract needs from it.
        connection: where the relation lives.
        scratch: a folder that must stand for as long as the relation is read.
        last: the file before it, to show what moved.

    Raises:
        SourceError: S220 it fits no layout; with one layout also what reading it raises.
    """
    if len(part.ways) == 1 and not part.name:
        way = part.ways[0]
        sent = read(way, path, connection=connection, scratch=scratch)
        return Fitted(way, reshape(sent, way, connection=connection), sent)
    misfits: list[tuple[Source, SourceError]] = []
    for way in part.ways:
        try:
            return _read(way, path, expected, connection, scratch)
        except SourceError as error:
            misfits.append((way, error))
    raise _fits_none(part, path, misfits, last)


def _read(
    way: Source,
    path: Path,
    expected: Collection[str],
    connection: duckdb.DuckDBPyConnection,
    scratch: Path,
) -> Fitted:
    sent = read(way, path, connection=connection, scratch=scratch)
    rows = reshape(sent, way, connection=connection)
    missing = [name for name in expected if name not in rows.headings]
    if missing:
        named = ", ".join(f"'{name}'" for name in missing[:12])
        raise SourceError(
            f"it gives no {named}",
            code="S221",
            do="map the file's own heading to it under `columns`",
            at=way.at,
        )
    return Fitted(way, rows, sent)


def _fits_none(
    part: SourceFile,
    path: Path,
    misfits: list[tuple[Source, SourceError]],
    last: LastGood | None,
) -> SourceError:
    if len(misfits) == 1:
        reasons = misfits[0][1].problem
    else:
        named = (f"{way.layout or 'as it is said'}: {error.problem}" for way, error in misfits)
        reasons = "".join(f"\n  - {words}" for words in named)
    moved = side_by_side(path, misfits, last)
    shown = f"\n{moved}" if moved else ""
    return SourceError(
        f"{part.words} has sent a file that fits "
        + ("no layout: " if len(misfits) > 1 else "not: ")
        + reasons
        + shown,
        code="S220",
        do="the last good version stands. If the file is right, describe how it is laid out now "
        "under `layouts` in source.yml; if it is not, send it back",
        at=part.at,
    )
