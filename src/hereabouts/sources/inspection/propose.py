"""From the table of a block to a proposal: reading options, columns, key, markers."""

from collections.abc import Sequence
from dataclasses import dataclass

from hereabouts.model.proposal import Option, Proposal, ProposedColumn
from hereabouts.sources.inspection.block import Block
from hereabouts.sources.inspection.clean_heading import clean_heading, column_names
from hereabouts.sources.inspection.codes import ODS
from hereabouts.sources.inspection.column_types import TypeFound, column_type
from hereabouts.sources.inspection.given_once import fill_down
from hereabouts.sources.inspection.grid import Cell, filled, is_blank
from hereabouts.sources.inspection.key import smallest_key
from hereabouts.sources.inspection.profile import facts
from hereabouts.sources.inspection.reading_options import reading_options
from hereabouts.sources.inspection.rows_that_are_data import (
    drop_code_rows,
    drop_totals,
    drop_uncoded_total,
    leave_out_titles,
)
from hereabouts.sources.inspection.stub import name_first_column
from hereabouts.sources.inspection.table import Table, table_of
from hereabouts.sources.inspection.wide import Wide, find_wide
from hereabouts.sources.spreadsheet.cells import cell_text

PREVIEWED, SAMPLED = 5, 2  # rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of the tidy table before it has its name."""

    heading: str
    found: TypeFound
    cells: Sequence[Cell]
    is_key: bool = False
    why_key: str = ""


def propose(block: Block, *, kind: str, about: dict[str, str]) -> Proposal | str:
    """The proposal for one table, or a sentence that says why there is none.

    Args:
        block: where the table is.
        kind: of source.
        about: options that are known already, such as the sheet or the encoding.
    """
    table = table_of(block)
    name_first_column(table)
    for step in (fill_down, leave_out_titles, drop_code_rows, drop_totals, drop_uncoded_total):
        step(table)
    types = [
        column_type(heading, table.column(place), is_label=place in table.labels)
        for place, heading in enumerate(table.headings)
    ]
    measures = [place for place, found in enumerate(types) if found.is_measure]
    wide = find_wide(table.headings, measures)
    key = _key(table, types, wide)
    if not key and table.titles:
        return _untold(block, table.titles)
    columns = _columns(table, types, key, wide)
    options: dict[str, Option] = {**about, **reading_options(table, kind=kind)}
    if wide:
        options["unpivot"] = _unpivot(table, wide, kind)
        table.reasons["unpivot"] = wide.why
    markers = _markers(columns)
    if markers:
        options["markers"] = dict(markers)
    notes = [*table.notes, *_strange(columns)]
    if not key:
        notes.append("No set of columns tells the rows apart.")
    return Proposal(
        kind=kind,
        options=options,
        columns=_named(columns),
        title=title_of(block),
        reasons=table.reasons,
        notes=tuple(notes),
        preview=_preview(table),
        sample=_sample(table, wide),
        rows=len(table.rows),
    )


def _key(table: Table, types: Sequence[TypeFound], wide: Wide | None) -> tuple[int, ...]:
    skipped = {*wide.turned, *wide.leave} if wide else set()
    able = [
        place
        for place, found in enumerate(types)
        if place not in skipped
        and not found.is_measure
        and not any(map(is_blank, table.column(place)))
    ]
    texts = [[cell_text(cell).strip() for cell in table.column(place)] for place in able]
    preferred = [
        _preference(types[p], table.headings[p], told) for p, told in zip(able, texts, strict=True)
    ]
    chosen = smallest_key(texts, preferred=preferred)
    if chosen or not able:
        return tuple(able[place] for place in chosen)
    return _numbered_key(table, types, skipped)


def _numbered_key(table: Table, types: Sequence[TypeFound], skipped: set[int]) -> tuple[int, ...]:
    """A first column of whole numbers that all differ, such as a reference."""
    if types and types[0].type == "integer" and 0 not in skipped:
        texts = [cell_text(cell) for cell in table.column(0)]
        if len(set(texts)) == len(texts) and not any(map(is_blank, texts)):
            return (0,)
    return ()


def _preference(found: TypeFound, heading: str, texts: Sequence[str]) -> int:
    if "code" in found.why or "code" in heading.lower() or all(map(ODS.fullmatch, texts)):
        return 0
    return 1 if found.type == "date" else 2 + ("name" in heading.lower())


def _untold(block: Block, titles: Sequence[int]) -> str:
    where = f"Sheet '{block.grid.name}'" if block.grid.name else "The file"
    rows = ", ".join(str(block.grid.number(row)) for row in titles[:5])
    return (
        f"{where} says what its rows are about in rows of one cell between them ({rows}"
        f"{', ...' if len(titles) > 5 else ''}), and no column does. Give the file a column for it."
    )


