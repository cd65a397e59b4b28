"""The map of an indicator: what its script needs, what is drawn without one, and the legend."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from markupsafe import Markup

from hereabouts.doors.web import words
from hereabouts.doors.web.charts.svg import element
from hereabouts.doors.web.charts.swatch import patterned
from hereabouts.doors.web.indicator_state import IndicatorState
from hereabouts.doors.web.languages import gettext, translated
from hereabouts.doors.web.links import artefact
from hereabouts.doors.web.map_asked import asked_for
from hereabouts.doors.web.map_choices import map_choices
from hereabouts.doors.web.map_colouring import Colouring, colouring_of
from hereabouts.doors.web.sections.chooser import Chooser
from hereabouts.doors.web.visit import Visit
from hereabouts.geography import paint as painting
from hereabouts.model.map_colours import ColourBy
from hereabouts.model.observation import Marker

#: What a key calls the painter's patterns: `rising` goes the other way than what is hidden.
PATTERNS = ("plain", "rising", "dotted")

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
    read: str  # Darker is higher.
    how: str  # how the classes were made
    choices: tuple[Chooser, ...]  # how else it can be coloured


def map_figure(visit: Visit, state: IndicatorState) -> MapFigure | None:
    """The map that `state` asks for, or None when its area type has no outlines."""
    size = visit.map_size(state.area_type)
    folder = state.area_type.artefact
    if size is None or folder is None:
        return None
    made = colouring_of(visit, state)
    image, data = _addresses(visit, state)
    plural = words.in_sentence(state.area_type.plural)
    alt = gettext(
        "Map of %(count)s %(plural)s. %(read)s The table below has the same values.",
        count=f"{state.area_type.count:,}",
        plural=plural,
        read=made.read,
    )
    return MapFigure(
        data=(
            ("data-ids", artefact(folder, file="ids.webp")),
            ("data-areas", artefact(folder, file="areas.json")),
            ("data-tiles", artefact(folder, file="areas.pmtiles")),
            *data,
            ("data-fills", _fills(made)),
            ("data-unit", state.indicator.unit),
            ("data-decimals", str(state.indicator.decimals)),
            ("data-area-url", visit.links.area_pattern(state.area_type.code)),
            ("data-image", image),
            ("data-alt", alt),
        ),
        image=image,
        width=size[0],
        height=size[1],
        alt=alt,
        caption=", ".join(_said(state, plural)),
        legend=(*_classes(made), *_missing(made)),
        zeros=int(np.count_nonzero(made.values == 0)),
        read=made.read,
        how=made.how,
        choices=map_choices(visit, state, made.colour),
    )


def _addresses(visit: Visit, state: IndicatorState) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Of the picture, and of what the script reads."""
    links, one = visit.links, state.indicator.id
    kind, start, category = state.area_type.code, state.period.start, state.category
    look = asked_for(state.colours)
    image = links.drawn_map(one, area_type=kind, start=start, category=category, **look)
    classes = links.map_classes(one, area_type=kind, start=start, category=category, **look)
    values = links.values(one, area_type=kind, start=start, category=category)
    return image, (("data-classes", classes), ("data-values", values))


def _fills(made: Colouring) -> str:
    """Of each class colour, pattern and its ink; where no number says it, its name too."""
    named = made.colour is not ColourBy.VALUES
    return json.dumps(
        [[one.colour, one.pattern, one.ink, one.label if named else ""] for one in made.fills]
    )


def _said(state: IndicatorState, plural: str) -> Iterator[str]:
    yield state.indicator.title
    if state.category != "all":
        yield state.category
    yield plural
    yield words.in_sentence(state.period.label)


def _classes(made: Colouring) -> tuple[LegendRow, ...]:
    rows = zip(made.fills, made.counts(), strict=False)
    return tuple(
        LegendRow(
            swatch=patterned(fill.colour, ink=fill.ink, pattern=PATTERNS[fill.pattern]),
            label=fill.label,
            count=int(count),
        )
        for fill, count in rows
    )


def _missing(made: Colouring) -> tuple[LegendRow, ...]:
    counts = made.counts()
    kinds = (
        (painting.HIDDEN, _marked(Marker.CONFIDENTIAL), _hatched()),
        (painting.NOT_AVAILABLE, _marked(Marker.NOT_AVAILABLE), _dotted()),
        (painting.NOT_APPLICABLE, translated(made.not_applicable), _colour("#ffffff")),
    )
    return tuple(
        LegendRow(swatch=swatch, label=label, count=int(counts[code]))
        for code, label, swatch in kinds
        if counts[code]
    )


def _marked(marker: Marker) -> str:
    return f"{words.sentence(translated(marker.words))} {marker.value}"


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
