"""The map of need and supply in one picture, its key, and the table that says the same.

Need is how dark an area is; supply is its pattern. Neither asks anybody to tell hues apart.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from hereabouts.doors.web import words
from hereabouts.doors.web.charts.swatch import patterned
from hereabouts.doors.web.languages import gettext, ngettext
from hereabouts.doors.web.palette import ink_on
from hereabouts.doors.web.sections.paired import more_need, more_supply
from hereabouts.doors.web.sections.two_metric_classes import (
    NONE,
    TwoMetricClasses,
    two_metric_classes,
)
from hereabouts.doors.web.visit import Visit
from hereabouts.release.manifest_model import ReleasedAreaType, ReleasedIndicator

MOST_NAMED = 5


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
    read: str  # what darkness and patterns say
    width: int
    height: int
    columns: tuple[str, ...]
    rows: tuple[TwoMetricRow, ...]
    missing: int
    need: ReleasedIndicator
    supply: ReleasedIndicator
    kind: ReleasedAreaType

    @property
    def key(self) -> tuple[tuple[Markup, str], ...]:
        """Each class that has an area, in words, for a picture that has no table."""
        return tuple(
            (cell.swatch, f"{self._said(row, column)}: {_areas(cell.count)}")
            for row in self.rows
            for cell, column in zip(row.cells, self.columns, strict=True)
            if cell.count
        )

    def _said(self, row: TwoMetricRow, column: str) -> str:
        need, supply = (words.in_sentence(one.short_title) for one in (self.need, self.supply))
        return f"{need} {words.in_sentence(row.label)}, {supply} {words.in_sentence(column)}"


def _areas(count: int) -> str:
    return ngettext("%(num)s area", "%(num)s areas", count)


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
    plural, read = words.in_sentence(kind.plural), _how_to_read(need, supply)
    return TwoMetricFigure(
        title=gettext(
            "%(short_title)s and %(short_title2)s in one map",
            short_title=need.short_title,
            short_title2=words.in_sentence(supply.short_title),
        ),
        image=visit.links.two_metric(need.id, supply.id, area_type=kind.code),
        alt=gettext(
            "Map of %(count)s %(plural)s. %(read)s The table has the same areas.",
            count=f"{kind.count:,}",
            plural=plural,
            read=read,
        ),
        read=read,
        width=size[0],
        height=size[1],
        columns=classes.supply_cuts.labels(decimals=supply.decimals),
        rows=tuple(_rows(classes)),
        missing=kind.count - int((classes.need != NONE).sum()),
        need=need,
        supply=supply,
        kind=kind,
    )


def _how_to_read(need: ReleasedIndicator, supply: ReleasedIndicator) -> str:
    darker = "higher" if more_need(need) > 0 else "lower"
    least = "lowest" if more_supply(supply) > 0 else "highest"
    return gettext(
        "Darker: more need (%(short_title)s %(darker)s). Hatched: least supply "
        "(%(short_title2)s %(least)s). Dotted: between. Plain: most supply.",
        short_title=words.in_sentence(need.short_title),
        darker=darker,
        short_title2=words.in_sentence(supply.short_title),
        least=least,
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
    colour, pattern = classes.colour(need), classes.pattern(supply)
    return TwoMetricCell(
        swatch=patterned(colour, ink=ink_on(colour), pattern=pattern),
        count=len(names),
        named=", ".join(names) if len(names) <= MOST_NAMED else "",
    )