def _columns(
    table: Table, types: Sequence[TypeFound], key: Sequence[int], wide: Wide | None
) -> list[Column]:
    gone = {*wide.turned, *wide.leave} if wide else set()
    columns = [
        Column(heading=heading, found=types[place], cells=table.column(place), is_key=place in key)
        for place, heading in enumerate(table.headings)
        if place not in gone
    ]
    return [*columns, *_turned(table, types, wide, has_key=bool(key))] if wide else columns


def _turned(table: Table, types: Sequence[TypeFound], wide: Wide, *, has_key: bool) -> list[Column]:
    headings = [table.headings[place] for place in wide.turned]
    if wide.format:
        found = TypeFound(type="date", format=wide.format, why=wide.why)
    else:
        found = column_type("age", headings)
    markers: dict[str, str] = {}
    for place in wide.turned:
        markers |= types[place].markers
    cells = [cell for place in wide.turned for cell in table.column(place)]
    is_whole = all(types[place].type == "integer" for place in wide.turned)
    value = TypeFound(
        type="integer" if is_whole else "number",
        why=f"the cells under those {len(wide.turned)} headings",
        markers=markers,
        is_measure=True,
    )
    into = Column(heading=wide.into, found=found, cells=headings, is_key=has_key)
    return [into, Column(heading=value_heading(table.block), found=value, cells=cells)]


def value_heading(block: Block) -> str:
    """What the cells of a wide table are called, when its title says so."""
    return "population" if "population" in title_of(block).lower() else "value"


def _unpivot(table: Table, wide: Wide, kind: str) -> dict[str, object]:
    gone = {*wide.turned, *wide.leave}
    said: dict[str, object] = {
        "keep": [h for place, h in enumerate(table.headings) if place not in gone],
        "into": wide.into,
        "value": value_heading(table.block),
    }
    leave = [table.headings[place] for place in wide.leave]
    if kind == "csv":  # a text file has its blank columns too
        blank = set(range(table.block.grid.width)) - set(table.places)
        leave += [f"column_{place + 1}" for place in sorted(blank)]
    if leave:
        said["leave"] = leave
    if wide.match:
        said["match"] = wide.match
    return said


def _markers(columns: Sequence[Column]) -> dict[str, str]:
    said: dict[str, str] = {}
    for column in columns:
        said |= column.found.markers
    return said


def _strange(columns: Sequence[Column]) -> list[str]:
    return [
        f"Some cells of '{column.heading}' are neither numbers nor markers; their rows will go "
        "to quarantine."
        for column in columns
        if column.found.strange
    ]


def _named(columns: Sequence[Column]) -> tuple[ProposedColumn, ...]:
    named = column_names([column.heading for column in columns])
    out: list[ProposedColumn] = []
    for name, column in zip(named, columns, strict=True):
        found = column.found
        out.append(
            ProposedColumn(
                name=name,
                heading=column.heading,
                title=clean_heading(column.heading),
                type=found.type,
                key=column.is_key,
                format=found.format,
                pattern=found.pattern,
                required=column.is_key,
                why=found.why,
                facts=facts(column.cells, is_number=found.is_measure),
            )
        )
        if found.markers:
            marker = f"{name}_marker"
            out.append(
                ProposedColumn(
                    name=marker,
                    heading=marker,
                    title=f"{clean_heading(column.heading)}: marker",
                    type="string",
                    marker_of=name,
                    why=f"says why {name} is missing where the publisher says it",
                )
            )
    return tuple(out)


def _preview(table: Table) -> tuple[tuple[str, ...], ...]:
    rows = [tuple(cell_text(cell) for cell in row) for row in table.rows[:PREVIEWED]]
    return (tuple(table.headings), *rows)


def _sample(table: Table, wide: Wide | None) -> tuple[dict[str, str], ...]:
    """A few rows as they are once they are reshaped, by heading."""
    rows = []
    for row in table.rows[:SAMPLED]:
        cells = [cell_text(cell) for cell in row]
        if wide is None:
            rows.append(dict(zip(table.headings, cells, strict=True)))
            continue
        gone = {*wide.turned, *wide.leave}
        kept = {h: cells[p] for p, h in enumerate(table.headings) if p not in gone}
        value = value_heading(table.block)
        rows += [{**kept, wide.into: table.headings[p], value: cells[p]} for p in wide.turned[:1]]
    return tuple(rows)


def title_of(block: Block) -> str:
    """The first words above the headings, on one line."""
    top = block.header[0] if block.header else block.data[0]
    for row in block.grid.rows[:top]:
        for _, cell in filled(row):
            if isinstance(cell, str) and len(cell.strip()) > 12:
                return " ".join(cell.split())[:150]
    return ""
