"""What the button "Use my location" needs: the smallest areas that have a map."""

from dataclasses import dataclass

from hereabouts.doors.web.links import artefact
from hereabouts.doors.web.visit import Visit
from hereabouts.release.manifest_model import ReleasedAreaType


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """The kind of area that is found, and the attributes that the button's script reads.

    The place is looked up in the reader's own browser: where they are is sent to nobody.
    """

    area_type: ReleasedAreaType
    data: tuple[tuple[str, str], ...]


def here_of(visit: Visit) -> Here | None:
    """The smallest kind of area that has a map and covers the place, or None."""
    for kind in visit.manifest.area_types:
        if kind.artefact and visit.map_size(kind) and not _is_custom(visit, kind):
            return Here(
                area_type=kind,
                data=(
                    ("data-ids", artefact(kind.artefact, file="ids.webp")),
                    ("data-areas", artefact(kind.artefact, file="areas.json")),
                    ("data-area-url", visit.links.area_pattern(kind.code)),
                ),
            )
    return None


def _is_custom(visit: Visit, kind: ReleasedAreaType) -> bool:
    """Custom areas need not cover the place."""
    return any(one.area_type == kind.code for one in visit.manifest.neighbourhoods)
