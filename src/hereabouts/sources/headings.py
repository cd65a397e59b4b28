"""Headings: what the columns of a received file are called."""

from collections.abc import Sequence

from hereabouts.errors import SourceError
from hereabouts.model.product import Source

RESERVED = "_row"


def headings_of(cells: Sequence[str], *, source: Source, where: str) -> tuple[str, ...]:
    """The heading of each column, in order.

    Runs of spaces and line breaks become one space. A column without a heading is called by its
    place: `column_3`. No two are the same, whatever their capitals, because a table could not
    tell them apart.

    Args:
        cells: the heading row as it stands in the file.
        source: for the place in the message.
        where: the heading row in words, such as `line 1 of 'beds.csv'`.

    Raises:
        SourceError: S122 two columns have one heading; S123 a heading is one of ours.
    """
    named = tuple(
        " ".join(cell.split()) or f"column_{place}" for place, cell in enumerate(cells, start=1)
    )
    places: dict[str, list[int]] = {}
    for place, heading in enumerate(named, start=1):
        places.setdefault(heading.casefold(), []).append(place)
    twice = [
        f"'{named[found[0] - 1]}' in columns {' and '.join(map(str, found))}"
        for found in places.values()
        if len(found) > 1
    ]
    if twice:
        raise SourceError(
            f"{where} has the same heading more than once: {'; '.join(twice)}",
            code="S122",
            do="give each column a heading of its own in the file, "
            "or correct which row holds the headings",
            at=source.at,
        )
    if RESERVED in places:
        raise SourceError(
            f"{where} has a heading '{RESERVED}', which is the row number's name here",
            code="S123",
            do="give that column another heading in the file",
            at=source.at,
        )
    return named
