"""Headings without footnotes, line breaks and superscripts; names for columns."""

import re
import unicodedata
from collections.abc import Sequence

_NOTES = re.compile(r"\s*[\[(]\s*(?:notes?\s*[\d, &and]+|r|p|\d{1,2})\s*[\])]", re.IGNORECASE)
_SUPERSCRIPT = re.compile(r"[¹²³⁰⁴-⁹†‡§*]+$")
_DIGITS = re.compile(r"(?<=[a-z)£%'])\d{1,2}(?:,\s?\d{1,2})*$")
_QUOTES = re.compile(r"^[\"'“‘]+|[\"'”’]+$")
_NOT_IN_A_NAME = re.compile(r"[^a-z0-9]+")
MOST_OF_A_NAME = 60


def clean_heading(text: str) -> str:
    """A heading as people would say it: one line, no note numbers."""
    said = " ".join(text.split())
    said = _NOTES.sub("", said)
    said = _SUPERSCRIPT.sub("", said.strip())
    if not re.search(r"\b(?:of|in|19|20|age|aged|q)\d*$", said, re.IGNORECASE):
        said = _DIGITS.sub("", said)
    return " ".join(said.split()) or " ".join(text.split())


def column_names(headings: Sequence[str]) -> tuple[str, ...]:
    """A name for each heading: lower case, underscores, each different, none ours."""
    taken: set[str] = set()
    names: list[str] = []
    for place, heading in enumerate(headings, start=1):
        plain = _plain(heading) or f"column_{place}"
        name, count = plain, 2
        while name in taken:
            name, count = f"{plain}_{count}", count + 1
        taken.add(name)
        names.append(name)
    return tuple(names)


def _plain(heading: str) -> str:
    said = clean_heading(heading).replace("£", " gbp ").replace("%", " percent ")
    said = said.replace("&", " and ").replace("'", "").replace("’", "")
    ascii_only = unicodedata.normalize("NFKD", said).encode("ascii", "ignore").decode()
    name = _NOT_IN_A_NAME.sub("_", ascii_only.lower()).strip("_")[:MOST_OF_A_NAME].strip("_")
    return f"n_{name}" if name[:1].isdigit() else name
