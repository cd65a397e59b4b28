"""P309 Neighbourhoods have an area type, members, and no member in common.

Why: each base area lies in at most one neighbourhood, or its people would be counted twice.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.place import Neighbourhood, Place
from hereabouts.project.draft import Draft

CODE = "P309"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each neighbourhood, or type of neighbourhood, that cannot be made."""
    if draft.place is None:
        return
    yield from _check_types(draft, draft.place)
    first: dict[str, Neighbourhood] = {}
    for neighbourhood in draft.place.neighbourhoods:
        if not neighbourhood.members:
            yield ProjectError(
                f"neighbourhood {neighbourhood.code!r} has no members",
                code=CODE,
                do="list the codes of its base areas, or remove it",
                at=draft.at(neighbourhood.at, "neighbourhoods", neighbourhood.code, "members"),
            )
        yield from _check_members(draft, neighbourhood, first)


def _check_members(
    draft: Draft, neighbourhood: Neighbourhood, first: dict[str, Neighbourhood]
) -> Iterator[ProjectError]:
    for number, member in enumerate(neighbourhood.members):
        steps = ("neighbourhoods", neighbourhood.code, "members", number)
        at = draft.at(neighbourhood.at, *steps)
        if not member.strip() or member != member.strip() or not member.isprintable():
            do = "write the code of one base area"
            yield ProjectError(f"{member!r} is not a code", code=CODE, do=do, at=at)
        elif member in first:
            problem = f"area {member!r} is already in neighbourhood {first[member].code!r}"
            do = "leave it in one of the two"
            yield ProjectError(problem, code=CODE, do=do, at=at)
        first.setdefault(member, neighbourhood)


def _check_types(draft: Draft, place: Place) -> Iterator[ProjectError]:
    without = [area_type for area_type in place.area_types if area_type.product is None]
    if place.neighbourhoods and not without:
        yield ProjectError(
            "there are neighbourhoods and no area type for them",
            code=CODE,
            do="add an area type with title, plural and short, and no product",
            at=draft.at(place.at, "neighbourhoods"),
        )
    for area_type in without[0 if not place.neighbourhoods else 1 :]:
        yield ProjectError(
            f"area type {area_type.code!r} has no product and is not of neighbourhoods",
            code=CODE,
            do="name the product that lists its areas, or list `neighbourhoods:` for one such type",
            at=area_type.at,
        )
