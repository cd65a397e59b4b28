"""The files that make a product by declaration, and who reads each."""

from collections.abc import Callable, Mapping
from typing import Any

from hereabouts.model.recipe import Recipe
from hereabouts.project.read_conversion import read_conversion
from hereabouts.project.reader import Reader
from hereabouts.project.yaml_text import Document

#: File name -> the kind of its schema, and how it is read. Here is the place of apply.yml.
RECIPES: Mapping[str, tuple[str, Callable[[Mapping[str, Any], Document], Recipe]]] = {
    "convert.yml": ("convert", read_conversion),
}


def read_recipe(reader: Reader, files: Mapping[str, str]) -> Recipe | None:
    """The recipe among a product's files, if any; the reader's problems gain what is wrong.

    Args:
        reader: of the project folder.
        files: the product's files, from name to path.
    """
    for name, (kind, read) in RECIPES.items():
        if fitted := reader.fitted(files.get(name), kind=kind):
            return read(*fitted)
    return None
