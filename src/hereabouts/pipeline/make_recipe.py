"""Make a product by its recipe, whichever it is, and say what it is made from.

To add a recipe: say here how its rows are made.
"""

import duckdb

from hereabouts.engine.duckdb.session import Session
from hereabouts.model.recipe import Recipe
from hereabouts.pipeline.make_conversion import make_conversion


def make_recipe(session: Session, recipe: Recipe) -> duckdb.DuckDBPyRelation:
    """The rows that `recipe` makes of its inputs, which the session sees.

    Raises:
        DataError: the recipe cannot be followed with these inputs.
    """
    return make_conversion(session, recipe)  # apply.yml: dispatch here by the recipe's class
