"""What a release answers of one area: read for many neighbours at once, and kept for a while."""

import threading
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hereabouts.model.indicator import Polarity
from hereabouts.model.keeping import keeping
from hereabouts.release import reader_sql
from hereabouts.release.answers import Area, Observation, Standing, observation_of
from hereabouts.release.kept_areas import KeptAreas, keep_areas
from hereabouts.release.manifest_model import ReleaseManifest

ROWS_IN_A_BLOCK = 500  # of observations, near enough
BLOCKS_KEPT = 64
AREAS_KEPT = 8  # as read from a block: those of one page
SORTED_KEPT = 512  # columns of values that areas are ranked by
CODE, NAME = (Observation.__slots__.index(name) for name in ("area_code", "area_name"))

Row = tuple[Any, ...]
Block = Mapping[str, Sequence[Row]]  # by area code


class AreaAnswers:
    """Answers of a release about one area at a time; a part of `ReleaseReader`.

    A page asks several times for the same area, and pages are asked for area by area: one query
    answers for a block of neighbours, by code, where one for each question would scan as much.
    """

    manifest: ReleaseManifest

    def __init__(self) -> None:
        super().__init__()
        self._reading = threading.Lock()
        self._kept: KeptAreas | None = None
        self._sizes: Mapping[str, int] | None = None
        self._profile = keeping(self._read_profile, most=AREAS_KEPT)
        self._block = keeping(self._read_block, most=BLOCKS_KEPT)
        self._sorted = keeping(self._read_sorted, most=SORTED_KEPT)

    def area(self, area_type: str, *, code: str) -> Area | None:
        """One area, or None."""
        return self._areas_kept().area(area_type, code)

    def areas(self, area_type: str) -> tuple[Area, ...]:
        """Every area of one type, in number order."""
        return self._areas_kept().of_type(area_type)

    def parents(self, area_type: str, *, code: str) -> tuple[Area, ...]:
        """The larger areas one area lies in, smallest first."""
        return self._areas_kept().parents(area_type, code)

    def children(self, area_type: str, *, code: str, of_type: str) -> tuple[Area, ...]:
        """The areas of a smaller type that lie in one area, by name."""
        return self._areas_kept().children(area_type, code, of_type)

    def profile(self, area_type: str, *, code: str) -> tuple[Observation, ...]:
        """Everything observed of one area, by indicator, period and category."""
        return self._profile(area_type, code)

    def trend(
        self, indicator: str, *, area_type: str, code: str, category: str = "all"
    ) -> tuple[Observation, ...]:
        """One area's observations of one indicator, oldest first."""
        return tuple(
            one
            for one in self.profile(area_type, code=code)
            if one.indicator == indicator and one.category == category
        )

    def standings(self, area_type: str, *, code: str) -> tuple[Standing, ...]:
        """The newest value of every indicator for one area, and its rank among its type."""
        newest: dict[str, Observation] = {}
        for one in self.profile(area_type, code=code):
            if one.category == "all":
                newest[one.indicator] = one
        return tuple(map(self._standing, newest.values()))

    def _of_area(
        self, indicator: str, area_type: str, code: str, of: tuple[date | None, str | None]
    ) -> Iterator[Observation]:
        """One area's observations of one indicator, of one period and category where said."""
        start, category = of
        found = (
            one
            for one in self.profile(area_type, code=code)
            if one.indicator == indicator
            and start in (None, one.period_start)
            and category in (None, one.category)
        )
        yield from sorted(found, key=lambda one: (one.period_start, one.breakdown, one.category))

    def _standing(self, one: Observation) -> Standing:
        values = self._sorted(one.indicator, one.area_type, one.period_start)
        rank = None
        if one.value is not None:
            low, high = (int(np.searchsorted(values, one.value, s)) for s in ("left", "right"))
            rank = 1 + (low if self._lower_is_better(one.indicator) else len(values) - high)
        return Standing(observation=one, rank=rank, ranked=len(values))

    def _lower_is_better(self, indicator: str) -> bool:
        found = self.manifest.indicator_of(indicator)
        return found is not None and found.better is Polarity.LOWER

    def _areas_kept(self) -> KeptAreas:
        kept = self._kept
        if kept is None:
            with self._reading:
                kept = self._kept = self._kept or self._read_areas()
        return kept

    def _read_areas(self) -> KeptAreas:
        order = tuple(kind.code for kind in self.manifest.area_types)
        areas: list[Any] = self._rows(reader_sql.AREAS, [])
        lies: list[Any] = self._rows(reader_sql.LIES, [])
        return keep_areas(areas, lies, order=order)

    def _read_profile(self, area_type: str, code: str) -> tuple[Observation, ...]:
        kept = self._areas_kept()
        area = kept.area(area_type, code)
        if area is None:
            return ()
        size = self._areas_in_a_block(area_type)
        at = (bisect_right(kept.codes[area_type], code) - 1) // size
        return tuple(
            observation_of((*row[:NAME], area.name, *row[NAME + 1 :]))
            for row in self._block(area_type, at, size).get(code, ())
        )

    def _read_block(self, area_type: str, at: int, size: int) -> Block:
        """The observations of the `at`th so many areas."""
        codes = self._areas_kept().codes[area_type][at * size : (at + 1) * size]
        block: dict[str, list[Row]] = {}
        for row in self._rows(reader_sql.BLOCK, [area_type, codes[0], codes[-1]]):
            block.setdefault(row[CODE], []).append(row)
        return block

    def _areas_in_a_block(self, area_type: str) -> int:
        sizes = self._sizes
        if sizes is None:
            sizes = self._sizes = dict(self._rows(reader_sql.ROWS_OF_AN_AREA, []))
        return max(1, ROWS_IN_A_BLOCK // max(1, sizes.get(area_type, 1)))

    def _read_sorted(self, indicator: str, area_type: str, start: date) -> NDArray[np.float64]:
        """Values of every area of a type, ascending."""
        rows = self._rows(reader_sql.SPREAD_VALUES, [indicator, area_type, start, "all"])
        return np.array(rows[0][0] or (), dtype=np.float64)

    def _rows(self, sql: str, sought: Sequence[Any] | dict[str, Any]) -> list[Row]:
        raise NotImplementedError
