"""People by age and sex, from an indicator whose breakdown says both."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from markupsafe import Markup

from hereabouts.doors.web import words
from hereabouts.doors.web.charts.pyramid import PyramidBand, PyramidChart, draw_pyramid
from hereabouts.doors.web.headline import headline, newest_period
from hereabouts.doors.web.languages import gettext
from hereabouts.doors.web.sections.offered import indicators_of
from hereabouts.doors.web.sections.place_on_page import PlaceOnPage
from hereabouts.doors.web.visit import Visit
from hereabouts.model.page import Section
from hereabouts.release.answers import Observation
from hereabouts.release.manifest_model import ReleasedIndicator
from hereabouts.statistics.intervals import Numbers
from hereabouts.statistics.pyramid import population_pyramid

#: `Female, 65 to 69`, `males 90+`, `F 0-4`.
SEX_AND_AGE = re.compile(r"(?i)(f|female|females|women|m|male|males|men)\W+(\d{1,3})\D*(\d{0,3}).*")
FEWEST = 2
GROWN_UP = 16  # years, as in counts of people of working age
Bands = dict[tuple[str, int], Observation]


@dataclass(frozen=True, slots=True, kw_only=True)
class PyramidRow:
    """One age band of the table twin."""

    label: str
    female: str
    male: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PyramidFigure:
    """The picture and its table twin, youngest first."""

    title: str
    drawing: Markup
    sexes: tuple[str, str]
    rows: tuple[PyramidRow, ...]


def pyramid_section(visit: Visit, section: Section, place: PlaceOnPage) -> Mapping[str, Any] | None:
    """The pyramid of the area that stands for the place, or None where ages cannot be read."""
    found = indicators_of(visit, section.indicators)
    lead = headline(visit.reader, found[0]).lead if found else None
    if lead is None:
        return None
    indicator, period = found[0], newest_period(found[0])
    seen = visit.reader.observations(
        indicator.id, area_type=lead.area_type, period_start=period.start, code=lead.area_code
    )
    title = gettext(
        "%(short_title)s by age and sex, %(area_name)s, %(period_label)s",
        short_title=indicator.short_title,
        area_name=lead.area_name,
        period_label=period.label,
    )
    figure = pyramid_figure(seen, indicator=indicator, title=title, name=place.section)
    if figure is None:
        return None
    return {"figure": figure, "indicator": indicator, "href": visit.links.indicator(indicator)}


def pyramid_figure(
    seen: Iterable[Observation], *, indicator: ReleasedIndicator, title: str, name: str
) -> PyramidFigure | None:
    """One area's people in one period, or None where fewer than two ages can be read.

    Args:
        seen: one observation for each category, such as `Female, 65 to 69`; others are let be.
        indicator: what is observed.
        title: of the picture.
        name: of the picture, unique on its page.
    """
    bands = _by_band(seen)
    ages = sorted({age for _sex, age in bands})
    if len(ages) < FEWEST:
        return None
    return PyramidFigure(
        title=title,
        drawing=draw_pyramid(_chart(bands, ages, title, name)),
        sexes=_sexes(ages),
        rows=tuple(
            PyramidRow(
                label=_label(ages, at),
                female=words.say_value(bands.get(("f", age)), indicator=indicator).text,
                male=words.say_value(bands.get(("m", age)), indicator=indicator).text,
            )
            for at, age in enumerate(ages)
        ),
    )


def _chart(bands: Bands, ages: list[int], title: str, name: str) -> PyramidChart:
    starts = np.array(ages, dtype=np.float64)
    women, men = _people(bands, ages, "f"), _people(bands, ages, "m")
    shares = population_pyramid(starts, women, men, starts=starts)
    sides = zip(shares.female.share, shares.male.share, strict=True)
    return PyramidChart(
        name=name,
        title=title,
        description=gettext("Shares of everyone by age band; the table has every number."),
        sexes=_sexes(ages),
        bands=tuple(
            PyramidBand(label=_label(ages, at), female=_per_cent(female), male=_per_cent(male))
            for at, (female, male) in enumerate(sides)
        ),
    )


def _sexes(ages: list[int]) -> tuple[str, str]:
    if ages[0] >= GROWN_UP:
        return gettext("Women"), gettext("Men")
    return gettext("Women and girls"), gettext("Men and boys")


def _by_band(seen: Iterable[Observation]) -> Bands:
    bands: Bands = {}
    for one in seen:
        if found := SEX_AND_AGE.fullmatch(one.category):
            sex = "f" if found.group(1)[0].lower() in "fw" else "m"
            bands[sex, int(found.group(2))] = one
    return bands


def _people(bands: Bands, ages: list[int], sex: str) -> Numbers:
    values = (bands[sex, age].value if (sex, age) in bands else None for age in ages)
    return np.array([np.nan if one is None else one for one in values], dtype=np.float64)


def _label(ages: list[int], at: int) -> str:
    return (
        gettext("%(at)s to %(at2)s", at=ages[at], at2=ages[at + 1] - 1)
        if at + 1 < len(ages)
        else gettext("%(at)s and over", at=ages[at])
    )


def _per_cent(share: float) -> float | None:
    return None if np.isnan(share) else 100 * float(share)
