"""Reports as files: for one supplier each, and for nobody else."""

import stat
from dataclasses import replace
from pathlib import Path

import pytest

from hereabouts.errors import LakeError, ProjectError
from hereabouts.pipeline.supplier_report.write import write_reports
from tests.unit.pipeline.supplier_report.test_page import REPORT


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "place"
    folder.mkdir()
    return folder


def test_two_suppliers_never_have_one_file(root: Path, tmp_path: Path) -> None:
    both = [replace(REPORT, supplier="A & B"), replace(REPORT, supplier="A + B")]
    written = write_reports(both, tmp_path / "reports", root=root)
    assert len({one.page for one in written} | {one.workbook for one in written}) == 4
    assert "A &amp; B" in written[0].page.read_text("utf-8")


def test_nobody_else_on_the_machine_can_read_them(root: Path, tmp_path: Path) -> None:
    (one,) = write_reports([REPORT], tmp_path / "reports", root=root)
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (one.page, one.workbook)]
    assert modes == [0o600, 0o600]


def test_they_are_not_put_into_the_shared_folder(root: Path) -> None:
    with pytest.raises(ProjectError) as refused:
        write_reports([REPORT], root / "reports", root=root)
    assert refused.value.code == "P396"
    assert write_reports([REPORT], root / ".hereabouts" / "reports", root=root)


def test_a_folder_that_is_a_file_is_said(root: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x", "utf-8")
    with pytest.raises(LakeError) as refused:
        write_reports([REPORT], tmp_path / "taken", root=root)
    assert refused.value.code == "L393"
