"""What source.yml asks of a database, checked before anything is dialled."""

import hashlib
import json
import re
from dataclasses import dataclass

from hereabouts.errors import SourceError
from hereabouts.model.sql import identifier
from hereabouts.sources.environment import from_environment
from hereabouts.sources.options import option_error, whole_number
from hereabouts.sources.received import Wanted

SECONDS, MOST_ROWS = 600, 1_000_000_000
_PART = re.compile(r'\s*(?:"((?:[^"]|"")+)"|([^\s".]+))\s*(?:\.|$)')


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question to one database."""

    way: str  # postgresql | odbc
    connection: str  # the secret: goes to the driver and nowhere else
    variable: str  # the name of the environment variable that held it
    query: str  # one SELECT, as it was written or as `table` and `fields` mean it
    table: str  # as source.yml says it; empty when it has a query
    order_by: tuple[str, ...]  # the cursor first
    cursor: str  # a column, or empty
    seconds: int
    max_rows: int

    @property
    def origin(self) -> str:
        """What was asked, by names alone."""
        digest = hashlib.sha256(self.query.encode()).hexdigest()[:12]
        what = f"table {self.table}" if self.table else f"query {digest}"
        return f"{self.way} through {self.variable}: {what}"

    @property
    def digest(self) -> str:
        """A hash of the question: rows of another question are never joined to these."""
        said = [self.way, self.variable, self.query, *self.order_by, "", self.cursor]
        return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def asked(wanted: Wanted) -> Asked:
    """The question that source.yml asks.

    Raises:
        SourceError: S120 a key is missing or wrong; S181 the environment variable is not set.
    """
    said, source = wanted.source.location, wanted.source
    if source.kind != "parquet":
        raise option_error(source, "kind", "kind: parquet", "of a database is always parquet")
    if said["database"] not in {"postgresql", "odbc"}:
        raise option_error(source, "database", "database: postgresql", "is not postgresql or odbc")
    if ("query" in said) == ("table" in said):
        raise option_error(
            source, "query", "query: select code, beds from wards", "or `table` is wanted, once"
        )
    if "connection_env" not in said:
        raise option_error(source, "connection_env", "connection_env: MY_DATABASE", "is missing")
    cursor = _cursor(wanted)
    ordered = [name for name in _lines(wanted, "order_by") if name != cursor]
    return Asked(
        way=said["database"],
        connection=from_environment(wanted, "connection_env"),
        variable=said["connection_env"],
        query=said["query"].strip() if "query" in said else _whole_table(wanted),
        table=said.get("table", ""),
        order_by=tuple([cursor, *ordered] if cursor else ordered),
        cursor=cursor,
        seconds=_at_least_one(wanted, "max_seconds", SECONDS, most=86_400),
        max_rows=_at_least_one(wanted, "max_rows", MOST_ROWS, most=MOST_ROWS),
    )


def _whole_table(wanted: Wanted) -> str:
    """Names are taken as they stand, capitals too; one with a dot or a space is quoted."""
    said = wanted.source.location["table"].strip()
    parts, at = [], 0
    while at < len(said):
        part = _PART.match(said, at)
        if part is None:
            raise option_error(wanted.source, "table", 'table: dbo."Staff 2024"', "is not a name")
        parts.append(part[1].replace('""', '"') if part[1] else part[2])
        at = part.end()
    if not 1 <= len(parts) <= 3:
        raise option_error(wanted.source, "table", "table: public.wards", "is not a name")
    columns = ", ".join(identifier(name) for name in _lines(wanted, "fields")) or "*"
    return f"select {columns} from {'.'.join(identifier(part) for part in parts)}"


def _cursor(wanted: Wanted) -> str:
    said = wanted.source.options.get("cursor")
    if not said:
        return ""
    try:
        field = json.loads(said).get("field", "")
    except (ValueError, AttributeError):
        field = ""
    if not field or not isinstance(field, str):
        raise option_error(wanted.source, "cursor", "cursor: {field: visit_id}", "names no column")
    return field


def _lines(wanted: Wanted, option: str) -> list[str]:
    return [line.strip() for line in wanted.source.options.get(option, "").split("\n") if line]


def _at_least_one(wanted: Wanted, option: str, default: int, *, most: int) -> int:
    number = whole_number(wanted.source, option, default=default)
    if not 1 <= number <= most:
        raise SourceError(
            f"`{option}` is not from 1 to {most:,}",
            code="S120",
            do=f"write it as `{option}: {default}`, or leave it out",
            at=wanted.source.at,
        )
    return number
