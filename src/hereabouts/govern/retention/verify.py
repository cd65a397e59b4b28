"""See with fresh eyes that what was to go is gone: from tables, from their files and from disk."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hereabouts.engine.duckdb.session import Session
from hereabouts.govern.retention.holdings import Holdings, table_names
from hereabouts.govern.retention.received import is_here
from hereabouts.govern.retention.sieve import EVERYTHING, UNKNOWN, Sieve, condition, count
from hereabouts.lake.forgetting import earlier
from hereabouts.model.product import Product


@dataclass(slots=True, kw_only=True)
class Looked:
    """What was looked at after a deletion, and what of it should not be there."""

    tables: int = 0
    rows: int = 0  # that were to go and are there
    versions: int = 0  # earlier ones that can be read
    loose_files: int = 0  # in a table's folder and in no version
    received_files: int = 0  # that were to go and are there

    @property
    def clean(self) -> bool:
        """Whether nothing is there that should not be."""
        return not (self.rows or self.versions or self.loose_files or self.received_files)

    def as_json(self) -> dict[str, int]:
        """As a certificate has it."""
        return {
            "tables read": self.tables,
            "rows that were to go and are there": self.rows,
            "earlier versions that can be read": self.versions,
            "files of no version": self.loose_files,
            "received files that were to go and are there": self.received_files,
        }


def look_again(
    holdings: Holdings,
    session: Session,
    sieves: Sequence[tuple[Product, Sieve]],
    gone: Sequence[str],
) -> Looked:
    """Read everything that was deleted from once more.

    Args:
        holdings: what there is.
        session: to ask with.
        sieves: each product, and what was to go of it.
        gone: received files that were to go, by SHA-256.
    """
    found = Looked(received_files=sum(is_here(holdings, sha) for sha in gone))
    for product, sieve in sieves:
        for kind, name in table_names(product).items():
            versions = list(earlier(holdings.lake, name))
            if not versions:
                continue
            newest = versions[0]
            where = condition(sieve, product, newest, kind)
            some = EVERYTHING if where == UNKNOWN else where
            found.tables += 1
            found.versions += len(versions) - 1
            found.rows += count(session, newest, some) if newest.files else 0
            found.loose_files += _loose(holdings.lake.path(name), newest.files)
    return found


def _loose(folder: str, files: tuple[str, ...]) -> int:
    """Data files of a table in a folder that its newest version does not name."""
    known = {Path(file).name for file in files}
    return sum(path.name not in known for path in Path(folder).glob("*.parquet"))
