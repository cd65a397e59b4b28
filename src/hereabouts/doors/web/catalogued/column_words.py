"""What is said of each column of a product: how sensitive it is, and what it must keep to."""

from collections.abc import Iterator
from dataclasses import dataclass

from hereabouts.doors.web.languages import N_, gettext, ngettext, translated
from hereabouts.doors.web.visit import Visit
from hereabouts.release.manifest_columns import ReleasedColumn
from hereabouts.release.manifest_model import ReleasedProduct

SENSITIVITIES = {"open": N_("open"), "internal": N_("internal"), "personal": N_("personal")}


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnRow:
    """One column, its rules in words, and where its values must occur."""

    column: ReleasedColumn
    sensitivity: str
    rules: tuple[str, ...]
    refers_to: str  # the title of a product; empty where it refers to none
    refers_href: str | None


def column_rows(visit: Visit, product: ReleasedProduct) -> tuple[ColumnRow, ...]:
    """Every column, in the contract's order."""
    return tuple(_row(visit, product, column) for column in product.columns)


def sensitivity_words(sensitivity: str) -> str:
    """Open, internal or personal, in the page's language."""
    return translated(SENSITIVITIES.get(sensitivity, sensitivity))


def _row(visit: Visit, product: ReleasedProduct, column: ReleasedColumn) -> ColumnRow:
    to = column.refers_to.rpartition(".")[0]
    found = visit.manifest.product(to) if to else None
    return ColumnRow(
        column=column,
        sensitivity=sensitivity_words(column.sensitivity or product.sensitivity),
        rules=tuple(_rules(column)),
        refers_to=found.title if found else to,
        refers_href=visit.links.product(found.id) if found else None,
    )


def _rules(column: ReleasedColumn) -> Iterator[str]:
    if column.key:
        yield gettext("part of what tells rows apart")
    elif column.required:
        yield gettext("never empty")
    if column.unique:
        yield gettext("each value once")
    if column.pattern:
        yield gettext("of the pattern %(pattern)s", pattern=column.pattern)
    if column.values_count:
        yield _allowed(column)
    if column.examples:
        yield gettext("for example %(examples)s", examples=", ".join(column.examples))


def _allowed(column: ReleasedColumn) -> str:
    """The values where they may be told, and how many more there are."""
    if not column.values:
        return ngettext(
            "one of %(num)s allowed value", "one of %(num)s allowed values", column.values_count
        )
    told, more = ", ".join(column.values), column.values_count - len(column.values)
    if more:
        return gettext("one of %(values)s and %(more)s more", values=told, more=f"{more:,}")
    return gettext("one of %(values)s", values=told)
