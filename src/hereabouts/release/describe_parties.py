"""What release.json says of organisations, agreements and definitions."""

from typing import Any

from hereabouts.model.agreement import Agreement
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


def describe_agreements(project: Project) -> list[Json]:
    """Every agreement: who shares what, why, under which law and until when."""
    return [_agreement(one, project) for one in project.agreements.values()]


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


def _agreement(one: Agreement, project: Project) -> Json:
    return {
        "id": one.id,
        "title": one.title,
        "providers": list(one.providers),
        "recipients": list(one.recipients),
        "purposes": [project.purposes.get(name, name) for name in one.purposes],
        "objective": one.objective,
        "lawful_basis": one.lawful_basis,
        "special_category_condition": one.special_category_condition,
        "power": one.power,
        "products": [shared.product for shared in one.products],
        "retention": one.retention,
        "starts_on": one.starts_on.isoformat(),
        "ends_on": one.ends_on.isoformat(),
        "review_on": one.review_on.isoformat(),
        "revoked_on": one.revoked_on.isoformat() if one.revoked_on else None,
    }
