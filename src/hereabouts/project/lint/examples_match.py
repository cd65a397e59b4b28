"""P323 An example gives tables that the product reads, and speaks of columns that there are.

Why: an example about something else passes for the wrong reason, or fails for one.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from hereabouts.errors import Location, ProjectError
from hereabouts.model.product import Example, Product
from hereabouts.project.draft import Draft
from hereabouts.project.names import unknown_name
from hereabouts.project.yaml_text import Step

CODE = "P323"
RECEIVED = "received"
Rows = Sequence[Mapping[str, str | None]]


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each table or column that does not belong in an example."""
    for product in draft.products.values():
        at = Location(product.at.path.replace("contract.odcs.yaml", "examples.yml"))
        for number, example in enumerate(product.examples):
            yield from _check(draft, product, example, number, at)


def _check(
    draft: Draft, product: Product, example: Example, number: int, at: Location
) -> Iterator[ProjectError]:
    tables = {*product.inputs, *_received(product)}
    for table, rows in example.given.items():
        steps: tuple[Step, ...] = ("examples", number, "given", table)
        if table not in tables:
            where = draft.at(at, *steps)
            yield unknown_name("table of this product", table, known=tables, code=CODE, at=where)
        elif table in draft.products:
            yield from _check_rows(draft, rows, draft.products[table], (at, steps))
    steps = ("examples", number, "expect")
    yield from _check_rows(draft, example.expected, product, (at, steps))


def _received(product: Product) -> Collection[str]:
    return (RECEIVED,) if product.source else ()


def _check_rows(
    draft: Draft, rows: Rows, product: Product, where: tuple[Location, tuple[Step, ...]]
) -> Iterator[ProjectError]:
    known = [column.name for column in product.contract.columns]
    at, steps = where
    for number, row in enumerate(rows):
        for name in row.keys() - set(known):
            line = draft.at(at, *steps, number, name)
            kind = f"column of {product.id}:"
            yield unknown_name(kind, name, known=known, code=CODE, at=line)
