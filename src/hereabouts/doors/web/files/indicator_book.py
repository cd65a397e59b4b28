"""An indicator as a workbook: cover, notes, and a table for each kind of area."""

from collections.abc import Iterator

from hereabouts.doors.web import words
from hereabouts.doors.web.files.book import Book, Line, Sheet
from hereabouts.doors.web.files.covers import (
    MADE_UP,
    cover,
    notes_sheet,
    sources_of,
    table_lines,
)
from hereabouts.doors.web.files.observed_table import ObservedTable
from hereabouts.doors.web.files.selection import Selection
from hereabouts.doors.web.method_words import better_words, method_sentences
from hereabouts.release.manifest_model import ReleasedAreaType, ReleasedIndicator


def indicator_book(selected: Selection) -> Book:
    """The workbook of what is selected. Its rows are read as they are written, once."""
    manifest = selected.visit.manifest
    title = _title(selected)
    tables = tuple(
        _table(selected, kind, number) for number, kind in enumerate(reversed(selected.kinds), 1)
    )
    notes = notes_sheet(tuple(_notes(selected.indicator)))
    first = cover(
        selected.visit,
        title=title,
        about=_about(selected),
        sheets=(notes, *tables),
        products=selected.indicator.products,
    )
    return Book(
        title=title,
        creator=manifest.place.organisation or manifest.place.title,
        made=manifest.made_at,
        sheets=(first, notes, *tables),
    )


def _title(selected: Selection) -> str:
    said = f"{selected.indicator.title}, {words.in_sentence(selected.periods)}"
    if selected.category and selected.category != "all":
        said = f"{said}, {selected.category}"
    return f"Made-up data: {said}" if selected.indicator.synthetic else said


def _about(selected: Selection) -> Iterator[Line]:
    yield Line(selected.indicator.why or selected.indicator.title)
    if selected.indicator.synthetic:
        yield Line(MADE_UP)
    yield Line("Areas and periods", heading=True)
    yield Line(f"{selected.areas}: {words.in_sentence(selected.periods)}")


def _table(selected: Selection, kind: ReleasedAreaType, number: int) -> Sheet:
    one = selected.indicator
    table = ObservedTable(indicator=one, manifest=selected.visit.manifest)
    return Sheet(
        name=f"Table_{number}",
        title=f"{_title(selected)}, by {words.in_sentence(kind.title)}",
        lines=table_lines(made_up=one.synthetic, sources=sources_of(selected.visit, one.products)),
        columns=table.columns,
        rows=table.rows(selected.observations(kind)),
    )


def _notes(one: ReleasedIndicator) -> Iterator[str]:
    """In the order in which the headings of the table refer to them."""
    yield f"In {one.unit}. {' '.join(method_sentences(one))} {better_words(one)}"
    yield f"The limits of the {words.confidence_words(one)}, where there is one."
    protection = f"{one.policy.title}. {one.policy.why}".strip()
    yield f"What stands in place of a number, in words. Protection of people: {protection}"
    if one.compare_to:
        yield (
            "Better, worse, higher or lower only where the whole interval is, at 95% and also at "
            "99.8%."
        )
    yield from one.notes
