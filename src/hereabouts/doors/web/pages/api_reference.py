"""The reference of the API, made from the table of its endpoints."""

import re
from dataclasses import dataclass

from hereabouts.doors.web.api.declared import Endpoint
from hereabouts.doors.web.api.endpoints import ENDPOINTS
from hereabouts.doors.web.api.examples import examples
from hereabouts.doors.web.api.openapi import schema_of
from hereabouts.doors.web.api.problems import CODES
from hereabouts.doors.web.visit import PageAnswer, Visit


@dataclass(frozen=True, slots=True)
class Documented:
    """An endpoint, an example of it that works, and what each parameter may be."""

    endpoint: Endpoint
    example: str | None
    parameters: tuple[tuple[str, str, str], ...]  # name, what it is, what it may be

    @property
    def pieces(self) -> tuple[str, ...]:
        """The example, in pieces between which a narrow screen may break it."""
        return _pieces(self.example or "")

    @property
    def path_pieces(self) -> tuple[str, ...]:
        """The endpoint's address, in such pieces."""
        return _pieces(f"/api/v1{self.endpoint.path}")


def api_reference(visit: Visit) -> PageAnswer:
    """Every endpoint with its parameters and an example, and every code of a problem."""
    visit.asked()
    found = examples(ENDPOINTS, visit)
    return PageAnswer(
        "api_reference.html",
        {
            "title": "API",
            "endpoints": [_documented(one, found.get(one.name)) for one in ENDPOINTS],
            "codes": sorted(CODES.items()),
            "current": "",
        },
    )


def _documented(endpoint: Endpoint, example: str | None) -> Documented:
    parts = tuple((name, words, "must be there") for name, words in (endpoint.parts or {}).items())
    asked = tuple(
        (one.name, one.words, _may_be(schema_of(one), required=one.required))
        for one in endpoint.parameters
    )
    return Documented(endpoint, example, parts + asked)


def _may_be(schema: dict[str, object], *, required: bool) -> str:
    """What a value may be, in words."""
    choices = schema.get("enum")
    said = ["must be there"] if required else []
    if isinstance(choices, list):
        said.append(" or ".join(map(str, choices)))
    if "maximum" in schema:
        said.append(f"1 to {schema['maximum']:,}")
    if "maxItems" in schema:
        said.append(f"at most {schema['maxItems']}")
    if schema.get("default") is not None:
        said.append(f"{schema['default']} unless given")
    return ", ".join(said)


def _pieces(address: str) -> tuple[str, ...]:
    return tuple(re.split(r"(?<=[/?&=._])", address))
