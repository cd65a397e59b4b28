"""P425 What an area type nests in is another type of the place, and never comes round to itself.

Why: an area that holds the whole of another cannot lie in it, so a loop is a mistake in one of
the lines.
"""

from collections.abc import Iterator, Mapping

from hereabouts.errors import ProjectError
from hereabouts.project.draft import Draft
from hereabouts.project.names import unknown_name

CODE = "P425"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each type that nests in what is not there, or in itself at last."""
    types = draft.place.area_types if draft.place else ()
    holders = {area_type.code: area_type.nests_in for area_type in types}
    for area_type in types:
        for number, name in enumerate(area_type.nests_in):
            steps = ("area_types", area_type.code, "nests_in", number)
            at = draft.at(area_type.at, *steps)
            if name not in holders:
                yield unknown_name("area type", name, known=list(holders), code=CODE, at=at)
            elif way := _way_back(name, area_type.code, holders):
                said = " in ".join(map(repr, (area_type.code, *way)))
                do = "remove the line that has the smaller type hold the larger"
                yield ProjectError(f"areas nest in a loop: {said}", code=CODE, do=do, at=at)


def _way_back(
    start: str, goal: str, holders: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...] | None:
    """The types from `start` up to `goal`, or None where it is not reached."""
    waiting: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    while waiting:
        way = waiting.pop(0)
        if way[-1] == goal:
            return way
        if way[-1] not in seen:
            seen.add(way[-1])
            waiting += [(*way, above) for above in holders.get(way[-1], ())]
    return None
