"""What release.json says about the place, its products and its indicators."""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date, timedelta
from typing import Any

import duckdb

from hereabouts.indicators.periods import sequence
from hereabouts.model.indicator import Indicator
from hereabouts.model.place import WHOLE_PLACE, Logo
from hereabouts.model.product import Product
from hereabouts.model.project import Project
from hereabouts.release.describe_conversion import describe_conversion
from hereabouts.release.describe_policy import describe_policy, what_is_counted
from hereabouts.release.describe_receipt import describe_receipt
from hereabouts.release.describe_terms import describe_terms
from hereabouts.release.request import ReleaseRequest

Json = dict[str, Any]
GAPS_TOLD = 3


def _logo(logo: Logo | None) -> Json | None:
    if logo is None:
        return None
    return {"kind": logo.kind, "base64": b64encode(logo.content).decode("ascii")}


def describe_place(project: Project) -> Json:
    """The place and its look."""
    place = project.place
    return {
        "title": place.title,
        "description": place.description,
        "organisation": place.look.organisation,
        "contact": place.look.contact,
        "colour": place.look.colour,
        "accent": place.look.accent,
        "logo": _logo(place.look.logo),
        "home_area_type": place.home_area_type,
        "languages": list(place.languages),
    }


def describe_area_types(
    request: ReleaseRequest, connection: duckdb.DuckDBPyConnection
) -> list[Json]:
    """Area types, smallest first, with how many areas each has."""
    counted = "select area_type, count(*) from areas group by area_type"
    counts = dict(connection.execute(counted).fetchall())
    return [
        {
            "code": area_type.code,
            "title": area_type.title,
            "plural": area_type.plural,
            "short": area_type.short,
            "base": area_type.base,
            "layer": area_type.layer,
            "vintage": area_type.vintage,
            "count": counts.get(area_type.code, 0),
            "artefact": request.artefacts.get(area_type.code),
        }
        for area_type in request.project.place.area_types
    ]


def describe_benchmarks(project: Project) -> list[Json]:
    """What indicators are compared to, the whole place first."""
    place = project.place
    whole = {"name": WHOLE_PLACE, "title": "the whole place", "code": WHOLE_PLACE}
    named = [{"name": b.name, "title": b.title, "code": b.code} for b in place.benchmarks]
    return [whole, *named]


def describe_groups(project: Project) -> list[Json]:
    """The ordered groups that inequality is measured over."""
    return [
        {"name": group.name, "title": group.title, "worst_first": group.worst_first}
        for group in project.place.groups
    ]


def describe_similar(project: Project) -> Json | None:
    """Which areas are compared with areas like them, and by what; None where none are."""
    declared = project.place.similar_areas
    if declared is None:
        return None
    return {
        "area_type": declared.area_type,
        "count": declared.count,
        "indicators": list(declared.indicators),
        "weights": dict(declared.weights),
    }


def describe_indicator(
    indicator: Indicator, request: ReleaseRequest, connection: duckdb.DuckDBPyConnection
) -> Json:
    """An indicator: its meaning, method, policy, periods and what is worth knowing."""
    project = request.project
    return {
        "id": indicator.id,
        "theme": indicator.theme,
        "name": indicator.name,
        "title": indicator.title,
        "short_title": indicator.short_title,
        "why": indicator.why,
        "method": indicator.method.value,
        "unit": indicator.unit,
        "multiplier": indicator.multiplier,
        "decimals": indicator.decimals,
        "better": indicator.better.value,
        "breakdown": indicator.breakdown,
        "confidence": indicator.confidence,
        "area_types": list(indicator.area_types),
        "policy": describe_policy(indicator, request, connection),
        "counts": what_is_counted(indicator),
        "base_type": indicator.area_type,
        "synthetic": any(is_synthetic(project, name) for name in indicator.products),
        "periods": _periods(indicator, connection),
        "products": list(upstream(project, indicator.products)),
        "notes": _notes(indicator, project, connection),
        "compare_to": indicator.compare_to,
        "inequality": indicator.inequality,
        "spc": asdict(indicator.spc) if indicator.spc else None,
        "hot_spots": indicator.hot_spots,
        "also_called": list(indicator.also_called),
    }


def describe_product(product: Product, request: ReleaseRequest) -> Json:
    """A product: its contract in words, its provenance and how its rows fared."""
    contract = product.contract
    facts = request.products[product.id].facts
    quality = request.quality.get(product.id)
    return {
        "id": product.id,
        "title": contract.title,
        "purpose": contract.purpose,
        "limitations": contract.limitations,
        "usage": contract.usage,
        "owner": contract.owner,
        "licence": contract.licence,
        "attribution": contract.attribution,
        "sensitivity": contract.sensitivity.value,
        "synthetic": is_synthetic(request.project, product.id),
        "granularity": contract.granularity,
        "layer": product.layer,
        "inputs": list(product.inputs),
        **describe_receipt(product, request),
        "frequency": contract.frequency,
        "next_due": quality.next_due.isoformat() if quality and quality.next_due else None,
        "quality": quality.as_json() if quality else None,
        "conversion": describe_conversion(product, facts),
        **describe_terms(product, request),
    }


