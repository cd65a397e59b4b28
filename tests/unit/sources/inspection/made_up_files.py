"""Files as people lay them out, made up here."""

from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest

from hereabouts.model.proposal import Inspection, Proposal
from hereabouts.sources.inspection.inspect import inspect

Rows = Sequence[Sequence[object]]
Look = Callable[..., Inspection]
AREAS = [["E06000001", "Hartlepool"], ["E06000002", "Middlesbrough"], ["W06000001", "Anglesey"]]


@pytest.fixture
def look(tmp_path: Path) -> Look:
    """Inspect a workbook of the sheets given: name -> rows."""

    def looked(
        sheets: dict[str, Rows], *, merged: Sequence[str] = (), sheet: str | None = None
    ) -> Inspection:
        book = openpyxl.Workbook()
        book.remove(book.worksheets[0])
        for name, rows in sheets.items():
            page = book.create_sheet(name)
            for row in rows:
                page.append(list(row))
            for span in merged:
                page.merge_cells(span)
        path = tmp_path / "file.xlsx"
        book.save(path)
        return inspect(path, sheet=sheet)

    return looked


def only(found: Inspection) -> Proposal:
    """The one proposal."""
    assert found.undecided == ()
    (proposal,) = found.proposals
    return proposal


def keys(proposal: Proposal) -> list[str]:
    return [column.name for column in proposal.columns if column.key]


def types(proposal: Proposal) -> dict[str, str]:
    return {column.name: column.type for column in proposal.columns}


def text(tmp_path: Path, content: str, *, encoding: str = "utf-8") -> Inspection:
    path = tmp_path / "file.txt"
    path.write_bytes(content.encode(encoding))
    return inspect(path)
