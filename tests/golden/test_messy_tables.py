"""Files as public bodies published them, against tables that people worked out by opening them."""

import os
import shutil
from pathlib import Path

import pytest

from tests.golden.messy_expectations import File, Table, expectations, raw_cells
from tools.score_messy_tables import PAGE, WRONG, alone, empty_place, told

FILES = expectations()
TABLES = [
    pytest.param(file, table, id=f"{file.name}:{table.sheet}")
    for file in FILES
    for table in file.tables
]
SCORED = [pytest.param(file, id=file.name) for file in FILES if file.outcome]
SHEETS = [
    pytest.param(file, table, id=f"{file.name}:{table.sheet}")
    for file in FILES
    for table in file.tables
    if table.outcome and table.sheet
]


LARGE = 500_000  # bytes


@pytest.fixture
def small_in_ci(shared_data: Path, file: File) -> None:
    """A run by hand reads every file, and CI those that are soon read."""
    if os.environ.get("CI") and (_folder(shared_data) / file.name).stat().st_size > LARGE:
        pytest.skip("a large file: read by a run by hand, which is not CI")


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place that has been built; to be copied, never changed."""
    return empty_place(tmp_path_factory.mktemp("first") / "place")


@pytest.fixture
def place(first: Path, tmp_path: Path) -> Path:
    """A place to make one product in."""
    return Path(shutil.copytree(first, tmp_path / "place"))


@pytest.mark.real
def test_every_file_has_its_expectation(shared_data: Path) -> None:
    assert {file.name for file in FILES} == {path.name for path in _folder(shared_data).iterdir()}


@pytest.mark.real
@pytest.mark.usefixtures("small_in_ci")
@pytest.mark.parametrize(("file", "table"), TABLES)
def test_the_expected_figures_stand_in_the_file(
    shared_data: Path, file: File, table: Table
) -> None:
    found = raw_cells(_folder(shared_data) / file.name, table.sheet, [c.at for c in table.cells])

    assert {place: _plain(value) for place, value in found.items()} == {
        cell.at: _plain(cell.marker or cell.value) for cell in table.cells
    }


@pytest.mark.real
@pytest.mark.usefixtures("small_in_ci")
@pytest.mark.parametrize("file", SCORED)
def test_a_file_becomes_what_its_score_says(shared_data: Path, place: Path, file: File) -> None:
    verdict = alone(place, _folder(shared_data), file)

    assert verdict.outcome == file.outcome, verdict.said


@pytest.mark.real
@pytest.mark.usefixtures("small_in_ci")
@pytest.mark.parametrize(("file", "table"), SHEETS)
def test_a_sheet_becomes_what_its_score_says(
    shared_data: Path, place: Path, file: File, table: Table
) -> None:
    verdict = told(place, _folder(shared_data), file, table)

    assert verdict.outcome == table.outcome, verdict.said


def test_what_is_wrong_has_a_reason() -> None:
    scores: list[File | Table] = [*FILES, *(table for file in FILES for table in file.tables)]

    assert [
        score for score in scores if (score.outcome == WRONG) != bool(score.wrong_because)
    ] == []


def test_the_published_score_is_the_tested_one() -> None:
    text = PAGE.read_text("utf-8") if PAGE.exists() else ""
    rows = [line.split(" | ") for line in text.splitlines() if line.startswith("| ")]
    published = [row[4] for row in rows[1:]]
    expected = [
        outcome
        for file in FILES
        for outcome in (file.outcome, *(table.outcome for table in file.tables if table.sheet))
        if outcome
    ]

    assert published == expected


def _plain(value: object) -> str | float:
    try:
        return round(float(str(value)), 9)
    except ValueError:
        return " ".join(str(value).split())


def _folder(shared_data: Path) -> Path:
    return shared_data / "messy"
