"""What came of a conversion that was made: totals on both sides, statuses and its error."""

from typing import Any

from hereabouts.engine.duckdb.session import Session
from hereabouts.geography.conversion.balance import (
    areas_sql,
    balance_sql,
    lost_areas_sql,
    statuses_of_values_sql,
)
from hereabouts.geography.conversion.measured_error import error_sql
from hereabouts.model.conversion import Conversion, HoldOut
from hereabouts.model.converted import Converted, ConvertedCount, MeasuredError
from hereabouts.model.product import Product
from hereabouts.pipeline.workspace import Workspace


def converted_facts(
    workspace: Workspace, opened: Session, product: Product, conversion: Conversion
) -> Converted:
    """Measure the conversion of `product`, whose tables are in the session.

    Args:
        workspace: where the titles of other products are.
        opened: the session that `make_conversion` filled.
        product: what was made.
        conversion: its recipe.
    """
    before, after, apportioned = _row(opened, areas_sql(conversion))
    lost = {why: opened.connection.sql(lost_areas_sql(why)) for why in ("unknown", "unweighted")}
    products = workspace.project.products
    return Converted(
        source=products[conversion.source].contract.title,
        areas_before=before,
        areas_after=after,
        areas_apportioned=apportioned,
        areas_unknown=len(lost["unknown"].fetchall()),
        areas_unweighted=len(lost["unweighted"].fetchall()),
        rows=dict(opened.connection.sql(statuses_of_values_sql()).fetchall()),
        counts=tuple(_count(opened, product, name, conversion) for name in conversion.columns),
        shared_by=_shared_by(workspace, conversion),
        error=_error(workspace, opened, conversion) if conversion.hold_out else None,
    )


def _count(opened: Session, product: Product, name: str, conversion: Conversion) -> ConvertedCount:
    column = product.contract.column(name)
    before, after, apportioned, unknown, unweighted, beside = _row(
        opened, balance_sql(name, conversion)
    )
    return ConvertedCount(
        name=name,
        title=column.title if column else name,
        before=before,
        after=after,
        apportioned=apportioned,
        unknown=unknown,
        unweighted=unweighted,
        beside_missing=beside,
    )


def _shared_by(workspace: Workspace, conversion: Conversion) -> str:
    given = conversion.blocks or conversion.weights
    if given is None:
        return ""
    contract = workspace.project.products[given.product].contract
    column = contract.column(given.weight)
    return f"{column.title if column else given.weight!r} of {contract.title}"


def _error(workspace: Workspace, opened: Session, conversion: Conversion) -> MeasuredError | None:
    truth = conversion.hold_out
    if truth is None:
        return None
    compared, wmape, compared_apportioned, wmape_apportioned = _row(
        opened, error_sql(conversion, truth)
    )
    return MeasuredError(
        against=workspace.project.products[truth.product].contract.title,
        compared=compared,
        wmape=wmape,
        compared_apportioned=compared_apportioned,
        wmape_apportioned=wmape_apportioned,
        weighed_by_itself=_weighed_by(truth, conversion),
    )


def _weighed_by(truth: HoldOut, conversion: Conversion) -> bool:
    given = conversion.blocks or conversion.weights
    return given is not None and (given.product, given.weight) == (truth.product, truth.column)


def _row(opened: Session, sql: str) -> tuple[Any, ...]:
    found: tuple[Any, ...] | None = opened.connection.sql(sql).fetchone()
    return found or ()
