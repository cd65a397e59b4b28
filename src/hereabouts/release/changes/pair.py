"""Two releases side by side: which figures differ, and how."""

from typing import Any

import duckdb

from hereabouts.errors import ReleaseError
from hereabouts.model.sql import literal
from hereabouts.release.answers import MARKERS, Observation
from hereabouts.release.changes import pair_sql
from hereabouts.release.changes.changed import Changed, Count, Kind
from hereabouts.release.changes.declared import Declared, declared_changes
from hereabouts.release.reader import ReleaseReader

Row = tuple[Any, ...]
_NUMBERS = len(pair_sql.NUMBERS)
_KEYS = 7
#: What the later release does not show is not repeated from the earlier, nor is what is new in
#: one made up for the other.
_BOTH = frozenset({Kind.REVISED, Kind.MARKED, Kind.COMPARED, Kind.LIMITS})


class Pair:
    """An earlier release and a later one. Safe to use from several threads.

    Both readers must be of releases that whoever asks may read.

    Raises:
        ReleaseError: R104, the figures of one cannot be read.
    """

    def __init__(self, earlier: ReleaseReader, later: ReleaseReader) -> None:
        self.earlier, self.later = earlier, later
        self.declared: Declared = declared_changes(earlier.manifest, later.manifest)
        self._connection = _attach(earlier, later)
        self._words = {
            f"{schema}_compared": "o.compared"
            if _has_compared(self._connection, schema)
            else "null"
            for schema in ("earlier", "later")
        }
        self._share_periods()

    def counts(self, *, area_type: str | None = None, code: str | None = None) -> tuple[Count, ...]:
        """How many figures became what, by indicator; of one area where it is said."""
        # One at a time, so that no more than one indicator of each release is held in memory.
        found = [
            row
            for indicator in sorted(self.declared.comparable)
            for row in self._rows(
                pair_sql.COUNTS,
                self._sought(indicator=indicator, area_type=area_type, code=code),
            )
        ]
        return tuple(Count(indicator, Kind(kind), count) for indicator, kind, count in found)

    def changed(
        self,
        *,
        indicator: str | None = None,
        area: tuple[str, str] | None = None,
        kind: Kind | None = None,
        page: tuple[int, int],
    ) -> tuple[Changed, ...]:
        """Figures that differ, by indicator, area type (largest first), area and newest period.

        Args:
            indicator: of this one alone.
            area: of this area type and code alone.
            kind: only what became of them so.
            page: how many, after how many.
        """
        area_type, code = area or (None, None)
        sought = self._sought(indicator=indicator, area_type=area_type, code=code)
        paged = {"kind": kind, "limit": page[0], "offset": page[1]}
        return tuple(map(_changed, self._rows(pair_sql.CHANGED, sought | paged)))

    def _sought(self, **said: str | None) -> dict[str, Any]:
        types = [kind.code for kind in reversed(self.later.manifest.area_types)]
        return {"indicator": None, "area_type": None, "code": None, "types": types} | said

    def _rows(self, sql: str, sought: dict[str, Any]) -> list[Row]:
        table = "observations_by_area" if sought["code"] else "observations"
        made = sql.format(table=table, **self._words)
        return self._connection.cursor().execute(made, sought).fetchall()

    def _share_periods(self) -> None:
        """Write down which periods both releases have, of indicators that mean the same in both."""
        declared = self.declared
        shared = [
            (one.id, period.start, period.end)
            for one in self.later.manifest.observed
            if one.id in declared.comparable
            for period in one.periods
            if period not in declared.new_periods[one.id]
        ]
        if shared:
            self._connection.executemany("insert into shared values (?, ?, ?)", shared)


def _attach(earlier: ReleaseReader, later: ReleaseReader) -> duckdb.DuckDBPyConnection:
    """A connection that sees both, read only, and can reach nothing else."""
    connection = duckdb.connect(config={"threads": 1, "memory_limit": "1GB"})
    for schema, reader in (("earlier", earlier), ("later", later)):
        path = literal(str(reader.folder / "serve.duckdb"))
        try:
            connection.execute(f"attach {path} as {schema} (read_only)")
        except duckdb.Error as fault:
            raise ReleaseError(
                f"serve.duckdb of release {reader.folder.name} cannot be read",
                code="R104",
                do="delete this release's folder, then run hereabouts release",
            ) from fault
    connection.execute(
        "create table shared (indicator varchar, period_start date, period_end date)"
    )
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")
    return connection


def _has_compared(connection: duckdb.DuckDBPyConnection, schema: str) -> bool:
    """Not in a release made before observations were compared."""
    rows = connection.execute(f"describe {schema}.observations").fetchall()
    return any(row[0] == "compared" for row in rows)


def _changed(row: Row) -> Changed:
    *key, area_name = *row[:_KEYS], row[-1]
    kind = Kind(row[-2])
    was, now = row[_KEYS : _KEYS + _NUMBERS + 2], row[_KEYS + _NUMBERS + 2 : -2]
    return Changed(
        kind=kind,
        was=_observation(key, area_name, was) if kind in _BOTH else _marker_before(kind, row),
        now=None if kind is Kind.GONE else _observation(key, area_name, now),
        key=_observation(key, area_name, (None,) * (_NUMBERS + 2)),
    )


def _marker_before(kind: Kind, row: Row) -> Observation | None:
    """Why the earlier release did not show what is shown now."""
    if kind is not Kind.SHOWN:
        return None
    blank = (None,) * _NUMBERS
    return _observation(row[:_KEYS], row[-1], (*blank, row[_KEYS + _NUMBERS], None))


def _observation(key: list[Any] | Row, area_name: str, facts: Row) -> Observation:
    indicator, area_type, area_code, start, end, breakdown, category = key
    *numbers, marker, compared = facts
    said = dict(zip(pair_sql.NUMBERS, numbers, strict=True))
    return Observation(
        indicator=indicator,
        area_type=area_type,
        area_code=area_code,
        area_name=area_name,
        period_start=start,
        period_end=end,
        breakdown=breakdown,
        category=category,
        **said,
        marker=MARKERS.get(marker),
        compared=compared,
    )
