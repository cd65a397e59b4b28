"""The first sheets of every workbook: what it is, whom to ask, and its notes."""

from collections.abc import Iterable, Iterator, Sequence

from hereabouts.doors.web import words
from hereabouts.doors.web.files.book import WIDE, Column, Line, Sheet
from hereabouts.doors.web.updates import updates
from hereabouts.doors.web.visit import Visit
from hereabouts.model.observation import Marker

MADE_UP = "These figures are made up, to show what could be. They describe nobody."
NOT_SAID = "Not announced in this release"


def cover(
    visit: Visit,
    *,
    title: str,
    about: Iterable[Line],
    sheets: Sequence[Sheet],
    products: Iterable[str],
) -> Sheet:
    """The cover sheet.

    Args:
        visit: whose release it is.
        title: of the workbook.
        about: what it holds, in words.
        sheets: those that follow, to be listed.
        products: that it rests on, by id.
    """
    return Sheet(
        name="Cover",
        title=title,
        lines=(*about, *_release(visit), *_next(visit, products), *_use(visit), *_listed(sheets)),
    )


def _release(visit: Visit) -> Iterator[Line]:
    manifest = visit.manifest
    place = manifest.place
    if place.organisation:
        yield Line("Published by", heading=True)
        yield Line(place.organisation)
    yield Line("Release", heading=True)
    audience = manifest.audience.value
    yield Line(
        f"{manifest.number} ({audience}), {words.long_date(manifest.made_at)}: {place.title}"
    )
    yield Line("Contact", heading=True)
    yield Line(place.contact or "No contact is given: ask the publisher")


def _next(visit: Visit, products: Iterable[str]) -> Iterator[Line]:
    """When what it rests on is next due, as it stood on the day of the release."""
    yield Line("Next update", heading=True)
    found = filter(None, map(visit.manifest.product, dict.fromkeys(products)))
    due = updates(visit.manifest, found)
    for one in due:
        flag = f", {one.flag}" if one.flag else ""
        yield Line(f"{one.product.title}: due by {words.long_date(one.due)}{flag}")
    unsaid = "" if due else f"{NOT_SAID}. "
    yield Line(f"{unsaid}This file does not change: newer figures come in a newer release.")


def _use(visit: Visit) -> Iterator[Line]:
    """The shorthand once, where it is met first."""
    yield Line("Shorthand in the tables", heading=True)
    for marker in Marker:
        yield Line(f"{marker.value} means {marker.words}")
    yield Line("Where this is published", heading=True)
    yield Line(f"{visit.links.release} on the site of {visit.manifest.place.title}")


def _listed(sheets: Sequence[Sheet]) -> Iterator[Line]:
    yield Line("Worksheets in this workbook", heading=True)
    for sheet in sheets:
        yield Line(f"{sheet.name}: {sheet.title}")


def notes_sheet(notes: Sequence[str]) -> Sheet:
    """The notes, numbered in the order in which tables refer to them."""
    return Sheet(
        name="Notes",
        title="Notes",
        lines=(Line("This worksheet contains one table. Notes are numbered from 1."),),
        columns=(Column(title="Note number", width=16), Column(title="Note text", width=WIDE)),
        rows=[(f"note {number}", note) for number, note in enumerate(notes, start=1)],
    )


def table_lines(*, made_up: bool, sources: Iterable[str]) -> tuple[Line, ...]:
    """What stands above a table."""
    lines = [Line("This worksheet contains one table. Some headings refer to the worksheet Notes.")]
    lines.append(Line("Some shorthand is used in this table: the worksheet Cover says what it is."))
    lines += [Line(MADE_UP)] if made_up else []
    lines += [Line(f"Source: {source}") for source in sources]
    return tuple(lines)


def sources_of(visit: Visit, products: Iterable[str]) -> tuple[str, ...]:
    """Whom to thank and under which licence, each once."""
    found = filter(None, map(visit.manifest.product, products))
    said = (
        f"{product.title}. {product.attribution.rstrip('.')}. "
        f"Licence: {product.licence or 'none said'}"
        for product in found
    )
    return tuple(dict.fromkeys(said))
