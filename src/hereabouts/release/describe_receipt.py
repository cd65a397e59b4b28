"""What release.json says of a product's rows, and of the file that they came in."""

from typing import Any

from hereabouts.model.policy import Audience
from hereabouts.model.product import Product
from hereabouts.model.sensitivity import Sensitivity
from hereabouts.release.request import ReleaseRequest

ROUNDED_UP_TO = 10
UNNAMED = "whoever supplies it"


def describe_receipt(product: Product, request: ReleaseRequest) -> dict[str, Any]:
    """How many rows there are, and where they came from, as far as the audience may know.

    Of a product that is not open an open release says little. Rows may be people, so they are
    counted up to the next ten. Where a file is fetched from is its supplier's business. And its
    SHA-256 would let anyone who knows all of it but some small counts try these until it is right.
    """
    receipt = request.receipts.get(product.id)
    facts = request.products[product.id].facts
    rows, quarantined = int(facts["rows_out"]), int(facts["rows_quarantined"])
    is_open = product.contract.sensitivity is Sensitivity.OPEN
    in_full = is_open or request.audience is Audience.INTERNAL
    found = receipt and {
        "fetched_at": receipt.received_at,
        "origin": receipt.origin if in_full else UNNAMED,
        "sha256": receipt.sha256 if in_full else None,
    }
    return {
        "rows": rows if in_full else _rounded_up(rows),
        "quarantined": quarantined if in_full else _rounded_up(quarantined),
        "rows_rounded": not in_full,
    } | (found or {"fetched_at": None, "origin": None, "sha256": None})


def _rounded_up(rows: int) -> int:
    return -(-rows // ROUNDED_UP_TO) * ROUNDED_UP_TO
