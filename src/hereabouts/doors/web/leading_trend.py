"""The largest areas over time: few enough to tell apart."""

from hereabouts.doors.web.headline import largest_type
from hereabouts.doors.web.indicator_state import IndicatorState
from hereabouts.doors.web.trend_figure import TrendFigure, trend_figure
from hereabouts.doors.web.visit import Visit
from hereabouts.release.answers import Observation

MOST_LINES = 4


def leading_trend(
    visit: Visit, state: IndicatorState, *, lead: Observation | None, name: str
) -> TrendFigure | None:
    """The chart of the areas that stand for the place, or None where none does.

    Args:
        visit: whose release is read.
        state: which indicator and category.
        lead: the area that stands for the place, if one does.
        name: of the chart, unique on its page.
    """
    if lead is None:
        return None
    kind = largest_type(visit.reader, indicator=state.indicator)
    lines = [
        visit.reader.trend(
            state.indicator.id, area_type=kind.code, code=area.code, category=state.category
        )
        for area in visit.reader.areas(kind.code)[:MOST_LINES]
    ]
    return trend_figure(lines, indicator=state.indicator, name=name)
