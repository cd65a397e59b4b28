"""`anonymity` and `five-safes`: what is said of an extract, and never a value of it."""

import json
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner, Result

from hereabouts.cli import main
from hereabouts.pipeline.product_anonymity import groups_sql
from tests.unit.pipeline.conftest import built, built_place

__all__ = ["built", "built_place"]

PRODUCT = "geography.area"  # twelve areas in districts


def run(place: Path, *words: str) -> Result:
    return CliRunner().invoke(main, [*words, "-C", str(place)])


def test_rows_alone_are_counted_and_the_exit_status_says_so(built: Path) -> None:
    done = run(built, "anonymity", PRODUCT, "--quasi", "area_code", "--json")
    assert done.exit_code == 12
    found = json.loads(done.stdout)
    assert (found["rows"], found["smallest_group"], found["share_under_k"]) == (12, 1, 1.0)
    assert "E0199" not in done.output


def test_rows_that_hide_are_well(built: Path) -> None:
    done = run(built, "anonymity", PRODUCT, "--quasi", "district_code", "--k", "2")
    assert done.exit_code == 0, done.output
    assert "groups_under_k  0" in done.stdout


def test_the_engine_counts_as_the_method_does(built: Path) -> None:
    """Groups of districts; every name in them differs, as every code does."""
    words = ("anonymity", PRODUCT, "--quasi", "district_code", "--sensitive", "area_name", "--json")
    found = json.loads(run(built, *words).stdout)
    assert found["fewest_values"] == found["smallest_group"]
    assert found["k"] == 5


def test_a_missing_value_is_a_value() -> None:
    with duckdb.connect() as connection:
        connection.execute("create schema health; create table health.people (age int, ill text)")
        rows = [(1, "a"), (1, None), (1, None), (None, "b"), (None, "b")]
        connection.executemany("insert into health.people values (?, ?)", rows)
        sql = groups_sql("health.people", quasi=["age"], sensitive="ill")
        assert sorted(connection.sql(sql).fetchall()) == [(2, 1), (3, 2)]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--quasi", "sex"), "D127"),
        (("--quasi", "area_code,area_code"), "D127"),
        (("--quasi", "area_code", "--sensitive", "area_code"), "D127"),
        (("--quasi", ","), "D127"),
        (("--quasi", "area_code", "--k", "1"), "D125"),
    ],
)
def test_what_cannot_be_compared_is_refused(built: Path, words: tuple[str, ...], code: str) -> None:
    done = run(built, "anonymity", PRODUCT, *words)
    assert done.exit_code == 12
    assert f"[{code}]" in done.stderr
    assert done.stdout == ""


def test_a_product_that_is_not_there_is_refused(built: Path) -> None:
    for command in (("anonymity", "health.people", "--quasi", "age"), ("five-safes", "x.y")):
        done = run(built, *command)
        assert "[P160]" in done.stderr


def test_a_sheet_has_five_parts_what_is_known_and_blanks(built: Path) -> None:
    done = run(built, "five-safes", "library.membership")
    assert done.exit_code == 0, done.output
    parts = [line for line in done.stdout.splitlines() if line.startswith("## ")]
    assert [part.split()[2].rstrip(":") for part in parts] == [
        "projects",
        "people",
        "settings",
        "data",
        "outputs",
    ]
    assert (
        "`library.members`: Small counts hidden, others rounded. Counts from 1 to 7" in done.stdout
    )
    assert "approved by Doggerland partnership, as an example" in done.stdout
    assert done.stdout.count("*to fill in:*") >= 9
    assert "name columns with `--quasi`" in done.stdout


def test_a_sheet_says_how_well_rows_hide(built: Path) -> None:
    done = run(built, "five-safes", PRODUCT, "--quasi", "area_code")
    assert "rows in groups of fewer than 5: 12 of 12 (100.0%), in 12 of 12 groups" in done.stdout
    assert "E0199" not in done.stdout
    assert "- no indicator is made from it directly" in done.stdout
