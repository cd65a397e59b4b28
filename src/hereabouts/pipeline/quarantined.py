"""Rows that broke a product's contract, for the people who may see the product."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import duckdb

from hereabouts.errors import ProjectError
from hereabouts.model.place_in_file import decode_sql, file_sql
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
    with duckdb.connect() as connection:
        held = connection.from_parquet(list(table.files), union_by_name=True)
        total = len(held)
        broke = "rules, record" if records else "rules"
        shown = held.order("_row").limit(limit).project(f"{_place(held, table.facts)}, {broke}")
        names = shown.columns
        rows = [dict(zip(names, row, strict=True)) for row in shown.fetchall()]
    return Quarantined(rows, total)


def _place(held: duckdb.DuckDBPyRelation, facts: Mapping[str, str]) -> str:
    """Where rows were: their number, and which file and column where there are several."""
    part = decode_sql("_row")
    several = held.aggregate(
        f"coalesce(max({part['file']}), 0), coalesce(max({part['column']}), 0)"
    )
    files, columns = several.fetchone() or (0, 0)
    names: list[str] = json.loads(facts.get("names", "[]"))
    said = [f"{file_sql('_row', names)} as file"] if files else []
    said += [f"{part['row']} as row"]
    said += [f'{part["column"]} as "column"'] if columns else []
    return ", ".join(said)


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
