"""One product of five years, published in four layouts: real workbooks, from file to page of rows.

Source:
    Office for National Statistics, mid-year population estimates 2015 to 2019, OGL v3.
"""

import json
import shutil
from pathlib import Path

import duckdb
import openpyxl
import pytest

from hereabouts.pipeline.workspace import open_workspace
from hereabouts.project import write_new
from tests.journeys.conftest import Run

pytestmark = [pytest.mark.journey, pytest.mark.real]
FILES = {
    "2015": "ons_mye2_2015.xls",
    "2016": "ons_ukmye_2016.xls",
    "2017": "ons_ukmye_2017.xls",
    "2018": "ons_ukmye_2018.xls",
    "2019": "ons_ukmye_2019.xls",
}
#: United Kingdom, all persons, as the first data row of each workbook's `All ages` says.
PUBLISHED = {
    "2015": 65_110_034,
    "2016": 65_648_054,
    "2017": 66_040_229,
    "2018": 66_435_550,
    "2019": 66_796_807,
}
SOURCE = """
kind: spreadsheet
columns: {CODE: Code, NAME: Name, ALL AGES: All ages, Geography1: Geography}
keep_rows_with: [Name]
unpivot:
  keep: [Code, Name]
  into: age
  value: persons
  leave: [Geography, All ages]
  match: "[0-9]+[+]?"
values: {age: {"90": "90+"}}
layouts:
  - {name: to_2015, until: 2016-01-01, sheet: Persons UK, header_rows: "3"}
  - {name: from_2016, from: 2016-01-01, until: 2018-01-01, sheet: MYE2 - All, header_rows: "5"}
  - {name: in_2018, from: 2018-01-01, until: 2019-01-01, sheet: MYE2-All, header_rows: "5"}
  - {name: from_2019, from: 2019-01-01, sheet: MYE2 - Persons, header_rows: "5"}
files:
"""
CONTRACT = """
apiVersion: v3.2.0
kind: DataContract
id: population-mid-year
name: People by single year of age
version: 1.0.0
description: {purpose: How many people live in each area.}
team: {name: Data team}
schema:
  - name: mid_year
    dataGranularityDescription: One row per area, year and single year of age
    properties:
      - {name: area_code, physicalName: Code, logicalType: string, required: true, primaryKey: true}
      - {name: area_name, physicalName: Name, logicalType: string, required: true}
      - {name: year, logicalType: integer, required: true, primaryKey: true}
      - {name: age, logicalType: string, required: true, primaryKey: true}
      - {name: persons, logicalType: integer, required: true, logicalTypeOptions: {minimum: 0}}
customProperties:
  - {property: sensitivity, value: open}
  - {property: licence, value: OGL-UK-3.0}
  - {property: attribution, value: Office for National Statistics}
"""


@pytest.fixture
def place(tmp_path: Path, shared_data: Path) -> Path:
    root = tmp_path / "place"
    write_new(root, starter="blank")
    for name in FILES.values():
        shutil.copy(shared_data / "messy" / name, root / "inbox")
    product = root / "products" / "population" / "mid_year"
    product.mkdir(parents=True)
    (product / "contract.odcs.yaml").write_text(CONTRACT, encoding="utf-8")
    write_source(root, FILES)
    return root


def write_source(root: Path, files: dict[str, str]) -> None:
    lines = [
        f'  - {{name: mid_{year}, path: inbox/{name}, date: {year}-06-30, set: {{year: "{year}"}}}}'
        for year, name in files.items()
    ]
    path = root / "products" / "population" / "mid_year" / "source.yml"
    path.write_text(SOURCE + "\n".join(lines) + "\n", encoding="utf-8")


def rows(root: Path, sql: str) -> list[tuple[object, ...]]:
    table = open_workspace(root).latest("population.mid_year")
    assert table is not None
    with duckdb.connect() as connection:
        connection.from_parquet(list(table.files), union_by_name=True).create_view("product")
        return connection.sql(sql).fetchall()


def test_five_years_in_four_layouts_are_one_product(place: Path, run: Run) -> None:
    assert run("build").exit_code == 0
    totals = rows(
        place,
        "select year::varchar, sum(persons) from product where area_code = 'K02000001'"
        " group by year order by year",
    )
    assert totals == list(PUBLISHED.items())
    ages = rows(place, "select year, count(distinct age), max(age) from product group by year")
    assert {(count, oldest) for _, count, oldest in ages} == {(91, "90+")}


def test_the_last_good_version_stands_when_a_layout_is_new(place: Path, run: Run) -> None:
    assert run("build").exit_code == 0
    before = rows(place, "select count(*), sum(persons) from product")
    moved = {**FILES, "2019": "moved.xlsx"}
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "MYE2 Persons"
    sheet.append(["Population estimates"])
    sheet.append(["Area code", "Name", "Region", "Geography1", "All ages", *map(str, range(91))])
    sheet.append(["K02000001", "UNITED KINGDOM", "", "Country", 91, *[1] * 91])
    workbook.save(place / "inbox" / "moved.xlsx")
    write_source(place, moved)
    failed = run("build")
    said = failed.stderr
    assert failed.exit_code == 14
    assert "S220" in said
    assert "mid_2019 has sent a file that fits" in said
    assert "'Code': sheet 'MYE2 - Persons', A5 -> not there" in said
    assert "'Name': sheet 'MYE2 - Persons', B5 -> sheet 'MYE2 Persons', B2" in said
    assert "'Region': not there -> sheet 'MYE2 Persons', C2" in said
    assert rows(place, "select count(*), sum(persons) from product") == before


def test_a_place_tells_which_file_row_and_column(place: Path, run: Run) -> None:
    """A number on a page can be followed to its cell."""
    assert run("build").exit_code == 0
    workspace = open_workspace(place)
    bronze = workspace.lake.latest("bronze/population/mid_year")
    assert bronze is not None
    files = json.loads(bronze.facts["files"])
    assert [said["layout"] for said in files][:2] == ["to_2015", "from_2016"]
