"""The ranking of areas: a table whose value column is also the chart."""

import math
from dataclasses import dataclass

from markupsafe import Markup

from hereabouts.doors.web import words
from hereabouts.doors.web.address import not_found
from hereabouts.doors.web.charts.bar import draw_bar
from hereabouts.doors.web.charts.spec import Bar
from hereabouts.doors.web.comparison import Comparison, compare
from hereabouts.doors.web.indicator_state import ROWS_A_PAGE, IndicatorState
from hereabouts.doors.web.visit import Visit
from hereabouts.doors.web.words import Said
from hereabouts.model.indicator import Method
from hereabouts.release.answers import Observation, Ranked, Spread

WITH_PARTS = (Method.PROPORTION, Method.CRUDE_RATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingRow:
    """One area, in words and as a bar. `value` is what a script sorts by."""

    rank: str
    name: str
    href: str
    said: Said
    interval: str | None
    numerator: str | None
    denominator: str | None
    bar: Markup
    comparison: Comparison | None
    value: float | None


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
    compared_with: str | None
    total: int
    ranked: int
    first: int
    last: int
    pages: tuple[tuple[int | None, str], ...]  # number and address; None is a gap
    page: int


def ranking_table(
    visit: Visit, state: IndicatorState, *, spread: Spread, lead: Observation | None
) -> RankingTable:
    """One page of the ranking that `state` asks for, and `lead` to compare with.

    Raises:
        AddressError: W203, the ranking has no such page.
    """
    offset = (state.page - 1) * ROWS_A_PAGE
    ranking = visit.reader.ranking(
        state.indicator.id,
        area_type=state.area_type.code,
        period_start=state.period.start,
        category=state.category,
        order=state.sort,
        page=(ROWS_A_PAGE, offset),
    )
    if not ranking.rows and state.page > 1:
        raise not_found(
            "the table has fewer pages than that", code="W203", do="go back to its first page"
        )
    reference = lead if lead and lead.area_type != state.area_type.code else None
    comparing = reference if state.indicator.method is not Method.COUNT else None
    scale = _scale(spread, ranking.rows, comparing)
    rows = tuple(_row(visit, state, ranked, scale, comparing) for ranked in ranking.rows)
    top = Ranked(observation=comparing, rank=None) if comparing else None
    return RankingTable(
        rows=rows,
        reference=_row(visit, state, top, scale, None) if top else None,
        rank=_heading(visit, state, "Rank", "rank"),
        area=_heading(visit, state, state.area_type.title, "area"),
        parts=state.indicator.method in WITH_PARTS
        and any(row.numerator is not None for row in rows),
        intervals=any(row.interval for row in rows),
        compared_with=comparing.area_name
        if comparing and any(row.comparison for row in rows)
        else None,
        total=ranking.total,
        ranked=ranking.ranked,
        first=offset + 1,
        last=offset + len(ranking.rows),
        pages=_pages(visit, state, math.ceil(ranking.total / ROWS_A_PAGE)),
        page=state.page,
    )


def _row(
    visit: Visit,
    state: IndicatorState,
    ranked: Ranked,
    scale: tuple[float, float],
    comparing: Observation | None,
) -> RankingRow:
    seen, indicator = ranked.observation, state.indicator
    return RankingRow(
        rank=f"{ranked.rank:,}" if ranked.rank else "",
        name=seen.area_name,
        href=visit.links.area(seen.area_type, code=seen.area_code),
        said=words.say_value(seen, indicator=indicator),
        interval=words.interval(seen, decimals=indicator.decimals),
        numerator=_whole(seen.numerator),
        denominator=_whole(seen.denominator),
        bar=_bar(ranked, scale, comparing),
        comparison=compare(seen, with_=comparing, indicator=indicator),
        value=seen.value,
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
    spread: Spread, rows: tuple[Ranked, ...], reference: Observation | None
) -> tuple[float, float]:
    """One scale for every bar of the table: from zero, to hold every interval on the page."""
    shown = [*(row.observation for row in rows), *([reference] if reference else [])]
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
