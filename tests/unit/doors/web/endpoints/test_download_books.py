"""Workbooks of indicators and areas, to the government rules for accessible spreadsheets."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import duckdb
import pytest

from tests.unit.doors.small_release import build_small_release
from tests.unit.doors.web.client import Client
from tests.unit.doors.web.conftest import MakeSite
from tests.unit.doors.web.files.reading_books import opened, sheets, table

AT = "/r/1/download"
WITHIN, NURSES = f"{AT}/access/within_30", f"{AT}/workforce/nurses"
AREA = f"{AT}/area/icb22/E54000008"
BOOKS = [f"{WITHIN}.{{}}?area_type=lsoa11", f"{NURSES}.{{}}?area_type=all", f"{AREA}.{{}}"]


def words(rows: list[list[Any]]) -> str:
    return "\n".join(str(row[0]) for row in rows)


@pytest.mark.parametrize("ending", ["xlsx", "ods"])
@pytest.mark.parametrize("book", BOOKS)
def test_a_cover_and_notes_come_first_and_say_what_a_reader_needs(
    site: Client, book: str, ending: str
) -> None:
    found = sheets(site.get(book.format(ending)).content)
    names = list(found)
    assert names[:3] == ["Cover", "Notes", "Table_1"]
    cover = words(found["Cover"])
    assert "Contact\n" in cover
    assert "Next update\n" in cover
    assert "[c] means hidden to protect people's confidentiality" in cover
    for name in names[1:]:
        assert f"{name}: {found[name][0][0]}" in cover
        assert len(name) < 31


@pytest.mark.parametrize("ending", ["xlsx", "ods"])
@pytest.mark.parametrize("book", BOOKS)
def test_no_cell_of_a_table_is_empty(site: Client, book: str, ending: str) -> None:
    found = sheets(site.get(book.format(ending)).content)
    for name, rows in found.items():
        if name.startswith("Table"):
            width = len(rows[-1])
            begins = next(at for at, row in enumerate(rows) if row[1] != "")
            body = rows[begins:]
            assert len(body) > 1
            assert all(len(row) == width and "" not in row and None not in row for row in body)


@pytest.mark.parametrize("book", BOOKS)
def test_each_table_is_marked_up_and_nothing_is_merged(site: Client, book: str) -> None:
    read = opened(site.get(book.format("xlsx")).content)
    for sheet in read.worksheets:
        assert not sheet.merged_cells.ranges
        assert sheet.freeze_panes is None
        if sheet.title == "Cover":
            continue
        (marked,) = sheet.tables.values()
        headings = [cell.value for cell in sheet[marked.ref][0]]
        assert headings == [column.name for column in marked.tableColumns]
        assert sheet[marked.ref][-1][0].row == sheet.max_row
        assert len(set(headings)) == len(headings)


def test_the_file_says_its_title_language_and_time_of_release(site: Client) -> None:
    said = opened(site.get(f"{WITHIN}.xlsx").content).properties
    assert said.title.startswith("Admissions within 30 minutes of a thrombolysis unit, ")
    assert said.language == "en-GB"
    assert said.creator
    ods = zipfile.ZipFile(io.BytesIO(site.get(f"{WITHIN}.ods").content))
    assert ods.namelist()[0] == "mimetype"
    assert ods.getinfo("mimetype").compress_type == zipfile.ZIP_STORED
    assert "<dc:language>en-GB</dc:language>" in ods.read("meta.xml").decode()
    assert 'fo:language="en" fo:country="GB"' in ods.read("styles.xml").decode()


@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_numbers_are_numbers_and_what_is_hidden_is_a_marker_in_every_number(
    site: Client, ending: str
) -> None:
    content = site.get(f"{WITHIN}.{ending}?area_type=lsoa11").content
    rows = table(sheets(content)["Table_1"], "Area code")
    assert len(rows) == 130
    numbers = [name for name in rows[0] if name.split(" ")[0] in ("Number", "Out", "Value")]
    hidden = [row for row in rows if row["Status [note 3]"].startswith("hidden")]
    assert len(numbers) == 3
    assert len(hidden) == 12
    assert {row[name] for row in hidden for name in numbers} == {"[c]"}
    shown = [row for row in rows if row["Status [note 3]"] == "shown"]
    assert all(isinstance(row[name], float) for row in shown for name in numbers)


def test_both_formats_and_the_csv_hold_the_same_values(site: Client) -> None:
    tables = [
        table(sheets(site.get(f"{NURSES}.{ending}").content)["Table_1"], "Area code")
        for ending in ("xlsx", "ods")
    ]
    assert tables[0] == tables[1]
    lines = site.get(f"{NURSES}.csv").text.splitlines()
    rows = [line for line in lines if not line.startswith("#")]
    assert len(tables[0]) == len(rows) - 1


def test_made_up_figures_say_so_in_the_title_and_in_every_row(site: Client) -> None:
    found = sheets(site.get(f"{NURSES}.xlsx").content)
    assert found["Cover"][0][0].startswith("Made-up data: ")
    rows = table(found["Table_1"], "Area code")
    assert {row["Made up or not"] for row in rows} == {"made up"}


def test_an_area_has_its_newest_values_with_ranks_and_then_everything(site: Client) -> None:
    found = sheets(site.get(f"{AREA}.ods").content)
    newest = table(found["Table_1"], "Theme")
    everything = table(found["Table_2"], "Theme")
    assert len(newest) < len(everything)
    assert all(row["Rank [note 3]"] for row in newest)
    assert {row["Category"] for row in everything} >= {"All", "Female"}


def test_part_of_an_indicator_is_a_file_of_its_own(site: Client) -> None:
    answer = site.get(f"{NURSES}.xlsx?period=2023-01-01&category=Female")
    rows = table(sheets(answer.content)["Table_1"], "Area code")
    assert {row["First day of period"] for row in rows} == {"2023-01-01"}
    name = answer.headers["content-disposition"].split('"')[1]
    assert name.startswith("workforce-nurses-")
    assert name.endswith("-2023-01-01-female-release-1.xlsx")
    assert name == name.lower().replace("_", "-").replace(" ", "-")


@pytest.mark.parametrize("ending", ["xlsx", "ods", "parquet", "json", "csv"])
@pytest.mark.parametrize("book", BOOKS)
def test_an_address_is_always_the_same_file(site: Client, book: str, ending: str) -> None:
    address = book.format(ending)
    first, again = site.get(address), site.get(address)
    assert first.status_code == 200
    assert first.content == again.content
    assert "immutable" in first.headers["cache-control"]
    assert first.headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_every_part_is_well_formed_xml_without_a_time_of_its_own(site: Client, ending: str) -> None:
    zipped = zipfile.ZipFile(io.BytesIO(site.get(f"{AREA}.{ending}").content))
    for part in zipped.infolist():
        assert part.date_time == (1980, 1, 1, 0, 0, 0)
        if part.filename != "mimetype":
            ET.fromstring(zipped.read(part))  # noqa: S314  # ours


@pytest.mark.parametrize(
    ("what", "status", "code"),
    [
        ("access/nothing.xlsx", 404, "W204"),
        ("access/within_30.ods?area_type=none", 400, "W202"),
        ("access/within_30.json?period=1917-01-01", 400, "W202"),
        ("access/within_30.parquet?colour=red", 400, "W201"),
        ("access/within_30.pdf", 404, "W210"),
        ("area/icb22/E54999999.xlsx", 404, "W206"),
        ("area/nowhere/E54000008.csv", 404, "W205"),
        ("area/icb22/E54000008.json?period=1", 400, "W201"),
    ],
)
def test_what_is_not_there_is_refused_in_words(
    site: Client, what: str, status: int, code: str
) -> None:
    answer = site.get(f"{AT}/{what}")
    assert answer.status_code == status
    assert answer.json()["error"]["code"] == code


@pytest.fixture
def hostile(tmp_path: Path, make_site: MakeSite) -> Client:
    """A release whose words were written to be run, or to break the file they are in."""
    folder = build_small_release(tmp_path)
    said: dict[str, Any] = json.loads((folder / "release.json").read_text())
    said["place"]["title"] = "=cmd|' /C calc'!A0"
    said["place"]["contact"] = "@SUM(1)"
    said["indicators"][0]["title"] = '</t><f>1+1</f>&"\x01\x0b'
    said["indicators"][0]["unit"] = "=1+1"
    said["indicators"][0]["notes"] = ["=1+1", "x" * 40_000]
    (folder / "release.json").write_text(json.dumps(said))
    with duckdb.connect(str(folder / "serve.duckdb")) as con:
        con.execute("update areas set area_name = '=1+1]]>\x02' where area_type = 'icb22'")
    return make_site(tmp_path)


@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_hostile_words_are_text_and_never_a_formula(hostile: Client, ending: str) -> None:
    content = hostile.get(f"{WITHIN}.{ending}").content
    zipped = zipfile.ZipFile(io.BytesIO(content))
    for name in zipped.namelist()[1:]:
        root = ET.fromstring(zipped.read(name))  # noqa: S314  # ours
        tags = {element.tag.split("}")[-1] for element in root.iter()}
        assert "f" not in tags
        assert not any("formula" in key for element in root.iter() for key in element.attrib)
    cells = [cell for rows in sheets(content).values() for row in rows for cell in row]
    risky = [cell for cell in cells if isinstance(cell, str) and cell[:1] in set("=+@\t")]
    assert risky == []
    assert "'=1+1]]>" in cells
