"""The areas of the place, what each is made of and what it lies in, from the area products."""

import json

from hereabouts.engine.duckdb.session import Session, session
from hereabouts.errors import one_error
from hereabouts.geography.custom_areas import best_fit_sql, of_postcodes
from hereabouts.geography.membership import areas_sql, members_sql, parents_sql
from hereabouts.model.place import Place
from hereabouts.model.table import TableVersion
from hereabouts.pipeline.facts import made_now
from hereabouts.pipeline.judge_areas import area_problems, area_warnings
from hereabouts.pipeline.neighbourhood_versions import changed_unsaid, made_of
from hereabouts.pipeline.plan import area_inputs
from hereabouts.pipeline.workspace import Workspace

AREAS, MEMBERS, PARENTS = "place/areas", "place/members", "place/parents"


def make_areas(workspace: Workspace, *, fingerprint: str) -> TableVersion:
    """Write `place/members` and `place/parents`, then `place/areas`, whose commit is the switch.

    Raises:
        HereaboutsError: all that `area_problems` finds; Q404 a custom area is not made of what
            its version was released with.
    """
    place = workspace.project.place
    with session(workspace.layout.scratch, home=workspace.layout.home) as opened:
        for name in area_inputs(workspace.project):
            opened.attach(name, workspace.made(name, reader="the list of areas", at=place.at))
        connection = opened.connection
        connection.execute("create schema place")
        _fit_postcodes(opened, place)
        connection.execute(f"create table place.areas as {areas_sql(place)}")
        connection.execute(f"create table place.members as {members_sql(place)}")
        custom = made_of(opened, place)
        problems = [*area_problems(workspace, opened), *changed_unsaid(workspace, custom)]
        if problems:
            raise one_error(problems)
        connection.execute(f"create table place.parents as {parents_sql()}")
        facts = made_now(fingerprint)
        members = workspace.lake.write(MEMBERS, connection.sql("from place.members"), facts=facts)
        parents = workspace.lake.write(PARENTS, connection.sql("from place.parents"), facts=facts)
        pins = {"members": str(members.version), "parents": str(parents.version)}
        pins |= {"neighbourhoods": json.dumps(custom)}
        pins |= {"told": json.dumps(list(area_warnings(workspace, opened)))}
        return workspace.lake.write(
            AREAS, connection.sql("from place.areas"), facts={**facts, **pins}
        )


def _fit_postcodes(opened: Session, place: Place) -> None:
    """`place.best_fit`, from the postcodes of the neighbourhoods that are made of them."""
    if place.postcode_lookup is None or not of_postcodes(place):
        return
    rows = [(n.area_type, n.code, p) for n in of_postcodes(place) for p in n.postcodes]
    opened.connection.execute(
        "create table place.postcodes as select unnest($1::varchar[]) as area_type,"
        " unnest($2::varchar[]) as area_code, unnest($3::varchar[]) as postcode",
        [list(column) for column in zip(*rows, strict=True)],
    )
    sql = best_fit_sql(place.postcode_lookup)
    opened.connection.execute(f"create table place.best_fit as {sql}")


def area_tables(workspace: Workspace) -> dict[str, TableVersion]:
    """`place.areas`, and the members and parents that were written with it."""
    areas = workspace.lake.open(AREAS)
    return {
        "place.areas": areas,
        "place.members": workspace.lake.open(MEMBERS, version=int(areas.facts["members"])),
        "place.parents": workspace.lake.open(PARENTS, version=int(areas.facts["parents"])),
    }
