"""An area's profile: every indicator beside the larger areas it lies in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from hereabouts.doors.web import words
from hereabouts.doors.web.address import choose
from hereabouts.doors.web.board_pack.offers import packs_of_area
from hereabouts.doors.web.breakdowns import breakdowns
from hereabouts.doors.web.charts.spec import Strip
from hereabouts.doors.web.charts.strip import draw_strip, thin
from hereabouts.doors.web.comparator import benchmark_title
from hereabouts.doors.web.comparison import Comparison, compare
from hereabouts.doors.web.control_figure import process_of
from hereabouts.doors.web.control_words import Icon
from hereabouts.doors.web.defined_words import defined_words, kind_words
from hereabouts.doors.web.known_area import known_area
from hereabouts.doors.web.languages import gettext
from hereabouts.doors.web.over_time import CHARTS, Series, all_series, over_time, trend_of
from hereabouts.doors.web.rank_ranges import RankRange, rank_range_of
from hereabouts.doors.web.recent_trend import RecentTrend
from hereabouts.doors.web.similar_table import similar_table
from hereabouts.doors.web.themes import Theme, themes
from hereabouts.doors.web.visit import PageAnswer, Visit
from hereabouts.doors.web.words import Said
from hereabouts.release.answers import Area, Observation, Standing
from hereabouts.release.manifest_model import ReleasedAreaType, ReleasedIndicator
from hereabouts.release.reader import ReleaseReader

FILES = ("csv", "xlsx", "ods", "json")
MOST_CHILDREN = 60  # more are found by searching
MOST_IN_FILES = 1_000  # where nobody answers a search without a script


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileRow:
    """One indicator for this area and beside it."""

    indicator: ReleasedIndicator
    href: str
    about: str  # unit and period
    said: Said
    interval: str | None
    beside: tuple[Said, ...]
    comparison: Comparison | None
    compared_with: str | None  # where it is not the larger area of the column's heading
    trend: RecentTrend | None
    icons: tuple[Icon, ...]
    rank: str | None
    range: RankRange | None
    strip: Markup
    how: str  # where it says how the number was made


@dataclass(frozen=True, slots=True)
class Relation:
    """An area linked to this one."""

    name: str
    href: str
    kind: str


@dataclass(frozen=True, slots=True)
class Children:
    """The smaller areas of one type in this one; without links when there are too many."""

    area_type: ReleasedAreaType
    count: int
    areas: tuple[Relation, ...]


def area_page(visit: Visit, *, area_type: str, code: str) -> PageAnswer:
    """The page of the area with `code`.

    Raises:
        AddressError: W206 or W350, there is no such area.
    """
    wanted = choose(visit.asked("chart").get("chart"), among=CHARTS, otherwise="", what="chart")
    area = known_area(visit, area_type, code)
    kind = visit.area_type(area_type)
    parents = visit.reader.parents(kind.code, code=code)
    standings = {s.observation.indicator: s for s in visit.reader.standings(kind.code, code=code)}
    beside = _beside(visit, parents)
    observed = [one for one in visit.manifest.observed if one.id in standings]
    series = all_series(visit, area, observed=observed)
    rows = _rows_by_theme(visit, kind, beside, standings, series)
    largest = beside[-1] if beside else None
    parts = breakdowns(visit, area=area)
    return PageAnswer(
        "area.html",
        {
            "title": area.name,
            "area": area,
            "kind": kind,
            "kind_words": kind_words(kind),
            "defined": _defined(visit, area),
            "parents": [_relation(visit, parent) for parent in parents],
            "beside": beside,
            "themes": rows,
            "similar": similar_table(visit, area),
            "children": _children(visit, area),
            "breakdowns": parts,
            "trends": over_time(visit, area, series=series, beside=largest, wanted=wanted),
            "map_size": visit.map_size(kind),
            "packs": packs_of_area(
                visit, area, shown=[*standings, *(b.indicator.id for b in parts)]
            ),
            "current": "areas",
            **_leads_to(visit, area),
        },
    )


def _leads_to(visit: Visit, area: Area) -> dict[str, Any]:
    """Where else there is something about the area, and what it is taken away as."""
    kind, code = area.area_type, area.code
    if visit.published and kind in visit.published.alone:
        return {}
    has_map = visit.map_size(visit.area_type(kind))
    return {
        "located": visit.links.located(kind, code=code) if has_map else None,
        "compare_href": None if visit.published else visit.links.compare([f"{kind}/{code}"]),
        "changes_href": visit.links.area_changes(kind, code=code),
        "files": [
            (ending.upper(), visit.links.area_download(kind, code=code, ending=ending))
            for ending in FILES
        ],
    }


def _defined(visit: Visit, area: Area) -> tuple[str, ...]:
    """What a custom area is made of and who says so; nothing for any other."""
    found = visit.manifest.neighbourhood(area.area_type, code=area.code)
    return defined_words(visit.manifest, found) if found else ()


def _beside(visit: Visit, parents: tuple[Area, ...]) -> tuple[Area, ...]:
    """The larger areas to show as columns: the place's own kind, and the largest."""
    home = visit.manifest.place.home_area_type
    return tuple(area for area in parents if area.area_type == home or area is parents[-1])


