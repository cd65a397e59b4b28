"""Columns with what the dictionary says of the field that they are."""

from dataclasses import replace

from hereabouts.model.dictionary import Dictionary
from hereabouts.model.product import Column


def explained(column: Column, dictionary: Dictionary) -> Column:
    """The column, its title, unit and description from the dictionary where its contract has none.

    A contract that gives no title leaves the column's name in its place.
    """
    field = dictionary.fields.get(column.name)
    if field is None:
        return column
    return replace(
        column,
        title=field.title if column.title == column.name else column.title,
        unit=column.unit or field.unit,
        description=column.description or field.meaning,
    )
