"""What each column of a product is made from, as a picture and the table that says the same."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from hereabouts.doors.web.charts.lineage import LineageChart, Table, draw_lineage
from hereabouts.doors.web.found.open_lineage import RECEIVED, source_of
from hereabouts.doors.web.languages import gettext, ngettext
from hereabouts.doors.web.visit import Visit
from hereabouts.release.manifest_model import ReleasedProduct

MOST_DRAWN = 60  # columns on one side: a longer picture is harder to follow than its table


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A column that another is made from; `href` leads to its product, where that is released."""

    table: str
    column: str
    href: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LineageRow:
    """One column of the table twin."""

    column: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineageFigure:
    """The picture, where it is not too long, and its twin."""

    title: str
    drawing: Markup | None
    rows: tuple[LineageRow, ...]
    untraced: str  # how many columns could not be followed; empty where all were


def lineage_figure(visit: Visit, product: ReleasedProduct) -> LineageFigure | None:
    """Where the columns come from; None where a release does not say it of any."""
    rows = tuple(
        LineageRow(column=column.name, sources=tuple(_sources(visit, product, column.made_from)))
        for column in product.columns
        if column.made_from
    )
    if not rows:
        return None
    title = gettext("Where its columns come from")
    left_out = len(product.columns) - len(rows)
    return LineageFigure(
        title=title,
        drawing=_drawing(visit, product, title),
        rows=rows,
        untraced=_untraced(left_out) if left_out else "",
    )


def _untraced(count: int) -> str:
    return ngettext(
        "%(num)s column could not be followed to where it comes from.",
        "%(num)s columns could not be followed to where they come from.",
        count,
    )


def _sources(
    visit: Visit, product: ReleasedProduct, made_from: tuple[str, ...]
) -> Iterator[Source]:
    for written in made_from:
        table, column = source_of(written, product)
        found = visit.manifest.product(table)
        href = visit.links.product(found.id) if found else None
        yield Source(table=_title(visit, table), column=column, href=href)


def _drawing(visit: Visit, product: ReleasedProduct, title: str) -> Markup | None:
    lines = [
        (*source_of(one, product), column.name)
        for column in product.columns
        for one in column.made_from
    ]
    ends = dict.fromkeys((table, column) for table, column, _to in lines)
    if max(len(ends), len(product.columns)) > MOST_DRAWN:
        return None
    tables = dict.fromkeys(table for table, _column in ends)
    sources = {
        name: Table(
            title=_title(visit, name),
            columns=tuple(column for table, column in ends if table == name),
        )
        for name in tables
    }
    described = gettext(
        "%(product)s is made from: %(tables)s.",
        product=product.title,
        tables=", ".join(table.title for table in sources.values()),
    )
    made = Table(title=product.title, columns=tuple(column.name for column in product.columns))
    chart = LineageChart(
        name="lineage",
        title=title,
        description=described,
        sources=sources,
        made=made,
        lines=tuple(lines),
    )
    return draw_lineage(chart)


def _title(visit: Visit, table: str) -> str:
    if table.partition(".")[0] == RECEIVED:
        return gettext("The file as received")
    found = visit.manifest.product(table)
    return found.title if found else table