def _rows_by_theme(
    visit: Visit,
    kind: ReleasedAreaType,
    beside: tuple[Area, ...],
    standings: dict[str, Standing],
    series: Mapping[str, Series],
) -> list[tuple[Theme, list[ProfileRow]]]:
    compared = [_newest(visit, area) for area in beside]
    found = []
    for theme in themes(visit.manifest):
        rows = [
            _row(
                visit,
                kind,
                standings[indicator.id],
                compared,
                series.get(indicator.id, ()),
                indicator,
            )
            for indicator in theme.indicators
            if indicator.id in standings
        ]
        if rows:
            found.append((theme, rows))
    return found


def _newest(visit: Visit, area: Area) -> dict[str, Observation]:
    standings = visit.reader.standings(area.area_type, code=area.code)
    return {one.observation.indicator: one.observation for one in standings}


def _row(
    visit: Visit,
    kind: ReleasedAreaType,
    standing: Standing,
    compared: list[dict[str, Observation]],
    series: Series,
    indicator: ReleasedIndicator,
) -> ProfileRow:
    seen = standing.observation
    labels = {period.start: period.label for period in indicator.periods}
    # A value of another period is no comparison.
    others = [by_indicator.get(indicator.id) for by_indicator in compared]
    others = [o if o and o.period_start == seen.period_start else None for o in others]
    largest = others[-1] if others else None
    period = labels.get(seen.period_start, words.long_date(seen.period_start))
    rank = None
    if standing.rank:
        rank = gettext(
            "%(ordinal)s of %(ranked)s",
            ordinal=words.ordinal(standing.rank),
            ranked=f"{standing.ranked:,}",
        )
    process = process_of(series, indicator=indicator)
    benchmark = indicator.compare_to
    return ProfileRow(
        indicator=indicator,
        href=visit.links.indicator(indicator, area_type=kind.code),
        about=f"{words.sentence(indicator.unit)}, {words.in_sentence(period)}",
        said=words.say_value(seen, indicator=indicator),
        interval=words.interval(seen, decimals=indicator.decimals),
        beside=tuple(words.say_value(one, indicator=indicator) for one in others),
        comparison=compare(seen, with_=largest, indicator=indicator),
        compared_with=benchmark_title(visit.manifest, benchmark) if benchmark else None,
        trend=trend_of(series, indicator=indicator),
        icons=process.icons if process else (),
        rank=rank,
        range=rank_range_of(visit.reader, seen, indicator=indicator),
        strip=_strip(visit, kind, seen),
        how=visit.links.explain(seen),
    )


def _strip(visit: Visit, kind: ReleasedAreaType, seen: Observation) -> Markup:
    if seen.value is None:
        return Markup("")
    shape = _shape(visit.reader, seen.indicator, kind.code, seen.period_start)
    return draw_strip(Strip(values=shape, marked=seen.value)) if len(shape) > 1 else Markup("")


@lru_cache(maxsize=512)
def _shape(reader: ReleaseReader, indicator: str, area_type: str, start: date) -> tuple[float, ...]:
    """How values of one type of area are spread: the same for every area of the type."""
    return thin(reader.spread(indicator, area_type=area_type, period_start=start).values)


def _children(visit: Visit, area: Area) -> list[Children]:
    order = [t.code for t in visit.manifest.area_types]
    found = []
    for smaller in reversed(visit.manifest.area_types[: order.index(area.area_type)]):
        areas = visit.reader.children(area.area_type, code=area.code, of_type=smaller.code)
        if areas:
            few = areas if len(areas) <= _most_children(visit, smaller.code) else ()
            links = tuple(_relation(visit, child) for child in few)
            found.append(Children(smaller, len(areas), links))
    return found


def _most_children(visit: Visit, kind: str) -> int:
    here = visit.published is not None and kind in visit.published.area_types
    return MOST_IN_FILES if here else MOST_CHILDREN


def _relation(visit: Visit, area: Area) -> Relation:
    kind = visit.manifest.area_type(area.area_type)
    href = visit.links.area(area.area_type, code=area.code)
    return Relation(area.name, href, kind.title if kind else area.area_type)
