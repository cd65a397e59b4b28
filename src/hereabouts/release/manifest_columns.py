"""What release.json says of a product's columns, and of how it was carried to other areas."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedColumn:
    """One column of a product's contract."""

    name: str
    title: str
    type: str
    unit: str
    description: str
    sensitivity: str = ""  # its own, or its product's; empty in a release made before it was said
    required: bool = False
    unique: bool = False
    key: bool = False
    pattern: str = ""
    values: tuple[str, ...] = ()  # the first of those that are allowed, of an open column
    values_count: int = 0  # of all that are allowed; 0 where any is
    refers_to: str = ""  # domain.product.column
    synonyms: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()  # from the contract, of an open column
    made_from: tuple[str, ...] = ()  # domain.product.column, or `received.` and a heading


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedConversion:
    """How a product was carried from other areas. Shares are of 1; None is not measured."""

    areas_before: int
    areas_after: int
    areas_apportioned: int
    share_apportioned: float  # of the count of which most was
    wmape_apportioned: float | None
    words: tuple[str, ...]
