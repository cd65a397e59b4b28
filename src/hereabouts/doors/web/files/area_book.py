"""An area's profile as a workbook: its newest values with their ranks, and all there is."""

from collections.abc import Iterator, Mapping
from datetime import date

from hereabouts.doors.web import words
from hereabouts.doors.web.files.book import Book, Cell, Column, Line, Sheet
from hereabouts.doors.web.files.covers import (
    MADE_UP,
    cover,
    notes_sheet,
    sources_of,
    table_lines,
)
from hereabouts.doors.web.files.observed_table import MADE_UP as INVENTED
from hereabouts.doors.web.files.observed_table import (
    REAL,
    compared_words,
    numbers_of,
    status_of,
)
from hereabouts.doors.web.method_words import better_words, method_sentences
from hereabouts.doors.web.themes import theme_title
from hereabouts.doors.web.visit import Visit
from hereabouts.release.answers import Area, Observation
from hereabouts.release.manifest_model import ReleasedIndicator

NO_RANK = "no rank"

FIRST = (
    Column(title="Theme", width=20),
    Column(title="Indicator", width=44),
    Column(title="Period", width=18),
    Column(title="First day of period", width=20),
)
NUMBERS = (
    Column(title="Unit [note 1]", width=22),
    Column(title="Number", width=16),
    Column(title="Out of", width=16),
    Column(title="Value", width=16, decimals=2),
    Column(title="Lower limit", width=16, decimals=2),
    Column(title="Upper limit", width=16, decimals=2),
    Column(title="Status [note 2]", width=34),
)
LAST = (
    Column(title="Compared with its benchmark", width=30),
    Column(title="Made up or not", width=16),
)
NEWEST = (
    *FIRST,
    *NUMBERS,
    Column(title="Rank [note 3]", width=14),
    Column(title="Areas with a rank", width=18),
    *LAST,
)
EVERYTHING = (*FIRST, Column(title="Category", width=24), *NUMBERS, *LAST)

Known = Mapping[str, ReleasedIndicator]


def area_book(visit: Visit, area: Area, *, kind: str) -> Book:
    """The workbook of one area.

    Args:
        visit: whose release it is.
        area: which.
        kind: what kind of area it is, as a title.
    """
    known = {one.id: one for one in visit.manifest.observed}
    title = f"{area.name} ({area.code}), {words.in_sentence(kind)}: profile"
    products = dict.fromkeys(p for one in known.values() for p in one.products)
    made_up = any(one.synthetic for one in known.values())
    lines = table_lines(made_up=False, sources=sources_of(visit, products))
    tables = (
        Sheet(
            name="Table_1",
            title=f"{area.name}: the newest value of each indicator",
            lines=lines,
            columns=NEWEST,
            rows=_newest(visit, area, known),
        ),
        Sheet(
            name="Table_2",
            title=f"{area.name}: every period and category",
            lines=lines,
            columns=EVERYTHING,
            rows=_everything(visit, area, known),
        ),
    )
    notes = notes_sheet(tuple(_notes(visit, known)))
    about = [Line("Everything in this release about one area.")]
    about += [Line(f"Rows that say {INVENTED}: {words.in_sentence(MADE_UP)}")] if made_up else []
    first = cover(
        visit,
        title=title,
        about=about,
        sheets=(notes, *tables),
        products=(name for one in known.values() for name in one.products),
    )
    return Book(
        title=title,
        creator=visit.manifest.place.organisation or visit.manifest.place.title,
        made=visit.manifest.made_at,
        sheets=(first, notes, *tables),
    )


def _newest(visit: Visit, area: Area, known: Known) -> Iterator[tuple[Cell, ...]]:
    for standing in visit.reader.standings(area.area_type, code=area.code):
        seen = standing.observation
        if one := known.get(seen.indicator):
            rank: Cell = standing.rank or NO_RANK
            yield (
                *_first(seen, one),
                *_numbers(seen, one),
                rank,
                standing.ranked,
                *_last(seen, one),
            )


def _everything(visit: Visit, area: Area, known: Known) -> Iterator[tuple[Cell, ...]]:
    for seen in visit.reader.profile(area.area_type, code=area.code):
        if one := known.get(seen.indicator):
            category = "All" if seen.category == "all" else seen.category
            yield (*_first(seen, one), category, *_numbers(seen, one), *_last(seen, one))


def _first(seen: Observation, one: ReleasedIndicator) -> tuple[Cell, ...]:
    start = seen.period_start.isoformat()
    return (theme_title(one.theme), one.title, period_label(one, seen.period_start), start)


def _numbers(seen: Observation, one: ReleasedIndicator) -> tuple[Cell, ...]:
    return (one.unit, *numbers_of(seen), status_of(seen))


def _last(seen: Observation, one: ReleasedIndicator) -> tuple[Cell, ...]:
    return (compared_words(seen), INVENTED if one.synthetic else REAL)


def period_label(one: ReleasedIndicator, start: date) -> str:
    """What the period that starts then is called."""
    return next((p.label for p in one.periods if p.start == start), words.long_date(start))


def _notes(visit: Visit, known: Known) -> Iterator[str]:
    yield "Units and methods differ by indicator: the notes that follow say how each is worked out."
    yield "What stands in place of a number, in words. The worksheet Cover says what markers mean."
    yield (
        f"Among the areas of its kind that have a value, of {visit.manifest.place.title}: 1 is the "
        "best, or the highest where neither way is better. Equal values share a rank."
    )
    for one in known.values():
        said = " ".join((*method_sentences(one), better_words(one), *one.notes))
        yield f"{one.title}, in {one.unit}. {said}"