def upstream(project: Project, products: tuple[str, ...]) -> tuple[str, ...]:
    """`products` and everything they are made from, nearest first."""
    found: dict[str, None] = {}
    waiting = list(products)
    while waiting:
        name = waiting.pop(0)
        if name in project.products and name not in found:
            found[name] = None
            waiting.extend(project.products[name].inputs)
    return tuple(found)


def is_synthetic(project: Project, product: str) -> bool:
    """Whether any row behind `product` was made up, here or upstream."""
    return any(project.products[name].contract.synthetic for name in upstream(project, (product,)))


def period_label(start: date, end: date) -> str:
    """A half-open period in words: `2019`, `2019/20`, `April 2019`, or its days."""
    if (end.year - start.year, end.month, end.day) == (1, start.month, start.day):
        if (start.month, start.day) == (1, 1):
            return str(start.year)
        if (start.month, start.day) == (4, 1):
            return f"{start.year}/{end.year % 100:02d}"
    last = end - timedelta(days=1)
    if (start.day, end.day) == (1, 1):
        return _months_label(start, last)
    if last == start:
        return f"{start.day} {start:%B %Y}"
    return f"{start.day} {start:%B %Y} to {last.day} {last:%B %Y}"


def _months_label(first: date, last: date) -> str:
    """Whole months: `April 2019`, `April to June 2019`, `October 2019 to March 2020`."""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%B %Y}"
    return f"{first:%B}{'' if first.year == last.year else f' {first.year}'} to {last:%B %Y}"


def _periods(indicator: Indicator, connection: duckdb.DuckDBPyConnection) -> list[Json]:
    return [
        {
            "label": indicator.period.label or period_label(start, end),
            "start": start.isoformat(),
            "end": end.isoformat(),
        }
        for start, end in _spans(indicator, connection)
    ]


def _spans(indicator: Indicator, connection: duckdb.DuckDBPyConnection) -> list[tuple[date, date]]:
    sql = (
        "select distinct period_start, period_end from protected where indicator = ?"
        " and period_start is not null order by period_start, period_end"
    )
    return connection.execute(sql, [indicator.id]).fetchall()


def _notes(
    indicator: Indicator, project: Project, connection: duckdb.DuckDBPyConnection
) -> list[str]:
    """What a reader might otherwise get wrong."""
    return [
        *_areas_without_data(indicator, project, connection),
        *_periods_apart(_spans(indicator, connection)),
    ]


def _areas_without_data(
    indicator: Indicator, project: Project, connection: duckdb.DuckDBPyConnection
) -> Iterator[str]:
    """How many areas have no data, so that nobody reads their absence as nothing."""
    area_type = project.place.area_type(indicator.area_type)
    sql = (
        "select count(distinct area_code) filter (marker = '[x]'), count(distinct area_code)"
        " from protected where indicator = ? and area_type = ?"
    )
    row = connection.execute(sql, [indicator.id, indicator.area_type]).fetchone()
    if area_type is not None and row is not None and row[0]:
        yield (
            f"{row[0]:,} of {row[1]:,} {area_type.plural} have no data,"
            " which is not the same as none."
        )


def _periods_apart(spans: list[tuple[date, date]]) -> Iterator[str]:
    """That periods roll, and which days between them nothing is known of."""
    told = sequence(tuple(spans))
    if told.rolling:
        yield "Periods overlap: each has most of its events in common with the next."
    for start, end in told.gaps[:GAPS_TOLD]:
        yield f"There is no data for {period_label(start, end)}, between two periods."
    if len(told.gaps) > GAPS_TOLD:
        yield f"There are {len(told.gaps) - GAPS_TOLD:,} more gaps between periods."


def disclosure_summary(
    connection: duckdb.DuckDBPyConnection, project: Project, audience: str
) -> Json:
    """What protection did, by indicator and area type."""
    rows = connection.sql(
        """select indicator, area_type, count(*) filter (marker = '[c]'),
                  count(*) filter (value is not null), count(*) filter (marker = '[x]')
           from protected group by 1, 2 order by 1, 2"""
    ).fetchall()
    names = ("indicator", "area_type", "hidden", "shown", "not_available")
    bases = [
        policy.round_to
        for policy in project.policies.values()
        if audience in policy.audiences and policy.scheme.value != "none"
    ]
    return {
        "hidden": sum(row[2] for row in rows),
        "shown": sum(row[3] for row in rows),
        "rounded_to": max(bases, default=None),
        "by_indicator": [dict(zip(names, row, strict=True)) for row in rows],
    }


def tables_of(request: ReleaseRequest) -> Mapping[str, int]:
    """Every lake table that the release pins, by name."""
    return {table.name: table.version for table in request.tables}
