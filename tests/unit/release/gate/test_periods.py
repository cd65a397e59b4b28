"""A year less the half that is shown is the half that is hidden."""

from pathlib import Path

import duckdb
import pytest

from hereabouts.model.policy import Audience
from hereabouts.pipeline.build import build
from hereabouts.pipeline.progress import Silent
from hereabouts.pipeline.publish import release
from hereabouts.pipeline.workspace import open_workspace
from hereabouts.release.attack.attack_release import attack_release
from tests.unit.release.halves_place import declare

FIRST = (3, 40, 55, 60, 31, 45, 52, 38, 47, 50, 61, 33)
SECOND = (42, 51, 37, 44, 58, 36, 49, 53, 62, 35, 41, 57)


@pytest.fixture
def bundle(built: Path) -> Path:
    """Released; in one area 3 joined in the first half."""
    declare(built, FIRST, SECOND)
    assert build(open_workspace(built), progress=Silent()).errors == ()
    return release(open_workspace(built), audience=Audience.OPEN).folder


def joined(bundle: Path) -> tuple[int, int]:
    """How many rows about joining are hidden, and how many an attack works out too closely."""
    (found,) = (
        one
        for one in attack_release(bundle)
        if one.indicators == ("library.joined_half", "library.joined_year")
    )
    return found.cells_hidden, found.narrower_than_policy


def test_a_year_does_not_give_a_hidden_half_away(bundle: Path) -> None:
    cells, narrow = joined(bundle)
    assert cells > 0
    assert narrow == 0


def test_a_year_beside_a_hidden_half_is_found(bundle: Path) -> None:
    """Planted: every year and second half shown."""
    with duckdb.connect(str(bundle / "serve.duckdb")) as connection:
        for name, counts in (("half", SECOND), ("year", map(sum, zip(FIRST, SECOND, strict=True)))):
            connection.executemany(
                "update observations set numerator = ?, value = ?, marker = null"
                " where indicator = ? and area_code = ? and period_end = date '2026-01-01'",
                [
                    [count, count, f"library.joined_{name}", f"E01999{area:03d}"]
                    for area, count in enumerate(counts, 1)
                ],
            )
    assert joined(bundle)[1] > 0
