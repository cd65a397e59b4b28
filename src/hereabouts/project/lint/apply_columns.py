"""P419 What apply.yml keeps is a column of all the events, and its contract names what is made.

Why: rows of several definitions stand side by side, so each must have every column.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.application import MADE, Application
from hereabouts.model.product import Product
from hereabouts.project.draft import Draft
from hereabouts.project.names import unknown_name

CODE = "P419"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each column that cannot be kept, and each that nothing makes."""
    for product in draft.products.values():
        if isinstance(product.recipe, Application):
            yield from _kept(draft, product.recipe)
            yield from _promised(product, product.recipe)


def _kept(draft: Draft, recipe: Application) -> Iterator[ProjectError]:
    for number, name in enumerate(recipe.keep):
        at = draft.at(recipe.at, "keep", number)
        if name in MADE:
            what, do = f"{name!r} is made by applying", "take it out of `keep`"
            yield ProjectError(what, code=CODE, do=do, at=at)
            continue
        for events in recipe.inputs:
            found = draft.products.get(events)
            known = [column.name for column in found.contract.columns] if found else []
            if found and name not in known:
                yield unknown_name(f"column of {events}:", name, known=known, code=CODE, at=at)


def _promised(product: Product, recipe: Application) -> Iterator[ProjectError]:
    known = (*MADE, *recipe.keep)
    for column in product.contract.columns:
        if column.name not in known:
            yield unknown_name(
                "column that applying makes:", column.name, known=known, code=CODE, at=column.at
            )
