"""The gap between the worst and the best off: bars, the line through them, and words."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from hereabouts.doors.web import words
from hereabouts.doors.web.charts.groups import GroupBar, GroupChart, draw_groups
from hereabouts.doors.web.languages import N_, gettext, translated
from hereabouts.doors.web.words import Said
from hereabouts.model.indicator import Polarity
from hereabouts.release.answers import Inequality, Observation
from hereabouts.release.manifest_model import ReleasedGroup, ReleasedIndicator

NAMED = {3: N_("third"), 4: N_("quarter"), 5: N_("fifth"), 10: N_("tenth")}
FEWEST = 2
NOT_COMPUTED = N_(
    "No index of inequality is computed: a group is hidden, missing or at an end of its scale."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRow:
    """One group of the table twin."""

    label: str
    said: Said
    interval: str | None
    denominator: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InequalityFigure:
    """The bars, what they say, and their twin."""

    title: str
    drawing: Markup
    sentences: tuple[str, ...]
    rows: tuple[GroupRow, ...]
    sized: bool  # whether how many are in each group is shown


def inequality_figure(
    groups: Sequence[Observation],
    gap: Inequality | None,
    *,
    indicator: ReleasedIndicator,
    group: ReleasedGroup,
    period: str,
    name: str = "inequality",
) -> InequalityFigure | None:
    """Draw one period's groups, worst off first.

    Args:
        groups: one observation each, in the order of their numbers.
        gap: the indices of the same period; None where they could not be computed.
        indicator: what is observed of them.
        group: which groups they are.
        period: as it is called.
        name: of the chart, unique on its page.

    Returns:
        None where fewer than two groups have a value.
    """
    ordered = tuple(groups) if group.worst_first else tuple(reversed(groups))
    if sum(one.value is not None for one in ordered) < FEWEST:
        return None
    title = gettext(
        "%(short_title)s by %(group_title)s",
        short_title=indicator.short_title,
        group_title=words.in_sentence(group.title),
    )
    title = f"{title}, {words.in_sentence(period)}"
    sentences = (*_ends(ordered, indicator, group), *_indices(gap, indicator))
    chart = GroupChart(
        name=name,
        title=title,
        description=" ".join(sentences[:1]),
        sign="%" if words.unit_of(indicator) == "%" else "",
        bars=_bars(ordered),
        line=_line(ordered, gap, indicator),
    )
    return InequalityFigure(
        title=title,
        drawing=draw_groups(chart),
        sentences=sentences,
        rows=tuple(_row(one, indicator, ordered) for one in ordered),
        sized=all(one.denominator for one in ordered),
    )


def _shares(ordered: tuple[Observation, ...]) -> list[float]:
    """Each group's share of everyone; equal shares where sizes are not all shown."""
    sizes = [one.denominator or 0.0 for one in ordered]
    if not all(sizes):
        return [1 / len(ordered)] * len(ordered)
    return [size / sum(sizes) for size in sizes]


def _bars(ordered: tuple[Observation, ...]) -> tuple[GroupBar, ...]:
    return tuple(
        GroupBar(
            label=one.area_code, value=one.value, lower=one.lower, upper=one.upper, share=share
        )
        for one, share in zip(ordered, _shares(ordered), strict=True)
    )


def _line(
    ordered: tuple[Observation, ...], gap: Inequality | None, indicator: ReleasedIndicator
) -> tuple[float, float] | None:
    """The ends of the fitted line.

    A line fitted by share of people passes through the mean of all at the middle of all, so its
    slope places it. The slope of an indicator of which less is better is released turned round.
    """
    values = [one.value for one in ordered if one.value is not None]
    if gap is None or gap.slope is None or len(values) < len(ordered):
        return None
    mean = sum(v * share for v, share in zip(values, _shares(ordered), strict=True))
    rise = -gap.slope if indicator.better is Polarity.LOWER else gap.slope
    return mean - rise / 2, mean + rise / 2


