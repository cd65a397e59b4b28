"""What a connection to a database can do, whatever the driver."""

from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from arro3.core import Array, DataType, Table

Parameters = Sequence[Any]


class DriverError(Exception):
    """What a driver said: for us to understand, and never to be shown.

    `state` is its SQLSTATE, or empty when the driver gives none.
    """

    def __init__(self, state: str, text: str) -> None:
        super().__init__(state)
        self.state, self.text = state, text


class Peer(Protocol):
    """An open connection."""

    dialect: str  # as sqlglot calls it

    def run(self, sql: str) -> None:
        """Run a statement that gives no rows."""

    def headings(self, sql: str) -> list[tuple[str, str]]:
        """The columns of a SELECT: name, and type as the driver calls it."""

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows of a small SELECT."""

    def batches(self, sql: str, parameters: Parameters = ()) -> Iterator[Table]:
        """The rows of a SELECT, as text, some thousands at a time."""

    def close(self) -> None:
        """Close it, whatever is under way."""


def text_table(names: Sequence[str], rows: Sequence[Sequence[str | None]]) -> Table:
    """Rows of text as an Arrow table."""
    columns = zip(*rows, strict=True) if rows else ((),) * len(names)
    return Table.from_arrays(
        [Array(list(column), type=DataType.string()) for column in columns], names=list(names)
    )
