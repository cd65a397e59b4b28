"""A contract changes, and everyone it touches is named; a supplier fills in what it was sent."""

import json
import subprocess
from pathlib import Path
from typing import Any

import duckdb
import jsonschema
import openpyxl
import pytest
from click.testing import CliRunner

from hereabouts.cli import main
from hereabouts.engine.duckdb.session import scan
from hereabouts.lake.tables import Lake
from tests.journeys.conftest import Run

pytestmark = pytest.mark.journey
CONTRACT = "products/library/membership/contract.odcs.yaml"
GIT = ("git", "-c", "user.name=A Person", "-c", "user.email=person@example.org")
OF_TWO = """kind: spreadsheet
sheet: Data
files:
  - name: north
    supplier: North libraries
    path: inbox/north.xlsx
    columns: {LSOA: Area code, Card holders: Members}
  - name: south
    supplier: South libraries
    path: inbox/south.xlsx
"""


@pytest.fixture
def kept(place: Path) -> Path:
    """The place in git, with one commit."""
    for arguments in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "Begin")):
        subprocess.run([*GIT, "-C", str(place), *arguments], check=True, capture_output=True)
    return place


def change(place: Path, old: str, new: str) -> None:
    text = (place / CONTRACT).read_text("utf-8")
    assert old in text
    (place / CONTRACT).write_text(text.replace(old, new), encoding="utf-8")


def members(place: Path) -> list[tuple[Any, ...]]:
    table = Lake(place / ".hereabouts/lake").open("silver/library/membership")
    with duckdb.connect() as connection:
        return connection.sql(f"from ({scan(table)}) order by area_code").fetchall()


def test_a_change_names_whom_it_breaks_until_they_are_mended(kept: Path, run: Run) -> None:
    assert run("diff").exit_code == 0
    change(kept, "name: members_count", "name: holders_count")
    change(kept, "members_count >", "holders_count >")
    broken = run("diff")
    assert broken.exit_code == 10
    assert "indicator library.members (indicators/library/members.yml:2)" in broken.stdout
    assert "page home (pages/home.yml:2)" in broken.stdout
    assert "write `version: 2.0.0` in the contract" in broken.stdout
    indicator = kept / "indicators/library/members.yml"
    text = indicator.read_text("utf-8")
    indicator.write_text(text.replace("members_count", "holders_count"), encoding="utf-8")
    change(kept, "version: 1.0.0", "version: 2.0.0")
    (mended,) = json.loads(run("diff", "--json").stdout)
    assert mended["breaking"]
    assert mended["version"]["raised"]
    assert [one["kind"] for one in mended["broken"]] == ["supplier"]  # the rule is another


def test_words_break_nobody(kept: Path, run: Run) -> None:
    change(kept, "purpose: How many", "purpose: In words, how many")
    done = run("diff", "library.membership")
    assert done.exit_code == 0
    assert "words only:\n    - the purpose is another" in done.stdout


def test_two_suppliers_fill_in_their_own_templates(place: Path, run: Run, tmp_path: Path) -> None:
    (place / "products/library/membership/source.yml").write_text(OF_TWO, encoding="utf-8")
    rows: list[tuple[str | int, ...]] = [("E01999001", 1410, 300), ("E01999002", 1685, 388)]
    for supplier, row in zip(("north", "south"), rows, strict=True):
        to = ("--folder", str(place), "--supplier", supplier, "--to", str(tmp_path))
        written = export("library.membership", *to)
        book = openpyxl.load_workbook(written[0])
        for column, value in enumerate(row, start=1):
            book["Data"].cell(2, column, value)
        book.save(place / f"inbox/{supplier}.xlsx")
        headings = [cell.value for cell in book["Data"][1]]
        assert headings[0] == {"north": "LSOA", "south": "Area code"}[supplier]
        schema = json.loads(Path(written[1]).read_text("utf-8"))
        jsonschema.validate(dict(zip(headings, row, strict=True)), schema)
    built = run("build")
    assert built.exit_code == 0, built.output
    assert members(place) == rows


def export(*arguments: str) -> list[str]:
    """The paths that were written."""
    done = CliRunner().invoke(main, ["schema", "export", *arguments])
    assert done.exit_code == 0, done.output
    return done.stdout.splitlines()
