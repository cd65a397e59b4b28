"""Open a workbook and find the sheet.

Whoever sent it may be careless or hostile: its archive is counted before it is unpacked, its
extent is looked at before it is laid out in memory, and it is read in a process of its own.
Formulas are not computed, links are not followed and macros are not run: nothing here can.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from hereabouts.errors import SourceError
from hereabouts.model.product import Source
from hereabouts.sources.naming import file_name
from hereabouts.sources.options import whole_number
from hereabouts.sources.spreadsheet.archive import Archive, damaged, opened_archive
from hereabouts.sources.spreadsheet.sheet import Sheet
from hereabouts.sources.spreadsheet.workbook_process import (
    WorkbookDamagedError,
    WorkbookPasswordError,
    WorkbookProcess,
    WorkbookTooMuchError,
    workbook_process,
)
from hereabouts.sources.spreadsheet.xlsx_cells import SheetCells, scan_cells
from hereabouts.sources.spreadsheet.xlsx_parts import XlsxParts, xlsx_parts

MOST_CELLS = 50_000_000
MOST_LISTED = 40  # sheets, in a message
HIDDEN = {"Hidden": " (hidden)", "VeryHidden": " (hidden from its menus)"}


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook that is open. Sheets are read one at a time."""

    source: Source
    process: WorkbookProcess
    archive: Archive | None
    parts: XlsxParts | None
    sheets: dict[str, str]  # name -> Visible, Hidden or VeryHidden
    scanned: dict[str, SheetCells | None] = field(default_factory=dict)

    def sheet(self, name: str) -> Sheet:
        """A sheet by its exact name; it can be read until the next one is.

        Raises:
            SourceError: S130 damaged; S175 its cells lie too far apart; S176 it cannot be read.
        """
        cells = self._cells(name)
        if cells is not None:
            _check_extent(cells, self.source)
        start, end, merged = self.process.open(name)
        return Sheet(
            name=name,
            rows=self.process.rows,
            found=(start, end) if start and end else None,
            merged_cell_ranges=merged,
            texts=cells.texts if cells else {},
            corrected=self.parts is not None,
        )

    def has_values(self, name: str) -> bool:
        """Whether any cell of the sheet has a value."""
        cells = self._cells(name)
        return cells.block > 0 if cells is not None else self.sheet(name).start is not None

    def _cells(self, name: str) -> SheetCells | None:
        """What the sheet's own XML says of it, when it is an XLSX."""
        part = self.parts.sheets.get(name) if self.parts else None
        if self.archive is None or self.parts is None or part is None:
            return None
        if name not in self.scanned:
            self.scanned[name] = scan_cells(
                self.archive.blocks(part),
                date_styles=self.parts.date_styles,
                from_1904=self.parts.from_1904,
            )
        return self.scanned[name]


@contextmanager
def opened_workbook(path: Path, *, source: Source) -> Iterator[Workbook]:
    """The workbook at `path`, whatever its name.

    Raises:
        SourceError: S130 not a workbook, damaged, or with a password; S173 to S176 it would cost
            too much.
    """
    with opened_archive(path, source=source) as archive, workbook_process(path) as process:
        try:
            sheets = {name: seen for name, seen, kind in process.sheets() if kind == "WorkSheet"}
            parts = xlsx_parts(archive) if archive else None
            yield Workbook(source, process, archive, parts, sheets)
        except WorkbookPasswordError:
            raise _unreadable(source, "has a password", "save it without one") from None
        except WorkbookDamagedError as error:
            raise damaged(source) from error
        except WorkbookTooMuchError as error:
            raise _too_much(source) from error


@contextmanager
def opened_sheet(path: Path, *, sheet: str | None, source: Source) -> Iterator[Sheet]:
    """The sheet called `sheet`; unless it is said, the only one that can be seen and has a value.

    Raises:
        SourceError: S130 not a workbook, or damaged; S131 no such sheet; S173 to S176 it would
            cost too much.
    """
    with opened_workbook(path, source=source) as workbook:
        yield workbook.sheet(_name(workbook, sheet))


def _name(workbook: Workbook, wanted: str | None) -> str:
    names, source = list(workbook.sheets), workbook.source
    if wanted is None:
        return _only_one(workbook)
    # A space at the end of a sheet's name cannot be seen in Excel.
    same = [name for name in names if name.strip().casefold() == wanted.strip().casefold()]
    if wanted in names:
        return wanted
    if len(same) == 1:
        return same[0]
    near = get_close_matches(wanted, names, n=1, cutoff=0.5)
    raise SourceError(
        f"'{file_name(source)}' has no sheet '{wanted}'",
        code="S131",
        do=(f"did you mean '{near[0]}'? " if near else "") + f"its sheets are: {_listed(workbook)}",
        at=source.at,
    )


def _only_one(workbook: Workbook) -> str:
    names = list(workbook.sheets)
    if len(names) == 1:
        return names[0]
    filled: list[str] = []
    for name in names:
        if len(filled) < 2 and workbook.sheets[name] == "Visible" and workbook.has_values(name):
            filled.append(name)
    if len(filled) == 1:
        return filled[0]
    raise SourceError(
        f"'{file_name(workbook.source)}' has {len(names)} sheets, and source.yml names none",
        code="S131",
        do=f"set `sheet` to one of: {_listed(workbook)}",
        at=workbook.source.at,
    )


def _listed(workbook: Workbook) -> str:
    shown = [f"'{name}'{HIDDEN.get(seen, '')}" for name, seen in workbook.sheets.items()]
    more = f", and {len(shown) - MOST_LISTED} more" if len(shown) > MOST_LISTED else ""
    return ", ".join(shown[:MOST_LISTED]) + more


def _check_extent(cells: SheetCells, source: Source) -> None:
    limit = whole_number(source, "max_cells", default=MOST_CELLS)
    if cells.block > limit:
        raise SourceError(
            f"the cells of a sheet in '{file_name(source)}' reach from row {cells.top + 1:,} to "
            f"{cells.bottom + 1:,} and over {cells.right - cells.left + 1:,} columns: a block of "
            f"{cells.block:,} cells, and the limit is {limit:,}",
            code="S175",
            do="delete the rows and columns below and beside the data, and save; or set "
            "`max_cells` in source.yml; or have the sheet saved as CSV",
            at=source.at,
        )


def _too_much(source: Source) -> SourceError:
    return SourceError(
        f"'{file_name(source)}' cannot be read: it is damaged, or needs more memory or time than "
        "a workbook may take",
        code="S176",
        do="open it in a spreadsheet program, save it as a new XLSX or CSV, and use that",
        at=source.at,
    )


def _unreadable(source: Source, problem: str, do: str) -> SourceError:
    return SourceError(f"'{file_name(source)}' {problem}", code="S130", do=do, at=source.at)
