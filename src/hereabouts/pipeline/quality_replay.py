"""Take corrected rows of quarantine back: kept, put in place at the next build, and withdrawn."""

import csv
import hashlib
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from hereabouts.errors import DataError
from hereabouts.lake.build_lock import build_lock
from hereabouts.lake.layout import corrected
from hereabouts.lake.objects import keep
from hereabouts.model.product import Product
from hereabouts.pipeline.offered import offered_columns
from hereabouts.pipeline.quality_export import ABOUT, FILE, ROW, WAS, export_rows, unguarded
from hereabouts.pipeline.workspace import Workspace

MOST_ROWS, MOST_BYTES = 100_000, 64_000_000
_TABLE = (
    "create table corrected (_file varchar, _row bigint, was varchar, record varchar,"
    " corrected_by varchar, why varchar, corrected_at varchar, sha256 varchar)"
)
_READ = (
    "select _file, _row, was, record, corrected_by, why, corrected_at, sha256 from read_parquet($1)"
)
Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Replayed:
    """How many rows of a file differ from what was offered, and how many do not."""

    changed: int
    unchanged: int


@dataclass(frozen=True, slots=True)
class _Kept:
    was: str
    record: str
    by: str
    why: str
    at: str
    sha256: str


def replay(workspace: Workspace, product: Product, path: Path, *, by: str, why: str) -> Replayed:
    """Keep the rows of `path` that somebody corrected, for the next build to put in place.

    Raises:
        DataError: Q321 a row is not in quarantine as it was exported; Q322 the file is not such
            an export; Q323 nothing in it was changed; Q324 the product is derived.
        LakeError: L201 a build is running; L301 or L302 it cannot be kept.
    """
    if product.source is None:
        raise DataError(
            f"'{product.id}' is made from other products, and is not corrected itself",
            code="Q324",
            do="correct the product that it is made from",
            at=product.at,
        )
    with build_lock(workspace.layout.home):
        offered = _offered(workspace, product)
        said, digest = _read(product, path)
        _refuse_changed(product, said, offered)
        changed = {key: record for key, (_, record) in said.items() if record != offered[key][1]}
        if not changed:
            raise DataError(
                f"'{path.name}' fixes nothing: every row is as it was offered",
                code="Q323",
                do="change the cells that the column _rules names, save, and replay it again",
            )
        keep(workspace.layout.objects, path, sha256=digest)
        kept = _kept(workspace, product)
        at = datetime.now(UTC).isoformat(timespec="seconds")
        for key, record in changed.items():
            # A row corrected twice is still held to what was received the first time.
            was = kept[key].was if key in kept else offered[key][0]
            kept[key] = _Kept(was, json.dumps(record), by, why, at, digest)
        _write(workspace, product, kept)
    return Replayed(len(changed), len(said) - len(changed))


def withdraw(workspace: Workspace, product: Product) -> int:
    """Forget every correction of the product from now on; how many there were.

    Earlier versions of the table keep them, and who made them.
    """
    with build_lock(workspace.layout.home):
        kept = _kept(workspace, product)
        if kept:
            _write(workspace, product, {})
    return len(kept)


def _offered(workspace: Workspace, product: Product) -> Mapping[Key, tuple[str, dict[str, str]]]:
    names = [column.name for column in offered_columns(product)]
    return {
        (file, int(row)): (was, dict(zip(names, cells, strict=True)))
        for file, row, was, _, *cells in export_rows(workspace, product, names)
    }


def _read(product: Product, path: Path) -> tuple[dict[Key, tuple[str, dict[str, str]]], str]:
    """The rows of the file by where they were, and the hash of its bytes."""
    names = [column.name for column in offered_columns(product)]
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _not_an_export(path, "it is too large")
        content = path.read_bytes()
        text = io.StringIO(content.decode("utf-8-sig"), newline="")
        lines = csv.DictReader(text, strict=True)
        missing = {*ABOUT, *names} - set(lines.fieldnames or ())
        if missing:
            raise _not_an_export(path, f"it has no column {', '.join(sorted(missing))}")
        found: dict[Key, tuple[str, dict[str, str]]] = {}
        for line in lines:
            record = {name: unguarded(line[name] or "") for name in names}
            found[line[FILE], int(line[ROW])] = (line[WAS], record)
            if len(found) > MOST_ROWS:
                raise _not_an_export(path, f"it has more than {MOST_ROWS:,} rows")
    except (OSError, UnicodeDecodeError, csv.Error, ValueError) as error:
        raise _not_an_export(path, f"it cannot be read ({type(error).__name__})") from error
    return found, hashlib.sha256(content).hexdigest()


def _not_an_export(path: Path, why: str) -> DataError:
    return DataError(
        f"'{path.name}' is not a corrected export of quarantine: {why}",
        code="Q322",
        do="export again with `hereabouts quarantine PRODUCT --export FILE.csv`, change only the"
        " cells of the data, and save as CSV in UTF-8",
    )


def _refuse_changed(
    product: Product,
    said: Mapping[Key, tuple[str, dict[str, str]]],
    offered: Mapping[Key, tuple[str, dict[str, str]]],
) -> None:
    gone = sum(key not in offered or offered[key][0] != was for key, (was, _) in said.items())
    if gone:
        raise DataError(
            f"rows of '{product.id}' are not in quarantine as they were exported",
            code="Q321",
            do="export again, and correct what is in quarantine now",
            at=product.at,
        )


def _kept(workspace: Workspace, product: Product) -> dict[Key, _Kept]:
    table = workspace.lake.latest(corrected(product.id))
    if table is None or not table.files:
        return {}
    with duckdb.connect() as connection:
        rows = connection.execute(_READ, [list(table.files)]).fetchall()
    return {(file, row): _Kept(*said) for file, row, *said in rows}


def _write(workspace: Workspace, product: Product, kept: Mapping[Key, _Kept]) -> None:
    rows = [(*key, k.was, k.record, k.by, k.why, k.at, k.sha256) for key, k in kept.items()]
    with duckdb.connect() as connection:
        connection.execute(_TABLE)
        if rows:
            connection.executemany(f"insert into corrected values ({', '.join('?' * 8)})", rows)
        workspace.lake.write(
            corrected(product.id),
            connection.sql("from corrected order by _file, _row"),
            facts={"product": product.id},
        )
