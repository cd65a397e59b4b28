"""Dates the way British public bodies write them, each by the name of its form, as SQL.

A contract's `logicalTypeOptions.format` is either a strptime pattern, such as `%d/%m/%Y`, or one
of these names. Days come before months. A period is kept as its first day. What cannot be read,
and a day that never was, is null.
"""

from collections.abc import Callable, Mapping

from hereabouts.model.sql import literal

_YEAR = r"(?:1[89]|20)\d\d"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_MONTHS = "['jan','feb','mar','apr','may','jun','jul','aug','sep','oct','nov','dec']"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
_PAIR = rf"(?i)(?:FY\s*)?({_YEAR})\s*(?:[/\-–]|to|and)\s*((?:{_YEAR})|\d\d)"
_QUARTERS = (
    rf"(?i)(?:(?:q|qtr|quarter)\s*[1-4][\s\-/,]*{_YEAR}"
    rf"|{_YEAR}[\s\-/,]*(?:q|qtr|quarter)\s*[1-4]|{_YEAR}/[1-4])"
)
_NAME_THEN_YEAR = rf"(?i)({_MONTH})[\s\-/.,']*({_YEAR}|\d\d)"
_YEAR_THEN_NAME = rf"(?i)({_YEAR})[\s\-/]*({_MONTH})"
_YEAR_THEN_NUMBER = rf"(?i)({_YEAR})(?:[-/]|\s*M)(0[1-9]|1[0-2])"
_ISO = r"\d{4}-\d{2}-\d{2}(?:[ T]00:00(?::00(?:\.0+)?)?)?"
_NUMBERS = rf"(\d{{1,2}})[/.\-](\d{{1,2}})[/.\-]({_YEAR}|\d\d)"
_IN_WORDS = (
    rf"(?i){_WEEKDAY}(\d{{1,2}})(?:st|nd|rd|th)?[\s\-]+(?:of\s+)?({_MONTH})[\s\-,]+({_YEAR}|\d\d)"
)
#: Two digits from here on are of the last century: 69 is 2069 and 70 is 1970.
_LAST_CENTURY = 70
#: The day before Excel's day 1, and the day before it as Excel counts after its 29 February 1900.
_EXCEL_EARLY, _EXCEL_LATER = "date '1899-12-31'", "date '1899-12-30'"
_SERIAL = r"\d{1,7}(?:\.0*)?"
_EXCEL_LAST = 2_958_465  # 31 December 9999


def uk_date(text: str, form: str) -> str:
    """SQL that reads `text` as a date in a named form; null where it cannot be read.

    Args:
        text: a SQL expression of trimmed text.
        form: one of `FORMS`.
    """
    return FORMS[form](text)


def _year(text: str) -> str:
    return f"case when {_fits(text, _YEAR)} then {_date(text, '01', '01')} end"


def _financial_year(text: str) -> str:
    return _first_of_pair(text, month="04")


def _academic_year(text: str) -> str:
    return _first_of_pair(text, month="09")


def _first_of_pair(text: str, *, month: str) -> str:
    """Two years that follow each other: 2023/24 and not 2023/25."""
    first, second = _part(text, _PAIR, 1), _part(text, _PAIR, 2)
    after = f"(cast({first} as integer) + 1)"
    short = f"case when length({second}) = 2 then {after} % 100 end"
    follows = f"cast({second} as integer) in ({after}, {short})"
    return f"case when {_fits(text, _PAIR)} and {follows} then {_date(first, month, '01')} end"


def _quarter(text: str) -> str:
    year = _part(text, f"({_YEAR})", 1)
    marked = _part(text, r"(?i)(?:q|qtr|quarter)\s*([1-4])", 1)
    number = f"coalesce(nullif({marked}, ''), right({text}, 1))"
    month = f"lpad(cast(cast({number} as integer) * 3 - 2 as varchar), 2, '0')"
    return f"case when {_fits(text, _QUARTERS)} then {_date_of(year, month, literal('01'))} end"


def _month(text: str) -> str:
    named = _date_of(
        _full(_part(text, _NAME_THEN_YEAR, 2)), _number(_part(text, _NAME_THEN_YEAR, 1)), "'01'"
    )
    reverse = _date_of(
        _part(text, _YEAR_THEN_NAME, 1), _number(_part(text, _YEAR_THEN_NAME, 2)), "'01'"
    )
    figures = _date_of(_part(text, _YEAR_THEN_NUMBER, 1), _part(text, _YEAR_THEN_NUMBER, 2), "'01'")
    return (
        f"case when {_fits(text, _YEAR_THEN_NUMBER)} then {figures}"
        f" when {_fits(text, _YEAR_THEN_NAME)} then {reverse}"
        f" when {_fits(text, _NAME_THEN_YEAR)} then {named}"
        f" when {_fits(text, _ISO)} then cast(date_trunc('month', {_iso(text)}) as date) end"
    )


def _day(text: str) -> str:
    numbers = _date_of(
        _full(_part(text, _NUMBERS, 3)),
        _padded(_part(text, _NUMBERS, 2)),
        _padded(_part(text, _NUMBERS, 1)),
    )
    words = _date_of(
        _full(_part(text, _IN_WORDS, 3)),
        _number(_part(text, _IN_WORDS, 2)),
        _padded(_part(text, _IN_WORDS, 1)),
    )
    return (
        f"case when {_fits(text, _ISO)} then {_iso(text)}"
        f" when {_fits(text, _NUMBERS)} then {numbers}"
        f" when {_fits(text, _IN_WORDS)} then {words} end"
    )


def _excel_serial(text: str) -> str:
    """Day 60 is 29 February 1900, which never was, and day 0 is no day; both are null."""
    serial = f"try_cast(regexp_replace({text}, '\\.0*$', '') as integer)"
    return (
        f"case when {_fits(text, _SERIAL)} then"
        f" case when {serial} between 1 and 59 then {_EXCEL_EARLY} + {serial}"
        f" when {serial} between 61 and {_EXCEL_LAST} then {_EXCEL_LATER} + {serial} end end"
    )


def _full(year: str) -> str:
    """A year of two digits in the century that is meant."""
    century = f"case when {year} >= '{_LAST_CENTURY}' then '19' else '20' end"
    return f"case when length({year}) = 2 then {century} || {year} else {year} end"


def _number(month: str) -> str:
    """The name of a month as two digits."""
    place = f"list_position({_MONTHS}, lower(left({month}, 3)))"
    return f"lpad(cast({place} as varchar), 2, '0')"


def _padded(number: str) -> str:
    return f"lpad({number}, 2, '0')"


def _date(year: str, month: str, day: str) -> str:
    return _date_of(year, literal(month), literal(day))


def _date_of(year: str, month: str, day: str) -> str:
    return f"try_cast({year} || '-' || {month} || '-' || {day} as date)"


def _iso(text: str) -> str:
    return f"try_cast(left({text}, 10) as date)"


def _part(text: str, pattern: str, group: int) -> str:
    return f"regexp_extract({text}, {literal(pattern)}, {group})"


def _fits(text: str, pattern: str) -> str:
    return f"regexp_full_match({text}, {literal(pattern)})"


#: Name -> how it is read. A financial year begins in April, an academic year in September.
FORMS: Mapping[str, Callable[[str], str]] = {
    "year": _year,
    "financial_year": _financial_year,
    "academic_year": _academic_year,
    "quarter": _quarter,
    "month": _month,
    "day": _day,
    "excel_serial": _excel_serial,
}
