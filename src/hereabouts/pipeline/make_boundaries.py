"""Rasters, tiles, boundaries and neighbours of every area type that has a shape."""

import json
from collections.abc import Mapping

from hereabouts.engine.duckdb.session import Session, session
from hereabouts.geography.artefact import write_artefact
from hereabouts.geography.boundaries import Boundaries, dissolve
from hereabouts.model.place import AreaType, Place
from hereabouts.model.table import TableVersion
from hereabouts.pipeline.declared_boundaries import read_declared
from hereabouts.pipeline.facts import made_now
from hereabouts.pipeline.make_areas import area_tables
from hereabouts.pipeline.make_neighbours import write_neighbours
from hereabouts.pipeline.plan import boundary_inputs
from hereabouts.pipeline.progress import Progress
from hereabouts.pipeline.workspace import Workspace

BOUNDARIES = "place/boundaries"
#: The ID raster serves up to about zoom 6; generalised outlines hold no more than zoom 9 shows.
TILE_ZOOMS = (6, 9)


def make_boundaries(workspace: Workspace, *, fingerprint: str, progress: Progress) -> TableVersion:
    """Write one artefact per area type, who borders whom, then the table that names them.

    The last commit is the switch: it says which version of `place/neighbours` goes with it.
    """
    place = workspace.project.place
    with session(workspace.layout.scratch, home=workspace.layout.home) as opened:
        opened.attach_all(area_tables(workspace))
        for name in boundary_inputs(workspace.project)[1:]:
            opened.attach(name, workspace.made(name, reader="the map", at=place.at))
        made: dict[str, Boundaries] = {}
        folders: dict[str, str] = {}
        told: list[str] = []
        for area_type in place.area_types:
            progress.detail(area_type.plural)
            if area_type.boundaries:
                names = _names(opened, area_type)
                shapes: Boundaries | None = read_declared(opened, area_type, names=names, told=told)
            else:
                shapes = _joined(opened, area_type, made, place)
            if shapes is not None:
                made[area_type.code] = shapes
                folders[area_type.code] = write_artefact(
                    shapes,
                    workspace.layout.artefacts,
                    named=artefact_name(area_type),
                    tiles_zooms=TILE_ZOOMS,
                )
        rows = opened.connection.sql(
            "select unnest($1::varchar[]) as area_type, unnest($2::varchar[]) as folder",
            params=[list(folders), list(folders.values())],
        )
        progress.detail("borders")
        facts = made_now(fingerprint)
        neighbours = write_neighbours(workspace, opened, made, facts=facts)
        facts |= {"folders": json.dumps(folders), "neighbours": str(neighbours.version)}
        facts |= {"told": json.dumps(told)}
        return workspace.lake.write(BOUNDARIES, rows, facts=facts)


def folders_of(table: TableVersion | None) -> Mapping[str, str]:
    """Artefact folder by area type."""
    return dict(json.loads(table.facts["folders"])) if table else {}


def artefact_name(area_type: AreaType) -> str:
    """How the type's artefact begins: `lsoa-2021` where its layer and vintage are said."""
    if area_type.layer is None:
        return area_type.code
    return f"{area_type.layer}-{area_type.vintage}"


def _joined(
    opened: Session, area_type: AreaType, made: Mapping[str, Boundaries], place: Place
) -> Boundaries | None:
    """Dissolved from what was made before, or None where nothing was; smaller types come first."""
    base = place.base.code
    overlapping = {kind.code for kind in place.area_types if kind.overlapping}
    among = tuple(code for code in made if code != base and code not in overlapping)
    parts = _parts(opened, area_type, among) or base
    if parts not in made:
        return None
    # A base area may lie in several neighbourhoods, so these go by their lists of members.
    sql = (
        "select area_code, list(base_code) from place.members"
        " where area_type = $2 and $1 is not null group by area_code"
        if parts == base
        else "select parent_code, list(area_code) from place.parents"
        " where area_type = $1 and parent_type = $2 group by parent_code"
    )
    members = dict(opened.connection.execute(sql, [parts, area_type.code]).fetchall())
    return dissolve(made[parts], members=members, names=_names(opened, area_type))


def _parts(opened: Session, area_type: AreaType, among: tuple[str, ...]) -> str | None:
    """The type with fewest areas that fill this one exactly: the fewer, the sooner it is done.

    Its areas that lie whole in areas of this type hold, between them, every base area that this
    type has, so that nothing is left out. None where no type does.
    """
    sql = """
        with held as (
            select area_type, area_code, count(*) as bases from place.members group by all
        ), inside as (
            select p.area_type, sum(held.bases) as bases, count(*) as areas
            from place.parents as p
            join held on held.area_type = p.area_type and held.area_code = p.area_code
            where p.parent_type = $1 group by p.area_type
        )
        select area_type from inside
        where bases = (select sum(bases) from held where area_type = $1)
          and list_contains($2, area_type)
        order by areas limit 1"""
    found = opened.connection.execute(sql, [area_type.code, list(among)]).fetchone()
    return str(found[0]) if found else None


def _names(opened: Session, area_type: AreaType) -> dict[str, str]:
    sql = "select area_code, area_name from place.areas where area_type = ?"
    return dict(opened.connection.execute(sql, [area_type.code]).fetchall())
