"""The columns that a query gives: named, told apart, and such as can be carried."""

from collections.abc import Collection, Mapping, Sequence

from hereabouts.errors import Location, SourceError
from hereabouts.sources.database.asked import Asked


def check_names(names: Sequence[str], *, asked: Asked, at: Location) -> None:
    """Refuse columns without a name, or with one name between them.

    Raises:
        SourceError: S188.
    """
    for number, name in enumerate(names, 1):
        if not name or name == "?column?":
            raise _refused(
                f"column {number} of the query has no name", "give it one: `as beds`", at
            )
    folded = [name.casefold() for name in names]
    twice = sorted({name for name in names if folded.count(name.casefold()) > 1})
    if twice or not names:
        problem = f"the query gives {twice[0]!r} more than once" if twice else "it has no columns"
        raise _refused(problem, "name its columns apart with `as`; capitals do not tell", at)
    missing = [name for name in asked.order_by if name not in names]
    if missing:
        problem = f"the query gives no column {missing[0]!r} to order by"
        raise _refused(problem, f"it gives {', '.join(names[:20])}", at)


def check_types(types: Mapping[str, str], *, not_text: Collection[str], at: Location) -> None:
    """Refuse what is not text, nor becomes it without loss.

    Raises:
        SourceError: S188.
    """
    for name, kind in types.items():
        if kind in not_text:
            raise _refused(
                f"column {name!r} is {kind}, which is not carried",
                "turn it into text in the query, such as `encode(photo, 'hex') as photo`, or "
                "leave it out",
                at,
            )


def check_cursor(
    asked: Asked, kind: str, *, allowed: Collection[str], blank: bool, at: Location
) -> None:
    """Refuse a cursor that cannot say what is new.

    Raises:
        SourceError: S189.
    """
    if kind in allowed and not blank:
        return
    wrong = "has blanks, which are never above a value" if blank else f"is {kind}, not in an order"
    raise SourceError(
        f"the cursor {asked.cursor!r} {wrong}",
        code="S189",
        do="choose a column that only grows and is never blank: a number, a date or a time",
        at=at,
    )


def _refused(problem: str, do: str, at: Location) -> SourceError:
    return SourceError(problem, code="S188", do=do, at=at)
