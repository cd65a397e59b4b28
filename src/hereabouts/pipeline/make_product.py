"""Make one product: received or derived, judged by its contract, committed whole."""

import json
from dataclasses import dataclass

from hereabouts.engine.duckdb.session import Session, session
from hereabouts.engine.lineage import column_lineage
from hereabouts.lake.layout import quarantine
from hereabouts.model.product import Product
from hereabouts.model.table import TableVersion
from hereabouts.pipeline.acquisition import Held
from hereabouts.pipeline.bronze import Bronze, make_bronze
from hereabouts.pipeline.candidate import make_candidate
from hereabouts.pipeline.contract_gate import (
    KEPT,
    Judged,
    judge,
    quarantine_sql,
)
from hereabouts.pipeline.corrected_rows import Corrected, kept_corrections
from hereabouts.pipeline.facts import made_now
from hereabouts.pipeline.make_recipe import judge_recipe
from hereabouts.pipeline.quality_history import MADE, Remembered, remember
from hereabouts.pipeline.quality_measures import measure_facts, refuse_or_measure, warnings_of
from hereabouts.pipeline.standardise import RECEIVED
from hereabouts.pipeline.suppression import suppression
from hereabouts.pipeline.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Made:
    """A new version, and how it came about."""

    table: TableVersion
    judged: Judged
    lineage: dict[str, list[str]]


def make_product(
    workspace: Workspace, product: Product, held: Held | None, *, fingerprint: str
) -> Made:
    """Make and commit a new version of `product`.

    Nothing is visible until the last commit, whose facts carry the fingerprint: a run that is
    killed before it has changed nothing that anyone reads.

    Raises:
        DataError: it broke its contract; the last good version stands.
        SourceError: what was received cannot be read.
        LakeError: it could not be written.
    """
    with session(workspace.layout.scratch, home=workspace.layout.home) as opened:
        inputs = _attach_inputs(workspace, opened, product)
        left_out = suppression(workspace, product)
        received = make_bronze(workspace, opened, product, held, left_out) if held else None
        types = make_candidate(opened, product, received.headings if received else ())
        if left_out:
            left_out.offered(opened)
        recipe_facts = judge_recipe(workspace, opened, product)
        corrected = _corrected(workspace, product, held)
        judged = judge(opened, product, types, received.rejected if received else (), corrected)
        quarantined = _keep_quarantine(workspace, opened, product, judged, received)
        measures = refuse_or_measure(workspace, opened, product, judged)
        lineage = _lineage(product, inputs, received)
        facts = {
            **made_now(fingerprint),
            **recipe_facts,
            **(held.facts if held else {}),
            **({"files": json.dumps(received.files)} if received else {}),
            "rows_in": str(judged.rows_in),
            "lineage": json.dumps(lineage),
            "rows_out": str(judged.rows_out),
            "rows_quarantined": str(judged.rows_quarantined),
            "broken": json.dumps(judged.broken),
            "warnings": json.dumps(warnings_of(measures)),
            **measure_facts(opened, product, measures),
            "quarantine_version": str(quarantined.version) if quarantined else "",
            "inputs": json.dumps({name: table.version for name, table in inputs.items()}),
        }
        table = workspace.lake.write(
            workspace.table_name(product), opened.connection.sql(f"from {KEPT}"), facts=facts
        )
    if left_out:
        left_out.keep_no_copy(held)
        table = workspace.lake.open(table.name)
    remember(workspace.lake, [Remembered(product, MADE, table.version, measures)])
    return Made(table, judged, lineage)


def _attach_inputs(
    workspace: Workspace, opened: Session, product: Product
) -> dict[str, TableVersion]:
    reader = f"'{product.id}'"
    tables = {name: workspace.made(name, reader=reader, at=product.at) for name in product.inputs}
    opened.attach_all(tables)
    return tables


def _keep_quarantine(
    workspace: Workspace,
    opened: Session,
    product: Product,
    judged: Judged,
    received: Bronze | None,
) -> TableVersion | None:
    """Bad rows are kept even when the product is refused: that is when they are wanted most."""
    name = quarantine(product.id)
    if not judged.rows_quarantined and workspace.lake.latest(name) is None:
        return None
    hashes = [said["file"] for said in received.files] if received else []
    names = [said["supplier"] or said["name"] for said in received.files] if received else []
    rows = opened.connection.sql(quarantine_sql(product, files=hashes))
    return workspace.lake.write(
        name, rows, facts={"product": product.id, "names": json.dumps(names)}
    )


def _corrected(workspace: Workspace, product: Product, held: Held | None) -> Corrected | None:
    if held is None:
        return None
    return kept_corrections(workspace, product, files=tuple(f.sha256 for f in held.files))


def _lineage(
    product: Product, inputs: dict[str, TableVersion], received: Bronze | None
) -> dict[str, list[str]]:
    columns = product.contract.columns
    if product.recipe:
        return {c.name: list(product.recipe.sources_of(c.name)) for c in columns}
    if product.model is None:
        return {c.name: [f"{RECEIVED}.{c.source_name}"] for c in columns}
    if product.model.language != "sql":
        return {c.name: [] for c in columns}
    schema = {name: table.columns for name, table in inputs.items()}
    if received:
        others = dict.fromkeys(received.headings, "varchar")
        schema[f"bronze.{RECEIVED}"] = others | dict(received.table.columns)
    text = product.model.text
    return column_lineage(text, tuple(c.name for c in columns), schema=schema)
