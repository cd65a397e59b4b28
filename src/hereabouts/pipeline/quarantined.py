"""Rows that broke a product's contract, for the people who may see the product."""

from dataclasses import dataclass
from typing import Any

import duckdb

from hereabouts.errors import ProjectError
from hereabouts.pipeline.workspace import Workspace
from hereabouts.project.names import advice


@dataclass(frozen=True, slots=True)
class Quarantined:
    """Some rows, and how many there are."""

    rows: list[dict[str, Any]]
    total: int


def quarantined(workspace: Workspace, product_id: str, *, limit: int, records: bool) -> Quarantined:
    """The product's newest quarantine, in the order of the file.

    Raises:
        ProjectError: P160 there is no such product.
    """
    refuse_unknown(workspace, product_id)
    table = workspace.quarantined(product_id)
    if table is None or not table.files:
        return Quarantined([], 0)
    columns = "_row as row, rules, record" if records else "_row as row, rules"
    with duckdb.connect() as connection:
        held = connection.from_parquet(list(table.files), union_by_name=True)
        total = len(held)
        shown = held.project(columns).order("row").limit(limit)
        names = shown.columns
        rows = [dict(zip(names, row, strict=True)) for row in shown.fetchall()]
    return Quarantined(rows, total)


def refuse_unknown(workspace: Workspace, product_id: str) -> None:
    """Raise when the folder has no such product.

    Raises:
        ProjectError: P160.
    """
    known = workspace.project.products
    if product_id not in known:
        raise ProjectError(
            f"there is no product '{product_id}'", code="P160", do=advice(product_id, known=known)
        )
