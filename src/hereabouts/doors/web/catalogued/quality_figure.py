"""How good a product was each time that it was made, as a chart and its table twin."""

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from hereabouts.doors.web.charts.line import draw_lines
from hereabouts.doors.web.charts.spec import LineChart, Point, Series
from hereabouts.doors.web.languages import N_, day_in_words, gettext, translated
from hereabouts.release.manifest_catalogue import ReleasedPast
from hereabouts.release.manifest_model import ReleasedProduct

FEWEST = 2  # times that make a line
OUTCOMES = {"made": N_("made"), "refused": N_("refused: an older version stood")}
RATINGS = {"green": N_("green"), "amber": N_("amber"), "red": N_("red")}


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityRow:
    """One time of the table twin."""

    day: str
    outcome: str
    rating: str
    score: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityFigure:
    """The chart, where there is more than one score to draw, and its twin."""

    title: str
    drawing: Markup | None
    rows: tuple[QualityRow, ...]


def quality_figure(product: ReleasedProduct) -> QualityFigure | None:
    """Its scores over time, oldest first; None where the release does not say any."""
    if not product.history:
        return None
    title = gettext("Quality over time")
    return QualityFigure(
        title=title,
        drawing=_drawing(product, title),
        rows=tuple(map(_row, reversed(product.history))),
    )


def _row(past: ReleasedPast) -> QualityRow:
    return QualityRow(
        day=day_in_words(past.at.date()),
        outcome=translated(OUTCOMES.get(past.outcome, past.outcome)),
        rating=translated(RATINGS.get(past.rating or "", gettext("not measured"))),
        score="" if past.score is None else f"{past.score:g}",
    )


def _drawing(product: ReleasedProduct, title: str) -> Markup | None:
    """The last score of each day: a place is a day."""
    scores = {past.at.date(): past.score for past in product.history if past.score is not None}
    if len(scores) < FEWEST:
        return None
    first, *_between, last = scores.values()
    chart = LineChart(
        name="quality",
        title=title,
        description=gettext(
            "The score out of 100 went from %(first)s to %(last)s.",
            first=f"{first:g}",
            last=f"{last:g}",
        ),
        unit="",
        decimals=1,
        series=(Series(label=gettext("Score"), points=tuple(map(_point, scores.items()))),),
        from_zero=False,
    )
    return draw_lines(chart)


def _point(scored: tuple[date, float]) -> Point:
    day, score = scored
    return Point(at=day, label=f"{day.day} {day:%b %Y}", value=score)
