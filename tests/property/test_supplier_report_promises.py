"""Every row in quarantine is told to the supplier that sent it, and to nobody else."""

from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
from hypothesis import given, settings
from hypothesis import strategies as st

from hereabouts.model.place_in_file import decode
from hereabouts.pipeline.supplier_report.make_reports import make_reports
from hereabouts.pipeline.supplier_report.page import page
from hereabouts.pipeline.workspace import Workspace
from tests.unit.pipeline.supplier_report.three_trusts import (
    CONTRACT,
    PRODUCT,
    built,
    three_trusts,
    write_beta,
)

SITES = st.sampled_from(["S1", "S2", "S3", "", "bad"])
GROUPS = st.sampled_from(["Nursing", "Medical", "Porters", ""])
COUNTS = st.sampled_from(["1", "-1", "many", ""])
ROWS = st.lists(st.tuples(SITES, GROUPS, COUNTS), min_size=1, max_size=6)
FILES = ("alpha", "beta", "gamma")
SOURCE = """
kind: csv
files:
  - {name: alpha, supplier: A, path: inbox/alpha.csv}
  - name: beta
    supplier: B
    path: inbox/beta.xlsx
    kind: spreadsheet
    header_rows: "3"
    columns: {Location: site, Staff group: staff_group, Number: persons}
  - {name: gamma, supplier: C, path: inbox/gamma.csv}
"""


def write(root: Path, name: str, rows: list[tuple[str, str, str]]) -> None:
    """Every cell that could be shown carries the name of the file it is in."""
    mine = [
        (f"{site}{name}" if site == "bad" else site, group, count) for site, group, count in rows
    ]
    mine = [
        (s, f"{g}{name}" if g == "Porters" else g, c.replace("many", f"many{name}"))
        for s, g, c in mine
    ]
    if name == "beta":
        write_beta(root, tuple(mine))
        return
    lines = ["site,staff_group,persons", *(",".join(row) for row in mine if any(row))]
    (root / "inbox" / f"{name}.csv").write_text("\n".join(lines) + "\n", "utf-8")


def quarantined(workspace: Workspace) -> set[tuple[int, int]]:
    table = workspace.quarantined(PRODUCT)
    if table is None or not table.files:
        return set()
    with duckdb.connect() as connection:
        rows = connection.from_parquet(list(table.files)).project("_row").fetchall()
    places = [decode(int(row)) for (row,) in rows]
    return {(place.file, place.row) for place in places}


@settings(max_examples=6)
@given(st.tuples(ROWS, ROWS, ROWS))
def test_every_bad_row_is_told_to_its_own_supplier_alone(
    sent: tuple[list[tuple[str, str, str]], ...],
) -> None:
    with TemporaryDirectory() as folder:
        anything = CONTRACT.replace('"0.9"', '"1"')
        root = three_trusts(Path(folder) / "place", contract=anything, source=SOURCE)
        for name, rows in zip(FILES, sent, strict=True):
            write(root, name, rows)
        workspace = built(root)
        reports = make_reports(workspace, workspace.project.products[PRODUCT])
        told = [
            (number, cell.row)
            for number, report in enumerate(reports)
            for row in {cell.row: cell for one in report.deliveries for cell in one.cells}.values()
            for cell in (row,)
        ]
        assert len(told) == len(set(told))
        assert set(told) == quarantined(workspace)
        for report, name in zip(reports, FILES, strict=True):
            said = page(report)
            assert [other for other in FILES if other != name and f"many{other}" in said] == []
            assert [other for other in FILES if other != name and f"bad{other}" in said] == []
            assert [other for other in FILES if other != name and f"Porters{other}" in said] == []
