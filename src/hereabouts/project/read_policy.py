"""From policies/disclosure/<policy>.yml to the policy."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from hereabouts.model.policy import Audience, DisclosurePolicy, Scheme
from hereabouts.project.yaml_text import Document


def read_policy(data: Mapping[str, Any], document: Document, *, name: str) -> DisclosurePolicy:
    """The policy that `data`, which fits its schema, declares.

    The numbers default only where the scheme is `none` and nothing uses them: the schema asks
    for every one of them where counts are protected.
    """
    return DisclosurePolicy(
        name=name,
        title=data["title"],
        scheme=Scheme(data["scheme"]),
        suppress_from=data.get("suppress_from", 0),
        suppress_to=data.get("suppress_to", 0),
        round_to=data.get("round_to", 1),
        hide_zero=data.get("hide_zero", False),
        audiences=tuple(Audience(audience) for audience in data["audiences"]),
        why=data.get("why", ""),
        approved_by=data["approved_by"],
        review_on=date.fromisoformat(data["review_on"]) if "review_on" in data else None,
        at=document.at(),
    )
