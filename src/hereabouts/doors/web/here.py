"""What the button "Use my location" needs: the smallest areas that are well drawn."""

from dataclasses import dataclass

from hereabouts.doors.web.links import artefact
from hereabouts.doors.web.visit import Visit
from hereabouts.release.manifest_model import ReleasedAreaType

#: Of the whole picture for each area, of which about half is inside one: fewer, and a pixel is as
#: wide as a small area, so that the neighbour would be named.
PIXELS_AN_AREA = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """The kind of area that is found, and the attributes that the button's script reads.

    The place is looked up in the reader's own browser: where they are is sent to nobody.
    """

    area_type: ReleasedAreaType
    data: tuple[tuple[str, str], ...]


def here_of(visit: Visit) -> Here | None:
    """The smallest kind of area that is drawn well enough and covers the place, or None."""
    for kind in visit.manifest.area_types:
        if kind.artefact and _is_well_drawn(visit, kind) and not _is_custom(visit, kind):
            return Here(
                area_type=kind,
                data=(
                    ("data-ids", artefact(kind.artefact, file="ids.webp")),
                    ("data-areas", artefact(kind.artefact, file="areas.json")),
                    ("data-area-url", visit.links.area_pattern(kind.code)),
                ),
            )
    return None


def _is_well_drawn(visit: Visit, kind: ReleasedAreaType) -> bool:
    width, height = visit.map_size(kind) or (0, 0)
    return width * height >= PIXELS_AN_AREA * max(kind.count, 1)


def _is_custom(visit: Visit, kind: ReleasedAreaType) -> bool:
    """Custom areas need not cover the place."""
    return any(one.area_type == kind.code for one in visit.manifest.neighbourhoods)
