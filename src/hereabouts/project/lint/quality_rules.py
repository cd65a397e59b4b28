"""P360 What quality.yml is about is a rule of the contract, a column or a measure.

Why: an acceptance or an action about a rule that is not there is about nothing.
"""

from collections.abc import Iterator

from hereabouts.errors import Location, ProjectError
from hereabouts.model.product import Product
from hereabouts.model.quality import BUILT_IN_RULES
from hereabouts.project.draft import Draft
from hereabouts.project.names import unknown_name

CODE = "P360"
ACCURACY = "accuracy"
_DIMENSIONS = {
    "completeness",
    "uniqueness",
    "consistency",
    "timeliness",
    "validity",
    ACCURACY,
}


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each rule in quality.yml that its contract does not have."""
    for product in draft.products.values():
        written = [rule.name for rule in product.contract.assurance.text_rules]
        measured = [*_measured(product), *written]
        for name, at, known in _said(product, measured, written):
            if name not in known:
                yield unknown_name("rule", name, known=known, code=CODE, at=at)


def _measured(product: Product) -> list[str]:
    columns = [column.name for column in product.contract.columns]
    rules = [rule.name for rule in product.contract.rules]
    return [*rules, *columns, " + ".join(product.contract.key), *BUILT_IN_RULES]


def _said(
    product: Product, measured: list[str], written: list[str]
) -> Iterator[tuple[str, Location, list[str]]]:
    for action in product.quality.actions:
        if action.about not in _DIMENSIONS | {""}:
            yield action.about, action.at, measured
    for check in product.quality.checked:
        yield check.rule, check.at, [*written, ACCURACY]
    for acceptance in product.quality.accepted:
        for name in acceptance.rules:
            yield name, acceptance.at, [*measured, ACCURACY]
