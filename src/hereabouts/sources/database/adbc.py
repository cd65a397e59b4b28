"""PostgreSQL through ADBC: rows come in Arrow batches, by PostgreSQL's own binary COPY."""

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any
from urllib.parse import quote

import adbc_driver_manager
from adbc_driver_postgresql import dbapi
from arro3.core import RecordBatchReader, Table

from hereabouts.sources.database.peer import DriverError, Parameters

#: So that a server that has gone is noticed. What the connection text says itself stands.
_PATIENCE = {
    "application_name": "hereabouts",
    "connect_timeout": "15",
    "keepalives_idle": "30",
    "keepalives_interval": "10",
    "keepalives_count": "3",
    "tcp_user_timeout": "60000",
}


class AdbcPeer:
    """A connection to PostgreSQL."""

    dialect = "postgres"

    def __init__(self, connection: str) -> None:
        try:
            self._connection = dbapi.connect(_with_patience(connection))
        except adbc_driver_manager.Error as error:
            raise _told(error) from error

    def run(self, sql: str) -> None:
        """Run a statement that gives no rows."""
        with self._connection.cursor() as cursor, _Telling():
            cursor.execute(sql)

    def headings(self, sql: str) -> list[tuple[str, str]]:
        """The columns of a SELECT: name, and type as Arrow calls it."""
        with self._connection.cursor() as cursor, _Telling():
            cursor.execute(sql)
            schema = RecordBatchReader.from_arrow(cursor.fetch_arrow()).schema
            return [(name, str(schema.field(n).type)) for n, name in enumerate(schema.names)]

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows of a small SELECT, whose columns are text or whole numbers."""
        found: list[tuple[Any, ...]] = []
        for batch in self.batches(sql):
            columns = [column.to_pylist() for column in batch.columns]
            found.extend(zip(*columns, strict=True))
        return found

    def batches(self, sql: str, parameters: Parameters = ()) -> Iterator[Table]:
        """The rows of a SELECT, about 16 MB at a time."""
        _without(parameters)
        with self._connection.cursor() as cursor, _Telling():
            cursor.execute(sql)
            reader = RecordBatchReader.from_arrow(cursor.fetch_arrow())
            yield Table.from_batches([], schema=reader.schema)  # for a SELECT without rows
            for batch in reader:
                yield Table.from_batches([batch])

    def close(self) -> None:
        """Close it; a server that has gone does not matter."""
        with suppress(adbc_driver_manager.Error):
            self._connection.close()


class _Telling:
    """Turns what a driver raises into what it said."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: Any, error: BaseException | None, trace: Any) -> None:
        # Arrow's stream has no exception of its own: it raises the bare class and no other.
        if isinstance(error, adbc_driver_manager.Error) or type(error) is Exception:
            raise _told(error) from error


def _without(parameters: Parameters) -> None:
    if parameters:
        raise TypeError("PostgreSQL's COPY takes no parameters")


def _told(error: Exception) -> DriverError:
    return DriverError(getattr(error, "sqlstate", None) or "", str(error))


def _with_patience(connection: str) -> str:
    if re.match(r"postgres(ql)?://", connection):
        missing = [
            f"{name}={quote(value)}"
            for name, value in _PATIENCE.items()
            if f"{name}=" not in connection
        ]
        return connection + ("&" if "?" in connection else "?") + "&".join(missing)
    return " ".join(f"{name}={value}" for name, value in _PATIENCE.items()) + " " + connection
