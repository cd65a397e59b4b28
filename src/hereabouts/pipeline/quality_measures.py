"""Measure a product while it is made: its rules, and its data beside them."""

import json

import duckdb

from hereabouts.engine.duckdb.session import Session
from hereabouts.errors import DataError
from hereabouts.model.product import Product
from hereabouts.model.table import TableVersion
from hereabouts.pipeline.contract_gate import (
    KEPT,
    Judged,
    measure_table,
    refuse_table,
    refuse_too_many,
    rule_failed,
)
from hereabouts.pipeline.quality_history import REFUSED, Remembered, remember
from hereabouts.pipeline.workspace import Workspace
from hereabouts.quality.data_measures import DataMeasure, data_measures, newest_period_sql
from hereabouts.quality.measure import Measure, measure_as_json, measure_from_json

FACT = "measures"
NEWEST = "newest_period"


def refuse_or_measure(
    workspace: Workspace, opened: Session, product: Product, judged: Judged
) -> tuple[Measure, ...]:
    """Every measure of what is offered, which is remembered even when it is refused.

    Raises:
        DataError: Q301, Q302 or Q303. The last good version stands.
    """
    table = measure_table(opened, product, rows=judged.rows_out)
    measures = (*judged.measures, *table, *_of_the_data(workspace, opened, product))
    try:
        refuse_too_many(product, judged)
        refuse_table(product, table)
    except DataError:
        remember(workspace.lake, [Remembered(product, REFUSED, None, measures)])
        raise
    return measures


def warnings_of(measures: tuple[Measure, ...]) -> list[str]:
    """What failed and did not stop the product, in words."""
    return [m.rule for m in measures if not m.passes and m.severity == "warning"]


def measure_facts(
    opened: Session, product: Product, measures: tuple[Measure, ...]
) -> dict[str, str]:
    """What a version remembers of its own quality, so that both appear together or not at all."""
    facts = {FACT: json.dumps([measure_as_json(measure) for measure in measures])}
    if sql := newest_period_sql(product.contract, relation=KEPT):
        row = opened.connection.sql(sql).fetchone()
        facts[NEWEST] = row[0].isoformat() if row and row[0] else ""
    return facts


def measures_in(table: TableVersion) -> tuple[Measure, ...]:
    """What `measure_facts` wrote; nothing for a version made before there were measures."""
    return tuple(measure_from_json(said) for said in json.loads(table.facts.get(FACT, "[]")))


def _of_the_data(workspace: Workspace, opened: Session, product: Product) -> list[Measure]:
    wanted = product.contract.assurance.expected_areas
    area_type = workspace.project.place.area_type(wanted) if wanted else None
    areas = (area_type.product or "") if area_type else ""
    return [
        _run(opened, product, measure)
        for measure in data_measures(product.contract, relation=KEPT, area_product=areas)
    ]


def _run(opened: Session, product: Product, measure: DataMeasure) -> Measure:
    try:
        row = opened.connection.sql(measure.sql).fetchone()
    except duckdb.Error as error:
        raise rule_failed(product, measure.rule, error) from error
    tested, broken = row or (0, 0)
    return measure.measured(int(tested), broken=int(broken))
