"""Observations as JSON, with what they mean before them, a few at a time."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

import orjson

from hereabouts.doors.web.comparator import benchmark_title
from hereabouts.doors.web.files.observed_columns import COLUMNS, Raw
from hereabouts.doors.web.method_words import method_sentences
from hereabouts.doors.web.visit import Visit
from hereabouts.model.observation import Marker
from hereabouts.release.manifest_model import ReleasedIndicator

KIND = "application/json"
ROWS_AT_ONCE = 1_000


def json_pieces(about: Mapping[str, Any], rows: Iterable[tuple[Raw, ...]]) -> Iterator[bytes]:
    """One object: what `about` says, then `observations`, an object for each of `rows`."""
    yield orjson.dumps(about)[:-1] + b',"observations":['
    listed = iter(rows)
    between = b""
    while some := list(islice(listed, ROWS_AT_ONCE)):
        objects = (orjson.dumps(dict(zip(COLUMNS, row, strict=True))) for row in some)
        yield between + b",".join(objects)
        between = b","
    yield b"]}"


def said_of_release(visit: Visit) -> dict[str, Any]:
    """What every file says: which release, whose, and what the markers mean."""
    manifest = visit.manifest
    return {
        "release": manifest.number,
        "audience": manifest.audience.value,
        "made_at": manifest.made_at.isoformat(),
        "place": manifest.place.title,
        "publisher": manifest.place.organisation,
        "contact": manifest.place.contact,
        "markers": {marker.value: marker.words for marker in Marker},
        "period_end": "the first day after the period",
    }


def said_of_indicator(visit: Visit, one: ReleasedIndicator) -> dict[str, Any]:
    """What an indicator's values are."""
    products = filter(None, map(visit.manifest.product, one.products))
    compared = benchmark_title(visit.manifest, one.compare_to) if one.compare_to else None
    return {
        "id": one.id,
        "title": one.title,
        "why": one.why,
        "unit": one.unit,
        "decimals": one.decimals,
        "better": one.better.value,
        "method": one.method.value,
        "method_words": list(method_sentences(one)),
        "confidence": one.confidence,
        "compared_with": compared,
        "protection": one.policy.title,
        "synthetic": one.synthetic,
        "notes": list(one.notes),
        "sources": [
            {"title": p.title, "attribution": p.attribution, "licence": p.licence} for p in products
        ],
    }
