"""From policies/pre_release/<list>.yml to the list."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from hereabouts.model.pre_release import PreReleaseList, PreReleasePost
from hereabouts.project.yaml_text import Document


def read_pre_release(data: Mapping[str, Any], document: Document, *, name: str) -> PreReleaseList:
    """The list that `data`, which fits its schema, declares."""
    return PreReleaseList(
        name=name,
        title=data["title"],
        statistics=tuple(data["statistics"]),
        hours=data["hours"],
        people=tuple(_post(said) for said in data["people"]),
        why=data["why"],
        approved_by=data["approved_by"],
        approved_on=date.fromisoformat(data["approved_on"]),
        at=document.at(),
    )


def _post(said: Mapping[str, Any]) -> PreReleasePost:
    return PreReleasePost(
        post=said["post"],
        organisation=said["organisation"],
        person=said.get("person", ""),
        roles=tuple(said.get("roles", ())),
    )
