"""One chart alone, to be shown in a frame of another site: no script, nothing to press."""

from typing import Any

from hereabouts.doors.web import words
from hereabouts.doors.web.shown_figure import ShownFigure, shown_of_indicator
from hereabouts.doors.web.shown_of_area import shown_of_area
from hereabouts.doors.web.shown_of_section import shown_of_section
from hereabouts.doors.web.visit import PageAnswer, Visit


def embedded_indicator(visit: Visit, *, theme: str, name: str, figure: str) -> PageAnswer:
    """A chart of an indicator's page."""
    return _answer(visit, shown_of_indicator(visit, theme=theme, name=name, figure=figure))


def embedded_area(visit: Visit, *, area_type: str, code: str, theme: str, name: str) -> PageAnswer:
    """A chart of an area's page."""
    found = shown_of_area(visit, area_type=area_type, code=code, theme=theme, name=name)
    return _answer(visit, found)


def embedded_section(visit: Visit, *, page: str, section: str) -> PageAnswer:
    """The picture of a section of a declared page."""
    return _answer(visit, shown_of_section(visit, page=page, section=section))


def _answer(visit: Visit, shown: ShownFigure) -> PageAnswer:
    return PageAnswer("embed.html", _content(visit, shown))


def _content(visit: Visit, shown: ShownFigure) -> dict[str, Any]:
    products = filter(None, map(visit.manifest.product, shown.products))
    sources = dict.fromkeys(p.attribution.rstrip(".") for p in products if p.attribution)
    return {
        "title": shown.title,
        "shown": shown,
        "indicator": shown.indicator,
        "sources": tuple(sources),
        "confidence": words.confidence_words(shown.indicator),
    }
