"""What of a product's rows an allowed decision opens, as SQL: cut before anybody reads one."""

from collections.abc import Sequence
from dataclasses import dataclass

from hereabouts.govern.access.facts import ProductFacts
from hereabouts.model.agreement import EVERYTHING, Agreement
from hereabouts.model.grant import Grant
from hereabouts.model.sql import identifier


@dataclass(frozen=True, slots=True, kw_only=True)
class RowRule:
    """Columns to select and a condition with its parameters."""

    columns: tuple[str, ...]
    where: str  # true where every row is open
    parameters: tuple[str, ...] = ()

    def select(self, table: str) -> str:
        """The query over `table`, which is SQL of ours: a name that is quoted, or a subquery."""
        columns = ", ".join(map(identifier, self.columns))
        return f"select {columns} from {table} where {self.where}"


def row_rule(
    product: ProductFacts, relied_on: Agreement | Grant, columns: Sequence[str]
) -> RowRule:
    """The rule of an agreement or a grant.

    Args:
        product: whose rows.
        relied_on: what the decision rested on.
        columns: asked for; `*` is all that it opens.

    Raises:
        ValueError: it names areas and no column that holds them, so that nothing could be cut.
    """
    scope = relied_on.product(product.id) if isinstance(relied_on, Agreement) else relied_on
    if scope is None:
        raise ValueError("the agreement does not name the product")
    opened = set(product.named(scope.columns))
    shown = tuple(name for name in product.named(columns) if name in opened)
    if EVERYTHING in scope.areas:
        return RowRule(columns=shown, where="true")
    if not scope.area_column:
        raise ValueError("areas are named, and no column that holds them")
    marks = ", ".join("?" * len(scope.areas))
    where = f"{identifier(scope.area_column)} in ({marks})"
    return RowRule(columns=shown, where=where, parameters=tuple(scope.areas))
