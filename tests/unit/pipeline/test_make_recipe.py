"""A place with a conversion is built, and the product holds what its convert.yml says."""

from pathlib import Path

import duckdb
import pytest

from hereabouts.engine.duckdb.session import scan
from hereabouts.pipeline.build import build
from hereabouts.pipeline.progress import Silent
from hereabouts.pipeline.workspace import open_workspace
from tests.unit.converting import CONVERT, FOLDER, add_conversion

Row = tuple[str, str, float | None, str]


def made(place: Path) -> list[Row]:
    """Build the place, and read the converted product."""
    assert build(open_workspace(place), progress=Silent()).errors == ()
    table = open_workspace(place).latest("carry.carried")
    assert table is not None
    sql = f"select area, age, count, status from ({scan(table)}) order by area, age"
    return duckdb.sql(sql).fetchall()


def test_a_product_is_made_by_its_conversion(new: Path) -> None:
    add_conversion(new)
    assert made(new) == [
        ("M", "young", 6, "summed"),
        ("S1", "old", 3, "apportioned"),
        ("S1", "young", pytest.approx(3), "apportioned"),
        ("S2", "old", 0, "apportioned"),
        ("S2", "young", pytest.approx(5), "apportioned"),
        ("U", "old", 7, "exact"),
        ("U", "young", 5, "exact"),
    ]


def test_a_recipe_that_changes_makes_its_product_again(new: Path) -> None:
    add_conversion(new)
    made(new)
    path = new / FOLDER / "convert.yml"
    path.write_text(CONVERT.replace(", match: [age]", "").replace("0.25", "0.5"))
    remade = {(area, age): count for area, age, count, _ in made(new)}
    assert remade["S1", "old"] == pytest.approx(3 * 6 / 11)
