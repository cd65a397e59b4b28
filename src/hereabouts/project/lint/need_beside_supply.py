"""P482 Need and supply are two indicators, published for an area type in common.

Why: supply is set beside need area by area, which needs areas that have both.
"""

from collections.abc import Iterator

from hereabouts.errors import Location, ProjectError
from hereabouts.model.page import Section
from hereabouts.project.draft import Draft

CODE = "P482"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each pair of need and supply that cannot be set side by side."""
    for page in draft.pages.values():
        for number, section in enumerate(page.sections):
            at = draft.at(page.at, "sections", number, "supply")
            yield from _pair(draft, section, at)


def _pair(draft: Draft, section: Section, at: Location) -> Iterator[ProjectError]:
    if section.need is None or section.supply is None:
        return
    if section.need == section.supply:
        do = "name the indicator of what there is, beside that of what is needed"
        yield ProjectError("need and supply are the same indicator", code=CODE, do=do, at=at)
        return
    need, supply = (draft.indicators.get(one) for one in (section.need, section.supply))
    if need and supply and not set(need.area_types) & set(supply.area_types):
        yield ProjectError(
            f"{need.id!r} and {supply.id!r} are published for no area type in common",
            code=CODE,
            do=f"publish one of them for an area type of the other: {', '.join(need.area_types)}",
            at=at,
        )
