"""An indicator as GeoJSON: the outlines of its areas, each with its value."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import StreamingResponse

from hereabouts.doors.web.address import choose, not_found
from hereabouts.doors.web.endpoints.slice_address import visit_of
from hereabouts.doors.web.files.file_names import attachment
from hereabouts.doors.web.headline import home_type, newest_period
from hereabouts.doors.web.visit import Visit
from hereabouts.release.answers import Observation
from hereabouts.release.manifest_model import ReleasedAreaType, ReleasedIndicator, ReleasedPeriod

#: The outlines of a country take hundreds of megabytes while they are read: one at a time.
_ONE_AT_A_TIME = threading.Lock()
FEATURES_AT_ONCE = 200


def download_geojson(request: Request) -> StreamingResponse:
    """One period of one indicator, for area types that have outlines."""
    visit = visit_of(request)
    indicator = visit.indicator(request.path_params["theme"], name=request.path_params["name"])
    asked = visit.asked("area_type", "period")
    kind = visit.area_type(
        choose(
            asked.get("area_type"),
            among=indicator.area_types,
            otherwise=home_type(visit.reader, indicator=indicator).code,
            what="kind of area",
        )
    )
    periods = {period.start.isoformat(): period for period in indicator.periods}
    newest = newest_period(indicator).start.isoformat()
    start = choose(asked.get("period"), among=periods, otherwise=newest, what="period")
    outlines = visit.artefacts.file(kind.artefact or "", name="areas.geojson")
    if outlines is None:
        raise not_found("there are no outlines of these areas", code="W209", do="use the CSV file")
    return StreamingResponse(
        _pieces(visit, indicator, kind, periods[start], outlines),
        media_type="application/geo+json",
        headers={
            "content-disposition": attachment(
                *(indicator.theme, indicator.name, kind.code, start),
                number=visit.manifest.number,
                ending="geojson",
            )
        },
    )


def _pieces(
    visit: Visit,
    indicator: ReleasedIndicator,
    kind: ReleasedAreaType,
    period: ReleasedPeriod,
    outlines: Path,
) -> Iterator[bytes]:
    seen = visit.reader.observations(
        indicator.id, area_type=kind.code, period_start=period.start, category="all"
    )
    by_code = {one.area_code: one for one in seen}
    with _ONE_AT_A_TIME:
        features = orjson.loads(outlines.read_bytes())["features"]
    head = orjson.dumps({"type": "FeatureCollection"} | _about(visit, indicator, period))
    yield head[:-1] + b',"features":['
    for first in range(0, len(features), FEATURES_AT_ONCE):
        some = features[first : first + FEATURES_AT_ONCE]
        written = (orjson.dumps(_joined(feature, by_code)) for feature in some)
        yield (b"," if first else b"") + b",".join(written)
    yield b"]}"


def _about(visit: Visit, indicator: ReleasedIndicator, period: ReleasedPeriod) -> dict[str, Any]:
    products = filter(None, map(visit.manifest.product, indicator.products))
    return {
        "title": indicator.title,
        "unit": indicator.unit,
        "period": period.label,
        "release": visit.manifest.number,
        "synthetic": indicator.synthetic,
        "attribution": [product.attribution for product in products],
    }


def _joined(feature: dict[str, Any], by_code: dict[str, Observation]) -> dict[str, Any]:
    """The feature with its area's value among its properties."""
    properties = feature["properties"]
    seen = by_code.get(properties["area_code"])
    marker = "[x]" if seen is None else seen.marker.value if seen.marker else None
    numbers = {
        name: getattr(seen, name, None)
        for name in ("numerator", "denominator", "value", "lower", "upper")
    }
    return feature | {"properties": properties | numbers | {"marker": marker}}
