"""Bad input: each has a clear error or quarantine, and the last good version stands."""

import hashlib
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from hereabouts.lake.build_lock import build_lock
from hereabouts.lake.tables import Lake
from tests.journeys.conftest import Run

pytestmark = pytest.mark.journey
HEAD = "Area code,Residents,Members\n"


def inbox(place: Path) -> Path:
    return place / "inbox" / "membership.csv"


def stands(place: Path) -> tuple[int, str]:
    """Version and rows of the last good version of library.membership."""
    table = Lake(place / ".hereabouts" / "lake").open("silver/library/membership")
    return table.version, table.facts["rows_out"]


def refused(run: Run, place: Path, code: str, status: int) -> str:
    """Build, and expect this error, with the last good version still standing."""
    before = stands(place)
    done = run("build")
    assert f"[{code}]" in done.stderr, done.stderr
    assert done.exit_code == status
    assert stands(place) == before
    return done.stderr


def test_a_missing_file(run: Run, built: Path) -> None:
    inbox(built).unlink()
    assert "inbox/membership.csv" in refused(run, built, "S101", 14)


def test_a_column_that_vanished_names_the_nearest(run: Run, built: Path) -> None:
    text = inbox(built).read_text("utf-8").replace("Members", "Member")
    inbox(built).write_text(text, "utf-8")
    said = refused(run, built, "Q201", 11)
    assert "'Members' (nearest: 'Member')" in said


def test_a_heading_that_moved(run: Run, built: Path) -> None:
    inbox(built).write_text("A title above\n" + inbox(built).read_text("utf-8"), "utf-8")
    before = stands(built)
    done = run("build")
    assert done.exit_code in {11, 14}
    assert "skip_rows" in done.stderr
    assert stands(built) == before


def test_a_duplicate_key_is_quarantined_beyond_what_is_allowed(run: Run, built: Path) -> None:
    with inbox(built).open("a") as file:
        file.write("E01999012,1366,143\n")
    said = refused(run, built, "Q301", 11)
    assert "'area_code' must not repeat" in said
    rows = json.loads(run("quarantine", "library.membership", "--json").stdout)
    assert [row["row"] for row in rows] == [13, 14]


def test_an_unknown_area_code_is_quarantined_and_its_value_is_not_said(
    run: Run, built: Path
) -> None:
    with inbox(built).open("a") as file:
        file.write("E01999099,10,1\n")
    said = refused(run, built, "Q301", 11)
    assert "geography.area.area_code" in said
    assert "E01999099" not in said, "the product is internal"


def test_allowed_bad_rows_are_quarantined_and_the_rest_is_made(run: Run, built: Path) -> None:
    contract = built / "products" / "library" / "membership" / "contract.odcs.yaml"
    text = contract.read_text("utf-8")
    contract.write_text(text.replace("badRowsAtMost, value: 0.0", "badRowsAtMost, value: 0.1"))
    inbox(built).write_text(inbox(built).read_text("utf-8").replace("1410,212", "many,212"))
    done = run("build")
    assert done.exit_code == 0, done.stderr
    assert stands(built)[1] == "11"
    rows = json.loads(run("quarantine", "library.membership", "--json", "--records").stdout)
    assert rows[0]["row"] == 2
    assert json.loads(rows[0]["record"])["residents_count"] == "many"


def test_a_bad_byte_is_listed_and_nothing_is_replaced(run: Run, built: Path) -> None:
    inbox(built).write_bytes(
        b"Area code,Residents,Members\n" + b"E01999001,14\x8110,212\nE01999002,1685,388\n"
    )
    source = built / "products" / "library" / "membership" / "source.yml"
    source.write_text(source.read_text("utf-8") + "encoding: utf-8\n", "utf-8")
    before = stands(built)
    done = run("build")
    assert done.exit_code == 11, done.stderr
    assert stands(built) == before
    rows = json.loads(run("quarantine", "library.membership", "--json").stdout)
    assert [row["row"] for row in rows] == [2]


def spreadsheet(place: Path, sheet: str) -> Path:
    """Make library.membership come from a spreadsheet with a title row above its heading."""
    path = place / "inbox" / "membership.xlsx"
    lines = [line.split(",") for line in inbox(place).read_text("utf-8").splitlines()]
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet(sheet)
        page.write(0, 0, "Library membership")
        for number, cells in enumerate(lines, start=2):
            page.write_row(number, 0, cells)
    source = place / "products" / "library" / "membership" / "source.yml"
    source.write_text(
        "kind: spreadsheet\npath: inbox/membership.xlsx\nsheet: Members\nheader_rows: 3\n"
    )
    return path


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:2000])


