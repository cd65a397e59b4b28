"""A product carried to other areas, by declaration: convert.yml."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from hereabouts.errors import Location

STATUS = "status"  # the column that says exact, summed or apportioned


class Rounding(StrEnum):
    """How shares of a count become whole numbers again."""

    LARGEST_REMAINDER = "largest_remainder"


@dataclass(frozen=True, slots=True, kw_only=True)
class LookupStep:
    """One lookup: rows of an old and a new area that share ground."""

    product: str
    old: str
    new: str
    change: str | None = None  # the column of U, S, M and X; worked out where it is not said
    at: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocks:
    """Small areas, each whole within one old and one new area, and what each weighs."""

    product: str
    old: str
    new: str
    weight: str
    match: tuple[str, ...] = ()  # keys by which blocks are weighed apart, such as age_band
    at: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class NewWeights:
    """What counts are shared out by: a count of the new areas, such as their population."""

    product: str
    area: str
    weight: str
    match: tuple[str, ...] = ()  # keys that both have, such as age_band
    at: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldOut:
    """The same count, made on the new areas themselves: what the shares are measured against."""

    product: str
    area: str
    column: str
    of: str  # which converted column it is the truth of
    at: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """Counts of old areas carried to new ones. Rates are recomputed, never carried."""

    source: str  # `from`: domain.product
    area: str  # its area column
    to: str  # the area column of what is made
    by: tuple[LookupStep, ...] = ()  # applied in turn; empty where there are blocks
    blocks: Blocks | None = None
    columns: tuple[str, ...]  # counts
    keys: tuple[str, ...] = ()  # kept as they are
    weights: NewWeights | None = None
    hold_out: HoldOut | None = None
    error_at_most: float | None = None  # a share: WMAPE of the areas that were shared out
    uncarried_at_most: float = 0.0  # a share of each count
    round: Rounding | None = None
    at: Location

    @property
    def reads(self) -> Mapping[str, frozenset[str]]:
        """`domain.product` -> the columns of it that are read."""
        found: dict[str, set[str]] = {}
        for product, columns in self._read():
            found.setdefault(product, set()).update(columns)
        return {product: frozenset(columns) for product, columns in found.items()}

    @property
    def inputs(self) -> tuple[str, ...]:
        """Every product that is read, that which is converted first."""
        return tuple(self.reads)

    @property
    def match(self) -> tuple[str, ...]:
        """The keys by which shares differ, such as age_band."""
        given = self.blocks or self.weights
        return given.match if given else ()

    def sources_of(self, column: str) -> tuple[str, ...]:
        """What a column of the converted product comes from, as `domain.product.column`."""
        if column in {*self.columns, *self.keys}:
            return (f"{self.source}.{column}",)
        last = self.blocks or self.by[-1]
        return (f"{last.product}.{last.new}",) if column == self.to else ()

    def _read(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        yield self.source, (self.area, *self.columns, *self.keys)
        for step in self.by:
            yield step.product, (step.old, step.new, *([step.change] if step.change else []))
        if blocks := self.blocks:
            yield blocks.product, (blocks.old, blocks.new, blocks.weight, *blocks.match)
        if weights := self.weights:
            yield weights.product, (weights.area, weights.weight, *weights.match)
        if truth := self.hold_out:
            yield truth.product, (truth.area, truth.column, *self.keys)
