"""A chart of a page as a picture that can stand alone."""

from collections.abc import Iterator
from typing import Any

from hereabouts.doors.web import words
from hereabouts.doors.web.indicator_state import read_state
from hereabouts.doors.web.map_painting import painted_map
from hereabouts.doors.web.pictures.compose import Painted, Picture, compose
from hereabouts.doors.web.pictures.looks import looks_of
from hereabouts.doors.web.sections.two_metric_painting import painted_pair
from hereabouts.doors.web.shown_figure import ShownFigure
from hereabouts.doors.web.visit import Visit

MOST_SENTENCES = 2
#: What it does not say matters as much as what it says.
SAID_IN_FULL = ("triangulation",)


def svg_of(visit: Visit, shown: ShownFigure) -> str:
    """The chart with its title, key, sources and release."""
    figure = shown.figure
    icons = tuple((icon.drawing, icon.words) for icon in getattr(figure, "icons", ()))
    sentences = tuple(getattr(figure, "sentences", ()))
    picture = Picture(
        title=shown.title,
        about=shown.about,
        description=_description(shown),
        drawing=shown.drawing,
        painted=_PAINTED[shown.kind](visit, shown) if shown.kind in _PAINTED else None,
        icons=icons,
        key=_key(figure),
        sentences=sentences if shown.kind in SAID_IN_FULL else sentences[:MOST_SENTENCES],
        small=tuple(_small(visit, shown)),
        made_up=shown.synthetic,
    )
    return compose(picture, looks_of(visit.manifest.place))


def _description(shown: ShownFigure) -> str:
    alt: str | None = getattr(shown.figure, "alt", None)
    return alt or "; ".join(shown.about)


def _painted(visit: Visit, shown: ShownFigure) -> Painted:
    state = shown.drawn_from or read_state(visit, shown.indicator)
    kind = state.area_type
    png = painted_map(
        visit,
        visit.artefacts.raster(kind.artefact or ""),
        state,
    )
    return Painted(png=png, width=shown.figure.width, height=shown.figure.height)


def _painted_pair(visit: Visit, shown: ShownFigure) -> Painted:
    figure = shown.figure
    raster = visit.artefacts.raster(figure.kind.artefact or "")
    png = painted_pair(visit, raster, need=figure.need, supply=figure.supply, kind=figure.kind)
    return Painted(png=png, width=figure.width, height=figure.height)


_PAINTED = {"map": _painted, "two_metric": _painted_pair}


def _key(figure: Any) -> tuple[Any, ...]:
    """Marks and their words; of a map its legend."""
    legend = getattr(figure, "legend", ())
    rows = tuple(
        (row.swatch, f"{row.label}: {words.count_of(row.count, singular='area', plural='areas')}")
        for row in legend
    )
    return rows or tuple(getattr(figure, "key", ()))


def _small(visit: Visit, shown: ShownFigure) -> Iterator[str]:
    manifest = visit.manifest
    products = filter(None, map(manifest.product, shown.products))
    sources = dict.fromkeys(p.attribution.rstrip(".") for p in products if p.attribution)
    if sources:
        yield f"Source: {'. '.join(sources)}."
    place = manifest.place.title
    yield f"{place}, release {manifest.number}, {words.long_date(manifest.made_at)}."
