"""The map of need and supply in one picture, its key, and the table that says the same.

Need is how dark an area is; supply is its pattern. Neither asks anybody to tell hues apart.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from hereabouts.doors.web import words
from hereabouts.doors.web.charts.swatch import patterned
from hereabouts.doors.web.palette import OF_CLASSES, ink_on
from hereabouts.doors.web.sections.two_metric_classes import (
    NONE,
    TwoMetricClasses,
    two_metric_classes,
)
from hereabouts.doors.web.visit import Visit
from hereabouts.release.manifest_model import ReleasedAreaType, ReleasedIndicator

MOST_NAMED = 5
#: Pattern of each class of supply, fewest first, by how many classes there are.
PATTERNS = {1: ("plain",), 2: ("hatched", "plain"), 3: ("hatched", "dotted", "plain")}


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoMetricCell:
    """One class of need with one of supply."""

    swatch: Markup
    count: int
    named: str  # the areas, where they are few


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoMetricRow:
    """One class of need."""

    label: str
    cells: tuple[TwoMetricCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoMetricFigure:
    """The picture and its table twin: rows are need, highest first; columns are supply."""

    title: str
    image: str
    alt: str
    width: int
    height: int
    columns: tuple[str, ...]
    rows: tuple[TwoMetricRow, ...]
    missing: int
    need: ReleasedIndicator
    supply: ReleasedIndicator


def two_metric_figure(
    visit: Visit,
    *,
    need: ReleasedIndicator,
    supply: ReleasedIndicator,
    kind: ReleasedAreaType,
) -> TwoMetricFigure | None:
    """The map of both, or None where the kind of area has no outlines or no area has both."""
    size = visit.map_size(kind)
    classes = two_metric_classes(visit.reader, need, supply, kind)
    if size is None or not (classes.need != NONE).any():
        return None
    plural = words.in_sentence(kind.plural)
    return TwoMetricFigure(
        title=f"{need.short_title} and {words.in_sentence(supply.short_title)} in one map",
        image=visit.links.two_metric(need.id, supply.id, area_type=kind.code),
        alt=f"Map of {kind.count:,} {plural}: darker where {words.in_sentence(need.title)} is "
        f"higher, hatched where {words.in_sentence(supply.title)} is lowest. "
        "The table has the same areas.",
        width=size[0],
        height=size[1],
        columns=classes.supply_cuts.labels(decimals=supply.decimals),
        rows=tuple(_rows(classes)),
        missing=kind.count - int((classes.need != NONE).sum()),
        need=need,
        supply=supply,
    )


def _rows(classes: TwoMetricClasses) -> Iterator[TwoMetricRow]:
    labels = classes.need_cuts.labels(decimals=classes.of.need.decimals)
    columns = range(len(classes.supply_cuts.breaks) + 1)
    for level in reversed(range(len(labels))):
        cells = tuple(_cell(classes, level, column) for column in columns)
        yield TwoMetricRow(label=labels[level], cells=cells)


def _cell(classes: TwoMetricClasses, need: int, supply: int) -> TwoMetricCell:
    here = (classes.need == need) & (classes.supply == supply)
    names = [
        pair[0].area_name for pair, is_here in zip(classes.of.areas, here, strict=True) if is_here
    ]
    colour = OF_CLASSES[len(classes.need_cuts.breaks) + 1][need]
    pattern = PATTERNS[len(classes.supply_cuts.breaks) + 1][supply]
    return TwoMetricCell(
        swatch=patterned(colour, ink=ink_on(colour), pattern=pattern),
        count=len(names),
        named=", ".join(names) if len(names) <= MOST_NAMED else "",
    )
