"""From glossary.yml to its terms."""

from collections.abc import Mapping
from typing import Any

from hereabouts.model.term import Term
from hereabouts.project.yaml_text import Document


def read_glossary(data: Mapping[str, Any], document: Document) -> dict[str, Term]:
    """The terms that `data`, which fits its schema, declares, by name.

    A term that another names in other capitals is called as it is spelt itself.
    """
    spelt = {name.casefold(): name for name in data}
    return {
        name: _term(name, {"means": said} if isinstance(said, str) else said, spelt, document)
        for name, said in data.items()
    }


def _term(name: str, said: Mapping[str, Any], spelt: Mapping[str, str], document: Document) -> Term:
    def as_spelt(other: str) -> str:
        return spelt.get(other.casefold(), other)

    return Term(
        name=name,
        means=said["means"],
        also_called=tuple(said.get("also_called", ())),
        owner=said.get("owner", ""),
        broader=as_spelt(said.get("broader", "")),
        related=tuple(map(as_spelt, said.get("related", ()))),
        source=said.get("source", ""),
        at=document.at(name),
    )
