"""What areas that are no more became, for a reader who knows an area by a code of its past."""

import duckdb

from hereabouts.geography.code_history import ended_sql, retired_sql
from hereabouts.model.sensitivity import Sensitivity
from hereabouts.release.request import ReleaseRequest

TABLE = "retired_areas"
_COLUMNS = "cast(null as varchar) as code, cast(null as varchar) as became"
_EMPTY = f"select {_COLUMNS}, cast(null as varchar) as since where false"


def open_history(request: ReleaseRequest) -> str | None:
    """The product that says what codes became, if it was made and its contract says it is open."""
    history = request.project.place.code_history
    if history is None or history.product not in request.products:
        return None
    contract = request.project.products[history.product].contract
    return history.product if contract.sensitivity is Sensitivity.OPEN else None


def write_retired_areas(connection: duckdb.DuckDBPyConnection, request: ReleaseRequest) -> None:
    """Fill the table `retired_areas`: `code, became, since`, a row for each that a code became.

    Of codes that became an area of the place alone; `since` is a day, or a year where the history
    knows no more. It is empty where there is no open history.
    """
    sql = _sql(request) if open_history(request) else _EMPTY
    connection.execute(f"create or replace temp table {TABLE} as {sql}")


def _sql(request: ReleaseRequest) -> str:
    history = request.project.place.code_history
    if history is None:
        return _EMPTY
    return f"""
        with became as ({retired_sql(history)}), ended as ({ended_sql(history)})
        select code, became, ended as since
        from became left join ended using (code)
        where became is not null and code not in (select area_code from areas)
        qualify bool_or(became in (select area_code from areas)) over (partition by code)"""
