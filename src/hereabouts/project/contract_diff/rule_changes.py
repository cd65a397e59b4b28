"""Quality rules that came, went or changed."""

from collections.abc import Iterator
from dataclasses import replace

from hereabouts.errors import Location
from hereabouts.model.product import Contract, TableRule
from hereabouts.project.contract_diff.change import (
    Change,
    breaks_makers,
    compatible,
    words_only,
)

_ANYWHERE = Location("")


def rule_changes(old: Contract, new: Contract) -> Iterator[Change]:
    """Differences of the rules, told apart by their name and column."""
    was = {(rule.column, rule.name): rule for rule in old.rules}
    now = {(rule.column, rule.name): rule for rule in new.rules}
    for key, rule in now.items():
        if key not in was:
            yield _asks_more(rule, f"the rule '{rule.name}' is new")
        elif not _same(was[key], rule):
            yield _changed(was[key], rule)
    for key, rule in was.items():
        if key not in now:
            yield compatible(f"the rule '{rule.name}' is gone", column=rule.column)


def _changed(old: TableRule, new: TableRule) -> Change:
    """A rule may be tightened in ways that nobody can see: all but a softer one asks more."""
    if _same(replace(old, dimension=new.dimension), new):
        return words_only(f"the rule '{new.name}' has another dimension", column=new.column)
    softer = old.severity == "error" and new.severity == "warning"
    if softer and _same(replace(old, severity="warning"), new):
        return compatible(f"the rule '{new.name}' only warns now", column=new.column)
    return _asks_more(new, f"the rule '{new.name}' is another")


def _asks_more(rule: TableRule, what: str) -> Change:
    if rule.severity == "warning":
        return compatible(f"{what}, and only warns", column=rule.column)
    return breaks_makers(what, column=rule.column)


def _same(one: TableRule, other: TableRule) -> bool:
    return replace(one, at=_ANYWHERE) == replace(other, at=_ANYWHERE)
