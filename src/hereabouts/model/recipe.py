"""Ways to make a product by declaring it, beside a model: one file, one way.

A recipe has `reads` (product -> columns), `inputs`, `sources_of` (column -> where from) and
`at`. To add one: its class here, its file in `project/read_recipe.py`, how it is made in
`pipeline/make_recipe.py`.
"""

from hereabouts.model.application import Application
from hereabouts.model.conversion import Conversion

#: convert.yml, apply.yml.
Recipe = Conversion | Application
