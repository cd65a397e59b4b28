"""G123 A legal hold names products and a column of each, and no personal value.

Why: a hold that holds nothing is found out after the deletion. The file is shared, so whom it is
about stands in it as marks, which nobody can read.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.retention import HeldRows, Hold
from hereabouts.model.sensitivity import Sensitivity
from hereabouts.project.draft import Draft
from hereabouts.project.lint.schedule_names import Wrong, names_nothing
from hereabouts.project.names import advice

CODE = "G123"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each thing that a hold names in vain, or should not name."""
    for hold in draft.holds.values():
        for steps, problem, do in _wrong(draft, hold):
            yield ProjectError(problem, code=CODE, do=do, at=draft.at(hold.at, *steps))


def _wrong(draft: Draft, hold: Hold) -> Iterator[Wrong]:
    for number, pattern in enumerate(hold.products):
        if names_nothing(draft, pattern):
            do = advice(pattern, known=draft.products)
            yield ("products", number), f"there is no product {pattern!r} to hold", do
    if hold.rows:
        yield from _wrong_rows(draft, hold, hold.rows)
    if hold.lifted_on and hold.lifted_on < hold.placed_on:
        yield ("lifted_on",), "it is lifted before it is placed", "set `lifted_on` to a later day"


def _wrong_rows(draft: Draft, hold: Hold, rows: HeldRows) -> Iterator[Wrong]:
    for product in draft.products.values():
        if not hold.covers(product.id):
            continue
        if product.contract.column(rows.column) is None:
            do = advice(rows.column, known=[c.name for c in product.contract.columns])
            yield ("rows", "column"), f"{product.id} has no column {rows.column!r}", do
        if rows.values and product.contract.sensitivity is Sensitivity.PERSONAL:
            do = f"put what `hereabouts retain marks {rows.column} --keys FILE` prints in `marks`"
            yield ("rows", "values"), f"{product.id} is personal, and its values stand here", do
