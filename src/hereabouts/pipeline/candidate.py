"""The rows a product is offered, before its contract has judged them."""

import importlib.util
import inspect
from collections.abc import Mapping

import duckdb

from hereabouts.engine.duckdb.session import Session
from hereabouts.errors import DataError, ProjectError
from hereabouts.model.product import Model, Product
from hereabouts.model.sql import identifier, qualified
from hereabouts.pipeline.make_recipe import make_recipe
from hereabouts.pipeline.standardise import RECEIVED, heading_of
from hereabouts.project.names import nearest

CANDIDATE = "candidate"


def make_candidate(
    session: Session, product: Product, headings: tuple[str, ...]
) -> Mapping[str, str]:
    """Define the view `candidate`: `_row` and the contract's columns, not computed yet.

    Args:
        session: sees every input, and `received` for a source product.
        product: what is being made.
        headings: of what was received; empty for a derived product.

    Returns:
        DuckDB type by column.

    Raises:
        DataError: Q201 or Q202 a column promised by the contract is not there; Q203 the model
            failed.
    """
    connection = session.connection
    connection.execute(f"drop view if exists {CANDIDATE}")
    offered = _offered(session, product, headings)
    _refuse_missing(product, tuple(offered.columns))
    row = '"_row"' if "_row" in offered.columns else "row_number() over ()"
    names = ", ".join(identifier(column.name) for column in product.contract.columns)
    offered.project(f"cast({row} as bigint) as _row, {names}").create_view(CANDIDATE)
    made = connection.sql(f"from {CANDIDATE}")
    return {name: str(kind).lower() for name, kind in zip(made.columns, made.types, strict=True)}


def _offered(
    session: Session, product: Product, headings: tuple[str, ...]
) -> duckdb.DuckDBPyRelation:
    if product.recipe:
        return make_recipe(session, product.recipe)
    if product.model is None:
        return session.connection.sql(_by_heading(product, headings))
    try:
        if product.model.language == "sql":
            return session.connection.sql(product.model.text)
        return _run_python(session, product.model)
    except Exception as error:  # a model is somebody else's code, and may raise anything
        raise model_failed(product, error) from error


def _by_heading(product: Product, headings: tuple[str, ...]) -> str:
    """Columns of the contract by their heading in the received file."""
    read_from = {
        column.name: heading_of(product, column, headings) for column in product.contract.columns
    }
    missing = [c for c in product.contract.columns if read_from[c.name] not in headings]
    if missing:
        raise DataError(
            "what was received has no column "
            + ", ".join(_and_nearest(read_from[c.name], headings) for c in missing),
            code="Q201",
            do="if the publisher renamed it, change physicalName in the contract; if the heading"
            " moved, change header_rows or skip_rows in source.yml",
            at=missing[0].at,
        )
    columns = ", ".join(
        f"{identifier(read_from[c.name])} as {identifier(c.name)}" for c in product.contract.columns
    )
    return f"select _row, {columns} from {RECEIVED}"


def _and_nearest(name: str, headings: tuple[str, ...]) -> str:
    near = nearest(name, headings)
    return f"'{name}'" + (f" (nearest: '{near[0]}')" if near else "")


def _refuse_missing(product: Product, columns: tuple[str, ...]) -> None:
    missing = [c for c in product.contract.columns if c.name not in columns]
    if missing:
        raise DataError(
            "the model makes no column " + ", ".join(f"'{c.name}'" for c in missing),
            code="Q202",
            do="select it in the model, or take it out of the contract",
            at=product.made_at,
        )


def model_failed(product: Product, error: Exception) -> DataError:
    """What a model's failure may say: its kind, and DuckDB's words where they hold no value."""
    words = str(error).splitlines()[0] if isinstance(error, duckdb.ProgrammingError) else ""
    return DataError(
        f"the model of '{product.id}' failed: {type(error).__name__}"
        + (f": {words}" if words else ""),
        code="Q203",
        do="try the model on its examples with `hereabouts test`",
        at=product.made_at,
    )


def _run_python(session: Session, model: Model) -> duckdb.DuckDBPyRelation:
    spec = importlib.util.spec_from_file_location("hereabouts_model", model.path)
    if spec is None or spec.loader is None:
        raise ProjectError("the model cannot be imported", code="P150", do="check it", at=model.at)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    tables = {name: session.connection.sql(f"from {qualified(name)}") for name in model.inputs}
    given = {"tables": tables, "connection": session.connection}
    asked = inspect.signature(module.model).parameters
    made: duckdb.DuckDBPyRelation = module.model(**{name: given[name] for name in asked})
    return made
