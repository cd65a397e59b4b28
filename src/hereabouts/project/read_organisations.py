"""From organisations.yml to the organisations."""

from collections.abc import Mapping
from typing import Any

from hereabouts.model.organisation import Organisation, OrganisationKind
from hereabouts.project.yaml_text import Document


def read_organisations(data: Mapping[str, Any], document: Document) -> dict[str, Organisation]:
    """The organisations that `data`, which fits its schema, declares, by their short names."""
    return {name: _organisation(name, said, document) for name, said in data.items()}


def _organisation(name: str, said: Mapping[str, Any], document: Document) -> Organisation:
    return Organisation(
        id=name,
        title=said["title"],
        kind=OrganisationKind(said["kind"]),
        code=said.get("code", ""),
        uri=said.get("uri", ""),
        contact=said.get("contact", ""),
        data_protection_officer=said.get("data_protection_officer", ""),
        ico_registration=said.get("ico_registration", ""),
        domains=tuple(said.get("domains", ())),
        at=document.at(name),
    )
