"""The areas of the place, what each is made of and what it lies in, from the area products."""

from hereabouts.engine.duckdb.session import Session, session
from hereabouts.errors import DataError
from hereabouts.geography.membership import (
    areas_sql,
    members_sql,
    parents_sql,
    unknown_members_sql,
    unknown_parents_sql,
)
from hereabouts.model.place import Place
from hereabouts.model.table import TableVersion
from hereabouts.pipeline.became import became_words
from hereabouts.pipeline.facts import made_now
from hereabouts.pipeline.plan import area_inputs
from hereabouts.pipeline.workspace import Workspace

AREAS, MEMBERS, PARENTS = "place/areas", "place/members", "place/parents"


def make_areas(workspace: Workspace, *, fingerprint: str) -> TableVersion:
    """Write `place/members` and `place/parents`, then `place/areas`, whose commit is the switch.

    Raises:
        DataError: Q401 a neighbourhood names an area that is not there; Q402 an area lies in
            one that no product lists.
    """
    place = workspace.project.place
    with session(workspace.layout.scratch, home=workspace.layout.home) as opened:
        for name in area_inputs(workspace.project):
            opened.attach(name, workspace.made(name, reader="the list of areas", at=place.at))
        connection = opened.connection
        connection.execute("create schema place")
        connection.execute(f"create table place.areas as {areas_sql(place)}")
        _refuse_unknown(workspace, opened, place)
        connection.execute(f"create table place.members as {members_sql(place)}")
        connection.execute(f"create table place.parents as {parents_sql()}")
        facts = made_now(fingerprint)
        members = workspace.lake.write(MEMBERS, connection.sql("from place.members"), facts=facts)
        parents = workspace.lake.write(PARENTS, connection.sql("from place.parents"), facts=facts)
        pins = {"members": str(members.version), "parents": str(parents.version)}
        return workspace.lake.write(
            AREAS, connection.sql("from place.areas"), facts={**facts, **pins}
        )


def _refuse_unknown(workspace: Workspace, opened: Session, place: Place) -> None:
    connection = opened.connection
    members = [row[0] for row in connection.sql(unknown_members_sql(place)).fetchall()]
    if members:
        raise DataError(
            f"neighbourhoods name {len(members)} areas that are not there, such as"
            f" {', '.join(map(repr, members[:3]))}{became_words(workspace, opened, members)}",
            code="Q401",
            do="correct `members` in place.yml; codes change with each census",
            at=place.at,
        )
    parents = connection.sql(unknown_parents_sql(place)).fetchall()
    if parents:
        said = ", ".join(f"{code!r} of type '{kind}'" for kind, code in parents[:3])
        raise DataError(
            f"'{place.base.product}' says its areas lie in {len(parents)} areas that no product"
            f" lists, such as {said}"
            f"{became_words(workspace, opened, [code for _, code in parents])}",
            code="Q402",
            do="add them to the product of their area type, or correct the codes",
            at=place.base.at,
        )


def area_tables(workspace: Workspace) -> dict[str, TableVersion]:
    """`place.areas`, and the members and parents that were written with it."""
    areas = workspace.lake.open(AREAS)
    return {
        "place.areas": areas,
        "place.members": workspace.lake.open(MEMBERS, version=int(areas.facts["members"])),
        "place.parents": workspace.lake.open(PARENTS, version=int(areas.facts["parents"])),
    }
