"""Every change from one version of a contract to another."""

from collections.abc import Callable, Iterator

from hereabouts.model.product import Contract
from hereabouts.project.contract_diff.change import (
    Change,
    breaks_makers,
    breaks_readers,
    compatible,
    words_only,
)
from hereabouts.project.contract_diff.column_changes import column_changes
from hereabouts.project.contract_diff.column_pairs import kept_columns, renamed_columns
from hereabouts.project.contract_diff.promises import promise_changes
from hereabouts.project.contract_diff.rule_changes import rule_changes
from hereabouts.project.contract_diff.terms import term_changes


def compare(old: Contract, new: Contract, *, made_here: bool = False) -> tuple[Change, ...]:
    """What is different, in the order of the columns, then the table, then its rules.

    Args:
        old: the contract as it was.
        new: the contract as it is.
        made_here: whether a model makes the columns, so that no supplier is asked for a new one.
    """
    came = compatible if made_here else breaks_makers
    found = [*_columns(old, new), *_new_columns(old, new, came), *term_changes(old, new)]
    return (*found, *promise_changes(old, new), *rule_changes(old, new))


def _columns(old: Contract, new: Contract) -> Iterator[Change]:
    renamed = {before.name: after for before, after in renamed_columns(old, new)}
    kept = {before.name: after for before, after in kept_columns(old, new)}
    for column in old.columns:
        if (after := kept.get(column.name)) is not None:
            yield from column_changes(column, after)
        elif (after := renamed.get(column.name)) is not None:
            what = f"'{column.name}' seems to be '{after.name}' now"
            yield breaks_readers(what, column=column.name, gone=True)
            yield from column_changes(column, after)
        else:
            yield breaks_readers(f"'{column.name}' is gone", column=column.name, gone=True)
    before = [name for name in (c.name for c in old.columns) if name in kept]
    if before != [c.name for c in new.columns if c.name in kept]:
        yield words_only("the columns stand in another order")


def _new_columns(old: Contract, new: Contract, came: Callable[..., Change]) -> Iterator[Change]:
    renamed = {after.name for _, after in renamed_columns(old, new)}
    for column in new.columns:
        if old.column(column.name) is None and column.name not in renamed:
            yield came(f"'{column.name}' is new", column=column.name)
