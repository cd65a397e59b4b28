"""What moved between a file that fitted and one that does not, side by side."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from hereabouts.errors import SourceError
from hereabouts.model.product import Source
from hereabouts.sources.spreadsheet.cells import cell_text
from hereabouts.sources.spreadsheet.options import spreadsheet_options
from hereabouts.sources.spreadsheet.workbook import opened_workbook

if TYPE_CHECKING:
    from hereabouts.sources.layouts import LastGood

LOOKED_AT, MOST_SHOWN = 30, 15  # rows from the top of each sheet; headings in the table


@dataclass(frozen=True, slots=True)
class Found:
    """Where a heading stands: row and column as a person counts."""

    sheet: str
    row: int
    column: int

    def __str__(self) -> str:
        return f"sheet '{self.sheet}', {_letters(self.column)}{self.row}"


def side_by_side(
    path: Path, misfits: Sequence[tuple[Source, SourceError]], last: "LastGood | None"
) -> str:
    """A table of the headings that moved, came or went; empty where nothing can be compared."""
    way = next((w for w, _ in misfits if last and w.layout == last.layout), misfits[0][0])
    if last is None or way.kind != "spreadsheet":
        return ""
    try:
        before = _headings(last.path, way)
        after = _anywhere(path, before, way)
    except SourceError:
        return ""
    gone = [f"  '{name}': {was} -> not there" for name, was in before.items() if name not in after]
    lines = [*gone, *_new(path, before, after, way), *_moved(before, after)]
    more = [f"  ... and {len(lines) - MOST_SHOWN} more"] if len(lines) > MOST_SHOWN else []
    if not lines:
        return ""
    return "\n".join(
        ["  what moved, from the last good file to this one:", *lines[:MOST_SHOWN], *more]
    )


def _moved(before: Mapping[str, Found], after: Mapping[str, Found]) -> Iterator[str]:
    for name, now in after.items():
        if now != before[name]:
            yield f"  '{name}': {before[name]} -> {now}"


def _new(
    path: Path, before: Mapping[str, Found], after: Mapping[str, Found], way: Source
) -> Iterator[str]:
    """Headings in the row where most of the old ones stand now, that were nowhere before."""
    rows = [(found.sheet, found.row) for found in after.values()]
    if not rows:
        return
    sheet, row = max(set(rows), key=rows.count)
    known = {_plain(name) for name in before}
    for found, text in _texts(path, way):
        if (found.sheet, found.row) == (sheet, row) and _plain(text) not in known:
            yield f"  '{text}': not there -> {found}"


def _headings(path: Path, way: Source) -> dict[str, Found]:
    """The headings of the sheet that the layout names, in its heading rows."""
    options = spreadsheet_options(way)
    wanted = (options.sheet or "").strip().casefold()
    rows = range(options.first_header, options.last_header + 1)
    found: dict[str, Found] = {}
    for place, text in _texts(path, way):
        if place.row in rows and (not wanted or place.sheet.strip().casefold() == wanted):
            found.setdefault(text, place)
    return found


def _anywhere(path: Path, wanted: Mapping[str, Found], way: Source) -> dict[str, Found]:
    """Where they stand in another file: on the sheet that has most of them."""
    names = {_plain(name): name for name in wanted}
    by_sheet: dict[str, dict[str, Found]] = {}
    for place, text in _texts(path, way):
        if name := names.get(_plain(text)):
            by_sheet.setdefault(place.sheet, {}).setdefault(name, place)
    kept = {place.sheet for place in wanted.values()}
    return max(by_sheet.values(), key=lambda f: (len(f), bool(kept & {*by_sheet})), default={})


def _texts(path: Path, way: Source) -> Iterator[tuple[Found, str]]:
    with opened_workbook(path, source=way) as workbook:
        for name in workbook.sheets:
            sheet = workbook.sheet(name)
            left = sheet.start[1] if sheet.start else 0
            for row, cells in enumerate(islice(sheet.iter_rows(), LOOKED_AT), start=1):
                for column, cell in enumerate(cells, start=left + 1):
                    if text := " ".join(cell_text(cell).split()):
                        yield Found(name, row, column), text


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
