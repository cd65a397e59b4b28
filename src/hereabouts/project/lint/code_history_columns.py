"""P408 The product of a code history has the columns that place.yml names.

Why: a retired code is looked up in them, when there is already something else to put right.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.code_history import CodeHistory, CodeYears
from hereabouts.project.draft import Draft
from hereabouts.project.names import unknown_name
from hereabouts.project.yaml_text import Step

CODE = "P408"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each column that the history's product does not have."""
    history = draft.place.code_history if draft.place else None
    product = draft.products.get(history.product) if history else None
    if history is None or product is None:
        return
    known = [column.name for column in product.contract.columns]
    for name, steps in _named(history):
        if name not in known:
            at = draft.at(history.at, "code_history", *steps)
            kind = f"column of {product.id}:"
            yield unknown_name(kind, name, known=known, code=CODE, at=at)


def _named(history: CodeHistory) -> Iterator[tuple[str, tuple[Step, ...]]]:
    if isinstance(history, CodeYears):
        yield from ((name, ("years", str(year))) for year, name in history.years.items())
    else:
        for key in ("code", "valid_from", "valid_to", "supersedes"):
            yield getattr(history, key), (key,)
