"""A version of a lake table, as engines and releases pass it around."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class TableVersion:
    """One readable version: its files never change.

    `facts` is what the writing run recorded in the commit itself: fingerprint, rows in, out
    and quarantined, versions of the inputs.
    """

    name: str  # path within the lake, such as silver/health/admissions
    version: int
    files: tuple[str, ...]
    columns: Mapping[str, str]  # name -> DuckDB type
    facts: Mapping[str, str] = field(default_factory=dict)
