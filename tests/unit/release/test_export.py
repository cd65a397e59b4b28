"""A release's observations as one file."""

import csv
from pathlib import Path

import duckdb
import pytest

from hereabouts.errors import ReleaseError
from hereabouts.model.observation import OBSERVATION_COLUMNS
from hereabouts.model.policy import Audience
from hereabouts.release.export import export_observations
from hereabouts.release.reader import latest_folder

AREAS = 12 + 2 + 1


def export(place: Path, name: str, audience: Audience = Audience.OPEN) -> tuple[Path, int]:
    file = place.parent / name
    return file, export_observations(place, file, audience=audience)


def test_parquet_holds_every_observation_in_the_columns_of_the_format(released: Path) -> None:
    file, rows = export(released, "all.parquet")
    assert rows == AREAS
    with duckdb.connect() as connection:
        found = connection.from_parquet(str(file))
        said = tuple(zip(found.columns, (str(kind).lower() for kind in found.types), strict=True))
        assert said == OBSERVATION_COLUMNS
        assert len(found) == AREAS


def test_csv_has_a_heading_and_leaves_empty_what_is_not_there(released: Path) -> None:
    file, rows = export(released, "all.CSV")
    with file.open(newline="", encoding="utf-8") as opened:
        found = list(csv.DictReader(opened))
    assert len(found) == rows == AREAS
    assert tuple(found[0]) == tuple(name for name, _ in OBSERVATION_COLUMNS)
    hidden = next(row for row in found if row["area_code"] == "E01999007")
    assert hidden["marker"] == "[c]"
    assert [hidden[name] for name in ("numerator", "denominator", "value", "lower", "upper")] == (
        [""] * 5
    )
    nobody = next(row for row in found if row["area_code"] == "E01999010")
    assert (nobody["numerator"], nobody["marker"]) == ("0.0", "")


def test_csv_holds_text_that_a_spreadsheet_would_run_as_text(released: Path) -> None:
    folder = latest_folder(released, audience=Audience.OPEN)
    with duckdb.connect(str(folder / "serve.duckdb")) as connection:
        connection.execute(
            "update observations set category = '=HYPERLINK(1)' where area_code = 'E01999007'"
        )
    file, _ = export(released, "all.csv")
    with file.open(newline="", encoding="utf-8") as opened:
        found = {row["area_code"]: row["category"] for row in csv.DictReader(opened)}
    assert found["E01999007"] == "'=HYPERLINK(1)"
    assert found["E01999010"] == "all"


def test_each_audience_has_its_own(released: Path) -> None:
    file, _ = export(released, "inside.csv", Audience.INTERNAL)
    assert "E01999007,2025-01-01,2026-01-01,all,all,3.0,1287.0" in file.read_text("utf-8")


def test_the_newest_release_is_written(released: Path) -> None:
    newest = released / ".hereabouts" / "releases" / "0003-open"
    (released / ".hereabouts" / "releases" / "0001-open").rename(newest)
    assert export(released, "all.parquet")[1] == AREAS


def test_a_file_that_is_there_is_replaced_whole(released: Path) -> None:
    (released.parent / "all.csv").write_text("older and longer\n" * 10_000, "utf-8")
    file, _ = export(released, "all.csv")
    assert file.read_text("utf-8").startswith("indicator,area_type")
    assert not list(released.parent.glob("*.part"))


def test_a_quotation_mark_in_a_name_ends_nothing(released: Path) -> None:
    file, _ = export(released, "Q4 'final'.csv")
    assert file.exists()


@pytest.mark.parametrize("name", ["all.xlsx", "all", "all.csv.gz"])
def test_other_endings_are_refused_by_name(released: Path, name: str) -> None:
    with pytest.raises(ReleaseError) as refused:
        export(released, name)
    assert refused.value.code == "R301"
    assert name in refused.value.problem


def test_a_folder_that_is_not_there_is_said(released: Path) -> None:
    with pytest.raises(ReleaseError) as refused:
        export(released, "nowhere/all.csv")
    assert refused.value.code == "R302"


def test_nothing_released_is_said(built: Path) -> None:
    with pytest.raises(ReleaseError) as refused:
        export(built, "all.csv")
    assert refused.value.code == "R101"
