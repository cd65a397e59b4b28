"""The words as a release shows them: a term with an agreed definition says its rule."""

from typing import Any

from hereabouts.model.definition_words import agreed_words
from hereabouts.model.dictionary import DataEntity, SharedField
from hereabouts.model.project import Project

Json = dict[str, Any]


def describe_glossary(project: Project) -> dict[str, str]:
    """Term -> meaning, in the folder's order."""
    agreed = {
        definition.term.casefold(): agreed_words(definition)
        for definition in project.definitions.values()
        if definition.agreed
    }
    return {
        term: f"{meaning} {agreed[term.casefold()]}" if term.casefold() in agreed else meaning
        for term, meaning in project.glossary.items()
    }


def describe_glossary_terms(project: Project) -> dict[str, Json]:
    """Term -> what more is said of it, in the folder's order."""
    return {
        name: {
            "owner": term.owner,
            "broader": term.broader,
            "related": list(term.related),
            "source": term.source,
        }
        for name, term in project.terms.items()
    }


def describe_dictionary(project: Project) -> Json:
    """Entities and shared fields, in the folder's order."""
    dictionary = project.dictionary
    return {
        "entities": [_entity(one) for one in dictionary.entities.values()],
        "fields": [_field(one) for one in dictionary.fields.values()],
    }


def _entity(entity: DataEntity) -> Json:
    return {
        "name": entity.name,
        "title": entity.title,
        "means": entity.means,
        "key": list(entity.key),
        "term": entity.term,
        "relations": [
            {"to": one.to, "how": one.how.value, "words": one.words} for one in entity.relations
        ],
    }


def _field(field: SharedField) -> Json:
    return {
        "name": field.name,
        "title": field.title,
        "type": field.type.value,
        "unit": field.unit,
        "meaning": field.meaning,
        "term": field.term,
        "entity": field.entity,
    }
