"""When a source is to be asked, and when to run next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from hereabouts.model.product import Product
from hereabouts.model.time_span import Span, read_span

FIRST_RETRY = timedelta(minutes=1)
_LONGEST = timedelta(days=1)
_TIMES_IN_A_FREQUENCY = 8
_HERE = frozenset({"path", "package", "file", "version"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """When a product's source was last asked, and how that went."""

    at: datetime
    source: str  # a fingerprint of source.yml as it then was
    failures: int  # in a row
    code: str = ""  # of the last failure


def interval(product: Product) -> Span | None:
    """How long to wait before a source is asked again; None is every run.

    The `schedule` of source.yml; else, for what is fetched from elsewhere, an eighth of the
    frequency that the contract promises, and a day at most. A file in the folder costs nothing to
    look at.
    """
    if product.source is None:
        return None
    said = read_span(product.source.options.get("schedule", ""))
    if said is not None:
        return said
    often = read_span(product.contract.frequency)
    if often is None or _is_here(product):
        return None
    return Span(time=min(_LONGEST, often.about / _TIMES_IN_A_FREQUENCY))


def is_to_be_asked(product: Product, asked: Asked | None, *, source: str, now: datetime) -> bool:
    """Whether it is time: also when it failed last time, and when source.yml is another."""
    wait = interval(product)
    if asked is None or wait is None or asked.failures or asked.source != source:
        return True
    return now >= wait.after(asked.at)


def next_run(
    started: datetime,
    ended: datetime,
    *,
    every: timedelta,
    failures: Iterable[int],
) -> datetime:
    """When to run again: `every` after the start, sooner where a source is to be tried again.

    Args:
        started: when the run began.
        ended: when it ended: the next is never before this.
        every: the usual time between starts.
        failures: how often in a row each thing that failed has failed.
    """
    waits = [every, *(_backoff(count) for count in failures if count)]
    soonest = min(waits)
    return max(started + every, ended) if soonest >= every else ended + soonest


def _backoff(failures: int) -> timedelta:
    """1, 2, 4, 8 minutes and so on; a day at most."""
    doubled: int = 2 ** min(failures - 1, 16)
    return min(_LONGEST, FIRST_RETRY * doubled)


def _is_here(product: Product) -> bool:
    parts = product.source.parts if product.source else ()
    return all(way.location.keys() <= _HERE for part in parts for way in part.ways)
