"""The type of each column, with its markers and the reason."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from hereabouts.sources.inspection.codes import code_kind, promises_a_code
from hereabouts.sources.inspection.grid import Cell, is_blank
from hereabouts.sources.inspection.missing_words import marker_for
from hereabouts.sources.inspection.numbers import as_number, is_padded
from hereabouts.sources.inspection.periods import is_date, is_year_number, period_format
from hereabouts.sources.spreadsheet.cells import cell_text

FORMATS = {
    "year": "years",
    "financial_year": "financial years",
    "quarter": "quarters",
    "month": "months",
    "day": "days",
}
GSS_PATTERN = "^[A-Z][0-9]{8}$"
PLAIN_GSS = re.compile(GSS_PATTERN)
MOST_WORDS = 0.01  # the share of cells that may be words in a column of numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeFound:
    """What a column holds."""

    type: str
    why: str
    format: str = ""
    pattern: str = ""
    markers: dict[str, str] = field(default_factory=dict)
    is_measure: bool = False
    strange: int = 0  # cells that are neither numbers nor markers


def column_type(heading: str, cells: Sequence[Cell], *, is_label: bool = False) -> TypeFound:
    """The type that every cell has, or nearly every one.

    Args:
        heading: of the column.
        cells: all of them.
        is_label: it is known to say what a row is about, and is no measure.
    """
    told = [cell for cell in cells if not is_blank(cell)]
    plain = _plain(told)
    if plain:
        return plain
    numbers = [number for cell in told if (number := as_number(cell)) is not None]
    words = Counter(cell_text(cell).strip() for cell in told if as_number(cell) is None)
    if is_label and told and all(map(is_year_number, told)):
        return TypeFound(type="date", format="year", why="every cell is a year")
    if not is_label and numbers and _is_numeric(numbers, words, heading):
        return _numeric(heading, numbers, words)
    return _text(heading, told)


def _plain(told: Sequence[Cell]) -> TypeFound | None:
    """The type that the file itself gives every cell."""
    if not told:
        return TypeFound(type="string", why="it is empty")
    if all(map(is_date, told)):
        return TypeFound(type="date", why="every cell is a date")
    if all(isinstance(cell, bool) for cell in told):
        return TypeFound(type="boolean", why="every cell is true or false")
    return None


def _is_numeric(numbers: Sequence[float], words: Counter[str], heading: str) -> bool:
    if any(map(is_padded, words)) or promises_a_code(heading):
        return False
    strange = sum(count for word, count in words.items() if not marker_for(word))
    return strange <= MOST_WORDS * (len(numbers) + words.total())


def _numeric(heading: str, numbers: Sequence[float], words: Counter[str]) -> TypeFound:
    named = heading.strip().lower()
    if not words and named.endswith("year") and all(map(is_year_number, numbers)):
        return TypeFound(type="date", format="year", why="every cell is a year")
    is_whole = all(number.is_integer() for number in numbers)
    markers = {word: marker_for(word) for word in words if marker_for(word)}
    strange = sum(count for word, count in words.items() if not marker_for(word))
    why = "every cell is a whole number" if is_whole else "every cell is a number"
    if markers:
        why += f", but {sum(words.values()) - strange:,} that hold a marker"
    return TypeFound(
        type="integer" if is_whole else "number",
        why=why,
        markers=markers,
        is_measure=True,
        strange=strange,
    )


def _text(heading: str, told: Sequence[Cell]) -> TypeFound:
    texts = {cell_text(cell).strip() for cell in told}
    kind = code_kind(heading, texts)
    if kind == "gss":
        whole = all(map(PLAIN_GSS.fullmatch, texts))
        return TypeFound(
            type="string",
            why="codes of the Government Statistical Service",
            pattern=GSS_PATTERN if whole else "",
        )
    if kind == "ods":
        return TypeFound(type="string", why="codes of organisations (ODS)")
    named = period_format(sorted(texts)) if len(texts) < 20_000 else ""
    if named:
        return TypeFound(type="date", format=named, why=f"every cell names one of {FORMATS[named]}")
    if all(as_number(cell) is not None for cell in told):
        return TypeFound(type="string", why="the heading promises a code, whose zeros matter")
    return TypeFound(type="string", why="words")
