"""Which areas an address compares: up to ten of one kind, or a larger area and parts of it."""

from dataclasses import dataclass

from hereabouts.doors.web.address import AddressError
from hereabouts.doors.web.known_area import raise_if_retired
from hereabouts.doors.web.visit import Visit
from hereabouts.release.answers import Area

MOST_AREAS = 10


@dataclass(frozen=True, slots=True)
class Chosen:
    """One area that is compared."""

    area: Area

    @property
    def written(self) -> str:
        """As the address has it."""
        return f"{self.area.area_type}/{self.area.code}"


def parse_areas(visit: Visit, written: tuple[str, ...]) -> tuple[Chosen, ...]:
    """The areas of `type/code`, the largest kind first, then by name.

    Raises:
        AddressError: W320, more than ten; W321, one that is not there; W350, one that is no more.
    """
    if len(written) > MOST_AREAS:
        raise AddressError(
            f"{len(written)} areas are too many to compare at once",
            code="W320",
            do=f"compare up to {MOST_AREAS}",
            status=400,
        )
    return _ordered(visit, [_area(visit, one) for one in written])


def chosen_areas(visit: Visit, written: tuple[str, ...]) -> tuple[Chosen, ...]:
    """The same, of kinds that can be compared with each other.

    Raises:
        AddressError: W320, W321; W322, areas of different kinds, none of which holds the others.
    """
    chosen = parse_areas(visit, written)
    if not _fit(visit, chosen):
        raise AddressError(
            "these areas are of different kinds, and none of them holds all the others",
            code="W322",
            do="compare areas of one kind, or one area and smaller ones of one kind inside it",
            status=400,
        )
    return chosen


def may_join(visit: Visit, chosen: tuple[Chosen, ...], area: Area) -> bool:
    """Whether `area` can be compared with those that are chosen, and is not one of them."""
    already = [one.area for one in chosen]
    if area in already or len(already) >= MOST_AREAS:
        return False
    return _fit(visit, _ordered(visit, [*already, area]))


def _ordered(visit: Visit, areas: list[Area]) -> tuple[Chosen, ...]:
    order = [kind.code for kind in visit.manifest.area_types]
    found = sorted(areas, key=lambda a: (-order.index(a.area_type), a.name, a.code))
    return tuple(map(Chosen, found))


def _area(visit: Visit, written: str) -> Area:
    kind, _slash, code = written.partition("/")
    known = visit.manifest.area_type(kind)
    found = visit.reader.area(kind, code=code) if known and code else None
    if found is None:
        raise_if_retired(visit, code)
        raise AddressError(
            "one of the areas to compare is not in this release",
            code="W321",
            do="search for the area by name, and add it to the comparison from there",
            status=404,
        )
    return found


def _fit(visit: Visit, chosen: tuple[Chosen, ...]) -> bool:
    kinds = {one.area.area_type for one in chosen}
    if len(kinds) < 2:
        return True
    first, *others = (one.area for one in chosen)
    if len({other.area_type for other in others}) > 1:
        return False
    holds = (first.area_type, first.code)
    return all(holds in _parents(visit, other) for other in others)


def _parents(visit: Visit, area: Area) -> list[tuple[str, str]]:
    found = visit.reader.parents(area.area_type, code=area.code)
    return [(parent.area_type, parent.code) for parent in found]
