"""What is broader than a term, step by step."""

from collections.abc import Mapping

from hereabouts.model.term import Term


def broader_of(name: str, *, terms: Mapping[str, Term]) -> tuple[str, ...]:
    """The terms above `name`, the nearest first; it ends with `name` itself in a circle.

    A circle that `name` only leads to is gone round once. Terms that are not there are left out.
    """
    above: dict[str, None] = {}
    at = terms[name].broader if name in terms else ""
    while at in terms and at not in above:
        above[at] = None
        if at == name:
            break
        at = terms[at].broader
    return tuple(above)
