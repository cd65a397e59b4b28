"""What release.json says: periods in words, provenance, and what protection did."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
import pytest

from hereabouts.model.observation import OBSERVATION_COLUMNS
from hereabouts.model.policy import Audience
from hereabouts.model.project import Project
from hereabouts.pipeline.build import build
from hereabouts.pipeline.progress import Silent
from hereabouts.pipeline.publish import release
from hereabouts.pipeline.workspace import open_workspace
from hereabouts.release.describe import (
    disclosure_summary,
    is_synthetic,
    period_label,
    upstream,
)


@pytest.fixture
def project(built: Path) -> Project:
    return open_workspace(built).project


@pytest.fixture
def protected() -> Iterator[duckdb.DuckDBPyConnection]:
    """Two areas shown, one hidden and one without data, of one indicator."""
    with duckdb.connect() as connection:
        columns = ", ".join(f"{name} {kind}" for name, kind in OBSERVATION_COLUMNS)
        connection.execute(f"create table protected ({columns})")
        rows = [(10.0, None), (15.0, None), (None, "[c]"), (None, "[x]")]
        for number, (value, marker) in enumerate(rows):
            connection.execute(
                "insert into protected values ('library.members', 'area', ?, '2025-01-01',"
                " '2026-01-01', 'all', 'all', ?, null, ?, null, null, ?, null)",
                [f"A{number}", value, value, marker],
            )
        yield connection


@pytest.mark.parametrize(
    ("start", "end", "label"),
    [
        (date(2019, 1, 1), date(2020, 1, 1), "2019"),
        (date(2019, 4, 1), date(2020, 4, 1), "2019/20"),
        (date(1999, 4, 1), date(2000, 4, 1), "1999/00"),
        (date(2019, 4, 1), date(2019, 5, 1), "April 2019"),
        (date(2019, 12, 1), date(2020, 1, 1), "December 2019"),
        (date(2020, 2, 1), date(2020, 3, 1), "February 2020"),
        (date(2019, 7, 1), date(2020, 7, 1), "July 2019 to June 2020"),
        (date(2017, 1, 1), date(2020, 1, 1), "January 2017 to December 2019"),
        (date(2019, 4, 1), date(2019, 7, 1), "April to June 2019"),
        (date(2019, 11, 1), date(2020, 2, 1), "November 2019 to January 2020"),
        (date(2019, 3, 2), date(2019, 4, 1), "2 March 2019 to 31 March 2019"),
        (date(2019, 12, 31), date(2020, 1, 1), "31 December 2019"),
    ],
)
def test_a_half_open_period_is_said_as_people_say_it(start: date, end: date, label: str) -> None:
    assert period_label(start, end) == label


def test_everything_a_product_is_made_from_is_upstream_nearest_first(project: Project) -> None:
    assert upstream(project, ("geography.district",)) == ("geography.district", "geography.area")
    assert upstream(project, ("no.such",)) == ()


def test_what_is_made_from_made_up_rows_is_synthetic(project: Project) -> None:
    district = project.products["geography.district"]
    real = replace(district, contract=replace(district.contract, synthetic=False))
    changed = replace(project, products={**project.products, district.id: real})
    assert is_synthetic(changed, district.id), "its areas are made up"
    area = project.products["geography.area"]
    all_real = replace(area, contract=replace(area.contract, synthetic=False))
    changed = replace(changed, products={**changed.products, area.id: all_real})
    assert not is_synthetic(changed, district.id)


def test_what_protection_did_is_counted(
    protected: duckdb.DuckDBPyConnection, project: Project
) -> None:
    said = disclosure_summary(protected, project, Audience.OPEN)
    assert (said["shown"], said["hidden"], said["rounded_to"]) == (2, 1, 5)
    assert said["by_indicator"] == [
        {
            "indicator": "library.members",
            "area_type": "area",
            "hidden": 1,
            "shown": 2,
            "not_available": 1,
        }
    ]


def test_nothing_is_rounded_for_an_audience_that_sees_exact_figures(
    protected: duckdb.DuckDBPyConnection, project: Project
) -> None:
    assert disclosure_summary(protected, project, Audience.INTERNAL)["rounded_to"] is None


def test_a_release_describes_its_place_products_and_indicators(built: Path) -> None:
    said = release(open_workspace(built), audience=Audience.OPEN).description
    assert said["synthetic"] is True
    assert said["place"]["title"] == "Doggerland"
    assert [(kind["code"], kind["count"]) for kind in said["area_types"]] == [
        ("area", 12),
        ("district", 2),
        ("neighbourhood", 1),
    ]
    (indicator,) = said["indicators"]
    assert indicator["periods"] == [{"label": "2025", "start": "2025-01-01", "end": "2026-01-01"}]
    assert indicator["notes"] == []
    membership = next(p for p in said["products"] if p["id"] == "library.membership")
    assert (membership["rows"], membership["quarantined"]) == (20, 0)
    areas = next(p for p in said["products"] if p["id"] == "geography.area")
    assert (areas["rows"], areas["quarantined"]) == (12, 0)
    assert areas["origin"] == "inbox/areas.geojson"
    assert len(areas["sha256"]) == 64
    assert areas["fetched_at"]


def test_areas_without_data_are_counted_in_a_note(built: Path) -> None:
    lost = "E01999012,1366,143"
    inbox = built / "inbox" / "membership.csv"
    inbox.write_text(inbox.read_text("utf-8").replace(lost, ""), "utf-8")
    assert build(open_workspace(built), progress=Silent()).errors == ()
    said = release(open_workspace(built), audience=Audience.OPEN).description
    assert said["indicators"][0]["notes"] == [
        "1 of 12 Small areas have no data, which is not the same as none."
    ]
