"""Tables whose headings are values of one thing: years, months, single ages."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from hereabouts.sources.inspection.clean_heading import clean_heading
from hereabouts.sources.inspection.periods import is_age, period_format
from hereabouts.sources.inspection.rows_that_are_data import TOTAL

FEWEST = 3
NAMES = {
    "year": "year",
    "financial_year": "financial_year",
    "quarter": "quarter",
    "month": "month",
    "day": "date",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wide:
    """Which columns become rows."""

    turned: tuple[int, ...]  # places of the columns that become rows
    leave: tuple[int, ...]  # that are the total of those
    into: str  # what their headings are values of
    format: str  # of a period; empty for ages
    match: str  # what each of their headings looks like
    why: str


def find_wide(headings: Sequence[str], measures: Sequence[int]) -> Wide | None:
    """The columns whose headings are periods or single ages, three or more; None if there are none.

    A run of numbers is of ages only when they follow each other by one, so that percentiles and
    codes are not taken for ages.
    """
    said = {place: clean_heading(headings[place]).strip() for place in measures}
    ages = [place for place, text in said.items() if is_age(text)]
    if len(ages) >= FEWEST and _in_steps([said[p] for p in ages]):
        return _wide(said, ages, measures, into="age", named="")
    for name, into in NAMES.items():
        periods = [place for place, text in said.items() if text and period_format([text]) == name]
        texts = [said[place] for place in periods]
        if len(set(texts)) == len(texts) >= FEWEST:
            return _wide(said, periods, measures, into=into, named=name)
    return None


def _in_steps(texts: Sequence[str]) -> bool:
    found = [re.search(r"\d+", text) for text in texts]
    numbers = [int(match[0]) for match in found if match]
    return all(b == a + 1 for a, b in pairwise(numbers))


def _wide(
    said: dict[int, str], turned: Sequence[int], measures: Sequence[int], *, into: str, named: str
) -> Wide:
    others = [place for place in measures if place not in turned]
    leave = tuple(place for place in others if TOTAL.fullmatch(said[place]))
    return Wide(
        turned=tuple(turned),
        leave=leave,
        into=into,
        format=named,
        match=r"\d{1,3}\+?"
        if into == "age" and all(re.fullmatch(r"\d{1,3}\+?", said[p]) for p in turned)
        else "",
        why=f"{len(turned)} headings are {'single ages' if into == 'age' else 'periods'}",
    )
