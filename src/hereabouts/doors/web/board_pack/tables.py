"""The tables of a pack: the area beside larger ones, over time, and by category."""

from collections.abc import Iterator
from dataclasses import replace

from hereabouts.doors.web import words
from hereabouts.doors.web.board_pack.about_one import One
from hereabouts.doors.web.board_pack.contents import Table
from hereabouts.doors.web.comparator import benchmark_title
from hereabouts.doors.web.headline import newest_period
from hereabouts.release.answers import Area, Observation

MOST_PERIODS = 12
MOST_CATEGORIES = 12
NO_LIMITS = "none"


def tables_of(one: One) -> Iterator[Table]:
    """Every table that the indicator has."""
    if one.newest is not None:
        yield _beside(one, one.newest)
    if len(one.series) > 1 and one.row:
        yield _over_time(one)
    parts = _parts(one)
    if parts:
        yield _by_category(one, parts)


def summary_table(found: tuple[One, ...]) -> Table:
    """Every indicator in a row."""
    return Table(
        caption="Every indicator at a glance",
        headings=("Indicator", "Period", "Value", "Compared", "Recent trend", "Place"),
        rows=tuple(_summary_row(one) for one in found if one.row and one.newest),
    )


def _summary_row(one: One) -> tuple[str, ...]:
    seen, row = one.newest, one.row
    if seen is None or row is None:
        raise ValueError("only an indicator with a value or its marker has a row")
    compared = f"{row.comparison.words}: {one.compared_with}" if row.comparison else NO_LIMITS
    icon = row.icons[0].short if row.icons else ""
    moving = row.trend.words if row.trend else icon or "not tested"
    made_up = " (made up)" if one.indicator.synthetic else ""
    return (
        f"{one.indicator.short_title}{made_up}",
        words.sentence(one.period(seen)),
        row.said.whole,
        "not compared" if compared == NO_LIMITS else compared,
        moving,
        row.rank or "no rank",
    )


def _beside(one: One, newest: Observation) -> Table:
    rows = [_row(one.area.name, one, newest)]
    rows += [_row(area.name, one, _same_period(one, area, newest)) for area in one.larger]
    benchmark = _benchmark(one, newest)
    if benchmark and benchmark.area_name not in {area.name for area in one.larger}:
        rows.append(_row(benchmark.area_name, one, benchmark))
    return _table(one, f"Beside larger areas, {one.period(newest)}", "Area", rows)


def _same_period(one: One, area: Area, newest: Observation) -> Observation | None:
    """A value of another period is no comparison."""
    found = one.visit.reader.trend(one.indicator.id, area_type=area.area_type, code=area.code)
    return next((seen for seen in found if seen.period_start == newest.period_start), None)


def _benchmark(one: One, newest: Observation) -> Observation | None:
    if one.indicator.compare_to is None:
        return None
    found = one.visit.reader.benchmark(
        one.indicator.id, period_start=newest.period_start, category=newest.category
    )
    title = benchmark_title(one.visit.manifest, one.indicator.compare_to)
    return replace(found, area_name=title) if found else None


def _over_time(one: One) -> Table:
    shown = one.series[-MOST_PERIODS:]
    cut = f", the newest {MOST_PERIODS} of {len(one.series)}" if shown != one.series else ""
    rows = [_row(words.sentence(one.period(seen)), one, seen) for seen in shown]
    return _table(one, f"{one.area.name} over time{cut}", "Period", rows)


def _parts(one: One) -> list[Observation]:
    """The newest values by category, most first; those hidden come last."""
    if not one.indicator.breakdown:
        return []
    seen = one.visit.reader.observations(
        one.indicator.id,
        area_type=one.area.area_type,
        period_start=newest_period(one.indicator).start,
        code=one.area.code,
    )
    parts = [part for part in seen if part.category != "all"]
    return sorted(parts, key=lambda p: (p.value is None, -(p.value or 0), p.category))


def _by_category(one: One, parts: list[Observation]) -> Table:
    by = (one.indicator.breakdown or "category").replace("_", " ")
    listed = [part for part in parts if part.value != 0]
    zeros, left = len(parts) - len(listed), len(listed) - MOST_CATEGORIES
    cut = f"; {left} more are not listed" if left > 0 else ""
    cut += f"; {zeros} more are zero" if zeros else ""
    rows = [_row(part.category, one, part) for part in listed[:MOST_CATEGORIES]]
    return _table(one, f"By {by}, {one.period(parts[0])}{cut}", words.sentence(by), rows)


def _table(one: One, caption: str, first: str, rows: list[tuple[str, ...]]) -> Table:
    """Limits have a column where any row has them."""
    headings = (
        first,
        words.sentence(one.indicator.unit),
        words.sentence(words.confidence_words(one.indicator)),
    )
    wide = 3 if any(row[2] != NO_LIMITS for row in rows) else 2
    return Table(caption=caption, headings=headings[:wide], rows=tuple(row[:wide] for row in rows))


def _row(name: str, one: One, seen: Observation | None) -> tuple[str, ...]:
    said = words.say_value(seen, indicator=one.indicator)
    limits = words.interval(seen, decimals=one.indicator.decimals) if seen else None
    sign = "%" if said.unit == "%" else ""
    return name, f"{said.text}{sign}", limits or NO_LIMITS
