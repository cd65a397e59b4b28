"""An indicator's control chart in one area: what the process does, and whether it will do."""

from dataclasses import dataclass
from datetime import date
from itertools import dropwhile

import numpy as np
from markupsafe import Markup

from hereabouts.doors.web import words
from hereabouts.doors.web.charts.control import ControlChart, ControlPoint, draw_control
from hereabouts.doors.web.charts.shapes import shape_of
from hereabouts.doors.web.control_words import (
    CAUSES,
    Icon,
    assurance_of,
    judged,
    key_of,
    variation_of,
)
from hereabouts.doors.web.languages import gettext, translated
from hereabouts.doors.web.words import Said
from hereabouts.indicators.chart_choice import FEWEST_FOR_CONTROL
from hereabouts.release.answers import Observation
from hereabouts.release.manifest_model import ReleasedIndicator, ReleasedPeriod
from hereabouts.statistics.columns import Codes
from hereabouts.statistics.intervals import Numbers
from hereabouts.statistics.spc.chart import FEW_POINTS, Chart, xmr_chart
from hereabouts.statistics.spc.icons import Variation, assurance, variation
from hereabouts.statistics.spc.special_causes import SpecialCause

Series = tuple[Observation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlRow:
    """One period of the table twin."""

    label: str
    said: Said
    mean: str
    limits: str
    shows: str  # which rule picks it out


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlFigure:
    """The chart, its icons in words, and its twin."""

    title: str
    drawing: Markup
    icons: tuple[Icon, ...]
    key: tuple[tuple[Markup, str], ...]
    sentences: tuple[str, ...]
    rows: tuple[ControlRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Process:
    """A series and what its chart found, one of each for every period."""

    indicator: ReleasedIndicator
    periods: tuple[ReleasedPeriod, ...]
    observed: tuple[Observation | None, ...]
    starts: tuple[bool, ...]
    values: Numbers
    chart: Chart
    points: Codes  # of Variation

    @property
    def icons(self) -> tuple[Icon, ...]:
        """Variation, and assurance where there is a target."""
        spc = self.indicator.spc
        target = np.nan if spc is None or spc.target is None else spc.target
        last = self.chart.lower[-1:], self.chart.upper[-1:], np.array([target])
        code = assurance(*last, better=self.indicator.better)[0]
        found = (
            variation_of(int(self.points[-1])),
            assurance_of(int(code), target=target, indicator=self.indicator),
        )
        return tuple(icon for icon in found if icon)


def process_of(series: Series, *, indicator: ReleasedIndicator) -> Process | None:
    """The control chart of one area's series, or None where it is not asked for or too short."""
    valued = sum(one.value is not None for one in series)
    if indicator.spc is None or valued < FEWEST_FOR_CONTROL:
        return None
    seen = {one.period_start: one for one in series}
    ordered = sorted(indicator.periods, key=lambda period: period.start)
    periods = tuple(dropwhile(lambda period: _value(seen, period.start) is None, ordered))
    values = np.array([_value(seen, period.start) for period in periods], dtype=np.float64)
    starts = _starts(periods, indicator.spc.rebase)
    chart = xmr_chart(values, starts=np.array(starts))
    return Process(
        indicator=indicator,
        periods=periods,
        observed=tuple(seen.get(period.start) for period in periods),
        starts=starts,
        values=values,
        chart=chart,
        points=variation(chart.cause, better=indicator.better),
    )


def control_figure(process: Process, *, name: str) -> ControlFigure:
    """Draw a process, and say the same in words and as a table."""
    indicator, spc = process.indicator, process.indicator.spc
    title = gettext("%(short_title)s: control chart", short_title=indicator.short_title)
    sentences = (*_sentences(process),)
    icons = process.icons
    chart = ControlChart(
        name=name,
        title=title,
        description=" ".join([*(icon.words for icon in icons), *sentences[:1]]),
        sign="%" if words.unit_of(indicator) == "%" else "",
        points=_points(process),
        target=spc.target if spc else None,
    )
    return ControlFigure(
        title=title,
        drawing=draw_control(chart),
        icons=icons,
        key=key_of(indicator.better),
        sentences=sentences,
        rows=tuple(_row(process, at) for at in range(len(process.periods))),
    )


def _value(seen: dict[date, Observation], start: date) -> float | None:
    found = seen.get(start)
    return found.value if found else None


def _starts(periods: tuple[ReleasedPeriod, ...], rebase: tuple[date, ...]) -> tuple[bool, ...]:
    """True at the first period that begins on or after each day of a known change."""
    firsts = {
        next((period.start for period in periods if period.start >= day), None) for day in rebase
    }
    return tuple(period.start in firsts for period in periods)


def _points(process: Process) -> tuple[ControlPoint, ...]:
    stretch = np.cumsum(process.starts)
    return tuple(
        ControlPoint(
            label=period.label,
            value=_or_none(process.values[at]),
            kind=judged(int(process.points[at])),
            shape=_shape(int(process.points[at])),
            mean=_or_none(process.chart.mean[at]),
            lower=_or_none(process.chart.lower[at]),
            upper=_or_none(process.chart.upper[at]),
            stretch=int(stretch[at]),
        )
        for at, period in enumerate(process.periods)
    )


def _shape(code: int) -> str:
    return shape_of(judged(code), high=code != Variation.NEUTRAL_LOW)


def _row(process: Process, at: int) -> ControlRow:
    indicator, chart = process.indicator, process.chart

    def said(value: float) -> str:
        return "" if np.isnan(value) else words.number(value, decimals=indicator.decimals)

    low, high = said(chart.lower[at]), said(chart.upper[at])
    return ControlRow(
        label=process.periods[at].label,
        said=words.say_value(process.observed[at], indicator=indicator),
        mean=said(chart.mean[at]),
        limits=gettext("%(low)s to %(high)s", low=low, high=high) if low else "",
        shows=translated(CAUSES[SpecialCause(int(chart.cause[at]))]),
    )


def _sentences(process: Process) -> list[str]:
    """The lines in words, and what they rest on."""
    indicator, chart = process.indicator, process.chart
    mean = words.with_unit(float(chart.mean[-1]), indicator=indicator)
    found = [gettext("The mean is %(mean)s.", mean=mean)]
    if not np.isnan(chart.lower[-1]):
        ends = [
            words.with_unit(float(end[-1]), indicator=indicator)
            for end in (chart.lower, chart.upper)
        ]
        found = [
            gettext(
                "The mean is %(mean)s, and ordinary ups and downs stay between %(ends)s "
                "and %(ends2)s.",
                mean=mean,
                ends=ends[0],
                ends2=ends[1],
            )
        ]
    begun = [p.label for p, starts in zip(process.periods, process.starts, strict=True) if starts]
    if begun:
        found.append(
            gettext(
                "The lines begin anew where the process was changed: %(join)s.",
                join=", ".join(begun),
            )
        )
    if chart.few_points[-1]:
        found.append(
            gettext(
                "The newest lines rest on %(basis)s values: with fewer than %(value)s "
                "they will still move.",
                basis=chart.basis[-1],
                value=FEW_POINTS,
            )
        )
    return found


def _or_none(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
