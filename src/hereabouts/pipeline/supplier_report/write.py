"""Put reports into a folder: for each supplier a page and a workbook."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter

from hereabouts.errors import LakeError, ProjectError
from hereabouts.pipeline.supplier_report.findings import Report
from hereabouts.pipeline.supplier_report.page import page
from hereabouts.pipeline.supplier_report.workbook import write_workbook


@dataclass(frozen=True, slots=True)
class Written:
    """A report, and where it is."""

    report: Report
    page: Path
    workbook: Path


def write_reports(reports: Sequence[Report], folder: Path, *, root: Path) -> tuple[Written, ...]:
    """Write each report; nobody but this account may read the files.

    Args:
        reports: one for each supplier.
        folder: to write into.
        root: the project folder, which is shared, and where reports must not be.

    Raises:
        ProjectError: P396 the folder is inside the project folder.
        LakeError: L393 the folder cannot be written.
    """
    inside, home = folder.resolve(), root.resolve() / ".hereabouts"
    if inside.is_relative_to(root.resolve()) and not inside.is_relative_to(home):
        raise ProjectError(
            "reports hold cells of what suppliers sent, and the project folder is shared",
            code="P396",
            do="name a folder outside it with --to, or .hereabouts/reports, which git ignores",
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return tuple(
            _write(one, folder / name) for one, name in zip(reports, _names(reports), strict=True)
        )
    except (OSError, xlsxwriter.exceptions.FileCreateError) as error:
        raise LakeError(
            f"a report could not be written to '{folder.name}' ({type(error).__name__})",
            code="L393",
            do="name another folder with --to, or close the report elsewhere",
        ) from error


def _write(report: Report, stem: Path) -> Written:
    html, xlsx = stem.with_name(f"{stem.name}.html"), stem.with_name(f"{stem.name}.xlsx")
    for path in (html, xlsx):
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
        path.chmod(0o600)
    html.write_text(page(report, workbook=xlsx.name), "utf-8")
    write_workbook(report, xlsx)
    return Written(report, html, xlsx)


def _names(reports: Sequence[Report]) -> list[str]:
    """A name for each: two suppliers never have one file, whatever they are called."""
    names: list[str] = []
    for report in reports:
        kept = "".join(c if c.isalnum() else "_" for c in report.supplier.lower()).strip("_")
        name = f"{report.product}.{kept}" if kept else report.product
        while name in names:
            name += "_"
        names.append(name)
    return names
