"""Project folder to model, with the location of every statement."""

from hereabouts.project.explain import explanations
from hereabouts.project.json_schemas import write_schemas
from hereabouts.project.lint import RULES
from hereabouts.project.reading import find_problems, load
from hereabouts.project.starters import write_new

__all__ = ["RULES", "explanations", "find_problems", "load", "write_new", "write_schemas"]
