"""A table hidden in a messy sheet is found whole, or the inspection says that it cannot tell."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from hereabouts.errors import Location
from hereabouts.model.product import Source
from hereabouts.model.proposal import Inspection, Proposal
from hereabouts.project.read_reshape import RESHAPE, read_reshape
from hereabouts.sources.inspection.inspect import inspect
from hereabouts.sources.reading import read
from hereabouts.sources.reshape import reshape

Value = str | int
Received = tuple[str | None, ...]
GROUPS = ("Beds", "Staff", "Visits", "Deaths")
MEASURES = ("Women", "Men", "Aged 65 and over", "Rate per 1,000")
NAMES = ("Ashby", "Brampton", "Corley", "Dunmere", "Easthope", "Fenwick", "Garston", "Hatherley")
TITLES = (
    "Table 1: Something counted in the districts of a made-up county",
    "Published on 4 March 2021",
    "Source: a register that nobody keeps",
    "Contents",
)
NOTES = (
    "1. Figures are made up and describe nobody.",
    "[c] is a count that was hidden to protect people.",
    "Source: a register that nobody keeps",
    "Contact: statistics@example.org",
)
SHADING = ("Key", "CV <= 5%: precise", "CV > 5%: less so")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table and what a publisher put round it."""

    titles: tuple[str, ...]
    gap: bool  # a blank row between the titles and the headings
    indent: int  # blank columns before the table
    groups: tuple[str, ...]  # over pairs of measures; none: one heading row
    measures: int
    rows: tuple[tuple[Value, ...], ...]  # code, name, measures
    total: str  # first | last | empty
    notes: tuple[str, ...]
    blank_after: int  # a blank row after every so many; 0: none
    key_beside: bool  # an explanation of the shading, to the right of the table

    @property
    def headings(self) -> list[str]:
        """As a person would read them."""
        if not self.groups:
            return ["Area code", "Area name", *MEASURES[: self.measures]]
        return ["Area code", "Area name", *(f"{g} {m}" for g in self.groups for m in MEASURES[:2])]


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """Sheets as they are published, more or less."""
    groups = draw(st.sampled_from([(), GROUPS[:2], GROUPS[:3]]))
    measures = 2 * len(groups) or draw(st.integers(2, 4))
    count = st.one_of(
        st.integers(10, 99_999), st.integers(10, 999), st.sampled_from(["[c]", "*", ".."])
    )
    numbers = draw(st.lists(st.integers(1, 400), min_size=4, max_size=25, unique=True))
    rows = tuple(
        (
            f"E07{number:06}",
            f"{NAMES[number % 8]} {'North' if number % 2 else 'South'} {chr(65 + place)}",
            *(draw(count) if place > 1 else draw(st.integers(10, 99_999)) for _ in range(measures)),
        )
        for place, number in enumerate(numbers)
    )
    return Sheet(
        titles=tuple(draw(st.lists(st.sampled_from(TITLES), max_size=3, unique=True))),
        gap=draw(st.booleans()),
        indent=draw(st.integers(0, 2)),
        groups=groups,
        measures=measures,
        rows=rows,
        total=draw(st.sampled_from(["", "first", "last"])),
        notes=tuple(draw(st.lists(st.sampled_from(NOTES), max_size=3, unique=True))),
        blank_after=draw(st.sampled_from([0, 0, 2, 5])),
        key_beside=draw(st.booleans()),
    )


@settings(max_examples=20)
@given(sheets())
def test_a_planted_table_is_found_whole_or_not_at_all(sheet: Sheet) -> None:
    found, received = inspected(sheet)

    assert len(found.proposals) == (0 if found.undecided else 1)
    for proposal in found.proposals:
        columns = [column for column in proposal.columns if not column.marker_of]
        assert [column.title for column in columns] == sheet.headings
        assert proposal.rows == len(sheet.rows)
        assert received == [tuple(map(str, row)) for row in sheet.rows]


@settings(max_examples=20)
@given(sheets())
def test_a_plain_sheet_with_one_table_is_never_refused(sheet: Sheet) -> None:
    found, _ = inspected(sheet)

    assert found.undecided == ()


@settings(max_examples=20)
@given(sheets())
def test_a_marker_is_told_apart_and_a_code_is_the_key(sheet: Sheet) -> None:
    found, _ = inspected(sheet)

    for proposal in found.proposals:
        places = {name: place for place, name in enumerate(sheet.headings)}
        marked = {column.marker_of for column in proposal.columns if column.marker_of}
        by_name = {column.name: column for column in proposal.columns}
        texts = {
            name
            for name, place in places.items()
            if any(isinstance(row[place], str) for row in sheet.rows) and place > 1
        }
        assert {by_name[name].title for name in marked} == texts
        assert [column.title for column in proposal.columns if column.key] == ["Area code"]


def inspected(sheet: Sheet) -> tuple[Inspection, list[Received]]:
    """What is found in a workbook of this one sheet, and the rows if it is read so."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "planted.xlsx"
        write(sheet, path)
        found = inspect(path)
        return found, [row for each in found.proposals for row in read_as(each, path)]


def read_as(proposal: Proposal, path: Path) -> list[Received]:
    """The rows of a file under the headings that are proposed, as text."""
    said = {key: value for key, value in proposal.options.items() if isinstance(value, str | list)}
    way = Source(
        kind=proposal.kind,
        location={"path": path.name},
        options={
            key: value if isinstance(value, str) else "\n".join(value)
            for key, value in said.items()
            if key not in RESHAPE
        },
        reshape=read_reshape(proposal.options),
        at=Location("source.yml", 1),
    )
    named = ", ".join(f'"{c.heading}"' for c in proposal.columns if not c.marker_of)
    with duckdb.connect() as connection:
        rows = read(way, path, connection=connection, scratch=path.parent / "scratch")
        relation = reshape(rows, way, connection=connection).relation
        return [tuple(row) for row in relation.order("_row").select(named).fetchall()]


def write(sheet: Sheet, path: Path) -> None:
    """The workbook as a publisher would make it."""
    with xlsxwriter.Workbook(str(path)) as workbook:
        page = workbook.add_worksheet("Data")
        top = len(sheet.titles) + sheet.gap
        page.write_column(0, 0, sheet.titles)
        first = sheet.indent
        if sheet.groups:
            for place, group in enumerate(sheet.groups):
                left = first + 2 + 2 * place
                page.merge_range(top, left, top, left + 1, group)
            names = ["Area code", "Area name", *(MEASURES[:2] * len(sheet.groups))]
            top += 1
        else:
            names = sheet.headings
        page.write_row(top, first, names)
        rows = body(sheet)
        for place, row in enumerate(rows, start=1):
            page.write_row(top + place, first, row)
        if sheet.key_beside:
            page.write_column(top + 2, first + sheet.measures + 3, SHADING)
        for place, note in enumerate(sheet.notes, start=top + len(rows) + 2):
            page.write(place, 0, note)


def body(sheet: Sheet) -> list[tuple[Value, ...]]:
    """The rows under the headings, with the total where the publisher puts it."""
    columns = list(zip(*(row[2:] for row in sheet.rows), strict=True))
    sums = [sum(cell for cell in column if isinstance(cell, int)) for column in columns]
    total: list[tuple[Value, ...]] = [("", "Total", *sums)]
    spaced: list[tuple[Value, ...]] = []
    for place, cells in enumerate(sheet.rows, start=1):
        spaced.append(cells)
        if sheet.blank_after and place % sheet.blank_after == 0:
            spaced.append(())
    if sheet.total == "first":
        return [*total, *spaced]
    return [*spaced, *total] if sheet.total else spaced
