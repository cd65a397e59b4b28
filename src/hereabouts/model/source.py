"""How a received file becomes rows: what source.yml says beyond where the file is."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hereabouts.errors import Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpivot:
    """Columns that are values of one thing, such as years, become rows."""

    keep: tuple[str, ...]  # headings that stay columns
    into: tuple[str, ...]  # what the other headings are called; more than one: split at the joint
    value: str  # what their cells are called
    leave: tuple[str, ...] = ()  # headings that are dropped, such as a total of the others
    match: str = ""  # what every other heading must look like; a file with another does not fit


@dataclass(frozen=True, slots=True, kw_only=True)
class Reshape:
    """From the rows of a file to rows with the headings a contract knows."""

    columns: Mapping[str, str] = field(default_factory=dict)  # heading in the file -> ours
    fill_down: tuple[str, ...] = ()  # an empty cell takes the value above it
    keep_rows_with: tuple[str, ...] = ()  # a row with one of these empty is not data
    drop_rows: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # heading -> cells
    unpivot: Unpivot | None = None
    constants: Mapping[str, str] = field(default_factory=dict)  # `set`: heading -> its one value


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A known fault at source, and what it expects to find: corrections.yml."""

    column: str  # a heading of what was received
    find: str | None  # None is an empty cell
    becomes: str | None
    where: Mapping[str, str]  # headings that must hold just this, for one row among many
    file: str  # the name of one of several files; empty is any
    rows: int | None  # how many it expects; None is at least one
    why: str
    at: Location
