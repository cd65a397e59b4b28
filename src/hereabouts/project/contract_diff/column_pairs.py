"""Which column of one contract became which of another."""

from collections.abc import Callable, Iterator

from hereabouts.model.product import Column, Contract

Pair = tuple[Column, Column]


def kept_columns(old: Contract, new: Contract) -> Iterator[Pair]:
    """Columns that have the same name in both."""
    for column in old.columns:
        if (same := new.column(column.name)) is not None:
            yield column, same


def renamed_columns(old: Contract, new: Contract) -> tuple[Pair, ...]:
    """Columns that are taken to be the same under another name.

    A guess, and a careful one: their heading in the received file, or else their description, is
    the same, and no other column that came or went has it.
    """
    left = [column for column in old.columns if new.column(column.name) is None]
    came = [column for column in new.columns if old.column(column.name) is None]
    found: list[Pair] = []
    for alike in (_heading, _description):
        for column in list(left):
            twins = [other for other in came if _same(alike, column, other)]
            rivals = [other for other in left if _same(alike, column, other)]
            if len(twins) == len(rivals) == 1:
                found.append((column, twins[0]))
                left.remove(column)
                came.remove(twins[0])
    return tuple(found)


def _same(alike: Callable[[Column], str], one: Column, other: Column) -> bool:
    return alike(one) != "" and alike(one) == alike(other)


def _heading(column: Column) -> str:
    """The heading, where the contract says one beside the name."""
    return column.source_name if column.source_name != column.name else ""


def _description(column: Column) -> str:
    return " ".join(column.description.lower().split())
