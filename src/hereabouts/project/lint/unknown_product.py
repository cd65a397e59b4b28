"""P302 A product that is named is a product of the folder.

Why: what is made from nothing is found at the end of a build; here it is found in a second.
"""

from collections.abc import Iterator
from functools import reduce
from operator import getitem

from hereabouts.errors import Location, ProjectError
from hereabouts.model.application import Application
from hereabouts.model.place import Place
from hereabouts.model.product import Product
from hereabouts.project.draft import Draft
from hereabouts.project.names import unknown_name
from hereabouts.project.python_model import read_python
from hereabouts.project.sql_model import read_model

CODE = "P302"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each product that is named in vain."""
    for name, at in _named(draft):
        if name not in draft.products and not draft.is_unread("product", name):
            yield unknown_name("product", name, known=draft.products, code=CODE, at=at)


def _named(draft: Draft) -> Iterator[tuple[str, Location]]:
    for product in draft.products.values():
        yield from _inputs(draft, product)
    for indicator in draft.indicators.values():
        at = indicator.at
        yield indicator.numerator.product, draft.at(at, "numerator", "product")
        if indicator.denominator:
            yield indicator.denominator.product, draft.at(at, "denominator", "product")
    for definition in draft.definitions.values():
        yield definition.events.product, draft.at(definition.at, "events", "product")
    if draft.place:
        yield from _of_place(draft, draft.place)


def _of_place(draft: Draft, place: Place) -> Iterator[tuple[str, Location]]:
    for area_type in place.area_types:
        for key, name in (("product", area_type.product), ("boundaries", area_type.boundaries)):
            if name:
                yield name, draft.at(area_type.at, "area_types", area_type.code, key)
    if history := place.code_history:
        yield history.product, draft.at(history.at, "code_history", "product")


def _inputs(draft: Draft, product: Product) -> Iterator[tuple[str, Location]]:
    """What it is made from; a model is read again for the lines when one of them is unknown."""
    recipe = product.recipe
    if recipe and not isinstance(recipe, Application):  # a definition says its own product
        yield from ((name, _line(draft, recipe.at, name)) for name in recipe.inputs)
    model = product.model
    if model is None or all(name in draft.products for name in model.inputs):
        return
    read = read_model if model.language == "sql" else read_python
    for found in read(model.text, path=model.at.path, problems=[]):
        if found.table in model.inputs:
            yield found.table, Location(model.at.path, found.line)


def _line(draft: Draft, at: Location, name: str) -> Location:
    """The first line of a recipe that says `name`."""
    document = draft.documents[at.path]
    lines = [
        line
        for steps, line in document.lines.items()
        if reduce(getitem, steps, document.data) == name
    ]
    return Location(at.path, min(lines))
