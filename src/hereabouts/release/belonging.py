"""Which base areas make up each area, group and the whole place: what any reader may look up."""

import duckdb

from hereabouts.model.place import WHOLE_PLACE
from hereabouts.model.project import Project
from hereabouts.model.sql import identifier, literal, qualified

TABLE = "belonging"


def write_belonging(connection: duckdb.DuckDBPyConnection, project: Project) -> None:
    """Fill the table `belonging`: `area_type, area_code, base_code`, as `members`, and more.

    A benchmark is left out: it reaches beyond the place, to areas that no file of ours lists.
    """
    used = {indicator.inequality for indicator in project.indicators.values()}
    selects = ["select area_type, area_code, base_code from members"]
    selects.append(
        f"select distinct {literal(WHOLE_PLACE)}, {literal(WHOLE_PLACE)}, base_code from members"
        f" where area_type = {literal(project.place.base.code)}"
    )
    selects += [
        f"select {literal(group.name)},"
        f" cast(cast({identifier(group.column)} as integer) as varchar),"
        f" {identifier(group.code_column)} from {qualified(group.product)}"
        f" where {identifier(group.column)} is not null"
        for group in project.place.groups
        if group.name in used
    ]
    connection.execute(f"create or replace temp table {TABLE} as {' union all '.join(selects)}")
