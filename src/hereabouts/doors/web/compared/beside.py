"""What the areas of a comparison are held against, where an indicator has no benchmark."""

from collections.abc import Mapping

from hereabouts.doors.web.compared.chosen import Chosen
from hereabouts.doors.web.visit import Visit
from hereabouts.release.answers import Area


def held_against(visit: Visit, chosen: tuple[Chosen, ...]) -> Area | None:
    """The area among them that holds the others, else the largest area that holds them all."""
    if not chosen:
        return None
    if len({one.area.area_type for one in chosen}) > 1:
        return chosen[0].area
    shared: Mapping[tuple[str, str], Area] | None = None
    for one in chosen:
        parents = visit.reader.parents(one.area.area_type, code=one.area.code)
        mine = {(area.area_type, area.code): area for area in parents}
        shared = mine if shared is None else {k: area for k, area in shared.items() if k in mine}
    # Parents come smallest first, and a mapping keeps its order.
    return [*shared.values()][-1] if shared else None
