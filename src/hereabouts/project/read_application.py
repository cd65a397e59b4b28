"""From apply.yml to the definitions that are applied."""

from collections.abc import Mapping
from typing import Any

from hereabouts.model.application import Application
from hereabouts.model.definition import Definition
from hereabouts.project.yaml_text import Document


def read_application(
    data: Mapping[str, Any], document: Document, definitions: Mapping[str, Definition]
) -> Application:
    """What `data`, which fits its schema, applies of the folder's definitions."""
    names = tuple(data["definitions"])
    return Application(
        names=names,
        definitions=tuple(definitions[name] for name in names if name in definitions),
        keep=tuple(data.get("keep", ())),
        at=document.at(),
    )
