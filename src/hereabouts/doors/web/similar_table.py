"""An area beside the areas like it."""

from dataclasses import dataclass

from hereabouts.doors.web import words
from hereabouts.doors.web.visit import Visit
from hereabouts.doors.web.words import Said
from hereabouts.release.answers import Area, Observation
from hereabouts.release.manifest_model import ReleasedIndicator


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """This area, or one like it, with its values in the order of the table's indicators."""

    name: str
    href: str | None  # None for the area itself
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SimilarTable:
    """The area first, then the areas like it, the most like first."""

    indicators: tuple[tuple[ReleasedIndicator, str], ...]  # with where its page is
    alike_by: tuple[str, ...]  # titles of what makes them alike
    rows: tuple[Likeness, ...]


def similar_table(visit: Visit, area: Area) -> SimilarTable | None:
    """Newest totals of an area and of those like it; None where none are declared or found."""
    similar = visit.reader.similar(area.area_type, code=area.code)
    declared = visit.manifest.similar_areas
    if declared is None or not similar:
        return None
    observed = [i for i in visit.manifest.observed if area.area_type in i.area_types]
    indicators = sorted(observed, key=lambda i: i.id not in declared.indicators)  # those first
    others = [visit.reader.area(area.area_type, code=one.area_code) for one in similar]
    areas = [area, *(other for other in others if other)]
    titles = {i.id: i.short_title for i in visit.manifest.indicators}
    return SimilarTable(
        indicators=tuple(
            (i, visit.links.indicator(i, area_type=area.area_type)) for i in indicators
        ),
        alike_by=tuple(titles.get(name, name) for name in declared.indicators),
        rows=tuple(_row(visit, one, indicators, itself=one is area) for one in areas),
    )


def _row(
    visit: Visit, area: Area, indicators: list[ReleasedIndicator], *, itself: bool
) -> Likeness:
    newest: dict[str, Observation] = {
        one.observation.indicator: one.observation
        for one in visit.reader.standings(area.area_type, code=area.code)
    }
    return Likeness(
        name=area.name,
        href=None if itself else visit.links.area(area.area_type, code=area.code),
        said=tuple(words.say_value(newest.get(i.id), indicator=i) for i in indicators),
    )
