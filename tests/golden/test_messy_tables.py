"""Files as public bodies published them, against tables that people worked out by opening them."""

from pathlib import Path

import pytest

from tests.golden.messy_expectations import File, Table, expectations, raw_cells

FILES = expectations()
TABLES = [
    pytest.param(file, table, id=f"{file.name}:{table.sheet}")
    for file in FILES
    for table in file.tables
]
pytestmark = pytest.mark.real


def test_every_file_has_its_expectation(shared_data: Path) -> None:
    assert {file.name for file in FILES} == {path.name for path in _folder(shared_data).iterdir()}


@pytest.mark.parametrize(("file", "table"), TABLES)
def test_the_expected_figures_stand_in_the_file(
    shared_data: Path, file: File, table: Table
) -> None:
    found = raw_cells(_folder(shared_data) / file.name, table.sheet, [c.at for c in table.cells])

    assert {place: _plain(value) for place, value in found.items()} == {
        cell.at: _plain(cell.marker or cell.value) for cell in table.cells
    }


def _plain(value: object) -> str | float:
    try:
        return round(float(str(value)), 9)
    except ValueError:
        return " ".join(str(value).split())


def _folder(shared_data: Path) -> Path:
    return shared_data / "messy"
