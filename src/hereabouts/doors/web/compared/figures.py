"""The figures of a comparison: each indicator of a theme, for each of its areas."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from hereabouts.doors.web import words
from hereabouts.doors.web.charts.dots import LONGEST_NAME, Dot, DotChart, draw_dots
from hereabouts.doors.web.comparator import benchmark_title
from hereabouts.doors.web.compared.beside import held_against
from hereabouts.doors.web.compared.chosen import Chosen
from hereabouts.doors.web.comparison import Comparison, compare
from hereabouts.doors.web.headline import leading_category, newest_period
from hereabouts.doors.web.languages import gettext
from hereabouts.doors.web.sections.short_names import without_shared_words
from hereabouts.doors.web.themes import Theme, themes
from hereabouts.doors.web.visit import Visit
from hereabouts.doors.web.words import Said
from hereabouts.release.answers import Area, Observation
from hereabouts.release.manifest_model import ReleasedIndicator, ReleasedPeriod
from hereabouts.release.reader_pages import ObservationsAsked


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One area; `observation` is None where it was not observed."""

    area: Area
    href: str
    observation: Observation | None
    said: Said
    interval: str | None
    comparison: Comparison | None
    how: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One indicator of the areas, in its newest period."""

    indicator: ReleasedIndicator
    href: str
    about: str  # unit, period and category
    period: ReleasedPeriod
    rows: tuple[Row, ...]
    compared_with: str | None
    confidence: str  # what the limits are
    drawing: Markup | None


def themes_of(visit: Visit, chosen: tuple[Chosen, ...]) -> tuple[Theme, ...]:
    """Themes with an indicator that is published for some of the areas."""
    kinds = {one.area.area_type for one in chosen}
    found = (
        Theme(theme.name, tuple(i for i in theme.indicators if kinds & set(i.area_types)))
        for theme in themes(visit.manifest)
    )
    return tuple(theme for theme in found if theme.indicators)


def compared_of(visit: Visit, chosen: tuple[Chosen, ...], *, theme: Theme) -> tuple[Compared, ...]:
    """Every indicator of `theme`, in the order of its project."""
    against = held_against(visit, chosen)
    return tuple(_compared(visit, chosen, against, one) for one in theme.indicators)


def _compared(
    visit: Visit, chosen: tuple[Chosen, ...], against: Area | None, one: ReleasedIndicator
) -> Compared:
    period = newest_period(one)
    category = leading_category(visit.reader, indicator=one)
    areas = [c.area for c in chosen if c.area.area_type in one.area_types]
    wanted = [*areas, *([against] if against else [])]
    seen = observed(visit, one, period, category, wanted)
    with_ = seen.get((against.area_type, against.code)) if against else None
    rows = tuple(_row(visit, one, area, seen, with_) for area in areas)
    title = _compared_with(visit, one, with_)
    about = [words.sentence(one.unit), words.in_sentence(period.label)]
    about += [category] if category != "all" else []
    return Compared(
        indicator=one,
        href=visit.links.indicator(one, area_type=areas[-1].area_type),
        about=", ".join(about),
        period=period,
        rows=rows,
        compared_with=title if any(row.comparison for row in rows) else None,
        confidence=words.confidence_words(one),
        drawing=_drawing(visit, one, rows, with_),
    )


def observed(
    visit: Visit,
    one: ReleasedIndicator,
    period: ReleasedPeriod,
    category: str,
    areas: list[Area],
) -> dict[tuple[str, str], Observation]:
    """What was observed of the areas, by their type and code."""
    found: dict[tuple[str, str], Observation] = {}
    for kind in dict.fromkeys(area.area_type for area in areas):
        codes = tuple(area.code for area in areas if area.area_type == kind)
        asked = ObservationsAsked(
            indicator=one.id, area_type=kind, starts=(period.start,), codes=codes, category=category
        )
        rows = visit.reader.observations_after(asked, after=(), limit=len(codes))
        found |= {(kind, row.area_code): row for row in rows}
    return found


def _row(
    visit: Visit,
    one: ReleasedIndicator,
    area: Area,
    seen: dict[tuple[str, str], Observation],
    with_: Observation | None,
) -> Row:
    mine = seen.get((area.area_type, area.code))
    # Nothing is compared with itself.
    other = None if mine is with_ else with_
    return Row(
        area=area,
        href=visit.links.area(area.area_type, code=area.code),
        observation=mine,
        said=words.say_value(mine, indicator=one),
        interval=words.interval(mine, decimals=one.decimals) if mine else None,
        comparison=compare(mine, with_=other, indicator=one) if mine else None,
        how=visit.links.explain(mine) if mine else None,
    )


def _compared_with(visit: Visit, one: ReleasedIndicator, with_: Observation | None) -> str | None:
    if one.compare_to is not None:
        return benchmark_title(visit.manifest, one.compare_to)
    return with_.area_name if with_ else None


def _reference(visit: Visit, one: ReleasedIndicator, rows: tuple[Row, ...]) -> float | None:
    """The benchmark of the period that the areas are shown in."""
    seen = next((row.observation for row in rows if row.observation), None)
    if one.compare_to is None or seen is None:
        return None
    found = visit.reader.benchmark(one.id, period_start=seen.period_start, category=seen.category)
    return found.value if found else None


def _drawing(
    visit: Visit, one: ReleasedIndicator, rows: tuple[Row, ...], with_: Observation | None
) -> Markup | None:
    sign = "%" if words.unit_of(one) == "%" else ""
    if one.compare_to is not None:
        reference = _reference(visit, one, rows)
    else:
        compared = any(row.comparison for row in rows)
        reference = with_.value if with_ and compared else None
    names = _short([row.area.name for row in rows])
    return draw_dots(
        DotChart(
            name=f"dots-{one.theme}-{one.name}",
            title=one.title,
            description=" ".join(_described(rows)),
            sign=sign,
            dots=tuple(_dot(row, name, sign) for row, name in zip(rows, names, strict=True)),
            reference=reference,
        )
    )


def _described(rows: tuple[Row, ...]) -> Iterator[str]:
    for row in rows:
        limits = gettext(", interval %(interval)s", interval=row.interval) if row.interval else ""
        yield f"{row.area.name}: {row.said.meaning or row.said.whole}{limits}."


def _short(names: list[str]) -> list[str]:
    """Without the words they share, where one is too long to stand in the chart."""
    too_long = any(len(name) > LONGEST_NAME for name in names)
    return without_shared_words(names) if too_long else names


def _dot(row: Row, name: str, sign: str) -> Dot:
    seen = row.observation
    said = row.said.text if row.said.is_marker else f"{row.said.text}{sign}"
    return Dot(
        name=name,
        said=said,
        value=seen.value if seen else None,
        lower=seen.lower if seen else None,
        upper=seen.upper if seen else None,
    )
