"""Which areas border which, from the outlines that the map is drawn from."""

import json
from collections.abc import Mapping

from hereabouts.engine.duckdb.session import Session
from hereabouts.geography.adjacency import adjacency
from hereabouts.geography.boundaries import Boundaries
from hereabouts.model.table import TableVersion
from hereabouts.pipeline.workspace import Workspace

NEIGHBOURS = "place/neighbours"


def write_neighbours(
    workspace: Workspace,
    opened: Session,
    outlines: Mapping[str, Boundaries],
    *,
    facts: Mapping[str, str],
) -> TableVersion:
    """Write `place/neighbours`: `area_type, area_code, neighbour_code, shared_metres`.

    Shape:
        one row per area and neighbour, so two per border. Areas that border none have no row:
        the fact `islands` lists them, by area type.
    """
    connection = opened.connection
    connection.execute(
        "create or replace table bordering (area_type varchar, area_code varchar,"
        " neighbour_code varchar, shared_metres double)"
    )
    islands = {}
    for area_type, shapes in outlines.items():
        found = adjacency(shapes)
        islands[area_type] = found.islands
        columns = {"c": found.codes, "n": found.neighbours, "m": found.shared_metres}
        connection.register("met", columns)
        connection.execute("insert into bordering select $1, c, n, m from met", [area_type])
        connection.unregister("met")
    said = {**facts, "islands": json.dumps(islands)}
    return workspace.lake.write(NEIGHBOURS, connection.sql("from bordering"), facts=said)


def neighbours_with(workspace: Workspace, boundaries: TableVersion | None) -> TableVersion | None:
    """The neighbours that were written with these boundaries; None before there were any."""
    version = boundaries.facts.get("neighbours") if boundaries else None
    return workspace.lake.open(NEIGHBOURS, version=int(version)) if version else None
