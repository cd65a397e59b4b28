"""One change of a contract, and how far it reaches."""

from dataclasses import dataclass
from enum import StrEnum


class Effect(StrEnum):
    """What a change does to those who rely on the contract."""

    BREAKING = "breaking"
    COMPATIBLE = "compatible"
    WORDS = "words only"


class Side(StrEnum):
    """Who a breaking change can break."""

    READERS = "readers"  # what is made from the product
    MAKERS = "makers"  # who sends it, or the model that makes it


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is different, in words that name settings and never values of data."""

    what: str
    effect: Effect
    breaks: frozenset[Side] = frozenset()  # empty unless breaking
    column: str | None = None  # by its old name; None is the whole table
    gone: bool = False  # the column is no longer there under that name


def breaks_readers(what: str, *, column: str | None = None, gone: bool = False) -> Change:
    """A change that what is made from the product cannot miss."""
    sides = frozenset({Side.READERS})
    return Change(what=what, effect=Effect.BREAKING, breaks=sides, column=column, gone=gone)


def breaks_makers(what: str, *, column: str | None = None) -> Change:
    """A change by which what was right to send no longer is."""
    sides = frozenset({Side.MAKERS})
    return Change(what=what, effect=Effect.BREAKING, breaks=sides, column=column)


def breaks_both(what: str, *, column: str | None = None) -> Change:
    """A change that neither side can miss."""
    return Change(what=what, effect=Effect.BREAKING, breaks=frozenset(Side), column=column)


def compatible(what: str, *, column: str | None = None) -> Change:
    """A change that asks nothing of anybody."""
    return Change(what=what, effect=Effect.COMPATIBLE, column=column)


def words_only(what: str, *, column: str | None = None) -> Change:
    """A change for people."""
    return Change(what=what, effect=Effect.WORDS, column=column)
