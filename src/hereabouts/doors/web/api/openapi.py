"""The OpenAPI 3.1 document, made from the table of endpoints.

Source:
    OpenAPI Initiative, OpenAPI Specification 3.1.1, 2024.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from hereabouts.doors.web.api.declared import Endpoint, Parameter
from hereabouts.doors.web.api.schemas import COUNT, SCHEMAS, TEXT, Schema, ref
from hereabouts.doors.web.visit import Visit

PROBLEM = {"application/problem+json": {"schema": ref("Problem")}}
NUMBER = "the number of a release"


def describe(endpoints: Sequence[Endpoint], visit: Visit) -> Mapping[str, Any]:
    """The whole document, as this site answers."""
    place = visit.manifest.place
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"{place.title}: API",
            "version": "1",
            "description": place.description,
        },
        "servers": [{"url": "/"}],
        "paths": {path: {"get": _operation(one, path)} for one in endpoints for path in one.paths},
        "components": {"schemas": SCHEMAS},
    }


def schema_of(one: Parameter) -> Schema:
    """The JSON Schema of what a parameter may be."""
    if one.kind == "number":
        return {"type": "integer", "minimum": 1, "maximum": one.most, "default": one.usual}
    if one.kind == "many":
        return {"type": "array", "items": TEXT, "maxItems": one.most}
    usual = {"default": one.usual} if one.usual is not None else {}
    choices = {"enum": list(one.choices)} if one.choices else {}
    return {"type": "string", "maxLength": one.most, **choices, **usual}


def _operation(endpoint: Endpoint, path: str) -> Mapping[str, Any]:
    numbered = endpoint.of_release and "{number}" in path
    return {
        "operationId": endpoint.name + ("_of_release" if numbered else ""),
        "summary": endpoint.title + (", in one release" if numbered else ""),
        "description": endpoint.words,
        "parameters": [*_parts(endpoint, path), *map(_parameter, endpoint.parameters)],
        "responses": _responses(endpoint),
    }


def _parts(endpoint: Endpoint, path: str) -> list[Mapping[str, Any]]:
    """The parts of the path."""
    named = {"number": NUMBER, **(endpoint.parts or {})}
    return [
        {
            "name": name,
            "in": "path",
            "required": True,
            "description": named[name],
            "schema": COUNT if name == "number" else TEXT,
        }
        for name in re.findall(r"\{(\w+)\}", path)
    ]


def _parameter(one: Parameter) -> Mapping[str, Any]:
    said = {
        "name": one.name,
        "in": "query",
        "required": one.required,
        "description": one.words,
        "schema": schema_of(one),
    }
    return said | ({"style": "form", "explode": False} if one.kind == "many" else {})


def _responses(endpoint: Endpoint) -> Mapping[str, Any]:
    content: dict[str, Any] = {
        kind: {"schema": ref(endpoint.schema)} if kind == "application/json" else {}
        for kind in endpoint.kinds
    }
    link = {"description": 'the next page, as rel="next"', "schema": TEXT}
    found = {"description": "Found.", "content": content}
    if any(one.name == "after" for one in endpoint.parameters):
        found["headers"] = {"Link": link}
    moved = {"307": {"description": "The file is at another address."}}
    return {
        "200": found,
        **(moved if endpoint.redirects else {}),
        "304": {"description": "Unchanged since the ETag that was sent."},
        "400": {"description": "The address asks for what there is not.", "content": PROBLEM},
        "404": {"description": "There is no such thing.", "content": PROBLEM},
        "410": {"description": "The area is no more: see `successors`.", "content": PROBLEM},
        "503": {"description": "There is no release yet.", "content": PROBLEM},
    }
