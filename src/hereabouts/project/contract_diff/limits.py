"""Limits, patterns and lists of values: tighter, looser, or merely different."""

from collections.abc import Iterator

from hereabouts.model.product import Column
from hereabouts.project.contract_diff.change import (
    Change,
    breaks_makers,
    breaks_readers,
    compatible,
)

_SAID_AT_MOST = 6


def limit_changes(old: Column, new: Column) -> Iterator[Change]:
    """What changed of the least, the most, the length and the pattern of a cell."""
    name = old.name
    yield from _least("smallest value", name, old.minimum, new.minimum)
    yield from _most("largest value", name, old.maximum, new.maximum)
    yield from _least("shortest text", name, old.min_length, new.min_length)
    yield from _most("longest text", name, old.max_length, new.max_length)
    if old.pattern == new.pattern:
        return
    if new.pattern is None:
        yield compatible(f"'{name}' need no longer look like a pattern", column=name)
    else:
        yield breaks_makers(f"'{name}' must now look like {new.pattern}", column=name)


def list_changes(old: Column, new: Column) -> Iterator[Change]:
    """What changed of the values there may be: one less stops makers, one more, readers."""
    name = old.name
    if not old.values and not new.values:
        return
    if not old.values:
        yield breaks_makers(f"'{name}' must now be {_listed(new.values)}", column=name)
        return
    if not new.values:
        yield breaks_readers(f"'{name}' may now hold any value", column=name)
        return
    gone = tuple(value for value in old.values if value not in new.values)
    came = tuple(value for value in new.values if value not in old.values)
    if gone:
        yield breaks_makers(f"'{name}' may no longer be {_listed(gone)}", column=name)
    if came:
        yield breaks_readers(f"'{name}' may now also be {_listed(came)}", column=name)


def _least(what: str, name: str, old: float | None, new: float | None) -> Iterator[Change]:
    yield from _moved(what, name, old, new, tighter=new is not None and (old is None or new > old))


def _most(what: str, name: str, old: float | None, new: float | None) -> Iterator[Change]:
    yield from _moved(what, name, old, new, tighter=new is not None and (old is None or new < old))


def _moved(
    what: str, name: str, old: float | None, new: float | None, *, tighter: bool
) -> Iterator[Change]:
    if old == new:
        return
    said = f"the {what} of '{name}' was {_number(old)} and is {_number(new)}"
    yield breaks_makers(said, column=name) if tighter else compatible(said, column=name)


def _number(value: float | None) -> str:
    return "any" if value is None else f"{value:g}"


def _listed(values: tuple[str, ...]) -> str:
    """Values of a contract, which are settings and not data."""
    some = ", ".join(repr(value) for value in values[:_SAID_AT_MOST])
    return some + (" and others" if len(values) > _SAID_AT_MOST else "")
