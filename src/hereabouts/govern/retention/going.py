"""What would go of one product, wherever it lies, and what holds it back."""

import json
from dataclasses import dataclass
from datetime import date

import duckdb

from hereabouts.engine.duckdb.session import Session, scan
from hereabouts.govern.retention.held import HeldBack, files_held, held_back
from hereabouts.govern.retention.holdings import Holdings, table_names
from hereabouts.govern.retention.received import (
    Received,
    objects_that_go,
    used_by_others,
    waiting_files,
)
from hereabouts.govern.retention.sieve import EVERYTHING, UNKNOWN, Sieve, condition, count
from hereabouts.lake.forgetting import earlier
from hereabouts.model.product import Product
from hereabouts.model.table import TableVersion

RELEASES = "_releases"


@dataclass(frozen=True, slots=True, kw_only=True)
class Going:
    """Counts, and the names of holds and releases."""

    product: Product
    sieve: Sieve
    rows: int  # of the product as it is now
    of: int  # so many
    elsewhere: int  # the most that each of its other tables and versions has, added up
    objects: Received  # received files that hold some
    waiting: frozenset[str]  # files that had to stay before, and need not now
    held: tuple[HeldBack, ...]
    releases: tuple[int, ...]  # that pin a version of it

    @property
    def anything(self) -> bool:
        """Whether there is a row or a file to go."""
        return bool(self.rows or self.elsewhere or self.waiting)


def find_going(
    holdings: Holdings, session: Session, product: Product, sieve: Sieve, today: date
) -> Going:
    """Look in every table of a product, in its earlier versions and in the files it came from."""
    rows = of = elsewhere = 0
    for kind, name in table_names(product).items():
        counts = [
            count_rows(session, product, sieve, version, kind)
            for version in earlier(holdings.lake, name)
        ]
        newest = holdings.lake.latest(name)
        if kind == "table" and newest:
            rows, counts = counts[0], counts[1:]
            of = count(session, newest, EVERYTHING) if newest.files else 0
        elsewhere += max(counts, default=0)
    waiting = waiting_files(holdings, product)
    if waiting:
        waiting -= files_held(holdings, session, product, today) | used_by_others(holdings, product)
    anything = bool(rows or elsewhere or waiting) and product.source is not None
    return Going(
        product=product,
        sieve=sieve,
        rows=rows,
        of=of,
        elsewhere=elsewhere,
        objects=objects_that_go(holdings, session, product, sieve) if anything else {},
        waiting=waiting,
        held=held_back(holdings, session, product, sieve, today),
        releases=pinning(holdings, table_names(product)["table"]),
    )


def count_rows(
    session: Session, product: Product, sieve: Sieve, version: TableVersion, kind: str
) -> int:
    """How many rows of a version go; none where it is from before the column."""
    where = condition(sieve, product, version, kind)
    before = kind == "table" and sieve.column is not None and sieve.column not in version.columns
    if not version.files or where == UNKNOWN or before:
        return 0
    return count(session, version, where)


def pinning(holdings: Holdings, name: str) -> tuple[int, ...]:
    """The numbers of the releases that were made from a version of the lake table `name`."""
    table = holdings.lake.latest(RELEASES)
    if table is None or not table.files:
        return ()
    with duckdb.connect() as connection:
        rows = connection.sql(f"select number, manifest from ({scan(table)}) as r").fetchall()
    return tuple(sorted(int(n) for n, said in rows if name in json.loads(said)["tables"]))
