"""Reading a release: the only way a door reaches a number."""

import threading
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
from numpy.typing import NDArray

from hereabouts.model.policy import Audience
from hereabouts.release import reader_sql
from hereabouts.release.absent import no_such, none_yet
from hereabouts.release.answers import Area, Observation, observation_of
from hereabouts.release.bundle_reading import connect, read_json
from hereabouts.release.embargo import published, utc_now
from hereabouts.release.manifest_model import ReleaseManifest
from hereabouts.release.manifest_parsing import parse_manifest
from hereabouts.release.naming import bundle_name
from hereabouts.release.reader_areas import AreaAnswers
from hereabouts.release.reader_clusters import ClusterAnswers
from hereabouts.release.reader_compared import ComparedAnswers
from hereabouts.release.reader_found import FoundAnswers
from hereabouts.release.reader_pages import PagedAnswers
from hereabouts.release.reader_retired import RetiredAnswers
from hereabouts.release.reader_slices import SliceAnswers
from hereabouts.release.scope import Scope, connect_within, within

#: Bits of the quiet NaN that stands for a missing value; the last digits say why it is missing.
NAN_BITS = 0x7FC00000
ROWS_AT_ONCE = 2_000

Row = tuple[Any, ...]


def releases_folder(root: Path) -> Path:
    """Where a project's releases are kept."""
    return root / ".hereabouts" / "releases"


def released_numbers(root: Path, *, audience: Audience) -> tuple[int, ...]:
    """The numbers of every complete release for `audience`, oldest first."""
    ending = f"-{audience.value}"
    folders = releases_folder(root).glob(f"[0-9]*{ending}/release.json")
    stems = (path.parent.name.removesuffix(ending) for path in folders)
    return tuple(sorted(int(stem) for stem in stems if stem.isdigit()))


def latest(root: Path, *, audience: Audience) -> "ReleaseReader":
    """Open the newest release for `audience` that is not under embargo.

    Raises:
        ReleaseError: R101, nothing is released yet; and what `ReleaseReader` raises.
    """
    return ReleaseReader(latest_folder(root, audience=audience))


def latest_folder(root: Path, *, audience: Audience) -> Path:
    """The folder of the newest release for `audience` that is not under embargo.

    Raises:
        ReleaseError: R101, nothing is released yet.
    """
    folder, all_of_them = releases_folder(root), released_numbers(root, audience=audience)
    numbers = published(folder, all_of_them, audience=audience, now=utc_now())
    if not numbers:
        raise none_yet(audience)
    return folder / bundle_name(numbers[-1], audience)


def open_release(
    root: Path, *, number: int, audience: Audience, scope: Scope | None = None
) -> "ReleaseReader":
    """Open one release by number, or what of it is in `scope`.

    Raises:
        ReleaseError: R102, there is no such release; and what `ReleaseReader` raises.
    """
    folder = releases_folder(root) / bundle_name(number, audience)
    if not (folder / "release.json").is_file():
        raise no_such(number, audience=audience)
    return ReleaseReader(folder, scope=scope)


class ReleaseReader(
    AreaAnswers,
    SliceAnswers,
    ClusterAnswers,
    ComparedAnswers,
    FoundAnswers,
    PagedAnswers,
    RetiredAnswers,
):
    """One release, opened read-only. Safe to use from several threads.

    Args:
        folder: of its bundle.
        scope: what of it may be seen; all of it unless said.

    Raises:
        ReleaseError: R103, release.json cannot be understood; R104, serve.duckdb cannot be read.
    """

    def __init__(self, folder: Path, *, scope: Scope | None = None) -> None:
        super().__init__()
        self.folder = folder
        manifest, database = parse_manifest(read_json(folder / "release.json")), "serve.duckdb"
        self.manifest: ReleaseManifest = within(manifest, scope) if scope else manifest
        self._connection = (
            connect_within(folder / database, scope) if scope else connect(folder / database)
        )
        self._own = threading.local()

    def observations(
        self,
        indicator: str,
        *,
        area_type: str,
        period_start: date | None = None,
        category: str | None = None,
        code: str | None = None,
    ) -> Iterator[Observation]:
        """Every matching observation, a few at a time, by period, category and area code."""
        if code is not None:
            yield from self._of_area(indicator, area_type, code, (period_start, category))
            return
        sought = {
            "indicator": indicator,
            "area_type": area_type,
            "start": period_start,
            "category": category,
        }
        cursor = self._connection.cursor().execute(reader_sql.OBSERVATIONS, sought)
        while rows := cursor.fetchmany(ROWS_AT_ONCE):
            yield from map(observation_of, rows)

    def shown_values(self, indicator: str, *, area_type: str) -> NDArray[np.float64]:
        """Every shown value of every period, ascending: what map classes are cut from.

        Of totals; of every category where there is no total.
        """
        has_total = "all" in self.categories(indicator)
        found = self._cursor().execute(reader_sql.SHOWN_VALUES, [indicator, area_type, has_total])
        values: NDArray[np.float64] = np.asarray(found.fetchnumpy()["value"], dtype=np.float64)
        return values

    def values_array(
        self, indicator: str, *, area_type: str, period_start: date, category: str = "all"
    ) -> NDArray[np.float32]:
        """One value per area in number order; a NaN's payload says why a value is missing.

        Returns:
            Bits 0x7fc00001 for hidden [c], 0x7fc00002 for not available [x], 0x7fc00003 for
            not applicable [z]. Little-endian.
        """
        sought = [indicator, period_start, category, area_type]
        found = self._cursor().execute(reader_sql.VALUES, sought).fetchnumpy()
        value, why = found["value"], found["why"]
        values = np.ma.filled(value, np.nan).astype("<f4")
        missing = np.isnan(values)
        values.view("<u4")[missing] = NAN_BITS + np.asarray(why)[missing]
        return values

    def _cursor(self) -> duckdb.DuckDBPyConnection:
        """This thread's own cursor: a connection is not for two threads at once."""
        cursor: duckdb.DuckDBPyConnection | None = getattr(self._own, "cursor", None)
        if cursor is None:
            cursor = self._own.cursor = self._connection.cursor()
        return cursor

    def _rows(self, sql: str, sought: Sequence[Any] | dict[str, Any]) -> list[Row]:
        return self._cursor().execute(sql, sought).fetchall()

    def _observations(
        self, sql: str, sought: Sequence[Any] | dict[str, Any]
    ) -> tuple[Observation, ...]:
        return tuple(map(observation_of, self._rows(sql, sought)))

    def _areas(self, sql: str, sought: Sequence[Any] | dict[str, Any]) -> tuple[Area, ...]:
        return tuple(
            Area(area_type=kind, code=code, name=name, number=number)
            for kind, code, name, number in self._rows(sql, sought)
        )
