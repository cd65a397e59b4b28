"""What the API answers with, as JSON Schemas. Tests hold every answer to them."""

from typing import Any

from hereabouts.model.observation import Marker

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
MAYBE_TEXT: Schema = {"type": ["string", "null"]}
NUMBER: Schema = {"type": "number"}
MAYBE_NUMBER: Schema = {"type": ["number", "null"]}
COUNT: Schema = {"type": "integer", "minimum": 0}
YES_OR_NO: Schema = {"type": "boolean"}
DAY: Schema = {"type": "string", "format": "date"}
MOMENT: Schema = {"type": "string", "format": "date-time"}
BOUNDS: Schema = {"type": ["array", "null"], "items": NUMBER, "minItems": 4, "maxItems": 4}
TEXTS: Schema = {"type": "array", "items": TEXT}
NAMED: Schema = {"type": "object", "additionalProperties": TEXT}


def ref(name: str) -> Schema:
    """A reference to another of these."""
    return {"$ref": f"#/components/schemas/{name}"}


def a_list(item: Schema) -> Schema:
    """A list of `item`."""
    return {"type": "array", "items": item}


def thing(words: str, **properties: Schema) -> Schema:
    """An object with all of the properties and no others."""
    return {
        "type": "object",
        "description": words,
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def page(item: str, **more: Schema) -> Schema:
    """A page of a list, with where the next one is."""
    return thing(
        f"A page of {item}; `next` is null on the last.",
        release=COUNT,
        **more,
        count=COUNT,
        next=MAYBE_TEXT,
        items=a_list(ref(item)),
    )


_IN_SHORT: Schema = {
    "id": TEXT,
    "theme": TEXT,
    "name": TEXT,
    "title": TEXT,
    "unit": TEXT,
    "method": TEXT,
    "better": {"enum": ["higher", "lower", "neither"]},
    "synthetic": {**YES_OR_NO, "description": "Whether the figures are made up."},
    "area_types": TEXTS,
    "newest_period": ref("Period"),
    "href": TEXT,
}
_AREA: Schema = {"area_type": TEXT, "code": TEXT, "name": TEXT, "href": TEXT}
_FILE: Schema = {"href": TEXT, "media_type": TEXT}

SCHEMAS: dict[str, Schema] = {
    "Service": thing(
        "Who publishes, and where everything is.",
        title=TEXT,
        description=TEXT,
        organisation=TEXT,
        contact=TEXT,
        audience=TEXT,
        version=TEXT,
        release=COUNT,
        release_href=TEXT,
        documentation=TEXT,
        openapi=TEXT,
        endpoints=a_list(thing("An endpoint.", title=TEXT, path=TEXT)),
    ),
    "OpenAPI": {"type": "object", "description": "An OpenAPI 3.1 document."},
    "ReleaseInShort": thing(
        "A release that can be read.", number=COUNT, latest=YES_OR_NO, href=TEXT, page=TEXT
    ),
    "Release": thing(
        "A release: a state of all the data that never changes.",
        number=COUNT,
        audience=TEXT,
        made_at=MOMENT,
        synthetic=YES_OR_NO,
        title=TEXT,
        indicators=COUNT,
        area_types=COUNT,
        values_shown=COUNT,
        values_hidden=COUNT,
        page=TEXT,
        links=NAMED,
    ),
    "Period": thing("A period; `end` is the first day after it.", label=TEXT, start=DAY, end=DAY),
    "Source": thing(
        "A product that an indicator is made of.",
        id=TEXT,
        title=TEXT,
        owner=TEXT,
        licence=TEXT,
        attribution=TEXT,
        synthetic=YES_OR_NO,
    ),
    "IndicatorInShort": thing("An indicator.", **_IN_SHORT),
    "Indicator": thing(
        "An indicator in full.",
        release=COUNT,
        **_IN_SHORT,
        short_title=TEXT,
        why=TEXT,
        multiplier=NUMBER,
        decimals=COUNT,
        breakdown=MAYBE_TEXT,
        categories=TEXTS,
        confidence=NUMBER,
        compared_with=MAYBE_TEXT,
        groups=MAYBE_TEXT,
        periods=a_list(ref("Period")),
        protection=thing("How people are protected.", title=TEXT, why=TEXT),
        sources=a_list(ref("Source")),
        notes=TEXTS,
        page=TEXT,
        observations=NAMED,
        whole_files=NAMED,
    ),
    "AreaType": thing(
        "A kind of area.",
        code=TEXT,
        title=TEXT,
        plural=TEXT,
        short=TEXT,
        count=COUNT,
        areas=TEXT,
        geometry=MAYBE_TEXT,
    ),
    "AreaInShort": thing("An area.", **_AREA),
    "Area": thing(
        "An area, and what is larger and smaller.",
        release=COUNT,
        **_AREA,
        page=TEXT,
        parents=a_list(ref("AreaInShort")),
        children=a_list(thing("Smaller areas.", area_type=TEXT, count=COUNT, href=TEXT)),
    ),
    "Geometry": thing(
        "Where the outlines of a kind of area are.",
        release=COUNT,
        area_type=TEXT,
        crs=TEXT,
        bounds=BOUNDS,
        files={"type": "object", "additionalProperties": thing("A file.", **_FILE)},
    ),
    "Tiles": thing(
        "An archive of vector tiles.", area_type=TEXT, layer=TEXT, bounds=BOUNDS, **_FILE
    ),
    "Observation": thing(
        "One figure. A number that is not shown is null, and `marker` says why.",
        area_type=TEXT,
        area_code=TEXT,
        area_name=TEXT,
        period=TEXT,
        period_start=DAY,
        period_end=DAY,
        breakdown=TEXT,
        category=TEXT,
        numerator=MAYBE_NUMBER,
        denominator=MAYBE_NUMBER,
        value=MAYBE_NUMBER,
        lower=MAYBE_NUMBER,
        upper=MAYBE_NUMBER,
        marker={"enum": [*(marker.value for marker in Marker), None]},
        compared=MAYBE_TEXT,
    ),
    "ObservedIndicator": thing(
        "What the figures are.",
        id=TEXT,
        title=TEXT,
        unit=TEXT,
        decimals=COUNT,
        confidence=NUMBER,
        synthetic=YES_OR_NO,
        sources=a_list(ref("Source")),
        href=TEXT,
    ),
    "Problem": {
        "type": "object",
        "description": "A problem, as RFC 9457 has it, with a code and what to do.",
        "properties": {
            "type": TEXT,
            "title": TEXT,
            "status": COUNT,
            "detail": TEXT,
            "code": TEXT,
            "do": TEXT,
            "errors": a_list(thing("One fault.", parameter=TEXT, code=TEXT, problem=TEXT, do=TEXT)),
            "retired_since": MAYBE_TEXT,
            "successors": a_list(
                thing("It took its place.", area_type=TEXT, code=TEXT, name=TEXT, href=TEXT)
            ),
        },
        "required": ["type", "title", "status", "detail", "code", "do"],
        "additionalProperties": False,
    },
    "Releases": page("ReleaseInShort"),
    "Indicators": page("IndicatorInShort"),
    "AreaTypes": page("AreaType"),
    "Areas": page("AreaInShort"),
    "TilesOfAll": page("Tiles"),
    "Observations": page("Observation", indicator=ref("ObservedIndicator"), markers=NAMED),
}
