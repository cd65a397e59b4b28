"""P483 An indicator has what the section that shows it draws.

Why: a trend needs more than one period, inequality needs ordered groups, a pyramid needs values
by age and sex, and a map needs outlines; a section without them would be an empty heading.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.indicator import Indicator
from hereabouts.model.page import Section, SectionKind
from hereabouts.project.draft import Draft

CODE = "P483"
Lack = tuple[str, str]  # what is the matter, and what to do


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each section whose indicator lacks what it draws."""
    for page in draft.pages.values():
        for number, section in enumerate(page.sections):
            for lack, do in _lacks(draft, section):
                at = draft.at(page.at, "sections", number, "indicator")
                yield ProjectError(lack, code=CODE, do=do, at=at)


def _lacks(draft: Draft, section: Section) -> Iterator[Lack]:
    found = [draft.indicators[one] for one in section.indicators if one in draft.indicators]
    for one in found if section.kind.of_one else ():
        yield from _of_one(section.kind, one)
    if section.kind is SectionKind.MAP and draft.place and not _outlines(draft):
        yield (
            "a map is asked for, but no area type it can be of has boundaries",
            ("give an area type `boundaries` in place.yml, or use a ranking"),
        )


def _of_one(kind: SectionKind, one: Indicator) -> Iterator[Lack]:
    if kind is SectionKind.TREND and one.period.start is not None:
        yield (
            f"{one.id!r} has one period, which is no trend",
            ("give it start_column and end_column, or use a headline"),
        )
    if kind is SectionKind.INEQUALITY and one.inequality is None:
        yield (
            f"{one.id!r} has no groups to be unequal",
            "give it `inequality`, a group of the place",
        )
    if kind is SectionKind.PYRAMID and one.breakdown is None:
        yield (
            f"{one.id!r} has no breakdown by age and sex",
            ("give it a `breakdown` with values such as `Female, 65 to 69`"),
        )


def _outlines(draft: Draft) -> bool:
    """Whether any area type on offer can be drawn: larger ones are made of the base areas."""
    return draft.place is not None and any(t.boundaries for t in draft.place.area_types)
