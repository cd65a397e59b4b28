"""What each custom area is made of, and that a version means the same members for ever."""

from collections.abc import Iterator
from typing import Any

from hereabouts.engine.duckdb.session import Session
from hereabouts.errors import DataError, HereaboutsError, Location
from hereabouts.geography.custom_areas import made_of_sql, of_postcodes
from hereabouts.model.place import Place
from hereabouts.pipeline.workspace import Workspace
from hereabouts.release.bundle_reading import read_json

Json = dict[str, Any]


def made_of(opened: Session, place: Place) -> list[Json]:
    """Each custom area: its version, how many members it has and a hash of their codes.

    Of one made of postcodes also its best fit: every base area they lie in, how many of them do,
    how many postcodes the base area has, and whether it is a member.
    """
    custom = [kind.code for kind in place.area_types if kind.custom]
    fitted = _best_fit(opened, place)
    rows = opened.connection.execute(made_of_sql(), [custom]).fetchall()
    return [
        {
            "area_type": kind,
            "code": code,
            "version": _version(place, kind, code),
            "members": members,
            "sha256": sha256,
            "best_fit": fitted.get(code, []),
        }
        for kind, code, members, sha256 in rows
    ]


def changed_unsaid(workspace: Workspace, made: list[Json]) -> Iterator[HereaboutsError]:
    """Q404: each custom area whose members are no longer those that its version was released with.

    Compared with the newest release, whoever it was for: until then a list may be corrected.
    """
    place = workspace.project.place
    released = {
        (one["area_type"], one["code"]): one
        for one in _newest_release(workspace)
        if one["version"] is not None
    }
    for one in made:
        before = released.get((one["area_type"], one["code"]))
        if before and before["version"] == one["version"] and before["sha256"] != one["sha256"]:
            yield DataError(
                f"{one['code']!r} of type '{one['area_type']}' is not made of what it was when"
                f" version {one['version']!r} was released ({before['members']:,} base areas"
                f" then, {one['members']:,} now)",
                code="Q404",
                do="give it a new `version` and `valid_from`, or put its members back",
                at=_where(place, one["area_type"], one["code"]),
            )


def _newest_release(workspace: Workspace) -> list[Json]:
    folders = sorted(workspace.layout.releases.glob("[0-9]*-*/release.json"))
    finished = [path for path in folders if not path.parent.name.endswith(".part")]
    return list(read_json(finished[-1]).get("neighbourhoods", [])) if finished else []


def _version(place: Place, kind: str, code: str) -> str | None:
    own = next(
        (n.defined_by for n in place.neighbourhoods if (n.area_type, n.code) == (kind, code)), None
    )
    whole = next((t.defined_by for t in place.area_types if t.code == kind), None)
    said = own or whole
    return said.version if said else None


def _where(place: Place, kind: str, code: str) -> Location:
    listed = (n.at for n in place.neighbourhoods if (n.area_type, n.code) == (kind, code))
    return next(listed, next(t.at for t in place.area_types if t.code == kind))


def _best_fit(opened: Session, place: Place) -> dict[str, list[Json]]:
    if not of_postcodes(place):
        return {}
    found: dict[str, list[Json]] = {}
    sql = "select area_code, base_code, postcodes, of_postcodes, is_member from place.best_fit"
    for code, base, postcodes, of, member in opened.connection.sql(sql).fetchall():
        one = {"code": base, "postcodes": postcodes, "of": of, "member": member}
        found.setdefault(code, []).append(one)
    return found
