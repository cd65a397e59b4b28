"""Ask a database, and put its rows with those that are kept."""

import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
from arro3.core import Table

from hereabouts.errors import SourceError
from hereabouts.sources.database import postgresql, sql_server
from hereabouts.sources.database.asked import Asked
from hereabouts.sources.database.columns import check_cursor, check_names, check_types
from hereabouts.sources.database.connecting import connect
from hereabouts.sources.database.one_select import one_select, without_end
from hereabouts.sources.database.parquet_file import (
    Reach,
    join,
    last_value,
    plain_name,
    reach_of,
    rows_in,
    small_duckdb,
    write_parts,
)
from hereabouts.sources.database.peer import DriverError, Peer
from hereabouts.sources.database.trouble import meant
from hereabouts.sources.received import Received, Wanted, sha256_of
from hereabouts.sources.saving import no_room


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows on their way, and the type of the cursor among them; empty without one."""

    batches: Iterator[Table]
    cursor_type: str


def download(wanted: Wanted, asked: Asked) -> Received:
    """The rows as one Parquet file of text; with a cursor, the new rows after those kept.

    Raises:
        SourceError: as `fetch`.
    """
    at = wanted.source.at
    try:
        wanted.scratch.mkdir(parents=True, exist_ok=True)
        with (
            TemporaryDirectory(dir=wanted.scratch, prefix="database-") as folder,
            small_duckdb(Path(folder)) as opened,
            closing(connect(asked, at=at)) as peer,
        ):
            query = without_end(asked.query, dialect=peer.dialect)
            return _receive(wanted, replace(asked, query=query), peer, opened, Path(folder))
    except DriverError as error:
        raise meant(error, at=at) from error
    except OSError as error:
        raise no_room(wanted, error) from error
    except duckdb.Error as error:
        raise _not_kept(wanted, error) from error


def _receive(
    wanted: Wanted,
    asked: Asked,
    peer: Peer,
    opened: duckdb.DuckDBPyConnection,
    folder: Path,
) -> Received:
    reach = _kept_reach(wanted, asked, opened)
    ask = _ask_postgresql if peer.dialect == "postgres" else _ask_sql_server
    answer = ask(wanted, asked, peer, reach)
    already = rows_in(opened, wanted.previous.kept) if reach and wanted.previous else 0
    parts, rows = write_parts(
        wanted,
        opened,
        _in_time(answer.batches, asked),
        folder=folder,
        room=(already, asked.max_rows),
    )
    if reach and wanted.previous:
        if not rows:
            return _received(wanted, asked, wanted.previous.kept, sha256=wanted.previous.sha256)
        parts = [wanted.previous.kept, *parts]
    made = folder / "whole.parquet"
    join(opened, parts, made, reach=_new_reach(asked, answer, opened, parts[-1]))
    if made.stat().st_size > wanted.limit:
        raise wanted.too_large("what the database gives")
    sha256 = sha256_of(made)
    path = wanted.scratch / f"{sha256[:12]}-{plain_name(asked.table or 'query')}"
    made.replace(path)
    return _received(wanted, asked, path, sha256=sha256)


def _in_time(batches: Iterator[Table], asked: Asked) -> Iterator[Table]:
    # The server's own limit may be for each fetch of some rows, and it may not keep its word.
    deadline = time.monotonic() + asked.seconds
    for batch in batches:
        yield batch
        if time.monotonic() > deadline:
            raise DriverError("57014", "")


def _kept_reach(wanted: Wanted, asked: Asked, opened: duckdb.DuckDBPyConnection) -> Reach | None:
    """How far the kept rows go, when they answer this very question."""
    held = wanted.previous
    if not asked.cursor or held is None or not held.kept.is_file():
        return None
    reach = reach_of(opened, held.kept)
    return reach if reach and reach.question == asked.digest else None


def _new_reach(
    asked: Asked, answer: Answer, opened: duckdb.DuckDBPyConnection, newest: Path
) -> Reach | None:
    last = last_value(opened, newest, asked.cursor) if asked.cursor else None
    if last is None:
        return None
    return Reach(question=asked.digest, last=last, kind=answer.cursor_type)


def _ask_postgresql(wanted: Wanted, asked: Asked, peer: Peer, reach: Reach | None) -> Answer:
    at = wanted.source.at
    for statement in postgresql.session_statements(asked):
        peer.run(statement)
    names = [name for name, _ in peer.headings(postgresql.headings_sql(asked))]
    check_names(names, asked=asked, at=at)
    types = dict(zip(names, peer.rows(postgresql.types_sql(asked, names))[0], strict=True))
    check_types(types, not_text=postgresql.NOT_TEXT, at=at)
    if asked.cursor:
        kind = types[asked.cursor]
        blank = bool(peer.rows(postgresql.blanks_sql(asked)))
        check_cursor(asked, kind, allowed=postgresql.CURSOR_TYPES, blank=blank, at=at)
    rows = peer.batches(postgresql.rows_sql(asked, types, reach))
    return Answer(rows, types.get(asked.cursor, ""))


def _ask_sql_server(wanted: Wanted, asked: Asked, peer: Peer, reach: Reach | None) -> Answer:
    at = wanted.source.at
    query = one_select(asked.query, dialect=peer.dialect, at=at)
    columns = peer.headings(sql_server.headings_sql(query))
    check_names([name for name, _ in columns], asked=asked, at=at)
    types = dict(columns)
    check_types(types, not_text={"bytearray", "bytes"}, at=at)
    if asked.cursor:
        kind = types[asked.cursor]
        blank = bool(peer.rows(sql_server.blanks_sql(asked, query)))
        check_cursor(asked, kind, allowed=sql_server.CURSOR_TYPES, blank=blank, at=at)
    parameters = (sql_server.value_of(reach),) if reach else ()
    rows = peer.batches(sql_server.rows_sql(asked, query, reach), parameters)
    return Answer(rows, types.get(asked.cursor, ""))


def _received(wanted: Wanted, asked: Asked, path: Path, *, sha256: str) -> Received:
    return Received(
        path=path,
        name=plain_name(asked.table or "query"),
        origin=asked.origin,
        sha256=sha256,
        size=path.stat().st_size,
        fetched_at=datetime.now(UTC),
        etag=None,
        last_modified=None,
        unchanged=wanted.previous is not None and wanted.previous.sha256 == sha256,
    )


def _not_kept(wanted: Wanted, error: duckdb.Error) -> SourceError:
    if isinstance(error, duckdb.IOException | duckdb.OutOfMemoryException):
        return no_room(wanted, OSError(28, "no room for it"))
    return SourceError(
        "the database gives text that is not UTF-8, or a row too large to hold",
        code="S188",
        do="look at the database's encoding, and leave out columns that are not text",
        at=wanted.source.at,
    )
