"""P309 Neighbourhoods have an area type, members, and no member in common.

Why: each base area lies in at most one neighbourhood of a type, or its people would be counted
twice; where that is meant, the type says `overlapping: yes`.
"""

from collections.abc import Iterator

from hereabouts.errors import Location, ProjectError
from hereabouts.model.neighbourhood import Neighbourhood
from hereabouts.model.place import Place
from hereabouts.project.draft import Draft

CODE = "P309"
Firsts = dict[tuple[str, str], Neighbourhood]  # (area type, member) -> where it was first


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each neighbourhood, or type of neighbourhood, that cannot be made."""
    if draft.place is None:
        return
    yield from _check_types(draft, draft.place)
    overlapping = {t.code for t in draft.place.area_types if t.overlapping}
    first: Firsts = {}
    for neighbourhood in draft.place.neighbourhoods:
        if not neighbourhood.members and not neighbourhood.postcodes and not neighbourhood.file:
            yield ProjectError(
                f"neighbourhood {neighbourhood.code!r} has no members",
                code=CODE,
                do="list the codes of its base areas, or remove it",
                at=draft.at(neighbourhood.at, "neighbourhoods", neighbourhood.code, "members"),
            )
        may = neighbourhood.area_type in overlapping
        yield from _check_members(draft, neighbourhood, first, may_overlap=may)


def _check_members(
    draft: Draft, neighbourhood: Neighbourhood, first: Firsts, *, may_overlap: bool
) -> Iterator[ProjectError]:
    for number, member in enumerate(neighbourhood.members):
        at = _where(draft, neighbourhood, number)
        holder = first.setdefault((neighbourhood.area_type, member), neighbourhood)
        again = holder is not neighbourhood and not may_overlap
        if not member.strip() or member != member.strip() or not member.isprintable():
            do = "write the code of one base area"
            yield ProjectError(f"{member!r} is not a code", code=CODE, do=do, at=at)
        elif again or member in neighbourhood.members[:number]:
            problem = f"area {member!r} is already in neighbourhood {holder.code!r}"
            do = "leave it in one of the two" if again else "write it once"
            yield ProjectError(problem, code=CODE, do=do, at=at)


def _where(draft: Draft, neighbourhood: Neighbourhood, number: int) -> Location:
    if neighbourhood.file:
        return Location(neighbourhood.file)
    steps = ("neighbourhoods", neighbourhood.code, "members", number)
    return draft.at(neighbourhood.at, *steps)


def _check_types(draft: Draft, place: Place) -> Iterator[ProjectError]:
    without = [t for t in place.area_types if t.custom and not t.members_from]
    if place.neighbourhoods and not without:
        yield ProjectError(
            "there are neighbourhoods and no area type for them",
            code=CODE,
            do="add an area type with title, plural and short, and no product",
            at=draft.at(place.at, "neighbourhoods"),
        )
    used = {neighbourhood.area_type for neighbourhood in place.neighbourhoods}
    undecided = "" in used  # which P426 says
    for area_type in without:
        if area_type.code not in used and not undecided:
            yield ProjectError(
                f"area type {area_type.code!r} has no product and is not of neighbourhoods",
                code=CODE,
                do="name the product that lists its areas, or list `neighbourhoods:` of this type",
                at=area_type.at,
            )
