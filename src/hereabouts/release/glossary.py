"""The glossary as a release shows it: a term with an agreed definition says its rule."""

from hereabouts.model.definition_words import agreed_words
from hereabouts.model.project import Project


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
