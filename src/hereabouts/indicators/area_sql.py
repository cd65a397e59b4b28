"""Which areas there are, and which of them the areas that rows are about lie in."""

import duckdb
import numpy as np
from numpy.typing import NDArray

from hereabouts.indicators.added_up import Belongs
from hereabouts.indicators.setting import Setting
from hereabouts.model.place import Benchmark, Group
from hereabouts.model.sql import identifier, literal, qualified

Codes = NDArray[np.str_]


class Areas:
    """The areas of each type, and of each benchmark and group, as arrays kept once read.

    Args:
        connection: sees `place.areas`, `place.members`, `place.parents` and groups' products.
        setting: the place.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, setting: Setting) -> None:
        self._connection = connection
        self._setting = setting
        self._codes: dict[str, Codes] = {}
        self._belongs: dict[tuple[str, str], Belongs] = {}

    def codes(self, level: str) -> Codes:
        """Codes of a type, group or benchmark, in bytewise order; a group's are in its order."""
        if level not in self._codes:
            self._codes[level] = self._read_codes(level)
        return self._codes[level]

    def belongs(self, of_rows: str, level: str, every: Codes) -> Belongs:
        """Which areas of `level` the areas in `every`, of type `of_rows`, make up."""
        if level in self._setting.benchmarks:
            return _of_benchmark(every, self._setting.benchmarks[level])
        if (of_rows, level) not in self._belongs:
            self._belongs[of_rows, level] = self._read_belongs(of_rows, level)
        return self._belongs[of_rows, level]

    def _read_codes(self, level: str) -> Codes:
        if group := self._setting.groups.get(level):
            found = self._rows(
                f"select distinct {_number(group)} as code from {_of(group)} order by 1"
            )
            return np.asarray(found["code"], np.int64).astype(np.str_)
        if not self._is_area_type(level):
            return np.array([self._setting.benchmark_code(level)])
        sql = f"select area_code as code from place.areas where area_type = {literal(level)}"
        return np.sort(np.asarray(self._rows(sql)["code"], np.str_))

    def _is_area_type(self, level: str) -> bool:
        sql = "select count(*) from place.areas where area_type = ?"
        row = self._connection.execute(sql, [level]).fetchone()
        return bool(row and row[0])

    def _read_belongs(self, of_rows: str, level: str) -> Belongs:
        parts, areas = self.codes(of_rows), self.codes(level)
        if group := self._setting.groups.get(level):
            pairs = f"select {identifier(group.code_column)} as code,"
            pairs += f" {_number(group)}::varchar as area_code from {_of(group)}"
        elif self._is_area_type(level):
            pairs = _belongs_sql(of_rows, level, self._setting.base_type)
        else:  # the whole place
            every = np.arange(len(parts))
            return Belongs(every, np.zeros(len(parts), np.int64), 1)
        found = self._rows(pairs)
        return _paired(found, parts, areas)

    def _rows(self, sql: str) -> dict[str, NDArray[np.generic]]:
        rows: dict[str, NDArray[np.generic]] = self._connection.sql(sql).fetchnumpy()
        return rows


def places_of(codes: Codes, names: Codes) -> NDArray[np.int64]:
    """Where each of `codes` is among `names`, which are in any order; -1 where it is not."""
    if not len(names):
        return np.full(len(codes), -1, np.int64)
    order = np.argsort(names)
    place = order[np.searchsorted(names, codes, sorter=order).clip(max=len(names) - 1)]
    return np.where(names[place] == codes, place, -1)


def _paired(found: dict[str, NDArray[np.generic]], parts: Codes, areas: Codes) -> Belongs:
    """Pairs of codes as pairs of positions; a code that is not known makes no pair."""
    part = places_of(np.asarray(found["code"], np.str_), parts)
    area = places_of(np.asarray(found["area_code"], np.str_), areas)
    known = (part >= 0) & (area >= 0)
    part, area = part[known], area[known]
    by_area = np.lexsort((part, area))
    return Belongs(part[by_area], area[by_area], len(areas))


def _of_benchmark(every: Codes, benchmark: Benchmark) -> Belongs:
    within = np.zeros(len(every), np.bool_)
    for beginning in benchmark.begins:
        within |= np.char.startswith(every, beginning)
    part = np.flatnonzero(within)
    return Belongs(part, np.zeros(len(part), np.int64), 1)


def _number(group: Group) -> str:
    return f"cast({identifier(group.column)} as integer)"


def _of(group: Group) -> str:
    return f"{qualified(group.product)} where {identifier(group.column)} is not null"


def _belongs_sql(of_rows: str, area_type: str, base_type: str) -> str:
    """Rows `code, area_code`."""
    if of_rows == area_type:
        return (
            "select area_code as code, area_code from place.areas"
            f" where area_type = {literal(area_type)}"
        )
    if of_rows == base_type:
        return (
            "select base_code as code, area_code from place.members"
            f" where area_type = {literal(area_type)}"
        )
    return (
        "select area_code as code, parent_code as area_code from place.parents"
        f" where area_type = {literal(of_rows)} and parent_type = {literal(area_type)}"
    )
