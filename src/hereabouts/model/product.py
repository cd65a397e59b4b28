"""Products: a contract, an owner, and a way to be made."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from hereabouts.errors import Location
from hereabouts.model.handling import Handling
from hereabouts.model.quality import Assurance, QualityFile
from hereabouts.model.recipe import Recipe
from hereabouts.model.sensitivity import Sensitivity
from hereabouts.model.source import Correction, Reshape
from hereabouts.model.stewardship import Stewardship


class LogicalType(StrEnum):
    """The ODCS logical types a table here may hold."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"
    TIMESTAMP = "timestamp"
    GEOMETRY = "geometry"  # ODCS `object` with physicalType `geometry`: well-known binary


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Values must occur in this column of another product (ODCS relationships)."""

    product: str
    column: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a contract."""

    name: str
    type: LogicalType
    source_name: str  # ODCS physicalName: the heading in the received file
    title: str
    description: str = ""
    unit: str = ""
    required: bool = False
    unique: bool = False
    key: bool = False
    pattern: str | None = None
    minimum: float | None = None
    maximum: float | None = None
    min_length: int | None = None
    max_length: int | None = None
    date_format: str | None = None  # strptime pattern, such as %d/%m/%Y
    values: tuple[str, ...] = ()  # ODCS enum
    reference: Reference | None = None
    marker_of: str | None = None  # the column whose absent values this one explains
    sensitivity: Sensitivity | None = None  # ODCS classification; None is the product's own
    synonyms: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    at: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRule:
    """One ODCS quality rule about a whole table: a number and what it must be."""

    name: str
    metric: str  # rowCount | duplicateValues | nullValues | missingValues | invalidValues | sql
    column: str | None
    sql: str | None  # with {object} and {property}
    arguments: Mapping[str, tuple[str, ...]]
    operator: str  # mustBe, mustBeGreaterThan, ... (ODCS names)
    operand: tuple[float, ...]
    unit: str  # rows | percent
    dimension: str
    severity: str  # error | warning
    at: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """What of an ODCS 3.2 file the platform acts on."""

    id: str
    version: str
    title: str
    purpose: str
    limitations: str
    usage: str
    owner: str
    domain: str
    status: str
    granularity: str  # dataGranularityDescription: the grain in one sentence
    columns: tuple[Column, ...]
    rules: tuple[TableRule, ...]
    sensitivity: Sensitivity  # customProperties.sensitivity
    licence: str  # customProperties.licence
    attribution: str  # customProperties.attribution: the words to print under a chart
    synthetic: bool  # customProperties.synthetic
    bad_rows_at_most: float  # customProperties.badRowsAtMost, a share: 0 refuses any bad row
    frequency: str  # slaProperties.frequency, as `1 y`; empty when none
    latency: str = ""  # slaProperties.latency: how much later it may come
    contacts: tuple[str, ...] = ()  # e-mail addresses of its owners, or else of its team
    assurance: Assurance = field(default_factory=Assurance)
    stewardship: Stewardship = field(default_factory=Stewardship)
    at: Location

    @property
    def key(self) -> tuple[str, ...]:
        """The columns that tell rows apart, in order."""
        return tuple(column.name for column in self.columns if column.key)

    def column(self, name: str) -> Column | None:
        """The column called `name`, or None."""
        return next((column for column in self.columns if column.name == name), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a source product comes from and how it is read: source.yml, or one way of it.

    A product of several files, or of dated layouts, has `files`, each with its own ways; then
    what stands here is what they have in common.
    """

    kind: str  # csv | spreadsheet | parquet | geojson
    location: Mapping[str, str]  # one of: path | url | package+path (+ version)
    options: Mapping[str, str]  # sheet, header_rows, encoding, delimiter, skip_rows, checksum, ...
    reshape: Reshape = field(default_factory=Reshape)
    markers: Mapping[str, str] = field(default_factory=dict)  # cell -> GSS marker
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # heading -> from -> to
    layout: str = ""  # the name of this way to read the file
    files: tuple["SourceFile", ...] = ()
    at: Location

    @property
    def parts(self) -> tuple["SourceFile", ...]:
        """The files the product is made from: at least one."""
        return self.files or (SourceFile(name="", ways=(self,), at=self.at),)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """One of the files a product is made from, and the ways it may be laid out."""

    name: str  # empty for the only one
    ways: tuple[Source, ...]  # complete, all with one location; the first that fits is used
    supplier: str = ""
    contact: str = ""
    about: date | None = None  # a day it is about, which chooses among dated layouts
    at: Location

    @property
    def words(self) -> str:
        """What a person would call it."""
        return self.supplier or self.name or "the file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """How a product is made: one SELECT, or a Python function."""

    language: str  # sql | python
    text: str
    inputs: tuple[str, ...]  # `domain.product`, found by parsing; `received` is left out
    path: str  # absolute, for Python to import and for messages
    at: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A few rows in, the rows expected out: examples.yml."""

    name: str
    given: Mapping[str, tuple[Mapping[str, str | None], ...]]  # table name -> rows of text
    expected: tuple[Mapping[str, str | None], ...]
    at: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """One table with a contract, an owner and a way to be made."""

    domain: str
    name: str
    contract: Contract
    source: Source | None = None
    model: Model | None = None
    recipe: Recipe | None = None  # instead of a model: convert.yml
    examples: tuple[Example, ...] = field(default=())
    corrections: tuple[Correction, ...] = field(default=())
    quality: QualityFile = field(default_factory=QualityFile)
    handling: Handling = field(default_factory=Handling)
    folder: str  # absolute
    at: Location

    @property
    def id(self) -> str:
        """`domain.product`, the name SQL knows it by."""
        return f"{self.domain}.{self.name}"

    @property
    def layer(self) -> str:
        """`silver` for what is made from something received, `gold` for what is derived."""
        return "silver" if self.source else "gold"

    @property
    def made_from(self) -> tuple[str, ...]:
        """The products its model or its recipe reads."""
        maker = self.model or self.recipe
        return maker.inputs if maker else ()

    @property
    def made_at(self) -> Location:
        """Where the folder says how it is made, or else its contract."""
        maker = self.model or self.recipe
        return maker.at if maker else self.at

    @property
    def inputs(self) -> tuple[str, ...]:
        """Every product this one reads: to be made, and to check references and totals."""
        referenced = [c.reference.product for c in self.contract.columns if c.reference]
        compared = [r.product for r in self.contract.assurance.reconciles]
        return tuple(sorted({*self.made_from, *referenced, *compared} - {self.id}))
