"""Rasters, tiles and boundaries of every area type that has a shape."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime

from hereabouts.engine.duckdb.session import Session, session
from hereabouts.geography.artefact import write_artefact
from hereabouts.geography.boundaries import Boundaries, dissolve, from_wkb
from hereabouts.model.place import AreaType
from hereabouts.model.sql import identifier, qualified
from hereabouts.model.table import TableVersion
from hereabouts.pipeline.make_areas import area_tables
from hereabouts.pipeline.plan import boundary_inputs
from hereabouts.pipeline.progress import Progress
from hereabouts.pipeline.workspace import Workspace

BOUNDARIES = "place/boundaries"
#: The ID raster serves up to about zoom 6; generalised outlines hold no more than zoom 9 shows.
TILE_ZOOMS = (6, 9)


def make_boundaries(workspace: Workspace, *, fingerprint: str, progress: Progress) -> TableVersion:
    """Write one artefact per area type, then the table that names them."""
    place = workspace.project.place
    with session(workspace.layout.scratch, home=workspace.layout.home) as opened:
        opened.attach_all(area_tables(workspace))
        for name in boundary_inputs(workspace.project)[1:]:
            opened.attach(name, workspace.lake.open(f"{_layer(workspace, name)}"))
        base = _declared(opened, place.base) if place.base.boundaries else None
        folders: dict[str, str] = {}
        for area_type in place.area_types:
            progress.detail(area_type.plural)
            shapes = _shapes(opened, area_type, base)
            if shapes is not None:
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
        facts = {
            "fingerprint": fingerprint,
            "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
            "folders": json.dumps(folders),
        }
        return workspace.lake.write(BOUNDARIES, rows, facts=facts)


def folders_of(table: TableVersion | None) -> Mapping[str, str]:
    """Artefact folder by area type."""
    return dict(json.loads(table.facts["folders"])) if table else {}


def _layer(workspace: Workspace, product_id: str) -> str:
    return workspace.table_name(workspace.project.products[product_id])


def _shapes(opened: Session, area_type: AreaType, base: Boundaries | None) -> Boundaries | None:
    if area_type.base:
        return base
    if area_type.boundaries:
        return _declared(opened, area_type)
    return _dissolved(opened, area_type, base) if base else None


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


def _dissolved(opened: Session, area_type: AreaType, base: Boundaries) -> Boundaries:
    sql = "select base_code, area_code from place.members where area_type = ?"
    parent_of = dict(opened.connection.execute(sql, [area_type.code]).fetchall())
    return dissolve(base, parent_of=parent_of, names=_names(opened, area_type))
