"""From a column of the contract back to the column of the file as the supplier knows it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hereabouts.engine.lineage import column_lineage
from hereabouts.model.product import Column, Product
from hereabouts.pipeline.standardise import RECEIVED
from hereabouts.pipeline.supplier_report.judging import Judgement
from hereabouts.sources.layouts import Fitted


@dataclass(frozen=True, slots=True, kw_only=True)
class Theirs:
    """One column of a file.

    `received` is its heading in bronze; where columns became rows, each cell says itself which
    column it is of, and `is_turned`.
    """

    received: str
    heading: str  # as it stands in the file
    column: int | None  # from 1; None where each cell says it, or where it is ours
    is_turned: bool = False


class TheirColumns:
    """The columns of one file of a judgement."""

    def __init__(self, found: Judgement, fitted: Fitted) -> None:
        self._fitted = fitted
        self._read_from = _read_from(found)
        asked = fitted.way.reshape
        self._own = {ours: theirs for theirs, ours in asked.columns.items()}

    @property
    def headings(self) -> tuple[str, ...]:
        """As they stand in the file."""
        return self._fitted.sent.headings

    @property
    def numbers(self) -> tuple[int, ...]:
        """Which column each heading stands in, from 1."""
        sent = self._fitted.sent
        return sent.columns or tuple(range(1, len(sent.headings) + 1))

    def of(self, column: Column) -> Iterator[Theirs]:
        """The columns that a column of the contract is read from; what we add is not theirs."""
        read = self._read_from.get(column.name, ())
        added = self._fitted.way.reshape.constants
        for received in [name for name in read if name not in added] or read:
            yield self._theirs(received)

    def names(self, column: Column) -> tuple[str, ...]:
        """What the supplier calls them; the contract's own name where it sends none."""
        return tuple(theirs.heading for theirs in self.of(column)) or (column.source_name,)

    def _theirs(self, received: str) -> Theirs:
        asked = self._fitted.way.reshape
        heading = self._own.get(received, received)
        turned = asked.unpivot
        if turned and received in {turned.value, *turned.into}:
            return Theirs(received=received, heading=heading, column=None, is_turned=True)
        if heading not in self.headings:
            return Theirs(received=received, heading=heading, column=None)
        number = self.numbers[self.headings.index(heading)]
        return Theirs(received=received, heading=heading, column=number)


def _read_from(found: Judgement) -> Mapping[str, tuple[str, ...]]:
    """For each column of the contract, the headings of bronze it is made from."""
    product = found.product
    columns = product.contract.columns
    headings = {h for *_, fitted in found.read for h in fitted.rows.headings}
    if product.model is None:
        return {c.name: _by_name(product, c, headings) for c in columns}
    if product.model.language != "sql":
        return {}
    schema = {f"bronze.{RECEIVED}": dict.fromkeys(headings, "varchar")}
    names = tuple(column.name for column in columns)
    traced = column_lineage(product.model.text, names, schema=schema)
    return {
        name: tuple(
            heading
            for source in sources
            if (heading := source.rpartition(f"{RECEIVED}.")[2]) in headings
        )
        for name, sources in traced.items()
    }


def _by_name(product: Product, column: Column, headings: set[str]) -> tuple[str, ...]:
    """A marker that is set apart from a cell is read from that cell."""
    marked = product.contract.column(column.marker_of or "")
    if marked and column.source_name not in headings:
        return (marked.source_name,)
    return (column.source_name,) if column.source_name in headings else ()
