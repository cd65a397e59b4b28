"""Figures by the API: the release's own, hidden ones never, in pages of one order."""

import csv
import io
from pathlib import Path
from typing import Any

import duckdb
import pytest

from hereabouts.release.reader import ReleaseReader
from tests.unit.doors.web.client import Client

OBSERVED = "/api/v1/observations"
NURSES = f"{OBSERVED}?indicator=workforce.nurses&area_type=icb22"
WITHIN = f"{OBSERVED}?indicator=access.within_30&area_type=lsoa11"
FIGURES = ("numerator", "denominator", "value", "lower", "upper")


def items(site: Client, address: str) -> list[dict[str, Any]]:
    """Every item of every page."""
    found: list[dict[str, Any]] = []
    following = address
    while following:
        assert len(found) <= 2_000
        answer = site.get(following)
        assert answer.status_code == 200, answer.text
        said = answer.json()
        assert len(said["items"]) == said["count"] <= 10_000
        found += said["items"]
        link = f'<{said["next"]}>; rel="next"' if said["next"] else None
        assert answer.headers.get("link") == link
        following = said["next"]
    return found


@pytest.mark.parametrize("limit", [1, 7, 130, 10_000])
def test_pages_together_are_everything_once_and_in_order(
    site: Client, reader: ReleaseReader, limit: int
) -> None:
    for address, indicator, kind in (
        (NURSES, "workforce.nurses", "icb22"),
        (WITHIN, "access.within_30", "lsoa11"),
    ):
        found = items(site, f"{address}&limit={limit}")
        keys = [
            (one["period_start"], one["breakdown"], one["category"], one["area_code"])
            for one in found
        ]
        assert keys == sorted(set(keys))
        held = {
            (str(o.period_start), o.breakdown, o.category, o.area_code): o
            for o in reader.observations(indicator, area_type=kind)
        }
        assert set(keys) == set(held)
        for one, key in zip(found, keys, strict=True):
            assert [one[name] for name in FIGURES] == [getattr(held[key], name) for name in FIGURES]


def test_what_is_hidden_is_null_with_its_marker_and_the_marker_is_explained(site: Client) -> None:
    answer = site.get(f"{NURSES}&area=E54000036&period=latest").json()
    (one,) = answer["items"]
    assert [one[name] for name in FIGURES] == [None] * 5
    assert one["marker"] == "[c]"
    assert answer["markers"] == {"[c]": "hidden to protect people's confidentiality"}


def test_the_pages_that_follow_the_newest_are_of_the_release_by_number(site: Client) -> None:
    said = site.get(f"{NURSES}&limit=2").json()
    assert said["next"].startswith("/api/v1/releases/1/observations?")


def test_areas_periods_and_category_narrow(site: Client) -> None:
    asked = f"{NURSES}&area=E54000037,E54000008&period=2019-01-01,latest&category=Female"
    found = items(site, asked)
    assert [(one["period"], one["area_code"]) for one in found] == [
        ("2019", "E54000008"),
        ("2019", "E54000037"),
        ("2023", "E54000008"),
        ("2023", "E54000037"),
    ]
    assert {one["category"] for one in found} == {"Female"}


def test_what_is_made_up_says_so_and_whom_to_thank(site: Client) -> None:
    said = site.get(f"{NURSES}&limit=1").json()["indicator"]
    assert said["synthetic"] is True
    assert said["sources"][0]["attribution"] == "Stroke maps, MIT licence."


def test_csv_has_the_same_rows_and_no_marker_among_numbers(site: Client) -> None:
    answer = site.get(f"{NURSES}&format=csv&limit=10")
    assert answer.headers["content-type"].startswith("text/csv")
    assert 'rel="next"' in answer.headers["link"]
    assert answer.headers["content-disposition"] == (
        'attachment; filename="workforce-nurses-release-1.csv"'
    )
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    same = site.get(f"{NURSES}&limit=10").json()["items"]
    assert [row["area_code"] for row in rows] == [one["area_code"] for one in same]
    for row, one in zip(rows, same, strict=True):
        assert (float(row["value"]) if row["value"] else None) == one["value"]
        assert row["synthetic"] == "yes"


def test_parquet_has_the_same_rows_in_types(site: Client, tmp_path: Path) -> None:
    answer = site.get(f"{WITHIN}&format=parquet")
    assert answer.headers["content-type"] == "application/vnd.apache.parquet"
    file = tmp_path / "observations.parquet"
    file.write_bytes(answer.content)
    with duckdb.connect() as connection:
        query = "select area_code, value, marker, period_start::varchar from read_parquet(?)"
        rows = connection.execute(query, [str(file)]).fetchall()
    same = site.get(WITHIN).json()["items"]
    assert rows == [
        (one["area_code"], one["value"], one["marker"], one["period_start"]) for one in same
    ]


def test_nothing_that_fits_is_an_empty_page(site: Client) -> None:
    said = site.get(f"{NURSES}&area=W11000023").json()
    kinds = {(one["area_code"]) for one in said["items"]}
    assert kinds == {"W11000023"}
    empty = site.get(f"{NURSES}&area=E54000036&category=Female")
    assert empty.json()["items"] == []
    parquet = site.get(f"{NURSES}&area=E54000036&category=Female&format=parquet")
    assert parquet.content[:4] == b"PAR1"
