"""The catalogue by profile and format: what is asked for, and what is written."""

from collections.abc import Callable, Mapping
from typing import Any

import orjson

from hereabouts.doors.web.address import choose
from hereabouts.doors.web.found.catalogue import catalogue
from hereabouts.doors.web.found.open_lineage import events
from hereabouts.doors.web.found.turtle import turtle
from hereabouts.doors.web.found.ukgov_graph import ukgov_catalogue
from hereabouts.doors.web.visit import Visit

Json = dict[str, Any]
DCAT_AP, UKGOV, OPEN_LINEAGE = "dcat-ap", "ukgov", "openlineage"
PROFILES: Mapping[str, Callable[..., Json]] = {DCAT_AP: catalogue, UKGOV: ukgov_catalogue}
JSON_LD, TURTLE, LINES = "application/ld+json", "text/turtle", "application/x-ndjson"


def asked_profile(visit: Visit) -> str:
    """The profile that the address asks for; DCAT-AP where it asks for none.

    Raises:
        AddressError: W201 or W202.
    """
    said = visit.asked("profile").get("profile")
    return choose(said, among=PROFILES, otherwise=DCAT_AP, what="profile")


def as_json_ld(visit: Visit, *, profile: str, site: str) -> bytes:
    """The catalogue as JSON-LD."""
    return orjson.dumps(PROFILES[profile](visit, site=site), option=orjson.OPT_INDENT_2)


def as_turtle(visit: Visit, *, profile: str, site: str) -> bytes:
    """The same graph as Turtle."""
    return turtle(PROFILES[profile](visit, site=site)).encode()


def as_events(visit: Visit, *, site: str) -> bytes:
    """OpenLineage events, one a line."""
    return b"".join(orjson.dumps(event) + b"\n" for event in events(visit, site=site))
