"""Which indicators and kinds of area a section of a release can show."""

from collections.abc import Iterable

from hereabouts.doors.web.visit import Visit
from hereabouts.model.page import Section
from hereabouts.release.manifest_model import ReleasedAreaType, ReleasedIndicator


def indicators_of(visit: Visit, names: Iterable[str]) -> tuple[ReleasedIndicator, ...]:
    """Those of `names` that the release has something to show of, in their order."""
    by_id = {one.id: one for one in visit.manifest.observed}
    return tuple(by_id[name] for name in names if name in by_id)


def kinds_of(
    visit: Visit, section: Section, indicators: Iterable[ReleasedIndicator], *, most: int | None
) -> tuple[ReleasedAreaType, ...]:
    """The kinds of area that every one of `indicators` is published for.

    Args:
        visit: whose release is read.
        section: whose `area_types` choose and order them; none said, the largest come first.
        indicators: what is shown of them.
        most: areas a kind may have, or None for any number.
    """
    published = [set(one.area_types) for one in indicators]
    said = section.area_types or [one.code for one in reversed(visit.manifest.area_types)]
    found = (visit.manifest.area_type(code) for code in said)
    return tuple(
        kind
        for kind in found
        if kind
        and all(kind.code in codes for codes in published)
        and (most is None or 0 < kind.count <= most)
    )


def home_first(
    visit: Visit, section: Section, kinds: tuple[ReleasedAreaType, ...]
) -> tuple[ReleasedAreaType, ...]:
    """The place's own kind of area first, where the section does not say which is."""
    home = visit.manifest.place.home_area_type
    if section.area_types:
        return kinds
    return tuple(sorted(kinds, key=lambda kind: kind.code != home))
