"""The ranking of areas: a table whose value column is also the chart."""

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from hereabouts.doors.web import words
from hereabouts.doors.web.address import not_found
from hereabouts.doors.web.charts.bar import draw_bar
from hereabouts.doors.web.charts.spec import Bar
from hereabouts.doors.web.comparator import Comparator
from hereabouts.doors.web.compared_summary import kind_of
from hereabouts.doors.web.comparison import Comparison, compare
from hereabouts.doors.web.indicator_state import ROWS_A_PAGE, IndicatorState
from hereabouts.doors.web.languages import gettext
from hereabouts.doors.web.one_slice import one_slice
from hereabouts.doors.web.rank_ranges import RankRange, rank_ranges
from hereabouts.doors.web.recent_trend import RecentTrend, has_trends, recent_trends
from hereabouts.doors.web.visit import Visit
from hereabouts.doors.web.words import Said
from hereabouts.model.indicator import Method
from hereabouts.release.answers import Observation, Ranked, Ranking, Spread
from hereabouts.release.reader_slices import MANY
from hereabouts.release.sure_ranks import MOST

WITH_PARTS = (Method.PROPORTION, Method.CRUDE_RATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingRow:
    """One area, in words and as a bar. `value` is what a script sorts by."""

    rank: str
    range: RankRange | None
    name: str
    href: str | None
    said: Said
    interval: str | None
    numerator: str | None
    denominator: str | None
    bar: Markup
    comparison: Comparison | None
    trend: RecentTrend | None
    value: float | None
    how: str | None = None  # where it says how the number was made


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A column heading that sorts."""

    text: str
    href: str
    order: str | None  # ascending | descending | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingTable:
    """The rows of one page of the ranking and what goes round them."""

    rows: tuple[RankingRow, ...]
    reference: RankingRow | None  # the larger area the others are compared with
    rank: Heading
    area: Heading
    parts: bool  # whether numerators and denominators are shown
    intervals: bool
    ranges: bool
    trends: bool
    compared_with: str | None
    total: int
    ranked: int
    listed: int  # of the kind the address asks for
    first: int
    last: int
    pages: tuple[tuple[int | None, str], ...]  # number and address; None is a gap
    page: int


def ranking_table(
    visit: Visit, state: IndicatorState, *, spread: Spread, comparator: Comparator | None
) -> RankingTable:
    """One page of the ranking that `state` asks for, and what it is compared with.

    Raises:
        AddressError: W203, the ranking has no such page.
    """
    ranking = _ranking(visit, state)
    listed = ranking.total
    ranked = ranking.rows
    offset = (state.page - 1) * ROWS_A_PAGE
    if state.compared:
        kept = [one for one in ranked if kind_of(one.observation.compared) == state.compared]
        listed, ranked = len(kept), tuple(kept[offset : offset + ROWS_A_PAGE])
    if not ranked and state.page > 1:
        raise not_found(
            "the table has fewer pages than that", code="W203", do="go back to its first page"
        )
    drawn = _Drawn(visit, state, _scale(spread, ranked, comparator), comparator)
    rows = drawn.rows(ranked)
    return RankingTable(
        rows=rows,
        reference=drawn.reference(),
        rank=_heading(visit, state, gettext("Rank"), "rank"),
        area=_heading(visit, state, state.area_type.title, "area"),
        parts=state.indicator.method in WITH_PARTS
        and any(row.numerator is not None for row in rows),
        intervals=any(row.interval for row in rows),
        ranges=any(row.range for row in rows),
        trends=any(row.trend for row in rows),
        compared_with=comparator.title
        if comparator and any(row.comparison for row in rows)
        else None,
        total=ranking.total,
        ranked=ranking.ranked,
        listed=listed,
        first=offset + 1,
        last=offset + len(ranked),
        pages=_pages(visit, state, math.ceil(listed / ROWS_A_PAGE)),
        page=state.page,
    )


def _ranking(visit: Visit, state: IndicatorState) -> Ranking:
    """One page; all of it where only areas of one kind are wanted, which are then picked out."""
    page = (MANY, 0) if state.compared else (ROWS_A_PAGE, (state.page - 1) * ROWS_A_PAGE)
    return visit.reader.ranking(
        state.indicator.id,
        area_type=state.area_type.code,
        period_start=state.period.start,
        category=state.category,
        order=state.sort,
        page=page,
    )


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What every row of one table is drawn with."""

    visit: Visit
    state: IndicatorState
    scale: tuple[float, float]
    comparator: Comparator | None

    def rows(self, ranked: tuple[Ranked, ...]) -> tuple[RankingRow, ...]:
        """The rows of one page."""
        ranges, trends = self._ranges(), self._trends(ranked)
        return tuple(
            self._row(one, ranges.get(one.observation.area_code), trends.get(at))
            for at, one in enumerate(ranked)
        )

    def _ranges(self) -> Mapping[str, RankRange]:
        """Of areas few enough to be compared with each other; others are not even read."""
        if self.state.area_type.count > MOST:
            return {}
        areas = one_slice(self.visit.reader, self.state)
        return rank_ranges(areas, indicator=self.state.indicator)

    def reference(self) -> RankingRow | None:
        """The row of what the others are compared with."""
        if self.comparator is None:
            return None
        top = Ranked(observation=self.comparator.observation, rank=None)
        row = self._row(top, None, None)
        return replace(row, href=self.comparator.href, comparison=None, how=None)

    def _trends(self, ranked: tuple[Ranked, ...]) -> dict[int, RecentTrend]:
        indicator, category = self.state.indicator, self.state.category
        if not has_trends(indicator):
            return {}
        codes = [one.observation.area_code for one in ranked]
        found = self.visit.reader.trends(
            indicator.id, area_type=self.state.area_type.code, codes=codes, category=category
        )
        by_area = defaultdict[str, list[Observation]](list)
        for one in found:
            by_area[one.area_code].append(one)
        series = [tuple(by_area[code]) for code in codes]
        return dict(enumerate(recent_trends(series, indicator=indicator)))

    def _row(
        self, ranked: Ranked, ranks: RankRange | None, trend: RecentTrend | None
    ) -> RankingRow:
        seen, indicator = ranked.observation, self.state.indicator
        comparing = self.comparator.observation if self.comparator else None
        return RankingRow(
            rank=f"{ranked.rank:,}" if ranked.rank else "",
            range=ranks,
            name=seen.area_name,
            href=self.visit.links.area(seen.area_type, code=seen.area_code),
            said=words.say_value(seen, indicator=indicator),
            interval=words.interval(seen, decimals=indicator.decimals),
            numerator=_whole(seen.numerator),
            denominator=_whole(seen.denominator),
            bar=_bar(ranked, self.scale, comparing),
            comparison=compare(seen, with_=comparing, indicator=indicator),
            trend=trend,
            value=seen.value,
            how=self.visit.links.explain(seen),
        )


def _bar(ranked: Ranked, scale: tuple[float, float], comparing: Observation | None) -> Markup:
    seen = ranked.observation
    if seen.value is None:
        return Markup("")
    bar = Bar(
        value=seen.value,
        lower=seen.lower,
        upper=seen.upper,
        low=scale[0],
        high=scale[1],
        reference=comparing.value if comparing else None,
        emphasised=ranked.rank is None,  # what the others are compared with
    )
    return draw_bar(bar)


def _scale(
    spread: Spread, rows: tuple[Ranked, ...], comparator: Comparator | None
) -> tuple[float, float]:
    """One scale for every bar of the table: from zero, to hold every interval on the page."""
    shown = [row.observation for row in rows] + ([comparator.observation] if comparator else [])
    ends = [end for one in shown for end in (one.lower, one.upper, one.value) if end is not None]
    ends += spread.values[:1] + spread.values[-1:]
    return min(0.0, *ends, 0.0), max(0.0, *ends, 0.0) or 1.0


def _heading(visit: Visit, state: IndicatorState, text: str, name: str) -> Heading:
    ascending, descending = state.sort == name, state.sort == f"-{name}"
    order = "ascending" if ascending else "descending" if descending else None
    turned = f"-{name}" if ascending else name
    return Heading(
        text=text, href=state.address(visit, sort=None if turned == "rank" else turned), order=order
    )


def _pages(visit: Visit, state: IndicatorState, count: int) -> tuple[tuple[int | None, str], ...]:
    """First, last and those round this one."""
    if count < 2:
        return ()
    near = {1, count, *range(max(1, state.page - 1), min(count, state.page + 1) + 1)}
    found: list[tuple[int | None, str]] = []
    for number in sorted(near):
        if found and found[-1][0] != number - 1:
            found.append((None, ""))
        found.append((number, state.address(visit, page=None if number == 1 else number)))
    return tuple(found)


def _whole(value: float | None) -> str | None:
    if value is None:
        return None
    return words.number(value, decimals=0 if float(value).is_integer() else 1)
