"""Databases through ODBC: SQL Server, and PostgreSQL by its own ODBC driver."""

import re
import struct
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from typing import Any

import pyodbc
from arro3.core import Table

from hereabouts.sources.database.peer import DriverError, Parameters, text_table

DIALECTS = {"PostgreSQL": "postgres", "Microsoft SQL Server": "tsql"}
AT_ONCE = 5_000  # rows
_DATETIMEOFFSET = -155
_EXACT = 1 << 53
pyodbc.pooling = False  # a connection that is closed is closed


class OdbcPeer:
    """A connection through ODBC."""

    def __init__(self, connection: str, *, seconds: int) -> None:
        # psqlODBC on Windows would give a line end as two characters.
        told = connection.rstrip(";")
        if re.search(r"driver\s*=[^;]*(psqlodbc|postgres)", told, re.IGNORECASE):
            told += ";LFConversion=0;UseDeclareFetch=0"
        try:
            self._connection = pyodbc.connect(told, autocommit=False, timeout=15, readonly=True)
            self._connection.add_output_converter(_DATETIMEOFFSET, in_utc)
            name = str(self._connection.getinfo(pyodbc.SQL_DBMS_NAME))
        except pyodbc.Error as error:
            raise _told(error) from error
        self.dialect = DIALECTS.get(name, "")
        if self.dialect != "postgres":  # whose driver knows no such limit, and whose server does
            self._connection.timeout = seconds

    def run(self, sql: str) -> None:
        """Run a statement that gives no rows."""
        self._execute(sql).close()

    def headings(self, sql: str) -> list[tuple[str, str]]:
        """The columns of a SELECT: name, and the Python type of its values."""
        with closing(self._execute(sql)) as cursor:
            return [(column[0], column[1].__name__) for column in cursor.description]

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows of a small SELECT."""
        with closing(self._execute(sql)) as cursor:
            return [tuple(row) for row in cursor.fetchall()]

    def batches(self, sql: str, parameters: Parameters = ()) -> Iterator[Table]:
        """The rows of a SELECT, some thousands at a time.

        psqlODBC would hold all of them, so PostgreSQL is asked by a cursor of its own.
        """
        if self.dialect == "postgres":
            self.run(f"declare hereabouts_rows no scroll cursor for {sql}")
            yield from self._fetched(f"fetch {AT_ONCE} from hereabouts_rows", (), again=True)
        else:
            yield from self._fetched(sql, parameters, again=False)

    def close(self) -> None:
        """Close it; a server that has gone does not matter."""
        with suppress(pyodbc.Error):
            self._connection.close()

    def _fetched(self, sql: str, parameters: Parameters, *, again: bool) -> Iterator[Table]:
        cursor = self._execute(sql, parameters)
        try:
            names = [column[0] for column in cursor.description]
            first = True
            while (rows := cursor.fetchmany(AT_ONCE)) or first:
                yield text_table(names, [[as_text(cell) for cell in row] for row in rows])
                first = False
                if again and rows:
                    cursor.execute(sql)
        except pyodbc.Error as error:
            raise _told(error) from error
        finally:
            with suppress(pyodbc.Error):
                cursor.close()

    def _execute(self, sql: str, parameters: Parameters = ()) -> pyodbc.Cursor:
        try:
            return self._connection.cursor().execute(sql, *parameters)
        except pyodbc.Error as error:
            raise _told(error) from error


def as_text(cell: Any) -> str | None:
    """A value of Python's as text that loses nothing; True and False as words.

    Raises:
        DriverError: HY004 it is bytes.
    """
    if cell is None or isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, Decimal):
        return format(cell, "f")
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) <= _EXACT else repr(cell)
    if isinstance(cell, bytes | bytearray):
        raise DriverError("HY004", "bytes")
    return _moment(cell) if isinstance(cell, datetime | date | time) else str(cell)


def _moment(cell: datetime | date | time) -> str:
    return cell.isoformat(sep=" ") if isinstance(cell, datetime) else cell.isoformat()


def in_utc(packed: bytes) -> str:
    """SQL Server's datetimeoffset as a time in UTC. Source: SQL_SS_TIMESTAMPOFFSET_STRUCT."""
    year, month, day, hour, minute, second, nanoseconds, hours, minutes = struct.unpack(
        "<6hI2h", packed
    )
    zone = timezone(timedelta(hours=hours, minutes=minutes))
    micro = nanoseconds // 1000
    there = datetime(year, month, day, hour, minute, second, micro, tzinfo=zone)
    return there.astimezone(UTC).isoformat(sep=" ")


def _told(error: pyodbc.Error) -> DriverError:
    state = str(error.args[0]) if error.args else ""
    return DriverError(state, " ".join(str(said) for said in error.args[1:]))
