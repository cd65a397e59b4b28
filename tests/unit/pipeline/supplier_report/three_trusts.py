"""Three trusts that fill in the same table, each in its own way, and each with faults of its own.

Alpha sends a CSV with its own words; Beta a workbook that begins in column B, row 3; Gamma a wide
CSV, whose columns become rows. Alpha and Beta both claim the site S9.
"""

from pathlib import Path

import openpyxl

from hereabouts.pipeline.build import build
from hereabouts.pipeline.progress import Silent
from hereabouts.pipeline.workspace import Workspace, open_workspace
from hereabouts.project import write_new

PRODUCT = "workforce.staff"
CONTRACT = """
apiVersion: v3.2.0
kind: DataContract
id: workforce-staff
name: Staff in post
version: 1.0.0
description: {purpose: How many staff each site has.}
team: {name: Workforce team}
schema:
  - name: staff
    dataGranularityDescription: One row per site and staff group
    properties:
      - name: site
        logicalType: string
        required: true
        primaryKey: true
        logicalTypeOptions: {pattern: "^S[0-9]$"}
      - name: staff_group
        logicalType: string
        required: true
        primaryKey: true
        enum: [{value: Nursing}, {value: Medical}]
      - {name: persons, logicalType: integer, required: true, logicalTypeOptions: {minimum: 0}}
slaProperties:
  - {property: frequency, value: 1, unit: m}
customProperties:
  - {property: sensitivity, value: internal}
  - {property: badRowsAtMost, value: "0.9"}
"""
SOURCE = """
kind: csv
files:
  - name: alpha
    supplier: Alpha Trust
    contact: data@alpha.example
    path: inbox/alpha.csv
    columns: {Site code: site, Group: staff_group, Heads: persons}
    values: {staff_group: {"Reg N&M": Nursing, Docs: Medical}}
  - name: beta
    supplier: Beta Trust
    path: inbox/beta.xlsx
    kind: spreadsheet
    header_rows: "3"
    columns: {Location: site, Staff group: staff_group, Number: persons}
  - name: gamma
    supplier: Gamma Trust
    path: inbox/gamma.csv
    unpivot: {keep: [site], into: staff_group, value: persons}
"""
ALPHA = "Site code,Group,Heads\nS1,Reg N&M,12\nS2,Docs,many\nS9,Reg N&M,5\nS3,Porters,7\n"
BETA = (("S4", "Nursing", 3), ("S9", "Nursing", 4), ("Z", "Medical", -1))
GAMMA = "site,Nursing,Medical\nS5,1,2\nS6,=1+1,4\n"


def three_trusts(root: Path, *, contract: str = CONTRACT, source: str = SOURCE) -> Path:
    """A place with the product and what the three sent, not built yet."""
    write_new(root, starter="blank")
    product = root / "products" / "workforce" / "staff"
    product.mkdir(parents=True)
    (product / "contract.odcs.yaml").write_text(contract, "utf-8")
    (product / "source.yml").write_text(source, "utf-8")
    (root / "inbox").mkdir(exist_ok=True)
    (root / "inbox" / "alpha.csv").write_text(ALPHA, "utf-8")
    (root / "inbox" / "gamma.csv").write_text(GAMMA, "utf-8")
    write_beta(root, BETA)
    return root


def write_beta(root: Path, rows: tuple[tuple[object, ...], ...]) -> None:
    """Beta's workbook."""
    book = openpyxl.Workbook()
    sheet = book.active
    if sheet is None:
        raise ValueError("a new workbook has a sheet")
    sheet["B1"] = "Staff of Beta Trust"
    for row, cells in enumerate((("Location", "Staff group", "Number"), *rows), start=3):
        for column, cell in enumerate(cells, start=2):
            sheet.cell(row, column, cell)  # type: ignore[call-overload]
    book.save(root / "inbox" / "beta.xlsx")


def built(root: Path) -> Workspace:
    """The place after a build, whatever came of it."""
    build(open_workspace(root), progress=Silent())
    return open_workspace(root)
