"""Texts that name a period or an age, as headings and cells write them."""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime

from hereabouts.sources.inspection.grid import Cell

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"(?:1[89]|20)\d\d"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_ORDINAL = r"(?:st|nd|rd|th)?"

#: Named format -> the texts that it reads. The first that every text fits is the one.
PATTERNS: dict[str, re.Pattern[str]] = {
    "year": re.compile(_YEAR),
    "financial_year": re.compile(
        rf"{_YEAR}\s*(?:[/\-–]|to|and)\s*(?:{_YEAR}|\d\d)|FY\s*{_YEAR}\s*[/\-–]\s*\d\d",
        re.IGNORECASE,
    ),
    "quarter": re.compile(
        rf"Q[1-4][\s\-/]*{_YEAR}|{_YEAR}[\s\-/]*Q[1-4]|{_YEAR}/[1-4]|"
        rf"(?:quarter|qtr)\s*[1-4][\s,]*{_YEAR}|{_YEAR}[\s,]*(?:quarter|qtr)\s*[1-4]",
        re.IGNORECASE,
    ),
    "month": re.compile(
        rf"{_MONTH}[\s\-/.,']*(?:{_YEAR}|\d\d)|{_YEAR}[\s\-/]*{_MONTH}|{_YEAR}[-/](?:0[1-9]|1[0-2])"
        rf"|{_YEAR}\s*M(?:0[1-9]|1[0-2])",
        re.IGNORECASE,
    ),
    "day": re.compile(
        rf"{_DAY}[/.\-](?:0?[1-9]|1[0-2])[/.\-](?:{_YEAR}|\d\d)|{_YEAR}-\d\d-\d\d|"
        rf"{_DAY}{_ORDINAL}[\s\-]+{_MONTH}[\s\-,]+(?:{_YEAR}|\d\d)",
        re.IGNORECASE,
    ),
}
AGE = re.compile(
    r"(?:aged?\s*)?(?:\d{1,2}|1[0-2]\d)\s*(?:\+|and over|or over|plus|years?(?: old)?)?",
    re.IGNORECASE,
)


def _in_turn(first: str, second: str) -> bool:
    """Whether a written pair such as 2023/24 names two years that follow each other."""
    return (int(first) + 1) % 100 == int(second) % 100


def is_financial_year(text: str) -> bool:
    """2023/24, 2023-24 or 2023/2024, and not 2023/25 or the month 2023-11."""
    if not PATTERNS["financial_year"].fullmatch(text):
        return False
    years = re.findall(r"\d+", text)
    return _in_turn(years[0], years[1])


def _fits(name: str) -> Callable[[str], bool]:
    if name == "financial_year":
        return is_financial_year
    pattern = PATTERNS[name]
    return lambda text: pattern.fullmatch(text) is not None


_BY_NAME: dict[str, Callable[[str], bool]] = {name: _fits(name) for name in PATTERNS}


def period_format(texts: Sequence[str]) -> str:
    """The named format that reads every one of the texts, or empty."""
    told = [text.strip() for text in texts]
    if not told:
        return ""
    return next((name for name, fits in _BY_NAME.items() if all(map(fits, told))), "")


def is_period(text: str) -> bool:
    """Whether a text names a period of some kind."""
    stripped = text.strip()
    return len(stripped) < 30 and any(fits(stripped) for fits in _BY_NAME.values())


def is_age(text: str) -> bool:
    """Whether a text names a single age, such as 7, 90+ or Age 12."""
    return AGE.fullmatch(text.strip()) is not None


def is_year_number(cell: Cell) -> bool:
    """Whether a number can be a calendar year."""
    return (
        isinstance(cell, int | float)
        and not isinstance(cell, bool)
        and 1800 <= cell <= 2100
        and float(cell).is_integer()
    )


def is_date(cell: Cell) -> bool:
    """Whether the file itself calls it a date."""
    return isinstance(cell, date | datetime)
