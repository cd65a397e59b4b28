"""Indicators: what each is, for which areas and periods, and where its figures are."""

from typing import Any
from urllib.parse import quote

from starlette.responses import Response

from hereabouts.doors.web.api.checks import observed_types
from hereabouts.doors.web.api.declared import Call
from hereabouts.doors.web.api.paging import after_key, json_answer, one_page
from hereabouts.doors.web.links import Links
from hereabouts.release.manifest_model import ReleasedIndicator, ReleasedPeriod, ReleasedProduct

Json = dict[str, Any]


def indicators(call: Call) -> Response:
    """Every indicator that has a period, by its name."""
    theme = call.asked["theme"]
    found = [one for one in call.visit.manifest.observed if theme in (None, one.theme)]
    rows = after_key(sorted(found, key=_key), _key, call.asked)
    return one_page(call, rows, key=_key, item=lambda one: _in_short(call, one))


def indicator(call: Call) -> Response:
    """One indicator in full.

    Raises:
        AddressError: W204, the release has no such indicator.
    """
    found = call.visit.indicator(call.path["theme"], name=call.path["name"])
    return json_answer({"release": call.visit.manifest.number, **_in_full(call, found)})


def sources_of(call: Call, indicator: ReleasedIndicator) -> list[Json]:
    """The products an indicator is made of, with whom to thank."""
    return [_source(one) for one in map(call.visit.manifest.product, indicator.products) if one]


def period(one: ReleasedPeriod) -> Json:
    """A period; its end is the first day after it."""
    return {"label": one.label, "start": one.start.isoformat(), "end": one.end.isoformat()}


def _key(one: ReleasedIndicator) -> tuple[str, ...]:
    return (one.id,)


def _in_short(call: Call, one: ReleasedIndicator) -> Json:
    return {
        "id": one.id,
        "theme": one.theme,
        "name": one.name,
        "title": one.title,
        "unit": one.unit,
        "method": one.method.value,
        "better": one.better.value,
        "synthetic": one.synthetic,
        "area_types": list(observed_types(one)),
        "newest_period": period(max(one.periods, key=lambda p: p.start)),
        "href": f"{call.base}/indicators/{quote(one.theme)}/{quote(one.name)}",
    }


def _in_full(call: Call, one: ReleasedIndicator) -> Json:
    links = Links(number=call.visit.manifest.number, versioned=call.versioned)
    asked = f"{call.base}/observations?indicator={quote(one.id)}"
    return _in_short(call, one) | {
        "short_title": one.short_title,
        "why": one.why,
        "multiplier": one.multiplier,
        "decimals": one.decimals,
        "breakdown": one.breakdown,
        "categories": list(call.visit.reader.categories(one.id)),
        "confidence": one.confidence,
        "compared_with": one.compare_to,
        "groups": one.inequality,
        "periods": [period(p) for p in sorted(one.periods, key=lambda p: p.start)],
        "protection": {"title": one.policy.title, "why": one.policy.why},
        "sources": sources_of(call, one),
        "notes": list(one.notes),
        "page": links.indicator(one),
        "observations": {kind: f"{asked}&area_type={quote(kind)}" for kind in observed_types(one)},
        "whole_files": {
            kind: links.download(one, ending="csv", area_type=kind, period=None)
            for kind in one.area_types
        },
    }


def _source(product: ReleasedProduct) -> Json:
    return {
        "id": product.id,
        "title": product.title,
        "owner": product.owner,
        "licence": product.licence,
        "attribution": product.attribution,
        "synthetic": product.synthetic,
    }
