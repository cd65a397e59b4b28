"""Corrected rows are taken back only from an export, and as it was."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.errors import DataError
from hereabouts.pipeline import quality_replay
from hereabouts.pipeline.build import build
from hereabouts.pipeline.progress import Silent
from hereabouts.pipeline.quality_export import export_quarantine, guarded, unguarded
from hereabouts.pipeline.quality_replay import replay
from hereabouts.pipeline.workspace import Workspace, open_workspace


@pytest.fixture
def spoiled(built: Path) -> Workspace:
    inbox = built / "inbox" / "membership.csv"
    inbox.write_text(inbox.read_text("utf-8").replace("1410,212", "1410,many"), "utf-8")
    workspace = open_workspace(built)
    assert build(workspace, progress=Silent()).errors
    return workspace


def attempt(workspace: Workspace, file: Path, *, product: str = "library.membership") -> str:
    declared = workspace.project.products[product]
    with pytest.raises(DataError) as refused:
        replay(workspace, declared, file, by="Ann", why="Told so")
    return refused.value.code


def exported(workspace: Workspace, file: Path) -> str:
    assert export_quarantine(workspace, workspace.project.products["library.membership"], file) == 1
    return file.read_text("utf-8")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"area_code,members_count\nE01999001,5\n",
        b"\xff\xfe\x00",
        b'_file,_row,_was,_rules,area_code,residents_count,members_count\n"a',
        b"_file,_row,_was,_rules,area_code,residents_count,members_count\na,b,c,d,e,1,2\n",
    ],
)
def test_what_is_not_an_export_is_refused(
    spoiled: Workspace, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "rows.csv"
    file.write_bytes(content)
    assert attempt(spoiled, file) == "Q322"
    assert attempt(spoiled, tmp_path / "nothing.csv") == "Q322"


def test_a_row_that_is_not_in_quarantine_as_it_was_is_refused(
    spoiled: Workspace, tmp_path: Path
) -> None:
    file = tmp_path / "rows.csv"
    text = exported(spoiled, file).replace("many", "5")
    file.write_text(text.replace(",2,", ",4,"), "utf-8")
    assert attempt(spoiled, file) == "Q321"


def test_a_file_without_end_is_refused(
    spoiled: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "rows.csv"
    file.write_text(exported(spoiled, file).replace("many", "5"), "utf-8")
    monkeypatch.setattr(quality_replay, "MOST_BYTES", 10)
    assert attempt(spoiled, file) == "Q322"


def test_a_derived_product_is_not_corrected(spoiled: Workspace, tmp_path: Path) -> None:
    assert attempt(spoiled, tmp_path / "rows.csv", product="geography.district") == "Q324"


@pytest.mark.parametrize("name", ["rows.csv", "rows.xlsx"])
def test_a_file_that_cannot_be_written_is_said(
    spoiled: Workspace, tmp_path: Path, name: str
) -> None:
    with pytest.raises(DataError) as refused:
        exported(spoiled, tmp_path / "nowhere" / name)
    assert refused.value.code == "Q325"


@given(st.text())
def test_a_guarded_cell_begins_no_formula_and_comes_back_as_it_was(cell: str) -> None:
    assert not guarded(cell).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert unguarded(guarded(cell)) == cell


def test_a_sheet_that_cannot_hold_every_row_is_refused_and_none_is_lost(
    spoiled: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hereabouts.pipeline.quality_export.ROWS_OF_A_SHEET", 1)
    with pytest.raises(DataError) as refused:
        exported(spoiled, tmp_path / "rows.xlsx")
    assert refused.value.code == "Q325"
