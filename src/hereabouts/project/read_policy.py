"""From policies/disclosure/<policy>.yml to the policy."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from hereabouts.model.noise import Noise
from hereabouts.model.policy import (
    USUAL_WIDTH,
    Audience,
    DisclosurePolicy,
    Dominance,
    PopulationOf,
    Scheme,
)
from hereabouts.project.yaml_text import Document

#: A scheme that is another with its numbers given: the rule of the Office for National Statistics.
PRESETS: Mapping[str, Mapping[str, Any]] = {
    "ten_five": {
        "scheme": "suppress_and_round",
        "suppress_from": 1,
        "suppress_to": 9,
        "round_to": 5,
        "hide_zero": False,
    }
}


def read_policy(data: Mapping[str, Any], document: Document, *, name: str) -> DisclosurePolicy:
    """The policy that `data`, which fits its schema, declares.

    The numbers default only where the scheme makes no use of them: the schema asks for every
    one that it does.
    """
    said = {**data, **PRESETS.get(data["scheme"], {})}
    return DisclosurePolicy(
        name=name,
        title=said["title"],
        scheme=Scheme(said["scheme"]),
        suppress_from=said.get("suppress_from", 1 if "noise" in said else 0),
        suppress_to=said.get("suppress_to", 0),
        round_to=said.get("round_to", 1),
        hide_zero=said.get("hide_zero", False),
        audiences=tuple(Audience(audience) for audience in said["audiences"]),
        why=said.get("why", ""),
        approved_by=said["approved_by"],
        approved_on=_day(said, "approved_on"),
        review_on=_day(said, "review_on"),
        minimum_width=said.get("minimum_width", USUAL_WIDTH),
        noise=_noise(said),
        population=PopulationOf(**said["population"]) if "population" in said else None,
        minimum_population=said.get("minimum_population", {}),
        dominance=Dominance(**said["dominance"]) if "dominance" in said else None,
        at=document.at(),
    )


def _noise(said: Mapping[str, Any]) -> Noise | None:
    if "noise" not in said:
        return None
    return Noise(
        at_most=said["noise"]["at_most"],
        variance=float(said["noise"]["variance"]),
        never_to=said["suppress_to"],
    )


def _day(said: Mapping[str, Any], key: str) -> date | None:
    return date.fromisoformat(said[key]) if key in said else None
