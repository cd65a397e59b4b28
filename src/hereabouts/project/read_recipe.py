"""The files that make a product by declaration, and who reads each."""

from collections.abc import Callable, Mapping
from typing import Any

from hereabouts.model.definition import Definition
from hereabouts.model.recipe import Recipe
from hereabouts.project.read_application import read_application
from hereabouts.project.read_conversion import read_conversion
from hereabouts.project.reader import Reader
from hereabouts.project.yaml_text import Document

Definitions = Mapping[str, Definition]

#: File name -> the kind of its schema, and how it is read.
RECIPES: Mapping[str, tuple[str, Callable[[Mapping[str, Any], Document, Definitions], Recipe]]] = {
    "convert.yml": ("convert", lambda data, document, _: read_conversion(data, document)),
    "apply.yml": ("apply", read_application),
}


def read_recipe(
    reader: Reader, files: Mapping[str, str], definitions: Definitions
) -> Recipe | None:
    """The recipe among a product's files, if any; the reader's problems gain what is wrong.

    Args:
        reader: of the project folder.
        files: the product's files, from name to path.
        definitions: of the folder, by name.
    """
    for name, (kind, read) in RECIPES.items():
        if fitted := reader.fitted(files.get(name), kind=kind):
            return read(*fitted, definitions)
    return None
