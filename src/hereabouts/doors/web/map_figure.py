"""The map of an indicator: what its script needs, what is drawn without one, and the legend."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from markupsafe import Markup
from numpy.typing import NDArray

from hereabouts.doors.web import map_classes, words
from hereabouts.doors.web.charts.svg import element
from hereabouts.doors.web.indicator_state import IndicatorState
from hereabouts.doors.web.links import artefact
from hereabouts.doors.web.map_classes import Cuts, cuts_of, why_missing
from hereabouts.doors.web.visit import Visit
from hereabouts.model.observation import Marker

Counts = NDArray[np.int64]

SWATCH_WIDTH, SWATCH_HEIGHT = 28.0, 20.0
INK, PAPER = "#505a5f", "#f3f2f1"  # of the patterns, as the painter and the script have them


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendRow:
    """One class of the map, with its swatch and how many areas are in it."""

    swatch: Markup
    label: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MapFigure:
    """A map. `data` are the attributes its script reads, in order."""

    data: tuple[tuple[str, str], ...]
    image: str
    width: int
    height: int
    alt: str
    caption: str
    legend: tuple[LegendRow, ...]
    zeros: int


def map_figure(visit: Visit, state: IndicatorState) -> MapFigure | None:
    """The map that `state` asks for, or None when its area type has no outlines."""
    size = visit.map_size(state.area_type)
    folder = state.area_type.artefact
    if size is None or folder is None:
        return None
    indicator, kind, start = state.indicator, state.area_type, state.period.start
    cuts = cuts_of(visit.reader, indicator.id, kind.code)
    values = visit.reader.values_array(
        indicator.id, area_type=kind.code, period_start=start, category=state.category
    )
    why = why_missing(values)
    counts = np.bincount(cuts.classes(values[why == 0]), minlength=len(cuts.palette))
    slice_ = {"area_type": kind.code, "start": start, "category": state.category}
    plural = words.in_sentence(kind.plural)
    return MapFigure(
        data=(
            ("data-ids", artefact(folder, file="ids.webp")),
            ("data-areas", artefact(folder, file="areas.json")),
            ("data-tiles", artefact(folder, file="areas.pmtiles")),
            ("data-values", visit.links.values(indicator.id, **slice_)),  # type: ignore[arg-type]
            ("data-breaks", json.dumps(cuts.breaks)),
            ("data-palette", json.dumps(cuts.palette)),
            ("data-unit", indicator.unit),
            ("data-decimals", str(indicator.decimals)),
            ("data-area-url", visit.links.area_pattern(kind.code)),
        ),
        image=visit.links.drawn_map(indicator.id, **slice_),  # type: ignore[arg-type]
        width=size[0],
        height=size[1],
        alt=f"Map of {kind.count:,} {plural}, darker where the value is higher. "
        "The table below has the same values.",
        caption=", ".join(_said(state, plural)),
        legend=(*_classes(cuts, counts, indicator.decimals), *_missing(why)),
        zeros=int(np.count_nonzero(values == 0)),
    )


def _said(state: IndicatorState, plural: str) -> Iterator[str]:
    yield state.indicator.title
    if state.category != "all":
        yield state.category
    yield plural
    yield words.in_sentence(state.period.label)


def _classes(cuts: Cuts, counts: Counts, decimals: int) -> tuple[LegendRow, ...]:
    labels = cuts.labels(decimals=decimals)
    rows = zip(cuts.palette, labels, counts, strict=True)
    return tuple(
        LegendRow(swatch=_colour(colour), label=label, count=int(count))
        for colour, label, count in rows
    )


def _missing(why: Counts) -> tuple[LegendRow, ...]:
    kinds = (
        (map_classes.HIDDEN, Marker.CONFIDENTIAL, _hatched()),
        (map_classes.NOT_AVAILABLE, Marker.NOT_AVAILABLE, _dotted()),
        (map_classes.NOT_APPLICABLE, Marker.NOT_APPLICABLE, _colour("#ffffff")),
    )
    counted = ((marker, swatch, int(np.sum(why == code))) for code, marker, swatch in kinds)
    return tuple(
        LegendRow(
            swatch=swatch, label=f"{words.sentence(marker.words)} {marker.value}", count=count
        )
        for marker, swatch, count in counted
        if count
    )


def _swatch(*inside: Markup, fill: str) -> Markup:
    """A box whose outline, in the style sheet, is black: the palest class is seen too."""
    box = element("rect", width=SWATCH_WIDTH, height=SWATCH_HEIGHT, fill=fill)
    return element(
        "svg",
        box,
        *inside,
        class_="hb-legend__swatch",
        width=SWATCH_WIDTH,
        height=SWATCH_HEIGHT,
        viewBox=f"0 0 {SWATCH_WIDTH:g} {SWATCH_HEIGHT:g}",
        aria_hidden="true",
        focusable="false",
    )


def _colour(colour: str) -> Markup:
    return _swatch(fill=colour)


def _hatched() -> Markup:
    """As the map has it: lines falling to the left, two pixels of ink in six."""
    lines = "".join(f"M{x} 0l-20 20" for x in range(3, 48, 6))
    ink = element("path", d=lines, stroke=INK, stroke_width=1.6, fill="none")
    return _swatch(ink, fill=PAPER)


def _dotted() -> Markup:
    dots = "".join(f"M{x} {y}h2v2h-2z" for x in range(0, 28, 4) for y in range(0, 20, 4))
    return _swatch(element("path", d=dots, fill=INK), fill=PAPER)