def _ends(
    ordered: tuple[Observation, ...], indicator: ReleasedIndicator, group: ReleasedGroup
) -> list[str]:
    """What was observed in the first group and in the last."""
    part = translated(NAMED.get(len(ordered), N_("group")))
    first, last = (words.say_value(ordered[at], indicator=indicator) for at in (0, -1))
    by = words.in_sentence(group.title)
    said = [
        gettext(
            "By %(by)s: in the worst-off %(part)s %(whole)s, in the best-off %(part)s %(whole2)s.",
            by=by,
            part=part,
            whole=first.whole,
            whole2=last.whole,
        )
    ]
    low, high = ordered[-1].value, ordered[0].value
    if low and high and min(low, high) > 0:
        times = max(low, high) / min(low, high)
        told = (
            N_("In the worst-off %(part)s it is %(times)s times that in the best-off %(part)s.")
            if high >= low
            else N_(
                "In the best-off %(part)s it is %(times)s times that in the worst-off %(part)s."
            )
        )
        said.append(gettext(told, part=part, times=f"{times:.1f}"))
    return said


def _indices(gap: Inequality | None, indicator: ReleasedIndicator) -> list[str]:
    if gap is None or gap.slope is None:
        return [translated(NOT_COMPUTED)]
    unit = gettext("percentage points") if words.unit_of(indicator) == "%" else indicator.unit
    decimals = indicator.decimals
    slope = words.number(gap.slope, decimals=decimals)
    limits = _limits(gap.slope_lower, gap.slope_upper, decimals)
    ends = gettext(
        "from one end of the line to the other. %(whose)s", whose=_whose(gap.slope, indicator)
    )
    said = [
        gettext(
            "Slope index of inequality: %(slope)s %(unit)s%(limits)s, %(ends)s",
            slope=slope,
            unit=unit,
            limits=limits,
            ends=ends,
        )
    ]
    if gap.ratio is not None:
        worst, best = gettext("worst-off end"), gettext("best-off end")
        over = (worst, best) if indicator.better is Polarity.LOWER else (best, worst)
        said.append(
            gettext(
                "Relative index of inequality: %(ratio)s%(limits)s: the %(over)s of the "
                "line is so many times its %(over2)s.",
                ratio=words.number(gap.ratio, decimals=2),
                limits=_limits(gap.ratio_lower, gap.ratio_upper, 2),
                over=over[0],
                over2=over[1],
            )
        )
    if gap.slope_lower is not None and gap.slope_upper is not None:
        between = gap.slope_lower <= 0 <= gap.slope_upper
        said.append(
            gettext("The limits hold zero, so chance alone may explain the gap.")
            if between
            else gettext("The limits do not hold zero: the gap is more than chance explains.")
        )
    return said


def _whose(slope: float, indicator: ReleasedIndicator) -> str:
    """Which end has more, as the line has it."""
    if indicator.better is Polarity.NEITHER:
        return gettext("It is positive where the best off have more.")
    return gettext(
        "The worst off fare %(better)s along it.", better="worse" if slope >= 0 else "better"
    )


def _limits(lower: float | None, upper: float | None, decimals: int) -> str:
    if lower is None or upper is None:
        return ""
    low, high = (words.number(end, decimals=decimals) for end in (lower, upper))
    return gettext(" (95%% confidence interval %(low)s to %(high)s)", low=low, high=high)


def _row(
    one: Observation, indicator: ReleasedIndicator, ordered: tuple[Observation, ...]
) -> GroupRow:
    ends = {
        ordered[0].area_code: gettext(", worst off"),
        ordered[-1].area_code: gettext(", best off"),
    }
    return GroupRow(
        label=f"{one.area_code}{ends.get(one.area_code, '')}",
        said=words.say_value(one, indicator=indicator),
        interval=words.interval(one, decimals=indicator.decimals),
        denominator="" if one.denominator is None else words.number(one.denominator, decimals=0),
    )
