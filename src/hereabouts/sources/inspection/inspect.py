"""Look at a file, and say how it should be read or what could not be decided."""

import re
from pathlib import Path

from hereabouts.model.proposal import Inspection, Proposal
from hereabouts.sources.inspection.block import Block, find_block
from hereabouts.sources.inspection.grid import Grid
from hereabouts.sources.inspection.open_grids import kind_of, sheets, text_grid
from hereabouts.sources.inspection.pointed_to import Told, pointed_to
from hereabouts.sources.inspection.propose import propose
from hereabouts.sources.inspection.segments import main_segment
from hereabouts.sources.inspection.typed_files import inspect_typed

NOT_DATA = re.compile(
    r".*\b(notes?|contents?|cover|metadata|guidance|definitions?|terms|index|info|information|"
    r"revisions?|rev|contacts?|related publications|data[ _]?quality|read ?me|glossary|enquiries|"
    r"hierarchy)\b.*",
    re.IGNORECASE,
)
FEWEST_ROWS = 3
NEARLY_ALL = 0.25  # another sheet with more of the rows than this may be the one that is meant


def inspect(path: Path, *, sheet: str | None = None, told: Told | None = None) -> Inspection:
    """How a file should be read as one tidy table.

    Args:
        path: the file; its name's ending is not looked at.
        sheet: of a workbook, when somebody has chosen.
        told: rows that somebody has pointed to.

    Raises:
        SourceError: S160 the file cannot be opened; S161 it has no such sheet; S130, S173 to S176
            it is no workbook that may be read.
    """
    kind = kind_of(path)
    if kind in {"parquet", "geojson"}:
        return inspect_typed(path, kind=kind)
    if kind == "csv":
        grid, found = text_grid(path)
        about = {"encoding": found.encoding, "delimiter": _delimiter_word(found.delimiter)}
        return _one(grid, pointed_to(find_block(grid), told), kind=kind, about=about)
    return _workbook(path, sheet, told)


def _workbook(path: Path, sheet: str | None, told: Told | None) -> Inspection:
    found: list[tuple[Grid, Block]] = []
    for grid in sheets(path, only=sheet):
        block = pointed_to(find_block(grid), told)
        wanted = sheet is not None or not NOT_DATA.fullmatch(grid.name.replace("_", " "))
        if block and wanted and (sheet is not None or len(block.data) >= FEWEST_ROWS):
            found.append((grid, block))
    if not found:
        where = f"Sheet '{sheet}'" if sheet else "No sheet of the workbook"
        return Inspection(proposals=(), undecided=(f"{where} holds a table that can be told.",))
    most = max(len(block.data) for _, block in found)
    rivals = [(grid, block) for grid, block in found if len(block.data) >= NEARLY_ALL * most]
    if len(rivals) > 1:
        return _cannot_choose(rivals)
    grid, block = rivals[0]
    about = {"sheet": grid.name}
    names = tuple(grid.name for grid, _ in found)
    return _one(grid, block, kind="spreadsheet", about=about, names=names)


def _one(
    grid: Grid,
    block: Block | None,
    *,
    kind: str,
    about: dict[str, str],
    names: tuple[str, ...] = (),
) -> Inspection:
    if block is None:
        return Inspection(
            proposals=(), undecided=("The file holds no table of two rows and two columns.",)
        )
    whole = main_segment(block)
    found = whole if isinstance(whole, str) else propose(whole, kind=kind, about=about)
    if isinstance(found, Proposal):
        return Inspection(proposals=(found,), undecided=(), sheets=names)
    return Inspection(proposals=(), undecided=(found,), sheets=names or (grid.name,))


def _cannot_choose(rivals: list[tuple[Grid, Block]]) -> Inspection:
    listed = [f"'{grid.name}' ({len(block.data):,} rows)" for grid, block in rivals]
    more = f" and {len(listed) - 12} more" if len(listed) > 12 else ""
    return Inspection(
        proposals=(),
        undecided=(
            (
                f"Which of {len(listed)} sheets is meant cannot be seen: each holds a table. "
                f"They are {', '.join(listed[:12])}{more}. Name one with --sheet."
            ),
        ),
        sheets=tuple(grid.name for grid, _ in rivals),
    )


def _delimiter_word(delimiter: str) -> str:
    return {"\t": "tab"}.get(delimiter, delimiter)