def break_inside(path: Path) -> None:
    """A well-formed archive whose sheet is cut short."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            cut = name.endswith("sheet1.xml")
            archive.writestr(name, content[: len(content) // 2] if cut else content)


def test_a_spreadsheet_is_read_by_its_sheet_and_heading_row(run: Run, built: Path) -> None:
    spreadsheet(built, "Members")
    done = run("build")
    assert done.exit_code == 0, done.stderr
    assert stands(built)[1] == "12"


def test_a_renamed_sheet_names_the_nearest(run: Run, built: Path) -> None:
    spreadsheet(built, "Members 2025")
    before = stands(built)
    done = run("build")
    assert done.exit_code == 14
    assert "Members 2025" in done.stderr
    assert stands(built) == before


@pytest.mark.parametrize("breaking", [truncate, break_inside])
def test_a_broken_spreadsheet(run: Run, built: Path, breaking: Callable[[Path], None]) -> None:
    breaking(spreadsheet(built, "Members"))
    before = stands(built)
    done = run("build")
    assert done.exit_code == 14, done.stderr
    assert "products/library/membership/source.yml" in done.stderr
    assert "do: " in done.stderr
    assert stands(built) == before


def test_a_contract_with_a_typo_offers_the_nearest_name(run: Run, built: Path) -> None:
    contract = built / "products" / "library" / "membership" / "contract.odcs.yaml"
    contract.write_text(contract.read_text("utf-8").replace("businessName", "busnessName"))
    done = run("lint")
    assert done.exit_code == 10
    assert "products/library/membership/contract.odcs.yaml:" in done.stdout
    assert "businessName" in done.stdout
    assert run("build").exit_code == 10


def test_every_problem_of_a_folder_is_said_at_once(run: Run, place: Path) -> None:
    (place / "glossary.yml").write_text("a: [\n")
    indicator = place / "indicators" / "library" / "members.yml"
    indicator.write_text(
        indicator.read_text("utf-8").replace("members_count", "member_count").replace("100", "many")
    )
    done = run("lint", "--json")
    assert done.exit_code == 10
    found = {(problem["path"], problem["line"] is not None) for problem in json.loads(done.stdout)}
    assert ("glossary.yml", True) in found
    assert ("indicators/library/members.yml", True) in found


def test_a_second_build_is_refused_while_one_runs(run: Run, place: Path) -> None:
    with build_lock(place / ".hereabouts"):
        done = run("build")
    assert done.exit_code == 15
    assert "[L201]" in done.stderr
    assert run("build").exit_code == 0


def test_a_failure_stops_only_what_depends_on_it(run: Run, place: Path) -> None:
    inbox(place).unlink()
    done = run("build", "--json")
    outcomes = {row["step"]: row["outcome"] for row in json.loads(done.stdout)}
    assert outcomes["library.membership"] == "failed"
    assert outcomes["observations"] == "blocked"
    assert outcomes["place.areas"] == "made"


def accept_the_older_version(built: Path) -> None:
    """The owner says in writing that last time's figures may be released."""
    accepted = (
        "accepted:\n  - {by: libraries@example.org, on: 2026-01-31, until: 2099-03-31,"
        " why: The file is being mended., rules: [delivery]}\n"
    )
    path = built / "products" / "library" / "membership" / "quality.yml"
    path.write_text(accepted, encoding="utf-8")


def test_a_release_names_the_bytes_it_was_made_from_and_not_those_refused_since(
    run: Run, built: Path
) -> None:
    good = hashlib.sha256(inbox(built).read_bytes()).hexdigest()
    with inbox(built).open("a") as file:
        file.write("E01999012,1366,143\n")
    refused(run, built, "Q301", 11)
    accept_the_older_version(built)
    assert run("release", "--audience", "internal").exit_code == 0
    said = json.loads(
        (built / ".hereabouts/releases/0001-internal/release.json").read_text("utf-8")
    )
    product = next(one for one in said["products"] if one["id"] == "library.membership")
    assert product["sha256"] == good


def test_an_empty_file_is_refused(run: Run, built: Path) -> None:
    inbox(built).write_bytes(b"")
    before = stands(built)
    assert run("build").exit_code in {11, 14}
    assert stands(built) == before
