"""An indicator as GeoJSON: the outlines of its areas, each with its value."""

import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import StreamingResponse

from hereabouts.doors.web.address import not_found
from hereabouts.doors.web.endpoints.selection_address import read_selection
from hereabouts.doors.web.files.file_names import attachment
from hereabouts.doors.web.headline import leading_category, newest_period
from hereabouts.doors.web.visit import Visit
from hereabouts.release.answers import Observation
from hereabouts.release.manifest_model import ReleasedAreaType, ReleasedIndicator, ReleasedPeriod

#: The outlines of a country take hundreds of megabytes while they are read: one at a time.
_ONE_AT_A_TIME = threading.Lock()
FEATURES_AT_ONCE = 200


def download_geojson(request: Request) -> StreamingResponse:
    """One period and category of one indicator, for a kind of area that has outlines.

    Raises:
        AddressError: W201, W202 or W204, the release has no such thing; W209, no outlines.
    """
    asked = read_selection(request)
    visit, indicator = asked.visit, asked.indicator
    outlines, period = _outlines(visit, asked.kinds), asked.period or newest_period(indicator)
    category = asked.category or leading_category(visit.reader, indicator=indicator)
    whole = replace(asked, period=period, category=category)
    kind = asked.kinds[0]
    about = _about(visit, indicator, period) | {"category": category}
    named = attachment(
        *(indicator.theme, indicator.name, kind.code, period.start.isoformat()),
        number=visit.manifest.number,
        ending="geojson",
    )
    return StreamingResponse(
        _pieces(outlines, whole.observations(kind), about),
        media_type="application/geo+json",
        headers={"content-disposition": named},
    )


def _outlines(visit: Visit, kinds: Sequence[ReleasedAreaType]) -> Path:
    artefact = kinds[0].artefact if len(kinds) == 1 else None
    found = visit.artefacts.file(artefact or "", name="areas.geojson")
    if found is None:
        raise not_found(
            "there are no outlines of these areas",
            code="W209",
            do="ask for one kind of area that has a map, or use the CSV file",
        )
    return found


def _pieces(outlines: Path, seen: Iterable[Observation], about: dict[str, Any]) -> Iterator[bytes]:
    by_code = {one.area_code: one for one in seen}
    with _ONE_AT_A_TIME:
        features = orjson.loads(outlines.read_bytes())["features"]
    head = orjson.dumps({"type": "FeatureCollection"} | about)
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
