"""Which chart says most of an indicator, and why: chosen by what is known of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from hereabouts.model.indicator import Method

FEWEST_FOR_CONTROL = 12  # values: fewer make limits that move a good deal as others come
FEWEST_FOR_LINE = 2
FEWEST_FOR_FUNNEL = 10  # areas: fewer do not show how areas of one size differ
MOST_FOR_FUNNEL = 1_000  # areas: more cannot be told apart, and make a heavy page


class Chart(StrEnum):
    """A chart, as an address names it."""

    CONTROL = "control"  # of one area over time
    LINE = "line"
    STRIP = "strip"  # one area among all of its type
    FUNNEL = "funnel"  # of many areas in one period
    RANKED = "ranked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a choice rests on. All of it is of released values, never of hidden ones."""

    method: Method
    areas: int  # of the type and period, with a value
    periods: int  # with a value for the area
    spc: bool  # the indicator asks for a control chart
    limits: bool  # values have confidence limits
    sizes: bool  # numerators and denominators are shown


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartChoice:
    """The chart to show first, why, and what else a reader may pick."""

    chart: Chart
    reason: str  # one sentence
    alternatives: tuple[Chart, ...]

    def picked(self, wanted: str | None) -> Chart:
        """The reader's chart where it is one that can be drawn, else the chosen one."""
        return next((one for one in self.alternatives if one.value == wanted), self.chart)


def chart_over_time(facts: Facts) -> ChartChoice:
    """The chart of one area's values over time."""
    if facts.spc and facts.periods >= FEWEST_FOR_CONTROL:
        reason = (
            f"this indicator asks for a control chart, and its {facts.periods} values are enough "
            "to tell a change from ordinary ups and downs"
        )
        return _choice(Chart.CONTROL, reason, Chart.LINE)
    if facts.periods < FEWEST_FOR_LINE:
        one = "only one value" if facts.periods else "no value"
        reason = f"there is {one} to show, so its place among other areas says more than a line"
        return _choice(Chart.STRIP, reason)
    return _choice(Chart.LINE, "; ".join(_why_a_line(facts)))


def _why_a_line(facts: Facts) -> Iterator[str]:
    limits = ", with how sure each is" if facts.limits else ""
    yield f"{facts.periods} values follow one another in time{limits}"
    if facts.spc:
        yield f"a control chart needs {FEWEST_FOR_CONTROL} values"


def chart_of_areas(facts: Facts) -> ChartChoice:
    """The chart of many areas in one period."""
    why_not = _why_no_funnel(facts)
    if why_not is None:
        reason = (
            f"each of the {facts.areas:,} areas has a size, and a funnel shows which differ from "
            "the rest by more than areas of their size do by chance"
        )
        return _choice(Chart.FUNNEL, reason, Chart.RANKED)
    limits = " with their confidence limits" if facts.limits else ""
    return _choice(Chart.RANKED, f"bars{limits} put areas in order, and {why_not}")


def _why_no_funnel(facts: Facts) -> str | None:
    """What stands in the way of a funnel, or None."""
    if facts.method in (Method.COUNT, Method.MEAN, Method.LIFE_EXPECTANCY):
        return "a funnel is for proportions, rates and ratios"
    if not facts.sizes:
        return "a funnel needs numbers and sizes that are shown"
    if facts.areas < FEWEST_FOR_FUNNEL:
        return f"a funnel needs {FEWEST_FOR_FUNNEL} areas or more with a value"
    if facts.areas > MOST_FOR_FUNNEL:
        return f"in a funnel more than {MOST_FOR_FUNNEL:,} areas cannot be told apart"
    return None


def _choice(chart: Chart, reason: str, *alternatives: Chart) -> ChartChoice:
    return ChartChoice(chart=chart, reason=f"Chosen because {reason}.", alternatives=alternatives)
