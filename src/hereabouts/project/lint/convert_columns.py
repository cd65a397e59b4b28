"""P401 A column that convert.yml names is a column of its product.

Why: areas, counts, weights and keys are joined by these columns, and a wrong one joins nothing.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.conversion import Conversion
from hereabouts.project.draft import Draft
from hereabouts.project.lint.conversions import conversions
from hereabouts.project.names import unknown_name
from hereabouts.project.yaml_text import Step

CODE = "P401"
Named = Iterator[tuple[str, str, tuple[Step, ...]]]


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each column that the product it is looked for in does not have."""
    for _, conversion in conversions(draft):
        for product, name, steps in _named(conversion):
            found = draft.products.get(product)
            known = [column.name for column in found.contract.columns] if found else []
            if found and name not in known:
                at = draft.at(conversion.at, *steps)
                yield unknown_name(f"column of {product}:", name, known=known, code=CODE, at=at)


def _named(conversion: Conversion) -> Named:
    yield conversion.source, conversion.area, ("area",)
    for key, names in (("columns", conversion.columns), ("keys", conversion.keys)):
        yield from ((conversion.source, name, (key, n)) for n, name in enumerate(names))
    for number, step in enumerate(conversion.by):
        yield step.product, step.old, ("by", number, "old")
        yield step.product, step.new, ("by", number, "new")
        if step.change:
            yield step.product, step.change, ("by", number, "change")
    yield from _of_shares(conversion)


def _of_shares(conversion: Conversion) -> Named:
    if blocks := conversion.blocks:
        for key, name in (("old", blocks.old), ("new", blocks.new), ("weight", blocks.weight)):
            yield blocks.product, name, ("blocks", key)
        yield from ((blocks.product, k, ("blocks", "match", n)) for n, k in enumerate(blocks.match))
    if given := conversion.weights:
        yield given.product, given.area, ("weights", "area")
        yield given.product, given.weight, ("weights", "weight")
        yield from ((given.product, k, ("weights", "match", n)) for n, k in enumerate(given.match))
    if truth := conversion.hold_out:
        yield truth.product, truth.area, ("hold_out", "area")
        yield truth.product, truth.column, ("hold_out", "column")
        yield from ((truth.product, key, ("hold_out",)) for key in conversion.keys)
