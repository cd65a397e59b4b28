"""An indicator as CSV, safe to open in a spreadsheet."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.unit.doors.small_release import build_small_release
from tests.unit.doors.web.client import Client
from tests.unit.doors.web.conftest import MakeSite

AT = "/r/1/download"
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def parts(text: str) -> tuple[list[str], list[dict[str, str]]]:
    """The lines of the block, and the rows beneath it."""
    lines = text.splitlines(keepends=True)
    block = [line.strip() for line in lines if line.startswith("# ")]
    rows = csv.DictReader(io.StringIO("".join(lines[len(block) :]), newline=""))
    return block, list(rows)


def test_a_block_says_what_the_figures_are(site: Client) -> None:
    answer = site.get(f"{AT}/access/within_30.csv")
    block, rows = parts(answer.text)
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert "# title: Admissions within 30 minutes of a thrombolysis unit" in block
    assert "# unit: percent" in block
    assert "# release: 1 (open)" in block
    assert "# marker [c]: hidden to protect people's confidentiality" in block
    assert "# note: Wales is not in the source." in block
    assert any(line.startswith("# source: Access to stroke units") for line in block)
    assert not any("synthetic" in line for line in block)
    assert len(rows) == 5


def test_numbers_are_numbers_and_markers_have_a_column_of_their_own(site: Client) -> None:
    _block, rows = parts(site.get(f"{AT}/access/within_30.csv?area_type=lsoa11").text)
    assert len(rows) == 130
    hidden = [row for row in rows if row["marker"] == "[c]"]
    assert len(hidden) == 12
    for row in rows:
        numbers = [row[name] for name in ("numerator", "denominator", "value", "lower", "upper")]
        if row["marker"]:
            assert numbers == [""] * 5
            assert row["marker_meaning"]
        else:
            assert all(map(float, numbers[1:]))
        assert row["synthetic"] == "no"


def test_made_up_figures_say_so_in_every_row(site: Client) -> None:
    block, rows = parts(site.get(f"{AT}/workforce/nurses.csv").text)
    assert "# synthetic: yes. These figures are made up and describe nobody" in block
    assert {row["synthetic"] for row in rows} == {"yes"}
    assert {row["category"] for row in rows} == {"all", "Female", "Male"}
    assert {row["period"] for row in rows} == {"2019", "2020", "2021", "2022", "2023"}


def test_the_file_is_named_for_what_it_holds(site: Client) -> None:
    answer = site.get(f"{AT}/access/within_30.csv?area_type=country")
    assert answer.headers["content-disposition"] == (
        'attachment; filename="access-within-30-country-release-1.csv"'
    )


@pytest.mark.parametrize(
    ("what", "status"),
    [
        ("access/nothing.csv", 404),
        ("access/within_30.csv?area_type=none", 400),
        ("access/within_30.csv?period=1917-01-01", 400),
        ("access/within_30.docx", 404),
    ],
)
def test_what_cannot_be_downloaded_is_refused(site: Client, what: str, status: int) -> None:
    assert site.get(f"{AT}/{what}").status_code == status


@pytest.fixture
def hostile(tmp_path: Path, make_site: MakeSite) -> Client:
    """A release whose names and words were written to be run by a spreadsheet."""
    folder = build_small_release(tmp_path)
    said: dict[str, Any] = json.loads((folder / "release.json").read_text())
    said["place"]["title"] = "=cmd|' /C calc'!A0"
    said["indicators"][0]["title"] = 'Deaths,=HYPERLINK("http://evil.example")'
    said["indicators"][0]["notes"] = ["one\r\n=1+1", "two;+1", 'three, "@SUM(1)"', "four\u2028-1"]
    said["indicators"][0]["periods"][0]["label"] = "+1+1"
    said["products"][0]["attribution"] = "x,\t-2+3"
    (folder / "release.json").write_text(json.dumps(said))
    names = ["=1+1", "+44 20", "-1+1", "@SUM(1)", "\t=1", "\r=1"]
    with duckdb.connect(str(folder / "serve.duckdb")) as con:
        for number, name in enumerate(names[:5], start=1):
            con.execute(
                "update areas set area_name = ? where area_type = 'icb22' and number = ?",
                [name, number],
            )
    return make_site(tmp_path)


def test_no_cell_of_any_row_is_run_as_a_formula(hostile: Client) -> None:
    text = hostile.get(f"{AT}/access/within_30.csv").text
    _block, rows = parts(text)
    assert {row["area_name"] for row in rows} == {"'=1+1", "'+44 20", "'-1+1", "'@SUM(1)", "'\t=1"}
    for row in rows:
        words = {
            name: cell for name, cell in row.items() if name not in ("value", "lower", "upper")
        }
        bad = {n: c for n, c in words.items() if c.startswith(DANGEROUS)}
        assert bad == {}, row


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_no_part_of_the_block_is_run_as_a_formula(hostile: Client, delimiter: str) -> None:
    text = hostile.get(f"{AT}/access/within_30.csv").text
    block = [line for line in text.splitlines() if line.startswith("#")]
    assert len(block) > 15
    cells = [cell.strip() for line in csv.reader(block, delimiter=delimiter) for cell in line]
    assert [cell for cell in cells if cell.startswith(DANGEROUS)] == []
    quoted = [cell.strip().strip('"') for line in block for cell in line.split(delimiter)]
    assert [cell for cell in quoted if cell.startswith(DANGEROUS)] == []


def test_a_negative_number_stays_a_number(tmp_path: Path, make_site: MakeSite) -> None:
    folder = build_small_release(tmp_path)
    with duckdb.connect(str(folder / "serve.duckdb")) as con:
        con.execute("update observations set value = -value where indicator = 'access.within_30'")
    _block, rows = parts(make_site(tmp_path).get(f"{AT}/access/within_30.csv").text)
    assert min(float(row["value"]) for row in rows if row["value"]) == -80.0
