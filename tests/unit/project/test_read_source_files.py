"""source.yml: several files, dated layouts, and which statement stands before which."""

from datetime import date
from pathlib import Path

import pytest

from hereabouts.model.product import Source
from hereabouts.project import find_problems

PRODUCT, PRODUCT_ID = "products/library/membership", "library.membership"
YEARS = """
kind: spreadsheet
header_rows: "5"
columns: {Code: code}
layouts:
  - {name: to_2015, until: 2016-01-01, sheet: Persons UK, header_rows: "3", columns: {CODE: code}}
  - {name: from_2016, from: 2016-01-01, sheet: MYE2 - All}
files:
  - {name: mid_2015, path: inbox/2015.xls, date: 2015-06-30, set: {year: "2015"}}
  - {name: mid_2016, path: inbox/2016.xls, date: 2016-06-30, markers: {"*": "[c]"}}
  - {name: newest, path: inbox/new.xls, sheet: Everything, supplier: ONS, contact: pop@example.org}
"""


def write_source(place: Path, text: str) -> None:
    (place / PRODUCT / "source.yml").write_text(text, encoding="utf-8")


def source_of(place: Path, text: str) -> Source:
    write_source(place, text)
    project, _ = find_problems(place)
    assert project is not None
    source = project.products[PRODUCT_ID].source
    assert source is not None
    return source


@pytest.fixture
def years(place: Path) -> Source:
    return source_of(place, YEARS)


def test_a_files_date_chooses_its_layout(years: Source) -> None:
    assert [[way.layout for way in part.ways] for part in years.parts] == [
        ["to_2015"],
        ["from_2016"],
        ["from_2016", "to_2015"],  # no date: the newest is tried first
    ]


def test_a_layout_stands_before_what_is_said_for_all_and_a_file_before_both(years: Source) -> None:
    first, second, third = (part.ways[0] for part in years.parts)
    assert (first.options["sheet"], first.options["header_rows"]) == ("Persons UK", "3")
    assert second.options["header_rows"] == "5"
    assert third.options["sheet"] == "Everything"


def test_mappings_are_joined_key_by_key(years: Source) -> None:
    first = years.parts[0].ways[0].reshape
    assert first.columns == {"Code": "code", "CODE": "code"}
    assert first.constants == {"year": "2015"}
    assert years.parts[1].ways[0].markers == {"*": "[c]"}


def test_a_file_knows_who_sends_it_and_what_it_is_about(years: Source) -> None:
    newest = years.parts[2]
    assert (newest.supplier, newest.contact, newest.words) == ("ONS", "pop@example.org", "ONS")
    assert years.parts[0].about == date(2015, 6, 30)


def test_a_source_without_files_is_one_nameless_file(place: Path) -> None:
    source = source_of(place, "kind: csv\npath: inbox/a.csv\n")
    (only,) = source.parts
    assert (only.name, [way.location for way in only.ways]) == ("", [{"path": "inbox/a.csv"}])


@pytest.mark.parametrize(
    ("fault", "mended", "code"),
    [
        ("date: 2016-06-30", "date: 2016-06-30, layout: to_2017", "P337"),
        ("name: mid_2016", "name: mid_2015", "P338"),
        ("from: 2016-01-01", "from: 2017-01-01", "P336"),
        ("path: inbox/2016.xls", "url: https://example.org/a, path: inbox/2016.xls", "P109"),
        ("sheet: Everything", "encoding: utf-8", "P127"),
    ],
)
def test_what_cannot_be_meant_is_a_problem(place: Path, fault: str, mended: str, code: str) -> None:
    assert fault in YEARS
    write_source(place, YEARS.replace(fault, mended))
    _, problems = find_problems(place)
    assert code in {problem.code for problem in problems}
