"""What the service is, its releases, and its own description."""

from starlette.responses import Response

from hereabouts.doors.web.api.declared import ROOT, Call
from hereabouts.doors.web.api.openapi import describe
from hereabouts.doors.web.api.paging import after_key, json_answer, one_page


def service(call: Call) -> Response:
    """Who publishes what here, and where everything is."""
    place = call.visit.manifest.place
    return json_answer(
        {
            "title": place.title,
            "description": place.description,
            "organisation": place.organisation,
            "contact": place.contact,
            "audience": call.visit.manifest.audience.value,
            "version": "v1",
            "release": call.visit.manifest.number,
            "release_href": call.fixed,
            "documentation": f"{ROOT}/docs",
            "openapi": f"{ROOT}/openapi.json",
            "endpoints": [
                {"title": one.title, "path": one.paths[0]} for one in call.endpoints if one.path
            ],
        }
    )


def openapi(call: Call) -> Response:
    """The description of every endpoint, as OpenAPI 3.1."""
    return json_answer(describe(call.endpoints, call.visit))


def releases(call: Call) -> Response:
    """Every release there is, newest first."""
    numbers = sorted(call.site.releases.numbers())
    # Paged by how old each is, so that the newest come first.
    rows = after_key(numbers[::-1], _age, call.asked)
    return one_page(
        call,
        rows,
        key=_age,
        item=lambda number: {
            "number": number,
            "latest": number == numbers[-1],
            "href": f"{ROOT}/releases/{number}",
            "page": f"/r/{number}/",
        },
    )


def release(call: Call) -> Response:
    """One release: when it was made, what it holds, and what it hides."""
    manifest = call.visit.manifest
    said = manifest.disclosure
    return json_answer(
        {
            "number": manifest.number,
            "audience": manifest.audience.value,
            "made_at": manifest.made_at.isoformat(),
            "synthetic": manifest.synthetic,
            "title": manifest.place.title,
            "indicators": len(manifest.observed),
            "area_types": len(manifest.area_types),
            "values_shown": said.shown,
            "values_hidden": said.hidden,
            "page": f"/r/{manifest.number}/",
            "links": {name: f"{call.fixed}/{name}" for name in _LISTS},
        }
    )


_LISTS = ("indicators", "area-types", "areas", "tiles")


def _age(number: int) -> tuple[str, ...]:
    """Smaller for newer releases, as text in order."""
    return (f"{999_999_999 - number:09d}",)
