"""Areas by indicators: each value beside its benchmark, in a mark and words."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hereabouts.doors.web import words
from hereabouts.doors.web.address import AddressError, choose
from hereabouts.doors.web.comparator import benchmark_title
from hereabouts.doors.web.comparison import Comparison, compare
from hereabouts.doors.web.headline import leading_category, newest_period
from hereabouts.doors.web.one_slice import slice_of
from hereabouts.doors.web.sections.chooser import area_type_chooser, choosers
from hereabouts.doors.web.sections.offered import home_first, indicators_of, kinds_of
from hereabouts.doors.web.sections.place_on_page import PlaceOnPage
from hereabouts.doors.web.visit import Visit
from hereabouts.doors.web.words import Said
from hereabouts.model.page import Section
from hereabouts.release.answers import Area, Observation
from hereabouts.release.manifest_model import ReleasedAreaType, ReleasedIndicator

ROWS_A_PAGE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One indicator: its newest period, and what it is compared with."""

    indicator: ReleasedIndicator
    href: str
    period: str
    benchmark: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One value of one area."""

    said: Said
    comparison: Comparison | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One area."""

    name: str
    href: str
    cells: tuple[Cell, ...]


def table_section(visit: Visit, section: Section, place: PlaceOnPage) -> Mapping[str, Any] | None:
    """One page of the table that the address asks for.

    Raises:
        AddressError: W202, it asks for what the section does not have.
    """
    found = indicators_of(visit, section.indicators)
    kinds = home_first(visit, section, kinds_of(visit, section, found, most=None))
    if not found or not kinds:
        return None
    by_code = {kind.code: kind for kind in kinds}
    code = choose(
        place.own.get("area_type"), among=by_code, otherwise=kinds[0].code, what="kind of area"
    )
    areas = sorted(visit.reader.areas(code), key=lambda area: area.name)
    count = max(1, math.ceil(len(areas) / ROWS_A_PAGE))
    page = _page(place.own.get("page"), count)
    shown = areas[(page - 1) * ROWS_A_PAGE : page * ROWS_A_PAGE]
    chooser = area_type_chooser(place, kinds, chosen=by_code[code])
    return {
        "kind": by_code[code],
        "columns": tuple(_column(visit, one, by_code[code]) for one in found),
        "rows": tuple(_rows(visit, found, by_code[code], shown)),
        "pages": tuple(_pages(visit, place, code, count)) if count > 1 else (),
        "page": page,
        "choosers": choosers(visit, place, [chooser]),
    }


def _column(visit: Visit, indicator: ReleasedIndicator, kind: ReleasedAreaType) -> Column:
    name = indicator.compare_to
    return Column(
        indicator=indicator,
        href=visit.links.indicator(indicator, area_type=kind.code),
        period=newest_period(indicator).label,
        benchmark=benchmark_title(visit.manifest, name) if name else None,
    )


def _rows(
    visit: Visit,
    indicators: Sequence[ReleasedIndicator],
    kind: ReleasedAreaType,
    areas: Sequence[Area],
) -> Iterator[Row]:
    slices = [_by_area(visit, one, kind) for one in indicators]
    for area in areas:
        pairs = zip(indicators, slices, strict=True)
        yield Row(
            name=area.name,
            href=visit.links.area(kind.code, code=area.code),
            cells=tuple(_cell(one, found.get(area.code)) for one, found in pairs),
        )


def _by_area(
    visit: Visit, indicator: ReleasedIndicator, kind: ReleasedAreaType
) -> dict[str, Observation]:
    category = leading_category(visit.reader, indicator=indicator)
    start = newest_period(indicator).start
    found = slice_of(visit.reader, indicator.id, kind.code, start, category)
    return {one.area_code: one for one in found}


def _cell(indicator: ReleasedIndicator, seen: Observation | None) -> Cell:
    return Cell(
        said=words.say_value(seen, indicator=indicator),
        comparison=compare(seen, with_=None, indicator=indicator) if seen else None,
    )


def _page(value: str | None, count: int) -> int:
    if value is None:
        return 1
    if value.isascii() and value.isdigit() and 1 <= int(value) <= count:
        return int(value)
    raise AddressError(
        "there is no such page of the table", code="W202", do=f"use 1 to {count}", status=400
    )


def _pages(visit: Visit, place: PlaceOnPage, code: str, count: int) -> Iterator[tuple[int, str]]:
    for number in range(1, count + 1):
        yield number, place.address(visit, {"area_type": code, "page": number})
