"""Write rows to an archive before they are deleted: Parquet, and a manifest with hashes."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from hereabouts.engine.duckdb.session import Session, scan
from hereabouts.errors import GoverningError
from hereabouts.govern.retention.due import Due
from hereabouts.govern.retention.holdings import Holdings
from hereabouts.govern.retention.sieve import condition, count
from hereabouts.model.retention import RetentionSchedule
from hereabouts.sources.received import sha256_of

MANIFEST = "manifest.json"


def archive_folder(holdings: Holdings, schedule: RetentionSchedule) -> Path:
    """The folder that a schedule archives to.

    Raises:
        GoverningError: G133 it is an address, or inside the project folder.
    """
    said, root = schedule.archive_to, holdings.layout.root
    folder = (root / said).resolve()
    if "://" in said or folder.is_relative_to(root):
        raise GoverningError(
            f"schedule {schedule.name!r} archives to what is no folder outside the project",
            code="G133",
            do="name a folder outside it, or mount the share as one: the project folder is"
            " shared, and what is in .hereabouts is deleted",
            at=schedule.at,
        )
    return folder


def archive(
    holdings: Holdings, session: Session, due: Due, *, certificate: str, now: datetime
) -> dict[str, Any]:
    """Write the rows that go; whole or not at all. Run again, it writes the same file.

    Returns:
        The manifest: file, SHA-256, rows, columns, and under which schedule.

    Raises:
        GoverningError: G133 as above; G134 it cannot be written, or does not hold what it must.
    """
    folder = archive_folder(holdings, due.schedule) / due.going.product.id / certificate
    table = holdings.table(due.going.product)
    if table is None:
        raise TypeError(f"{due.going.product.id} was never made")
    where = condition(due.going.sieve, due.going.product, table, "table")
    path, unfinished = folder / "rows.parquet", folder / "rows.parquet.part"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        # The engine may write nowhere but in the lake's own folder, so the rows are handed over.
        made = _copy(holdings, session, f"select * from ({scan(table)}) as held where {where}")
        unfinished.write_bytes(made.read_bytes())
        made.unlink()
        unfinished.replace(path)
        manifest = {
            "product": due.going.product.id,
            "schedule": due.schedule.name,
            "authority": due.schedule.authority,
            "certificate": certificate,
            "archived_at": now.isoformat(timespec="seconds"),
            "file": path.name,
            "sha256": sha256_of(path),
            "rows": count(session, table, where),
            "columns": dict(table.columns),
            "contract_version": due.going.product.contract.version,
        }
        (folder / MANIFEST).write_text(json.dumps(manifest, indent=2) + "\n", "utf-8")
    except OSError as error:
        raise GoverningError(
            f"the archive of {due.going.product.id} cannot be written ({type(error).__name__})",
            code="G134",
            do="see that the folder is there and has room; nothing was deleted",
            at=due.schedule.at,
        ) from error
    return {**manifest, "folder": str(folder)}


def _copy(holdings: Holdings, session: Session, rows: str) -> Path:
    path = holdings.layout.scratch / "archive.parquet"
    session.connection.sql(rows).write_parquet(str(path), compression="zstd")
    return path
