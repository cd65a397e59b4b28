"""Which columns say who somebody is, across products; and the list of whom it is about."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from hereabouts.errors import GoverningError
from hereabouts.model.product import Column, Product
from hereabouts.model.project import Project

MOST_KEYS = 100_000
_STEPS = 8  # references that are followed; a circle of them is nobody's key


@dataclass(frozen=True, slots=True)
class Keys:
    """Values by shared field, such as nhs_number. Printed, it says how many and not which."""

    by_field: Mapping[str, tuple[str, ...]]

    def __repr__(self) -> str:
        return f"Keys({', '.join(f'{f}: {len(v)}' for f, v in self.by_field.items())})"

    @property
    def values(self) -> tuple[str, ...]:
        """All of them, of every field."""
        return tuple(value for values in self.by_field.values() for value in values)


def field_of(project: Project, product: Product, column: Column) -> str:
    """The shared field that a column holds.

    That which its contract says it is the `sameAs`, or that of the column it refers to, or the
    one of its own name: products whose columns are named alike share a field, as the dictionary
    has it.
    """
    for _ in range(_STEPS):
        if said := product.handling.same_as.get(column.name):
            return said
        to = column.reference
        other = project.products.get(to.product) if to else None
        pointed = other.contract.column(to.column) if other and to else None
        if other is None or pointed is None:
            break
        product, column = other, pointed
    return column.name


def key_columns(project: Project, field: str) -> dict[str, tuple[str, ...]]:
    """Product -> its columns that hold the field of the person whom a row is about."""
    found: dict[str, tuple[str, ...]] = {}
    for product in project.products.values():
        third = product.handling.third_party
        names = tuple(
            column.name
            for column in product.contract.columns
            if column.name not in third and field_of(project, product, column) == field
        )
        if names:
            found[product.id] = names
    return found


def read_keys(path: Path, project: Project) -> Keys:
    """The keys in a CSV file: a heading that names a shared field, and values below it.

    Raises:
        GoverningError: G138 it cannot be read, or holds no values, or too many; G139 its heading
            is no field. Nothing of the file is said: without a heading, that would be a value.
    """
    rows = list(csv.reader(io.StringIO(_text(path))))
    headings = [cell.strip() for cell in rows[0]] if rows else []
    for number, heading in enumerate(headings, 1):
        if not key_columns(project, heading):
            raise GoverningError(
                f"the heading of column {number} of the list of keys is no column of any product",
                code="G139",
                do="let its first line name the column that the values below it are of, such as"
                " nhs_number, as a contract or the dictionary names it",
            )
    values: dict[str, list[str]] = {heading: [] for heading in headings}
    for row in rows[1:]:
        for heading, cell in zip(headings, row, strict=False):
            if cell.strip() and cell.strip() not in values[heading]:
                values[heading].append(cell.strip())
    total = sum(map(len, values.values()))
    if not 0 < total <= MOST_KEYS:
        raise _unread(f"it holds {'no' if not total else 'too many'} values")
    return Keys({field: tuple(listed) for field, listed in values.items() if listed})


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise _unread(type(error).__name__) from error


def _unread(why: str) -> GoverningError:
    return GoverningError(
        f"the list of keys cannot be used: {why}",
        code="G138",
        do="save it as CSV in UTF-8: a heading, and below it at least one value and at most"
        f" {MOST_KEYS:,}",
    )
