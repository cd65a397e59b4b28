"""Observations: the figures, as JSON, CSV or Parquet, a page at a time."""

import csv
import io
from collections.abc import Sequence
from datetime import date
from typing import Any
from urllib.parse import quote

from starlette.responses import Response

from hereabouts.doors.web.api.checks import NEWEST
from hereabouts.doors.web.api.declared import Asked, Call
from hereabouts.doors.web.api.files import WHOLE, to_file
from hereabouts.doors.web.api.indicators import sources_of
from hereabouts.doors.web.api.paging import link_headers, next_page, one_page, read_cursor
from hereabouts.doors.web.api.parquet import as_parquet
from hereabouts.model.observation import Marker
from hereabouts.model.spreadsheet_safety import safe_cell
from hereabouts.release.answers import Observation
from hereabouts.release.manifest_model import ReleasedIndicator
from hereabouts.release.reader_pages import ObservationsAsked

Json = dict[str, Any]
FORMATS = ("json", "csv", "parquet", *WHOLE)
PARQUET = "application/vnd.apache.parquet"
CURSOR_PARTS = 4


def observations(call: Call) -> Response:
    """Observations of one indicator and kind of area, by period, category and area code."""
    indicator = call.visit.manifest.indicator_of(call.asked["indicator"])
    if indicator is None:
        raise ValueError("an indicator that was checked is not there")
    if call.asked["format"] in WHOLE:
        return to_file(call, indicator)
    rows = call.visit.reader.observations_after(
        ObservationsAsked(
            indicator=indicator.id,
            area_type=call.asked["area_type"],
            starts=_starts(call.asked, indicator),
            codes=call.asked["area"],
            category=call.asked["category"],
        ),
        after=read_cursor(call.asked["after"], parts=CURSOR_PARTS),
        limit=call.asked["limit"] + 1,
    )
    if call.asked["format"] == "json":
        return one_page(
            call,
            rows,
            key=_key,
            item=lambda seen: _item(seen, indicator),
            more={"indicator": _about(call, indicator), "markers": _markers(rows)},
        )
    return _file(call, rows, indicator)


def _starts(asked: Asked, indicator: ReleasedIndicator) -> tuple[date, ...]:
    newest = max(one.start for one in indicator.periods)
    return tuple(newest if one == NEWEST else date.fromisoformat(one) for one in asked["period"])


def _key(seen: Observation) -> tuple[str, ...]:
    return (seen.period_start.isoformat(), seen.breakdown, seen.category, seen.area_code)


def _item(seen: Observation, indicator: ReleasedIndicator) -> Json:
    """One observation. Where a number is not shown it is null, and `marker` says why."""
    labels = {one.start: one.label for one in indicator.periods}
    return {
        "area_type": seen.area_type,
        "area_code": seen.area_code,
        "area_name": seen.area_name,
        "period": labels.get(seen.period_start, ""),
        "period_start": seen.period_start.isoformat(),
        "period_end": seen.period_end.isoformat(),
        "breakdown": seen.breakdown,
        "category": seen.category,
        "numerator": seen.numerator,
        "denominator": seen.denominator,
        "value": seen.value,
        "lower": seen.lower,
        "upper": seen.upper,
        "marker": seen.marker.value if seen.marker else None,
        "compared": seen.compared,
    }


def _about(call: Call, indicator: ReleasedIndicator) -> Json:
    return {
        "id": indicator.id,
        "title": indicator.title,
        "unit": indicator.unit,
        "decimals": indicator.decimals,
        "confidence": indicator.confidence,
        "synthetic": indicator.synthetic,
        "sources": sources_of(call, indicator),
        "href": f"{call.base}/indicators/{quote(indicator.theme)}/{quote(indicator.name)}",
    }


def _markers(rows: Sequence[Observation]) -> dict[str, str]:
    """What the markers on the page mean."""
    there = {seen.marker for seen in rows if seen.marker}
    return {marker.value: marker.words for marker in Marker if marker in there}


def _file(call: Call, rows: Sequence[Observation], indicator: ReleasedIndicator) -> Response:
    """The same page as a file; `synthetic` is beside each row, for it is easily parted from it."""
    following = next_page(call, rows, _key)
    facts = [
        {"indicator": indicator.id, **_item(seen, indicator), "synthetic": indicator.synthetic}
        for seen in rows[: call.asked["limit"]]
    ]
    ending = call.asked["format"]
    name = f"{indicator.theme}-{indicator.name}-release-{call.visit.manifest.number}.{ending}"
    plain = "".join(c if c.isascii() and (c.isalnum() or c in "-_.") else "-" for c in name)
    headers = {"content-disposition": f'attachment; filename="{plain}"', **link_headers(following)}
    if ending == "csv":
        return Response(_as_csv(facts), media_type="text/csv", headers=headers)
    return Response(as_parquet(facts), media_type=PARQUET, headers=headers)


COLUMNS = (
    *("indicator", "area_type", "area_code", "area_name", "period", "period_start", "period_end"),
    *("breakdown", "category", "numerator", "denominator", "value", "lower", "upper"),
    *("marker", "compared", "synthetic"),
)


def _as_csv(facts: Sequence[Json]) -> str:
    """A heading, then a row each; number columns hold numbers or nothing."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(COLUMNS)
    for row in facts:
        writer.writerow([_cell(row[name]) for name in COLUMNS])
    return buffer.getvalue()


def _cell(value: object) -> object:
    return safe_cell(("yes" if value else "no") if isinstance(value, bool) else value)
