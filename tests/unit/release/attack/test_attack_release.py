"""What an attack finds in a bundle: nothing after the gate, and every planted leak."""

import shutil
from pathlib import Path

import duckdb
import pytest

from hereabouts.model.policy import Audience
from hereabouts.pipeline.build import build
from hereabouts.pipeline.progress import Silent
from hereabouts.pipeline.publish import release
from hereabouts.pipeline.workspace import open_workspace
from hereabouts.release.attack.attack_release import attack_release
from hereabouts.release.naming import bundle_name

THRESHOLD = """title: A threshold
scheme: threshold
suppress_from: 1
suppress_to: 7
minimum_width: 5
hide_zero: no
audiences: [open]
approved_by: The guardian
"""
POLICY = "policies/disclosure/small_counts.yml"
SMALL, SECONDARY = "members", "beside"


def released(place: Path, *counts: int) -> Path:
    """The open bundle of a place whose twelve areas have so many members each."""
    csv = place / "inbox/membership.csv"
    head, *lines = csv.read_text("utf-8").splitlines()
    names = head.split(",")
    rows = [dict(zip(names, line.split(","), strict=True)) for line in lines]
    members = next(name for name in names if "member" in name.lower())
    for row, count in zip(rows, counts, strict=True):
        row[members] = str(count)
    text = "\n".join([head, *(",".join(row[name] for name in names) for row in rows)])
    csv.write_text(text + "\n", encoding="utf-8")
    assert build(open_workspace(place), progress=Silent()).errors == ()
    made = release(open_workspace(place), audience=Audience.OPEN)
    return made.folder


@pytest.fixture
def bundle(built: Path) -> Path:
    """Released under a threshold with joint suppression; one area has 3 members."""
    (built / POLICY).write_text(THRESHOLD, encoding="utf-8")
    return released(built, 3, 40, 55, 60, 31, 45, 52, 38, 47, 50, 61, 33)


def hidden(bundle: Path) -> list[str]:
    with duckdb.connect(str(bundle / "serve.duckdb"), read_only=True) as connection:
        rows = connection.sql(
            "select area_code from observations where marker = '[c]' order by all"
        ).fetchall()
    return [row[0] for row in rows]


def totals(bundle: Path, *earlier: Path) -> tuple[int, int, int]:
    (found,) = attack_release(bundle, earlier=earlier)
    return found.cells_hidden, found.recovered_exactly, found.narrower_than_policy


def show(bundle: Path, *, area: str, count: int) -> None:
    """Plant a leak: publish what the gate hid."""
    with duckdb.connect(str(bundle / "serve.duckdb")) as connection:
        connection.execute(
            "update observations set numerator = ?, marker = null where area_code = ?",
            [count, area],
        )


def test_a_release_that_went_through_the_gate_gives_nothing_away(bundle: Path) -> None:
    assert len(hidden(bundle)) > 1, "others are hidden beside the small one"
    assert totals(bundle) == (len(hidden(bundle)), 0, 0)


def test_a_total_that_leaves_one_count_over_is_found(bundle: Path) -> None:
    small = "E01999001"
    with duckdb.connect(str(bundle / "serve.duckdb"), read_only=True) as connection:
        areas = dict(connection.sql("select area_code, area_type from observations").fetchall())
    for area in hidden(bundle):
        if area != small:
            show(bundle, area=area, count=_true(bundle, area, areas[area]))
    (found,) = attack_release(bundle)
    assert found.recovered_exactly == 1
    assert [address.area_code for address in found.addresses] == [small]


def test_what_an_earlier_release_showed_is_held_against_a_later_one(
    bundle: Path, tmp_path: Path
) -> None:
    before = tmp_path / bundle_name(0, Audience.OPEN)
    shutil.copytree(bundle, before)
    for area in [area for area in hidden(bundle) if area != "E01999001"]:
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
