"""What earlier releases said of the same counts."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb
import numpy as np

from hereabouts.disclosure.linear_system import Numbers
from hereabouts.model.sql import literal
from hereabouts.release.attack.told import of_counts
from hereabouts.release.bundle_reading import read_json
from hereabouts.release.manifest_model import ReleaseManifest
from hereabouts.release.manifest_parsing import parse_manifest

_SAME = """
    select c.cell, o.numerator, o.denominator
    from cells as c
    join before.observations as o on o.indicator = c.indicator and o.area_type = c.area_type
        and o.area_code = c.area_code and o.category = c.category
        and o.period_start is not distinct from c.period_start
        and o.period_end is not distinct from c.period_end
    join same_areas as s on s.area_type = c.area_type and s.area_code = c.area_code
    where c.indicator = ? and coalesce(o.marker, '') <> '[c]'
"""
_SAME_AREAS = """
    create or replace temp table same_areas as
    select area_type, area_code from (
        select area_type, area_code, md5(string_agg(base_code, ' ' order by base_code)) as made_of
        from release.members group by all
    ) join (
        select area_type, area_code, md5(string_agg(base_code, ' ' order by base_code)) as made_of
        from before.members group by all
    ) using (area_type, area_code, made_of)
"""


class EarlierRelease:
    """One earlier bundle, read beside the one that is attacked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.manifest: ReleaseManifest = parse_manifest(read_json(folder / "release.json"))

    def narrowed(
        self,
        connection: duckdb.DuckDBPyConnection,
        indicators: Sequence[str],
        intervals: Mapping[str, tuple[Numbers, Numbers]],
    ) -> dict[str, tuple[Numbers, Numbers]]:
        """`intervals` of `cells`, by kind of count, with what was said before.

        What contradicts it was revised since, and says nothing. An area made up differently
        then is another area.
        """
        told = {kind: (low.copy(), high.copy()) for kind, (low, high) in intervals.items()}
        connection.execute(
            f"attach {literal(str(self.folder / 'serve.duckdb'))} as before (read_only)"
        )
        try:
            if not _has_members(connection):
                return told
            connection.execute(_SAME_AREAS)
            for name in indicators:
                self._narrow(connection, name, told)
        finally:
            connection.execute("detach before")
        return told

    def _narrow(
        self,
        connection: duckdb.DuckDBPyConnection,
        name: str,
        told: dict[str, tuple[Numbers, Numbers]],
    ) -> None:
        indicator = self.manifest.indicator_of(name)
        if indicator is None:
            return
        found = connection.execute(_SAME, [name]).fetchnumpy()
        cell = np.asarray(found["cell"], np.int64)
        for kind, (lower, upper) in told.items():
            shown = np.ma.filled(np.ma.asarray(found[kind], np.float64), np.nan)
            before = of_counts(
                shown, np.zeros(len(cell), np.bool_), indicator, numerators=kind == "numerator"
            )
            least = np.maximum(lower[cell], before.lower)
            most = np.minimum(upper[cell], before.upper)
            agrees = before.tells & (least <= most)
            lower[cell[agrees]], upper[cell[agrees]] = least[agrees], most[agrees]


def _has_members(connection: duckdb.DuckDBPyConnection) -> bool:
    row = connection.execute(
        "select count(*) from duckdb_tables() where database_name = 'before'"
        " and table_name = 'members'"
    ).fetchone()
    return bool(row and row[0])
