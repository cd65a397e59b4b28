"""Regular expressions for dates written as a contract says."""

import re
from collections.abc import Mapping

from hereabouts.model.product import Column, LogicalType

ISO_DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
ISO_MOMENT = ISO_DATE + r"([ T][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?)?"
_OFFSET = r"(Z|[+-][0-9]{2}(:?[0-9]{2})?)"
ISO_ZONED = ISO_DATE + r"[ T][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?" + _OFFSET
ISO_MIDNIGHT = ISO_DATE + r"([ T]00:00(:00(\.0+)?)?)?"
_PARTS: Mapping[str, str] = {
    "d": "[0-9]{1,2}",
    "m": "[0-9]{1,2}",
    "Y": "[0-9]{4}",
    "y": "[0-9]{2}",
    "H": "[0-9]{1,2}",
    "M": "[0-9]{1,2}",
    "S": "[0-9]{1,2}",
    "b": "[A-Za-z]{3}",
    "B": "[A-Za-z]{3,9}",
    "%": "%",
}


def date_pattern(column: Column) -> str | None:
    """What every date of the column looks like, from end to end; None when that cannot be said."""
    iso = ISO_MIDNIGHT
    if column.type is LogicalType.TIMESTAMP:
        iso = f"{ISO_MOMENT}|{ISO_ZONED}"
    if not column.date_format:
        return f"^({iso})$"
    own = _own(column.date_format)
    if own is None:
        return None
    # A format that begins with the year could be confused with ISO, so it stands alone.
    return f"^({own})$" if column.date_format.startswith("%Y") else f"^({own}|{iso})$"


def _own(date_format: str) -> str | None:
    pieces = re.split(r"%(.)", date_format)
    literal, directives = pieces[::2], pieces[1::2]
    if any(directive not in _PARTS for directive in directives):
        return None
    parts = [re.escape(text) for text in literal]
    for place, directive in enumerate(directives):
        parts[place] += _PARTS[directive]
    return "".join(parts)
