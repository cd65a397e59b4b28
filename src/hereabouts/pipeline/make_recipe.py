"""Make a product by its recipe, whichever it is, and judge what was made.

To add a recipe: say here how its rows are made, and what is remembered of it.
"""

import duckdb

from hereabouts.engine.duckdb.session import Session
from hereabouts.model.application import Application
from hereabouts.model.product import Product
from hereabouts.model.recipe import Recipe
from hereabouts.pipeline.judge_conversion import judge_conversion
from hereabouts.pipeline.make_application import judge_application, make_application
from hereabouts.pipeline.make_conversion import make_conversion
from hereabouts.pipeline.workspace import Workspace


def make_recipe(session: Session, recipe: Recipe) -> duckdb.DuckDBPyRelation:
    """The rows that `recipe` makes of its inputs, which the session sees.

    Raises:
        DataError: the recipe cannot be followed with these inputs.
    """
    if isinstance(recipe, Application):
        return make_application(session, recipe)
    return make_conversion(session, recipe)


def judge_recipe(workspace: Workspace, opened: Session, product: Product) -> dict[str, str]:
    """What the new version remembers of how it was made; nothing without a recipe.

    Args:
        workspace: where the titles of other products are.
        opened: the session in which `make_recipe` made the rows.
        product: what is being made.

    Raises:
        DataError: what was made is not fit to be used.
    """
    if product.recipe is None:
        return {}
    if isinstance(product.recipe, Application):
        return judge_application(opened, product.recipe)
    return judge_conversion(workspace, opened, product, product.recipe)
