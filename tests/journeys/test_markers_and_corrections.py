"""Hidden at source stays hidden, with its marker, to the file that a reader downloads; and a known
fault is corrected until the publisher mends it."""

import csv
import json
import shutil
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner

from hereabouts.cli import main
from hereabouts.pipeline.workspace import open_workspace
from tests.journeys.conftest import Run

pytestmark = pytest.mark.journey
MARKED = {"E01999001": "*", "E01999002": "..", "E01999003": "[low]"}
MARKER_COLUMN = """      - name: members_marker
        businessName: Why the members are not given
        logicalType: string
        customProperties: [{property: markerOf, value: members_count}]
    quality:
"""


def mark(place: Path) -> None:
    """Let the publisher hide three areas' members, and the product say what that means."""
    inbox = place / "inbox" / "membership.csv"
    rows = list(csv.reader(inbox.read_text("utf-8").splitlines()))
    for row in rows:
        row[2] = MARKED.get(row[0], row[2])
    inbox.write_text("\n".join(",".join(row) for row in rows) + "\n", encoding="utf-8")
    product = place / "products" / "library" / "membership"
    with (product / "source.yml").open("a", encoding="utf-8") as source:
        source.write('markers: {"*": "[c]", "..": "[x]", "[low]": "[low]"}\n')
    contract = (product / "contract.odcs.yaml").read_text("utf-8")
    one, members, other = contract.partition("      - name: members_count\n")
    other = other.replace("        required: true\n", "", 1)
    text = (one + members + other).replace("    quality:\n", MARKER_COLUMN, 1)
    (product / "contract.odcs.yaml").write_text(text, encoding="utf-8")


def product_rows(place: Path, product: str, sql: str) -> list[tuple[object, ...]]:
    table = open_workspace(place).latest(product)
    assert table is not None
    with duckdb.connect() as connection:
        connection.from_parquet(list(table.files), union_by_name=True).create_view("product")
        return connection.sql(sql).fetchall()


def test_a_marker_at_source_is_a_typed_marker_and_reaches_the_release(
    place: Path, run: Run, tmp_path: Path
) -> None:
    mark(place)
    built = run("build")
    assert built.exit_code == 0, built.stderr
    silver = product_rows(
        place,
        "library.membership",
        "select area_code, members_count, members_marker from product"
        " where members_marker is not null order by area_code",
    )
    assert silver == [
        ("E01999001", None, "[c]"),
        ("E01999002", None, "[x]"),
        ("E01999003", None, "[low]"),
    ]
    assert run("release").exit_code == 0
    file = tmp_path / "observations.csv"
    exporting = ["export", "observations", str(file), "--folder", str(place)]
    assert CliRunner().invoke(main, exporting).exit_code == 0
    with file.open(encoding="utf-8", newline="") as opened:
        found = [row for row in csv.DictReader(opened) if row["indicator"] == "library.members"]
    shown = {row["area_code"]: (row["value"], row["marker"]) for row in found}
    assert [shown[code] for code in MARKED] == [("", "[c]"), ("", "[x]"), ("", "[low]")]
    districts = [shown[row["area_code"]] for row in found if row["area_type"] == "district"]
    assert ("", "[c]") in districts, "a total with a hidden part is hidden"


def test_a_marker_that_no_column_explains_is_a_bad_cell_and_not_an_empty_one(
    place: Path, run: Run
) -> None:
    inbox = place / "inbox" / "membership.csv"
    inbox.write_text(inbox.read_text("utf-8").replace("1410,212", "1410,*"), encoding="utf-8")
    failed = run("build")
    assert failed.exit_code == 11
    listed = json.loads(run("quarantine", "library.membership", "--json").stdout)
    assert [row["row"] for row in listed] == [2]


DENTISTS = """
apiVersion: v3.2.0
kind: DataContract
id: health-dentists
name: Dentists of Trafford
version: 1.0.0
description: {purpose: Where dentists are.}
team: {name: Data team}
schema:
  - name: dentists
    properties:
      - {name: name, logicalType: string, required: true, primaryKey: true}
      - {name: postcode, logicalType: string, required: true, primaryKey: true}
      - {name: telephone, logicalType: string}
      - name: area_code
        logicalType: string
        required: true
        logicalTypeOptions: {pattern: '^E0[6-9][0-9]{6}$'}
customProperties:
  - {property: sensitivity, value: open}
  - {property: licence, value: OGL-UK-3.0}
  - {property: attribution, value: Trafford Data Lab}
  - {property: badRowsAtMost, value: 0.05}
"""
CORRECTION = """
corrections:
  - column: area_code
    find: E0800009
    becomes: E08000009
    rows: 53
    why: Trafford's code lacks a digit; its name stands beside it. Reported to the publisher.
    reported: 2026-11-02
"""


@pytest.mark.real
def test_a_correction_holds_until_the_publisher_mends_the_fault(
    place: Path, run: Run, shared_data: Path
) -> None:
    """The real file: E0800009 for E08000009 on every row, and one practice listed twice."""
    received = place / "inbox" / "dentists.csv"
    shutil.copy(shared_data / "trafford" / "dentists" / "trafford_dentists.csv", received)
    product = place / "products" / "health" / "dentists"
    product.mkdir(parents=True)
    (product / "contract.odcs.yaml").write_text(DENTISTS, encoding="utf-8")
    (product / "source.yml").write_text("kind: csv\npath: inbox/dentists.csv\n", encoding="utf-8")
    assert run("build").exit_code == 11, "without it, the rows break the pattern"
    (product / "corrections.yml").write_text(CORRECTION, encoding="utf-8")
    built = run("build")
    assert built.exit_code == 0, built.stderr
    count = "select count(*), min(area_code), max(area_code) from product"
    good = [(51, "E08000009", "E08000009")]
    assert product_rows(place, "health.dentists", count) == good
    mended = received.read_text("utf-8").replace("E0800009,", "E08000009,")
    received.write_text(mended, encoding="utf-8")
    failed = run("build")
    assert failed.exit_code == 11
    assert "Q311" in failed.stderr
    assert "products/health/dentists/corrections.yml:3" in failed.stderr
    assert product_rows(place, "health.dentists", count) == good, "the last good version stands"
