"""Which base area each postcode is in, for a reader who knows no other name of where they are."""

import duckdb

from hereabouts.geography.custom_areas import looked_up_sql
from hereabouts.model.place import Place
from hereabouts.model.sensitivity import Sensitivity
from hereabouts.model.sql import literal
from hereabouts.release.request import ReleaseRequest

TABLE = "postcodes"
_EMPTY = "select cast(null as varchar) as postcode, cast(null as varchar) as base_code where false"


def open_lookup(request: ReleaseRequest) -> str | None:
    """The product that places postcodes, if it was made and its contract says it is open.

    Any other stays where it is, whoever the release is for: it is no product that is shown, and a
    lookup of one's own may hold addresses of one's own.
    """
    lookup = request.project.place.postcode_lookup
    if lookup is None or lookup.product not in request.products:
        return None
    contract = request.project.products[lookup.product].contract
    return lookup.product if contract.sensitivity is Sensitivity.OPEN else None


def write_postcodes(connection: duckdb.DuckDBPyConnection, request: ReleaseRequest) -> None:
    """Fill the table `postcodes`: `postcode, base_code`, without spaces, of the place alone.

    It is empty where there is no open lookup. A postcode that the lookup has in two base areas is
    left out.
    """
    sql = _sql(request.project.place) if open_lookup(request) else _EMPTY
    connection.execute(f"create or replace temp table {TABLE} as {sql}")


def _sql(place: Place) -> str:
    if place.postcode_lookup is None:
        return _EMPTY
    base = f"select area_code from areas where area_type = {literal(place.base.code)}"
    return (
        "select postcode, min(base_code) as base_code"
        f" from ({looked_up_sql(place.postcode_lookup)}) as looked_up"
        f" where base_code in ({base}) group by postcode having count(distinct base_code) = 1"
    )
