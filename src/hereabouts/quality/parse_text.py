"""How each logical type is read from text: SQL expressions for DuckDB.

Every one takes a SQL expression that is trimmed text or null, and gives null for what it
cannot read, so a bad cell is found by being null where its text is not.
"""

from collections.abc import Callable

from hereabouts.model.product import Column, LogicalType
from hereabouts.model.sql import literal
from hereabouts.quality.uk_dates import FORMS, uk_date

_GROUPED = r"[+-]?(\d{1,3}(,\d{3})+|\d+)"
_WHOLE = _GROUPED + r"(\.0*)?"
_NUMBER = r"[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d*)?([eE][+-]?\d+)?"
_EXPONENT = r"[+-]?\d(\.\d+)?[eE][+-]?\d+"
_ISO_DATE = r"\d{4}-\d{2}-\d{2}"
_MIDNIGHT = _ISO_DATE + r"([ T]00:00(:00(\.0+)?)?)?"
_MOMENT = _ISO_DATE + r"([ T]\d{2}:\d{2}(:\d{2}(\.\d+)?)?)?"
_ZONED = _ISO_DATE + r"[ T]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}(:?\d{2})?)"
_SPACES = "' ' || chr(9) || chr(10) || chr(13) || chr(160) || chr(65279)"
_TRUE, _FALSE = "'yes', 'y', 'true', '1'", "'no', 'n', 'false', '0'"
#: From here a double no longer holds every whole number, so an exponent may have lost digits.
_EXACT = "9007199254740992"


def trimmed(value: str) -> str:
    """Text without spaces, line ends, no-break spaces or byte-order marks at its ends.

    Most text begins and ends with a printable ASCII character, and is not looked at further.
    """
    text = f"cast({value} as varchar)"
    plain = f"ascii({text}) between 33 and 126 and ascii({text}[-1]) between 33 and 126"
    return f"case when {plain} then {text} else nullif(trim({text}, {_SPACES}), '') end"


def parsed(text: str, column: Column) -> str:
    """SQL that reads `text` as the column's type; null where it cannot be read."""
    return _PARSERS[column.type](text, column)


def _string(text: str, _column: Column) -> str:
    return text


def _integer(text: str, _column: Column) -> str:
    plain = rf"regexp_replace(replace({text}, ',', ''), '\.0*$', '')"
    number = f"try_cast({text} as double)"
    return (
        f"case when {_prints_as_itself(text, 'bigint')} then try_cast({text} as bigint)"
        f" when {_matches(text, _WHOLE)} then try_cast({plain} as bigint)"
        f" when {_matches(text, _EXPONENT)} and {number} = floor({number})"
        f" and abs({number}) <= {_EXACT} then try_cast({number} as bigint) end"
    )


def _number(text: str, _column: Column) -> str:
    number = f"try_cast(replace({text}, ',', '') as double)"
    as_is = f"try_cast({text} as double)"
    return (
        f"case when {_prints_as_itself(text, 'bigint')} then {as_is}"
        f" when isfinite({as_is}) and {_prints_as_itself(text, 'double')} then {as_is}"
        f" when {_matches(text, _NUMBER)} and regexp_matches({text}, '^[+-]?[.]?[0-9]')"
        f" and isfinite({number}) then {number} end"
    )


def _boolean(text: str, _column: Column) -> str:
    said = f"lower({text})"
    return f"case when {said} in ({_TRUE}) then true when {said} in ({_FALSE}) then false end"


def _date(text: str, column: Column) -> str:
    if column.date_format and column.date_format in FORMS:
        return uk_date(text, column.date_format)
    iso = f"case when {_matches(text, _MIDNIGHT)} then try_cast(left({text}, 10) as date) end"
    return _by_format(text, column, iso, kind="date")


def _timestamp(text: str, column: Column) -> str:
    """Times with an offset are kept in UTC; DuckDB's own cast would drop the offset unsaid."""
    utc = f"make_timestamp(epoch_us(try_cast({text} as timestamptz)))"
    iso = (
        f"case when {_matches(text, _MOMENT)} then try_cast({text} as timestamp)"
        f" when {_matches(text, _ZONED)} then {utc} end"
    )
    return _by_format(text, column, iso, kind="timestamp")


def _by_format(text: str, column: Column, iso: str, *, kind: str) -> str:
    """The contract's format first, then ISO, which is how spreadsheets give true dates.

    A format that begins with the year could be confused with ISO, so it stands alone.
    """
    if not column.date_format:
        return iso
    said = f"cast(try_strptime({text}, {literal(column.date_format)}) as {kind})"
    return said if column.date_format.startswith("%Y") else f"coalesce({said}, {iso})"


def _geometry(_text: str, _column: Column) -> str:
    return "cast(null as blob)"


def _prints_as_itself(text: str, kind: str) -> str:
    """Whether `text` is just what its value prints as: quicker to see than any pattern is."""
    return f"cast(try_cast({text} as {kind}) as varchar) = {text}"


def _matches(text: str, pattern: str) -> str:
    return f"regexp_full_match({text}, {literal(pattern)})"


_PARSERS: dict[LogicalType, Callable[[str, Column], str]] = {
    LogicalType.STRING: _string,
    LogicalType.INTEGER: _integer,
    LogicalType.NUMBER: _number,
    LogicalType.BOOLEAN: _boolean,
    LogicalType.DATE: _date,
    LogicalType.TIMESTAMP: _timestamp,
    LogicalType.GEOMETRY: _geometry,
}
