"""The definition that a command names."""

from collections.abc import Mapping

from hereabouts.errors import Location
from hereabouts.model.definition import Definition
from hereabouts.project.lint.unknown_definition import CODE
from hereabouts.project.names import unknown_name


def find_definition(definitions: Mapping[str, Definition], name: str) -> Definition:
    """The definition called `name`.

    Raises:
        ProjectError: P418 there is none.
    """
    if name not in definitions:
        at = Location("definitions")
        raise unknown_name("definition", name, known=definitions, code=CODE, at=at)
    return definitions[name]
