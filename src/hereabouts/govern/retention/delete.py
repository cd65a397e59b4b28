"""Delete rows of one product from everywhere that the platform keeps them."""

import shutil
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any

from hereabouts.engine.duckdb.session import Session, scan
from hereabouts.govern.retention.going import Going
from hereabouts.govern.retention.held import files_held
from hereabouts.govern.retention.holdings import Holdings, table_names
from hereabouts.govern.retention.marks import digest_of
from hereabouts.govern.retention.received import (
    Received,
    destroy,
    facts_that_stay,
    received_objects,
    used_by_others,
)
from hereabouts.govern.retention.sieve import EVERYTHING, UNKNOWN, condition, count
from hereabouts.lake.forgetting import forget_history
from hereabouts.model.product import Product
from hereabouts.model.sql import identifier
from hereabouts.model.table import TableVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class Deleted:
    """What went of one product. Counts, hashes and words; never a value."""

    product: str
    rows: dict[str, int] = field(default_factory=dict)  # of bronze, quarantine, corrected, table
    rows_left: int = 0
    versions: int = 0  # of its tables, that can be read no more
    files: tuple[str, ...] = ()  # received files, by SHA-256
    files_left: dict[str, str] = field(default_factory=dict)  # SHA-256 -> why it stays
    keys: str = ""  # HMAC over the keys of its rows, under a key that was thrown away
    archived: dict[str, Any] = field(default_factory=dict)
    elsewhere: tuple[str, ...] = ()  # where it came from, which is not ours to delete

    def as_json(self) -> dict[str, Any]:
        """As a certificate has it."""
        return asdict(self)


def delete_rows(
    holdings: Holdings, session: Session, going: Going, *, today: date, known: Iterable[str] = ()
) -> Deleted:
    """Delete what is going, from the rawest form on. Safe to run again after a stop.

    Tables are written without the rows and lose their history; received files with such a row go
    whole, but for those under a hold or that another product is made from. The caller holds the
    build lock, and has refused what holds protect.

    Args:
        holdings: the project.
        session: to ask with.
        going: what.
        today: the day on which holds hold.
        known: received files that were found to go before a stop. Their rows may be gone by now,
            and with them what tells that the files held some.

    Raises:
        LakeError: L301 or L302 it could not be written; what was deleted before stays deleted.
    """
    product, sieve = going.product, going.sieve
    here = received_objects(holdings, product)
    files = going.objects | {sha: here[sha] for sha in known if sha in here}
    left = _why_left(holdings, session, product, files, today)
    gone = {sha: at for sha, at in files.items() if sha not in left}
    facts = facts_that_stay(holdings, product, gone=frozenset(gone), left=frozenset(left))
    rows: dict[str, int] = {}
    keys, versions, remaining = "", 0, 0
    for kind, name in table_names(product).items():
        table = holdings.lake.latest(name)
        if table is None:
            continue
        where = condition(sieve, product, table, kind)
        if kind == "table":
            keys = _digest(session, product, table, where)
        more = facts if kind == "bronze" else {}
        table, rows[kind] = _without(holdings, session, table, where, more)
        remaining = count(session, table, EVERYTHING) if kind == "table" else remaining
        versions += forget_history(holdings.lake, name)
    destroy(holdings, product, gone)
    return Deleted(
        product=product.id,
        rows=rows,
        rows_left=remaining,
        versions=versions,
        files=tuple(sorted(gone)),
        files_left=left,
        keys=keys,
        elsewhere=_elsewhere(product),
    )


def sweep_working_files(holdings: Holdings, products: tuple[str, ...]) -> int:
    """Delete what was left while working: spilled data, uploads that wait, suppliers' reports.

    Returns:
        How many files went.
    """
    reports = holdings.layout.home / "reports"
    told = [path for one in products for path in reports.glob(f"{one}.*") if path.is_file()]
    loose = [holdings.layout.scratch, holdings.layout.home / "arrivals"]
    inside = [path for folder in loose for path in folder.rglob("*") if path.is_file()]
    for path in (*told, *inside):
        path.unlink(missing_ok=True)
    for folder in loose:
        for path in folder.glob("*"):
            shutil.rmtree(path, ignore_errors=True)
    return len(told) + len(inside)


def merged(before: Deleted, now: Deleted) -> Deleted:
    """What a run that was stopped and the one that finished it deleted, as one."""
    kinds = {*before.rows, *now.rows}
    return replace(
        now,
        rows={kind: max(before.rows.get(kind, 0), now.rows.get(kind, 0)) for kind in kinds},
        files=tuple(sorted({*before.files, *now.files} - now.files_left.keys())),
        keys=before.keys or now.keys,
        archived=before.archived or now.archived,
    )


def _why_left(
    holdings: Holdings, session: Session, product: Product, going: Received, today: date
) -> dict[str, str]:
    held = files_held(holdings, session, product, today) if going else frozenset()
    others = used_by_others(holdings, product) if going else frozenset()
    said = {sha: "another product is made from it" for sha in going if sha in others}
    return said | {sha: "a hold protects a row in it" for sha in going if sha in held}


def _without(
    holdings: Holdings, session: Session, table: TableVersion, where: str, more: dict[str, str]
) -> tuple[TableVersion, int]:
    """The table without some rows, and how many went. What cannot be told apart goes whole."""
    some = EVERYTHING if where == UNKNOWN else where
    going = count(session, table, some) if table.files else 0
    if not going and not more:
        return table, 0
    rows = session.connection.sql(f"select * from ({scan(table)}) as held where not ({some})")
    written = holdings.lake.write(table.name, rows, facts={**table.facts, **more})
    return written, going


def _digest(session: Session, product: Product, table: TableVersion, where: str) -> str:
    """One keyed hash of the keys of the rows that go, in order; of whole rows without a key."""
    names = product.contract.key or tuple(table.columns)
    listed = ", ".join(identifier(name) for name in names if name in table.columns)
    asked = (
        f"select cast(row({listed}) as varchar) from ({scan(table)}) as held where {where}"
        " order by 1"
    )
    found = session.connection.sql(asked).fetchall() if table.files else []
    return digest_of(str(row[0]) for row in found) if found else ""


def _elsewhere(product: Product) -> tuple[str, ...]:
    """What the sources are, in words: an address may hold a secret, so it is not said."""
    if product.source is None:
        return ()
    ways = [part.ways[0] for part in product.source.parts]
    return tuple(dict.fromkeys(way.location.get("path") or way.kind for way in ways))
