"""JSON and Parquet of indicators and areas, and the CSV of an area."""

import csv
import io
import json
from pathlib import Path

import duckdb
import pytest

from tests.unit.doors.web.client import Client

AT = "/r/1/download"
AREA = f"{AT}/area/icb22/E54000008"


def test_json_says_what_its_numbers_are_and_hides_what_is_hidden(site: Client) -> None:
    answer = site.get(f"{AT}/access/within_30.json?area_type=lsoa11")
    said = answer.json()
    assert answer.headers["content-type"] == "application/json"
    assert said["indicator"]["unit"] == "percent"
    assert said["indicator"]["sources"]
    assert said["markers"]["[c]"] == "hidden to protect people's confidentiality"
    assert said["release"] == 1
    rows = said["observations"]
    assert len(rows) == 130
    hidden = [row for row in rows if row["marker"] == "[c]"]
    assert len(hidden) == 12
    numbers = ("numerator", "denominator", "value", "lower", "upper")
    assert {row[name] for row in hidden for name in numbers} == {None}


def test_every_kind_of_area_can_be_taken_at_once(site: Client) -> None:
    rows = site.get(f"{AT}/access/within_30.json?area_type=all").json()["observations"]
    kinds = {row["area_type"] for row in rows}
    assert {"lsoa11", "icb22"} < kinds


def test_parquet_has_the_same_rows_with_types_and_its_own_description(
    site: Client, tmp_path: Path
) -> None:
    path = tmp_path / "observed.parquet"
    path.write_bytes(site.get(f"{AT}/workforce/nurses.parquet").content)
    said = site.get(f"{AT}/workforce/nurses.json").json()
    con = duckdb.connect()
    columns = {row[0]: row[1] for row in con.sql(f"describe from '{path}'").fetchall()}
    assert columns["value"] == "DOUBLE"
    assert columns["period_start"] == "DATE"
    read = con.sql(f"select area_code, value, marker from '{path}'").fetchall()
    wanted = [(r["area_code"], r["value"], r["marker"]) for r in said["observations"]]
    assert read == wanted
    kept = con.sql(f"select decode(value) from parquet_kv_metadata('{path}')").fetchall()
    about = json.loads(kept[0][0])
    assert about["indicator"]["synthetic"] is True


def test_an_area_as_csv_says_which_of_its_figures_are_made_up(site: Client) -> None:
    text = site.get(f"{AREA}.csv").text
    block = [line for line in text.splitlines() if line.startswith("# ")]
    body = text[text.index("indicator,area_type") :]
    rows = list(csv.DictReader(io.StringIO(body, newline="")))
    assert {row["area_code"] for row in rows} == {"E54000008"}
    assert {row["synthetic"] for row in rows} == {"yes", "no"}
    assert any("workforce.nurses" in line and "made up" in line for line in block)
    assert all(row["period"] for row in rows)


@pytest.mark.parametrize("ending", ["json", "parquet"])
def test_an_area_has_the_same_rows_in_every_format(
    site: Client, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"area.{ending}"
    path.write_bytes(site.get(f"{AREA}.{ending}").content)
    text = site.get(f"{AREA}.csv").text
    lines = text[text.index("indicator,area_type") :].splitlines()
    if ending == "json":
        count = len(json.loads(path.read_bytes())["observations"])
    else:
        (count,) = duckdb.sql(f"select count(*) from '{path}'").fetchall()[0]
    assert count == len(lines) - 1
