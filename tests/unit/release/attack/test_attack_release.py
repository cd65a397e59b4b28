"""What an attack finds in a bundle: nothing after the gate, and every planted leak."""

import shutil
from pathlib import Path

import duckdb
import pytest

from hereabouts.model.policy import Audience
from hereabouts.pipeline.workspace import open_workspace
from hereabouts.release.attack.attack_release import attack_release
from hereabouts.release.naming import bundle_name
from tests.unit.release.threshold_place import hidden, released, show

SMALL = "E01999001"


@pytest.fixture
def bundle(built: Path) -> Path:
    """Released under a threshold with joint suppression; one area has 3 members."""
    return released(built, 3, 40, 55, 60, 31, 45, 52, 38, 47, 50, 61, 33)


def totals(bundle: Path, *earlier: Path) -> tuple[int, int, int]:
    (found,) = attack_release(bundle, earlier=earlier)
    return found.cells_hidden, found.recovered_exactly, found.narrower_than_policy


def test_a_release_that_went_through_the_gate_gives_nothing_away(bundle: Path) -> None:
    assert len(hidden(bundle)) > 1, "others are hidden beside the small one"
    assert totals(bundle) == (len(hidden(bundle)), 0, 0)


def test_a_total_that_leaves_one_count_over_is_found(bundle: Path) -> None:
    with duckdb.connect(str(bundle / "serve.duckdb"), read_only=True) as connection:
        areas = dict(connection.sql("select area_code, area_type from observations").fetchall())
    for area in hidden(bundle):
        if area != SMALL:
            show(bundle, area=area, count=_true(bundle, area, areas[area]))
    (found,) = attack_release(bundle)
    assert found.recovered_exactly == 1
    assert [address.area_code for address in found.addresses] == [SMALL]


def test_a_rate_beside_the_population_it_is_of_is_found(bundle: Path) -> None:
    """The count is hidden, and the rate is not: 3 of 1,410 are 0.2 per cent."""
    with duckdb.connect(str(bundle / "serve.duckdb")) as connection:
        connection.execute(
            "update observations set value = 0.2, denominator = 1410 where area_code = ?", [SMALL]
        )
    (found,) = attack_release(bundle)
    assert found.narrower_than_policy >= 1
    assert SMALL in [address.area_code for address in found.addresses]


def test_what_an_earlier_release_showed_is_held_against_a_later_one(
    bundle: Path, tmp_path: Path
) -> None:
    before = tmp_path / bundle_name(0, Audience.OPEN)
    shutil.copytree(bundle, before)
    for area in [area for area in hidden(bundle) if area != SMALL]:
        with duckdb.connect(str(bundle / "serve.duckdb"), read_only=True) as connection:
            (kind,) = connection.execute(
                "select area_type from observations where area_code = ?", [area]
            ).fetchone() or ("",)
        show(before, area=area, count=_true(bundle, area, kind))
    assert totals(bundle) == (len(hidden(bundle)), 0, 0)
    assert totals(bundle, before)[1] >= 1


def _true(bundle: Path, area: str, area_type: str) -> int:
    """From the lake, which no attacker sees."""
    workspace = open_workspace(bundle.parents[2])
    table = workspace.lake.open("observations")
    with duckdb.connect() as connection:
        row = connection.execute(
            "select numerator from read_parquet(?) where area_code = ? and area_type = ?",
            [list(table.files), area, area_type],
        ).fetchone()
    assert row
    return int(row[0])
