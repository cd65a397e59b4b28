"""P495 A map can be coloured by what its section says.

Why: hot spots are found, and values compared, only where the indicator asks for it; a map that
cannot be coloured as declared would be drawn by its values, and nobody would know why. To be
above or below something needs `compare_to` in the indicator, or `diverge_about` in the section;
significance needs `compare_to`; clusters and neighbours need `hot_spots: yes`.
"""

from collections.abc import Iterator

from hereabouts.errors import Location, ProjectError
from hereabouts.model.indicator import Indicator
from hereabouts.model.map_colours import ColourBy, MapColours
from hereabouts.project.draft import Draft

CODE = "P495"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each map whose indicator lacks what colours it."""
    for page in draft.pages.values():
        for number, section in enumerate(page.sections):
            if section.colours is not None:
                at = draft.at(page.at, "sections", number, "colour_by")
                yield from _wrongs(draft, section.indicators, section.colours, at)


def _wrongs(
    draft: Draft, names: tuple[str, ...], colours: MapColours, at: Location
) -> Iterator[ProjectError]:
    known = (draft.indicators[name] for name in names if name in draft.indicators)
    for one in known:
        if lack := _lack(one, colours):
            yield ProjectError(
                f"{one.id!r} cannot be coloured by {colours.colour.value}",
                code=CODE,
                do=f"add {lack}, or choose another colour_by",
                at=at,
            )


def _lack(one: Indicator, colours: MapColours) -> str | None:
    """What the indicator or the section would have to say too."""
    by = colours.colour
    if by in (ColourBy.CLUSTERS, ColourBy.NEIGHBOURS):
        return None if one.hot_spots else "`hot_spots: yes` to the indicator"
    if by is ColourBy.SIGNIFICANCE and one.compare_to is None:
        return "`compare_to` to the indicator"
    if by is ColourBy.BENCHMARK and one.compare_to is None and colours.about is None:
        return "`compare_to` to the indicator, or `diverge_about` to the section"
    return None
