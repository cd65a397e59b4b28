"""What release.json says of organisations and definitions."""

from typing import Any

from hereabouts.model.definition_words import rule_words
from hereabouts.model.project import Project

Json = dict[str, Any]


def describe_organisations(project: Project) -> list[Json]:
    """Every organisation, without the name of its data protection officer."""
    return [
        {
            "id": one.id,
            "title": one.title,
            "kind": one.kind.value,
            "code": one.code,
            "uri": one.uri,
            "contact": one.contact,
            "domains": list(one.domains),
        }
        for one in project.organisations.values()
    ]


def describe_definitions(project: Project) -> list[Json]:
    """Every definition, its rule in words."""
    return [
        {
            "name": one.name,
            "title": one.title,
            "term": one.term,
            "agency": one.agency,
            "agreed": one.agreed,
            "rule": rule_words(one),
            "why": one.why,
            "source": one.source,
        }
        for one in project.definitions.values()
    ]
