"""Every area of a release in memory, and which lies in which: all pages ask, and often."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import itemgetter

from hereabouts.release.answers import Area

AreasByCode = Mapping[str, Mapping[str, Area]]  # area type -> code -> area
#: Area type and code, then those of a larger area that it lies in.
Lies = tuple[str, str, str, str]

_NONE: Mapping[str, tuple[Area, ...]] = {}


@dataclass(frozen=True, slots=True)
class KeptAreas:
    """Areas by type and code; what they lie in and what lies in them, by type and code."""

    by_code: AreasByCode
    codes: Mapping[str, tuple[str, ...]]  # of each type, in order
    _parents: Mapping[str, Mapping[str, tuple[Area, ...]]]
    _children: Mapping[str, Mapping[str, Mapping[str, tuple[Area, ...]]]]

    def area(self, area_type: str, code: str) -> Area | None:
        """One area, or None."""
        return self.by_code.get(area_type, {}).get(code)

    def of_type(self, area_type: str) -> tuple[Area, ...]:
        """Every area of one type, in number order."""
        return tuple(self.by_code.get(area_type, {}).values())

    def parents(self, area_type: str, code: str) -> tuple[Area, ...]:
        """The larger areas one area lies in, smallest first."""
        return self._parents.get(area_type, _NONE).get(code, ())

    def children(self, area_type: str, code: str, of_type: str) -> tuple[Area, ...]:
        """The areas of a smaller type that lie in one area, by name."""
        return self._children.get(area_type, {}).get(code, _NONE).get(of_type, ())


def keep_areas(
    areas: Iterable[tuple[str, str, str, int]], lies: Iterable[Lies], *, order: tuple[str, ...]
) -> KeptAreas:
    """What a release says of its areas, made quick to ask.

    Args:
        areas: type, code, name and number of each.
        lies: which lies in which; a pair with an area that is not among `areas` is left out.
        order: area types, smallest first.
    """
    by_code: dict[str, dict[str, Area]] = defaultdict(dict)
    for kind, code, name, number in sorted(areas, key=itemgetter(0, 3)):
        by_code[kind][code] = Area(area_type=kind, code=code, name=name, number=number)
    parents: dict[str, dict[str, list[Area]]] = defaultdict(lambda: defaultdict(list))
    children: dict[str, dict[str, dict[str, list[Area]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(list))
    )
    for kind, code, parent_type, parent_code in lies:
        parent = by_code[parent_type].get(parent_code)
        child = by_code[kind].get(code)
        if parent and child:
            parents[kind][code].append(parent)
            children[parent_type][parent_code][kind].append(child)
    codes = {kind: tuple(sorted(some)) for kind, some in by_code.items()}
    return KeptAreas(by_code, codes, _in_order(parents, order), _by_name(children))


def _in_order(
    parents: Mapping[str, Mapping[str, list[Area]]], order: tuple[str, ...]
) -> Mapping[str, Mapping[str, tuple[Area, ...]]]:
    """Smallest first. Areas that lie in the same ones share one list of them."""
    place = {kind: at for at, kind in enumerate(order)}
    shared: dict[tuple[int, ...], tuple[Area, ...]] = {}
    found: dict[str, dict[str, tuple[Area, ...]]] = {}
    for kind, by_code in parents.items():
        found[kind] = {}
        for code, some in by_code.items():
            key = tuple(map(id, some))
            if key not in shared:
                shared[key] = tuple(sorted(some, key=lambda area: place[area.area_type]))
            found[kind][code] = shared[key]
    return found


def _by_name(
    children: Mapping[str, Mapping[str, Mapping[str, list[Area]]]],
) -> Mapping[str, Mapping[str, Mapping[str, tuple[Area, ...]]]]:
    def named(area: Area) -> tuple[str, str]:
        return area.name, area.code

    return {
        kind: {
            code: {of: tuple(sorted(some, key=named)) for of, some in by_type.items()}
            for code, by_type in by_code.items()
        }
        for kind, by_code in children.items()
    }
