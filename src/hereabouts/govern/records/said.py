"""How records say dates, spans and lists."""

import re
from collections.abc import Iterable
from datetime import date

_SPAN = re.compile(r"(\d+) ?([dwmy])")
_ISO = re.compile(r"P(\d+)([DWMY])")
_UNITS = {"d": "day", "w": "week", "m": "month", "y": "year"}


def day(one: date) -> str:
    """`31 March 2027`."""
    return f"{one.day} {one:%B %Y}"


def span(said: str) -> str:
    """`2 y` as `2 years`; anything else as it is written."""
    found = _SPAN.fullmatch(said.strip()) or _ISO.fullmatch(said.strip())
    if found is None:
        return said
    count, unit = int(found[1]), _UNITS[found[2].lower()]
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"


def listed(names: Iterable[str]) -> str:
    """`a, b and c`."""
    all_of = [name for name in names if name]
    if len(all_of) < 2:
        return "".join(all_of)
    return f"{', '.join(all_of[:-1])} and {all_of[-1]}"


def sentence(words: str) -> str:
    """With a capital at its beginning and a full stop at its end."""
    text = " ".join(words.split())
    if not text:
        return ""
    text = text[0].upper() + text[1:]
    return text if text.endswith((".", "!", "?")) else f"{text}."
