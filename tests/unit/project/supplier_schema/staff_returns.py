"""A product that five suppliers send, and what it is read as."""

from dataclasses import replace
from typing import Any

from hereabouts.errors import Location
from hereabouts.model.product import Column, LogicalType, Product, Source, SourceFile
from hereabouts.model.source import Reshape
from tests.unit.quality.small_contract import AT, column, contract

CODE = column(
    "org_code", source_name="Organisation code", key=True, required=True,
    pattern="^[A-Z0-9]{3}$", min_length=3, max_length=3,
)  # fmt: skip
GROUP = column("staff_group", source_name="Staff group", values=("Medical", "Nursing"))
POSTS = column(
    "posts", LogicalType.INTEGER, source_name="Posts", required=True, minimum=0.0, maximum=9000.0,
    unit="posts", description="Posts that are paid for, filled or not.",
)  # fmt: skip
SHARE = column("share", LogicalType.NUMBER, source_name="Share", minimum=0.0, maximum=1.0)
STARTED = column("started", LogicalType.DATE, source_name="Started")
BANK = column("bank", LogicalType.BOOLEAN, source_name="Bank staff")
COLUMNS = (CODE, GROUP, POSTS, SHARE, STARTED, BANK)


def source(**said: Any) -> Source:
    whole: dict[str, Any] = {
        "kind": "spreadsheet",
        "location": {"path": "inbox/return.xlsx"},
        "options": {"sheet": "Data"},
        "at": Location("products/workforce/staff/source.yml", 2),
    }
    return Source(**{**whole, **said})


def product(*columns: Column, received: Source | None = None, **said: Any) -> Product:
    return Product(
        domain="workforce",
        name="staff",
        contract=replace(contract(*(columns or COLUMNS)), **said),
        source=received or source(),
        folder="/",
        at=AT,
    )


def of_suppliers() -> Product:
    """Two suppliers: one sends what the contract says, one its own words for it."""
    own = source(
        reshape=Reshape(
            columns={"Trust": "Organisation code", "Band of staff": "Staff group"},
            constants={"Started": "2026-01-01"},
        ),
        values={"Staff group": {"Docs": "Medical", "Chefs": "Catering"}},
    )
    files = (
        SourceFile(name="alder", ways=(source(),), supplier="Alder Vale", at=AT),
        SourceFile(name="coombe", ways=(own,), supplier="Coombe & Sons", at=AT),
    )
    return product(received=source(files=files))
