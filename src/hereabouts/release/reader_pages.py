"""What a release answers a page at a time, in an order that never changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from hereabouts.release import reader_sql
from hereabouts.release.answers import Area, Observation

#: Benchmarks and groups have observations and are no areas: their code is their name.
OBSERVATIONS = f"""
    select {reader_sql.OBSERVED.replace("a.area_name", "coalesce(a.area_name, o.area_code)")}
    from observations o left join areas a using (area_type, area_code)
    where o.indicator = $indicator and o.area_type = $area_type
      and (len($starts) = 0 or list_contains($starts, o.period_start))
      and (len($codes) = 0 or list_contains($codes, o.area_code))
      and ($category is null or o.category = $category)
      and (len($after) = 0 or (o.period_start::varchar, o.breakdown, o.category, o.area_code)
        > ($after[1], $after[2], $after[3], $after[4]))
    order by o.period_start::varchar, o.breakdown, o.category, o.area_code limit $limit
"""
AREAS = """
    select a.area_type, a.area_code, a.area_name, a.number from areas a
    where ($area_type is null or a.area_type = $area_type)
      and (starts_with(lower(a.area_code), lower($text))
        or contains(lower(strip_accents(a.area_name)), lower(strip_accents($text))))
      and (len($within) = 0 or exists (select 1 from parents p where p.area_type = a.area_type
        and p.area_code = a.area_code and p.parent_type = $within[1]
        and p.parent_code = $within[2]))
      and (len($after) = 0 or (a.area_type, a.area_code) > ($after[1], $after[2]))
    order by a.area_type, a.area_code limit $limit
"""
CHILD_COUNTS = """
    select p.area_type, count(*) from parents p join areas a using (area_type, area_code)
    where p.parent_type = ? and p.parent_code = ? group by all order by all
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservationsAsked:
    """Which observations of one indicator and area type; what is empty is not narrowed."""

    indicator: str
    area_type: str
    starts: tuple[date, ...] = ()
    codes: tuple[str, ...] = ()
    category: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AreasAsked:
    """Which areas; what is empty is not narrowed. `within` is an area type and a code."""

    area_type: str | None = None
    text: str = ""
    within: tuple[str, ...] = ()


class PagedAnswers:
    """Answers of a release a page at a time; a part of `ReleaseReader`."""

    def observations_after(
        self, asked: ObservationsAsked, *, after: Sequence[str], limit: int
    ) -> tuple[Observation, ...]:
        """Observations by period, breakdown, category and area code.

        Args:
            asked: which of them.
            after: period start, breakdown, category and area code of the last one already had.
            limit: how many at most.
        """
        sought = {
            "indicator": asked.indicator,
            "area_type": asked.area_type,
            "starts": list(asked.starts),
            "codes": list(asked.codes),
            "category": asked.category,
            "after": list(after),
            "limit": limit,
        }
        return self._observations(OBSERVATIONS, sought)

    def areas_after(
        self, asked: AreasAsked, *, after: Sequence[str], limit: int
    ) -> tuple[Area, ...]:
        """Areas by type and code, after the type and code of the last one already had."""
        sought = {
            "area_type": asked.area_type,
            "text": asked.text.strip(),
            "within": list(asked.within),
            "after": list(after),
            "limit": limit,
        }
        return self._areas(AREAS, sought)

    def child_counts(self, area_type: str, *, code: str) -> tuple[tuple[str, int], ...]:
        """How many areas of each smaller type lie in one area."""
        return tuple((row[0], row[1]) for row in self._rows(CHILD_COUNTS, [area_type, code]))

    def _rows(self, sql: str, sought: Any) -> list[tuple[Any, ...]]:
        raise NotImplementedError

    def _observations(self, sql: str, sought: Any) -> tuple[Observation, ...]:
        raise NotImplementedError

    def _areas(self, sql: str, sought: Any) -> tuple[Area, ...]:
        raise NotImplementedError
