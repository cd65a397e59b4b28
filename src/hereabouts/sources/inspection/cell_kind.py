"""What kind of thing a cell is, and what most of a column is."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

from hereabouts.sources.inspection.codes import is_gss
from hereabouts.sources.inspection.grid import Cell
from hereabouts.sources.inspection.missing_words import marker_for
from hereabouts.sources.inspection.numbers import as_number
from hereabouts.sources.inspection.periods import is_date, is_period


class Kind(StrEnum):
    """Kinds that a heading is seldom of, except the last."""

    BLANK = "blank"
    NUMBER = "number"
    DATE = "date"
    PERIOD = "period"  # a text that names one
    GSS = "gss"
    MARK = "mark"  # stands where a number should
    WORD = "word"


MOST = 0.7  # the share of a column's cells that makes it of a kind


def cell_kind(cell: Cell) -> Kind:
    """What a cell is, by itself."""
    if isinstance(cell, str):
        return _text_kind(cell)
    if is_date(cell):
        return Kind.DATE
    return Kind.NUMBER if as_number(cell) is not None else Kind.WORD


@lru_cache(maxsize=65536)
def _text_kind(text: str) -> Kind:
    stripped = text.strip()
    if not stripped:
        return Kind.BLANK
    if is_period(stripped):
        return Kind.PERIOD
    if as_number(stripped) is not None:
        return Kind.NUMBER
    if is_gss(stripped):
        return Kind.GSS
    return Kind.MARK if marker_for(stripped) else Kind.WORD


def column_kind(cells: Iterable[Cell]) -> Kind:
    """What most cells of a column are: a word when none has a clear majority."""
    counts = Counter(map(cell_kind, cells))
    counts.pop(Kind.BLANK, None)
    marks = counts.pop(Kind.MARK, 0)
    if not counts:
        return Kind.MARK if marks else Kind.BLANK
    if counts[Kind.NUMBER] and counts[Kind.PERIOD]:  # 2019 as text among numbers, or the reverse
        most = max(Kind.NUMBER, Kind.PERIOD, key=lambda kind: counts[kind])
        counts[most] = counts.pop(Kind.NUMBER) + counts.pop(Kind.PERIOD)
    kind, count = counts.most_common(1)[0]
    return kind if count >= MOST * counts.total() else Kind.WORD
