"""P317 A count has no denominator, and every other method has one.

Why: the method decides what is divided by what; a denominator that is not used misleads.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.indicator import Method
from hereabouts.project.draft import Draft

CODE = "P317"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each indicator whose denominator does not go with its method."""
    for indicator in draft.indicators.values():
        is_count = indicator.method is Method.COUNT
        if is_count and indicator.denominator:
            yield ProjectError(
                "a count has no denominator",
                code=CODE,
                do="remove `denominator:`, or change the method to crude_rate or proportion",
                at=draft.at(indicator.at, "denominator"),
            )
        if not is_count and indicator.denominator is None:
            yield ProjectError(
                f"a {indicator.method} needs a denominator",
                code=CODE,
                do="add `denominator:` with a product and a `sum:` or `count: rows`",
                at=draft.at(indicator.at, "method"),
            )
