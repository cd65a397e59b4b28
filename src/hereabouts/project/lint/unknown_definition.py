"""P418 A definition that apply.yml names is a definition of the folder.

Why: a rule that is not there would find nobody, which reads as if there were nobody.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.application import Application
from hereabouts.project.draft import Draft
from hereabouts.project.names import unknown_name

CODE = "P418"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each definition that is applied and is not there."""
    for product in draft.products.values():
        recipe = product.recipe
        for number, name in enumerate(recipe.names if isinstance(recipe, Application) else ()):
            if name not in draft.definitions and not draft.is_unread("definition", name):
                at = draft.at(product.made_at, "definitions", number)
                yield unknown_name("definition", name, known=draft.definitions, code=CODE, at=at)
