"""How well the rows of a product hide among each other."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from hereabouts.disclosure.anonymity import Anonymity, anonymity
from hereabouts.engine.duckdb.session import session
from hereabouts.errors import DisclosureError
from hereabouts.model.product import Product
from hereabouts.model.sql import identifier, qualified
from hereabouts.pipeline.quarantined import refuse_unknown
from hereabouts.pipeline.workspace import Workspace
from hereabouts.project.names import advice

Whole = NDArray[np.int64]
USUAL_K = 5


def product_anonymity(
    workspace: Workspace,
    product_id: str,
    *,
    quasi: Sequence[str],
    sensitive: str | None = None,
    k: int = USUAL_K,
) -> Anonymity:
    """k-anonymity, and l-diversity, of the last good version of a product.

    Groups are counted in the engine: no value leaves it.

    Args:
        workspace: the folder and its lake.
        product_id: `domain.product`.
        quasi: columns that people could be recognised by, one or more.
        sensitive: the column that must not be told of anybody.
        k: the fewest rows that are to be alike.

    Raises:
        ProjectError: P160 there is no such product.
        DataError: Q204 it was never made.
        DisclosureError: D125 `k` is below 2; D127 no column is named, or one that is not the
            product's, or one twice.
    """
    refuse_unknown(workspace, product_id)
    product = workspace.project.products[product_id]
    _refuse_columns(product, [*quasi, *([sensitive] if sensitive else [])])
    table = workspace.made(product_id, reader="this report", at=product.at)
    with session(workspace.layout.scratch, home=workspace.layout.home) as opened:
        opened.attach(product_id, table)
        found = opened.connection.sql(
            groups_sql(product_id, quasi=quasi, sensitive=sensitive)
        ).fetchnumpy()
    values: Whole | None = np.asarray(found["kinds"], np.int64) if sensitive else None
    return anonymity(np.asarray(found["size"], np.int64), values, k=k)


def groups_sql(product_id: str, *, quasi: Sequence[str], sensitive: str | None) -> str:
    """A SELECT of `size` and `kinds` of each group; a missing value is a value of its own."""
    column = identifier(sensitive) if sensitive else "null"
    kinds = f"count(distinct {column}) + (count({column}) < count(*))::integer"
    alike = ", ".join(map(identifier, quasi))
    source = qualified(product_id)
    return f"select count(*) as size, {kinds} as kinds from {source} group by {alike}"


def _refuse_columns(product: Product, named: Sequence[str]) -> None:
    known = [column.name for column in product.contract.columns]
    for name in named:
        if name not in known:
            raise DisclosureError(
                f"unknown column of {product.id}: {name!r}",
                code="D127",
                do=advice(name, known=known),
                at=product.at,
            )
    if len(set(named)) < len(named):
        raise DisclosureError(
            "a column is named twice",
            code="D127",
            do="name each column once, and the sensitive one not among the others",
            at=product.at,
        )
    if not named:
        raise DisclosureError(
            "no column is named that people could be recognised by",
            code="D127",
            do="name one or more, such as `--quasi age,sex,area_code`",
            at=product.at,
        )
