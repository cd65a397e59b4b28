"""Three trusts that send Excel workbooks, no two alike."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

from hereabouts.cli.demo_extracts.cells import MARK, Cell
from hereabouts.cli.demo_extracts.staff import (
    CLERICAL,
    MEDICAL,
    NURSING,
    SUPPORT,
    THERAPY,
    Assignment,
)

_MADE_AT = datetime(2026, 4, 1)  # noqa: DTZ001 - Excel knows no time zones

BRACKWATER_GROUPS: Mapping[str, str] = {
    NURSING: "N&M Reg",
    SUPPORT: "ACS",
    THERAPY: "AHP",
    MEDICAL: "M&D",
    CLERICAL: "A&C",
}
COOMBE_GROUPS: Mapping[str, str] = {
    NURSING: "Registered Nursing & Midwifery",
    SUPPORT: "Support to Clinical Staff",
    THERAPY: "Therapies and Scientific",
    MEDICAL: "Medical Staff",
    CLERICAL: "Admin & Estates",
}


def write_alder_vale(path: Path, staff: Sequence[Assignment]) -> None:
    """Three lines of title above the headings, and real Excel dates.

    Wrong on purpose: an assignment number given twice, and a staff group nobody knows.
    """
    rows: list[Sequence[Cell]] = [
        (
            f"2{a.number:07d}",
            a.group,
            a.role,
            f"Band {a.band}" if a.band.isdigit() else a.band,
            a.fte,
            a.started,
            a.team,
        )
        for a in staff
    ]
    rows += [rows[0], ("29999999", "Volunteers", "Ward Friend", None, 0.2, date(2024, 5, 1), None)]
    headings = ("Assignment Number", "Staff Group", "Job Role", "Pay Band", "Contracted FTE")
    with _workbook(path) as book:
        sheet = book.add_worksheet("Staff in Post")
        _write_rows(book, sheet, [(MARK,), ("Alder Vale",), ("Staff in post at 31 March 2026",)])
        _write_rows(
            book, sheet, [(*headings, "Latest Start Date", "Department"), *rows], first_row=3
        )


def write_brackwater(path: Path, staff: Sequence[Assignment]) -> None:
    """Headings over two lines, dates as text, and "0.80 wte" for a full-time equivalent.

    Wrong on purpose: somebody with ten contracts' worth of hours, and one with no job.
    """
    rows: list[Sequence[Cell]] = [
        (
            f"BW{a.number:06d}",
            BRACKWATER_GROUPS[a.group],
            a.role,
            a.band,
            f"{a.fte:.2f} wte",
            f"{a.started:%d/%m/%Y}",
            a.team,
        )
        for a in staff
    ]
    rows += [
        ("BW999998", "N&M Reg", "Staff Nurse", "5", "10.00 wte", "01/05/2019", "Acute Stroke Unit"),
        ("BW999999", "ACS", None, "2", "0.60 wte", "01/05/2019", "Acute Stroke Unit"),
    ]
    above: list[Sequence[Cell]] = [(MARK,), ("Brackwater",), ("Report SIP-004",), ("Page 1 of 1",)]
    headings: list[Sequence[Cell]] = [
        ("Asg", "Staff", "Role", "AfC", "Contracted", "Start", "Team"),
        ("No", "Grp", None, "Band", "FTE", "Date", None),
    ]
    with _workbook(path) as book:
        sheet = book.add_worksheet("SIP Mar-26")
        _write_rows(book, sheet, above)
        _write_rows(book, sheet, [*headings, *rows], first_row=5)


def write_coombe(path: Path, staff: Sequence[Assignment]) -> None:
    """A sheet of notes first, columns in another order, numbers as numbers, a total at the foot.

    Wrong on purpose: a day that no calendar has, and an assignment without a staff group.
    """
    rows: list[Sequence[Cell]] = [
        (
            a.role,
            f"AfC {a.band}" if a.band.isdigit() else a.band,
            COOMBE_GROUPS[a.group],
            1_000_000 + a.number,
            a.fte,
            f"{a.started:%d-%b-%Y}",
            a.team,
        )
        for a in staff
    ]
    rows += [
        ("Dietitian", "AfC 6", COOMBE_GROUPS[THERAPY], 1_999_998, 1.0, "31-Feb-2020", "TIA Clinic"),
        ("Ward Clerk", "AfC 2", None, 1_999_999, 1.0, "03-Feb-2020", "TIA Clinic"),
        ("Total WTE", None, None, None, round(sum(a.fte for a in staff) + 2, 2), None, None),
        ("Report run 01-Apr-2026", None, None, None, None, None, None),
    ]
    headings = ("Position Title", "Grade", "Staff Group Description", "Employee No.", "WTE")
    with _workbook(path) as book:
        notes = book.add_worksheet("Notes")
        _write_rows(book, notes, [(MARK,), ("See the next sheet",)])
        sheet = book.add_worksheet("Report 1")
        _write_rows(book, sheet, [(MARK,), (*headings, "Date Started", "Org L5"), *rows])


@contextmanager
def _workbook(path: Path) -> Iterator[Any]:
    """A workbook whose bytes depend on nothing but its cells."""
    # An optional package: without it every command but `demo` still works.
    with import_module("xlsxwriter").Workbook(str(path)) as book:
        book.set_properties({"title": MARK, "created": _MADE_AT})
        yield book


def _write_rows(
    book: Any, sheet: Any, rows: Iterable[Sequence[Cell]], *, first_row: int = 0
) -> None:
    as_day = book.add_format({"num_format": "dd/mm/yyyy"})
    for number, cells in enumerate(rows, start=first_row):
        for column, cell in enumerate(cells):
            if isinstance(cell, date):
                sheet.write_datetime(number, column, cell, as_day)
            elif cell is not None:
                sheet.write(number, column, cell)
