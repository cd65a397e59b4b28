"""Rasters, tiles, boundaries and neighbours of every area type that has a shape."""

import json
from collections.abc import Mapping

from hereabouts.engine.duckdb.session import Session, session
from hereabouts.geography.artefact import write_artefact
from hereabouts.geography.boundaries import Boundaries, dissolve, from_wkb
from hereabouts.model.place import AreaType
from hereabouts.model.sql import identifier, qualified
from hereabouts.model.table import TableVersion
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
        for area_type in place.area_types:
            progress.detail(area_type.plural)
            shapes = _shapes(opened, area_type, made, base=place.base.code)
            if shapes is not None:
                made[area_type.code] = shapes
                folders[area_type.code] = write_artefact(
                    shapes,
                    workspace.layout.artefacts,
                    area_type=area_type.code,
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
        return workspace.lake.write(BOUNDARIES, rows, facts=facts)


def folders_of(table: TableVersion | None) -> Mapping[str, str]:
    """Artefact folder by area type."""
    return dict(json.loads(table.facts["folders"])) if table else {}


def _shapes(
    opened: Session, area_type: AreaType, made: Mapping[str, Boundaries], *, base: str
) -> Boundaries | None:
    """As declared, or dissolved from what was made before; smaller types come first."""
    if area_type.boundaries:
        return _declared(opened, area_type)
    parts = _parts(opened, area_type, tuple(code for code in made if code != base)) or base
    if parts not in made:
        return None
    # Neighbourhoods may overlap, so what is made of base areas goes by its list of members.
    sql = (
        "select base_code, area_code from place.members where area_type = $2 and $1 is not null"
        if parts == base
        else "select area_code, parent_code from place.parents"
        " where area_type = $1 and parent_type = $2"
    )
    parent_of = dict(opened.connection.execute(sql, [parts, area_type.code]).fetchall())
    return dissolve(made[parts], parent_of=parent_of, names=_names(opened, area_type))


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


def _declared(opened: Session, area_type: AreaType) -> Boundaries:
    names = _names(opened, area_type)
    sql = (
        f"select {identifier(area_type.code_column)}, geometry"
        f" from {qualified(area_type.boundaries or '')} where geometry is not null"
    )
    shapes = dict(opened.connection.execute(sql).fetchall())
    # An area without an outline keeps its place, or every number after it would be wrong.
    return from_wkb(tuple(names), tuple(names.values()), [shapes.get(code) for code in names])
