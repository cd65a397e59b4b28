"""The section of an indicator's page about the gap between groups."""

from hereabouts.doors.web.indicator_state import IndicatorState
from hereabouts.doors.web.inequality_figure import InequalityFigure, inequality_figure
from hereabouts.doors.web.visit import Visit


def inequality_section(
    visit: Visit, state: IndicatorState, *, name: str = "inequality"
) -> InequalityFigure | None:
    """The gap in the period and category of `state`, or None where no groups are asked for.

    `name` is the chart's, unique on its page.
    """
    indicator, start = state.indicator, state.period.start
    group = next((one for one in visit.manifest.groups if one.name == indicator.inequality), None)
    if group is None:
        return None
    gaps = visit.reader.inequality(indicator.id, category=state.category)
    return inequality_figure(
        visit.reader.grouped(indicator.id, period_start=start, category=state.category),
        next((gap for gap in gaps if gap.period_start == start), None),
        indicator=indicator,
        group=group,
        period=state.period.label,
        name=name,
    )
