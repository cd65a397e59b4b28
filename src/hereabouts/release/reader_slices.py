"""What a release answers of one slice: an indicator, area type, period and category.

A page asks for the same slice many times: its ranking, its spread, its ends, its chart. It is read
once, and the rest is worked out from that.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import Any

from hereabouts.model.keeping import keeping
from hereabouts.model.observation import Marker
from hereabouts.release import reader_sql
from hereabouts.release.answers import Observation, Ranked, Ranking, Spread, observation_of
from hereabouts.release.kept_areas import KeptAreas

MANY = 10_000_000
KEPT = 4  # slices; the largest is of 34,753 areas
CODE, NAME = (Observation.__slots__.index(name) for name in ("area_code", "area_name"))

Ranks = Mapping[float, int]  # of a value
Places = Callable[[Observation, Ranks], Any]


def _rank(one: Observation, ranks: Ranks) -> int | None:
    return None if one.value is None else ranks[one.value]


def _by_name(one: Observation, _ranks: Ranks) -> tuple[str, str]:
    return one.area_name, one.area_code


def _by_rank(one: Observation, ranks: Ranks) -> tuple[Any, ...]:
    return one.value is None, _rank(one, ranks) or 0, one.area_name, one.area_code


def _by_rank_backwards(one: Observation, ranks: Ranks) -> tuple[Any, ...]:
    return one.value is None, -(_rank(one, ranks) or 0), one.area_name, one.area_code


#: Orders of a ranking: what an area's place is by, and whether the last comes first.
ORDERS: Mapping[str, tuple[Places, bool]] = {
    "rank": (_by_rank, False),
    "-rank": (_by_rank_backwards, False),
    "area": (_by_name, False),
    "-area": (_by_name, True),
}


class SliceAnswers:
    """Answers of a release about one slice at a time; a part of `ReleaseReader`."""

    def __init__(self) -> None:
        super().__init__()
        self._slice = keeping(self._read_slice, most=KEPT)
        self._ranks = keeping(self._find_ranks, most=KEPT)
        self._ordered = keeping(self._put_in_order, most=KEPT)
        self._spread = keeping(self._read_spread, most=KEPT)
        self._categories = keeping(self._read_categories, most=KEPT)

    def slice_of(
        self, indicator: str, *, area_type: str, period_start: date, category: str = "all"
    ) -> tuple[Observation, ...]:
        """Every area's observation of one slice, by area code."""
        return self._slice(indicator, area_type, period_start, category)

    def ranking(
        self,
        indicator: str,
        *,
        area_type: str,
        period_start: date,
        category: str = "all",
        order: str = "rank",
        page: tuple[int, int] = (MANY, 0),
    ) -> Ranking:
        """Areas of one type with their ranks: 1 is the best, or the highest where neither is.

        Args:
            indicator: `theme.name`.
            area_type: code of the area type.
            period_start: first day of the period.
            category: of the breakdown; `all` is the total.
            order: rank, -rank, area or -area; areas without a value come last by rank.
            page: how many rows, after how many.
        """
        slice_ = (indicator, area_type, period_start, category)
        ranks = self._ranks(*slice_)
        rows = self._ordered(*slice_, order)
        many, after = page
        return Ranking(
            rows=tuple(
                Ranked(observation=one, rank=_rank(one, ranks))
                for one in rows[after : after + many]
            ),
            total=len(rows),
            ranked=len(self._spread(*slice_).values),
        )

    def spread(
        self, indicator: str, *, area_type: str, period_start: date, category: str = "all"
    ) -> Spread:
        """How the values of one type of area are spread, and why some are not there."""
        return self._spread(indicator, area_type, period_start, category)

    def categories(self, indicator: str) -> tuple[str, ...]:
        """`all`, unless there is no total, then what an indicator is broken down by, most first."""
        return self._categories(indicator)

    def _read_categories(self, indicator: str) -> tuple[str, ...]:
        return tuple(row[0] for row in self._rows(reader_sql.CATEGORIES, [indicator]))

    def _read_slice(
        self, indicator: str, area_type: str, start: date, category: str
    ) -> tuple[Observation, ...]:
        rows = self._rows(reader_sql.SLICE_ROWS, [indicator, area_type, start, category])
        return self._named(area_type, rows)

    def _named(self, area_type: str, rows: Sequence[Sequence[Any]]) -> tuple[Observation, ...]:
        """Observations of areas, whose names are in memory: joining takes longer than reading."""
        areas = self._areas_kept().by_code.get(area_type, {})
        return tuple(
            observation_of((*row[:NAME], area.name, *row[NAME + 1 :]))
            for row in rows
            if (area := areas.get(row[CODE]))
        )

    def _find_ranks(self, indicator: str, area_type: str, start: date, category: str) -> Ranks:
        values = self._spread(indicator, area_type, start, category).values
        best_first = values if self._lower_is_better(indicator) else values[::-1]
        ranks: dict[float, int] = {}
        for rank, value in enumerate(best_first, start=1):
            ranks.setdefault(value, rank)
        return ranks

    def _put_in_order(
        self, indicator: str, area_type: str, start: date, category: str, order: str
    ) -> tuple[Observation, ...]:
        slice_ = (indicator, area_type, start, category)
        ranks = self._ranks(*slice_)
        by, backwards = ORDERS[order]
        return tuple(
            sorted(self._slice(*slice_), key=lambda one: by(one, ranks), reverse=backwards)
        )

    def _read_spread(self, indicator: str, area_type: str, start: date, category: str) -> Spread:
        rows = self._slice(indicator, area_type, start, category)
        shown = sorted((one for one in rows if one.value is not None), key=attrgetter("value"))
        values = tuple(one.value for one in shown if one.value is not None)
        missing = Counter(
            (one.marker or Marker.NOT_AVAILABLE).value for one in rows if one.value is None
        )
        return Spread(
            values=values,
            # Sorting keeps, and `max` takes, the first by code of areas with the same value.
            lowest=shown[0] if shown else None,
            highest=max(shown, key=attrgetter("value")) if shown else None,
            by_marker=dict(sorted(missing.items())),
        )

    def _lower_is_better(self, indicator: str) -> bool:
        raise NotImplementedError

    def _areas_kept(self) -> KeptAreas:
        raise NotImplementedError

    def _rows(self, sql: str, sought: Sequence[Any] | dict[str, Any]) -> list[tuple[Any, ...]]:
        raise NotImplementedError
