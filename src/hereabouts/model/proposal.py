"""What looking at a file finds: how it should be read, and what could not be decided."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Option = str | list[str] | dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedColumn:
    """One column of the product, in the order of the table."""

    name: str  # lower_case_with_underscores
    heading: str  # as the reshaped file calls it: the contract's physicalName
    title: str  # for people
    type: str  # an ODCS logical type
    key: bool = False
    marker_of: str = ""  # the name of the column whose missing values this one explains
    format: str = ""  # of a date: named, or a strptime pattern
    pattern: str = ""  # that every value fits whole, for codes
    required: bool = False
    why: str = ""  # the reason for the type and the key, without a value of the file
    facts: Mapping[str, str] = field(default_factory=dict)  # its profile: empty, distinct, ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One way to read the file as one tidy table."""

    kind: str  # csv | spreadsheet | parquet | geojson
    options: Mapping[str, Option]  # as source.yml would say them
    columns: tuple[ProposedColumn, ...]
    title: str = ""  # what the file calls itself
    reasons: Mapping[str, str] = field(default_factory=dict)  # option -> why
    notes: tuple[str, ...] = ()  # what a person should know or check
    preview: tuple[tuple[str, ...], ...] = ()  # headings, then a few rows, as the file has them
    sample: tuple[Mapping[str, str], ...] = ()  # a few rows by heading, once it is reshaped
    rows: int = 0  # of data in the file, before any column becomes rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """Exactly one proposal when the file was understood; otherwise why not."""

    proposals: tuple[Proposal, ...]
    undecided: tuple[str, ...]  # plain sentences
    sheets: tuple[str, ...] = ()  # of a workbook, those that could be the table
