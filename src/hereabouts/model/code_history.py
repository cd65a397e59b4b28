"""Where the place says how codes of areas changed over time."""

from collections.abc import Mapping
from dataclasses import dataclass

from hereabouts.errors import Location


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeYears:
    """A product with a column of codes for each year: a row follows one area through them."""

    product: str
    years: Mapping[int, str]  # year -> column, oldest first
    at: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeDates:
    """A product with a row for each code and, where it has any, each code it supersedes."""

    product: str
    code: str
    valid_from: str  # date column; the day it came
    valid_to: str  # date column; the day after its last, missing while it is current
    supersedes: str  # the code it took over from; missing where there was none
    at: Location


CodeHistory = CodeYears | CodeDates
