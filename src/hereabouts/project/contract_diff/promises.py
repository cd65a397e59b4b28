"""Whether what a contract promises of time became weaker."""

from collections.abc import Iterator
from datetime import timedelta

from hereabouts.model.product import Contract
from hereabouts.model.time_span import read_span
from hereabouts.project.contract_diff.change import Change, breaks_readers, compatible


def promise_changes(old: Contract, new: Contract) -> Iterator[Change]:
    """Differences of slaProperties: how often it comes, and how late it may."""
    if old.frequency != new.frequency:
        yield _longer("how often it comes", old.frequency, new.frequency, none_is_weakest=True)
    if old.latency != new.latency:
        yield _longer("how late it may come", old.latency, new.latency, none_is_weakest=False)


def _longer(what: str, old: str, new: str, *, none_is_weakest: bool) -> Change:
    """No frequency promises nothing; no latency allows no delay."""
    said = f"{what} was {old or 'not said'} and is {new or 'not said'}"
    nothing = timedelta.max if none_is_weakest else timedelta()
    was, now = read_span(old), read_span(new)
    weaker = (now.about if now else nothing) > (was.about if was else nothing)
    return breaks_readers(said) if weaker else compatible(said)
