"""What two releases say of themselves that is not the same: indicators and their periods."""

from collections.abc import Mapping
from dataclasses import dataclass

from hereabouts.release.manifest_model import ReleasedIndicator, ReleasedPeriod, ReleaseManifest

#: What a figure means. Where one of these is another, figures are not compared over time.
MEANING = ("method", "unit", "multiplier", "better", "confidence", "compare_to", "spc")
#: What else is said of an indicator, and does not change what its figures are.
WORDING = ("title", "why", "notes", "policy", "decimals", "breakdown")


@dataclass(frozen=True, slots=True)
class Redefined:
    """An indicator that is said otherwise: names of the fields of `ReleasedIndicator`."""

    was: ReleasedIndicator
    now: ReleasedIndicator
    fields: tuple[str, ...]

    @property
    def means_another(self) -> bool:
        """Whether its figures are of another thing, and not to be compared with those before."""
        return any(field in MEANING or field == "counts" for field in self.fields)


@dataclass(frozen=True, slots=True)
class Declared:
    """Everything that two manifests say differently of indicators."""

    added: tuple[ReleasedIndicator, ...]
    gone: tuple[ReleasedIndicator, ...]
    redefined: tuple[Redefined, ...]
    new_periods: Mapping[str, tuple[ReleasedPeriod, ...]]  # by indicator in both, oldest first
    gone_periods: Mapping[str, tuple[ReleasedPeriod, ...]]

    @property
    def comparable(self) -> frozenset[str]:
        """Indicators in both that mean the same in both."""
        others = {one.now.id for one in self.redefined if one.means_another}
        return frozenset(self.new_periods) - others


def declared_changes(earlier: ReleaseManifest, later: ReleaseManifest) -> Declared:
    """What `later` says of its indicators that `earlier` did not."""
    was = {one.id: one for one in earlier.observed}
    now = {one.id: one for one in later.observed}
    both = [name for name in now if name in was]
    found = [(name, _fields(was[name], now[name])) for name in both]
    return Declared(
        added=tuple(one for name, one in now.items() if name not in was),
        gone=tuple(one for name, one in was.items() if name not in now),
        redefined=tuple(
            Redefined(was[name], now[name], fields) for name, fields in found if fields
        ),
        new_periods={name: _only(now[name], beside=was[name]) for name in both},
        gone_periods={name: _only(was[name], beside=now[name]) for name in both},
    )


def _fields(was: ReleasedIndicator, now: ReleasedIndicator) -> tuple[str, ...]:
    differ = [name for name in (*MEANING, *WORDING) if getattr(was, name) != getattr(now, name)]
    # A release made before it said what is counted cannot be held against one that does.
    if was.counts and now.counts and was.counts != now.counts:
        differ.append("counts")
    return tuple(differ)


def _only(one: ReleasedIndicator, *, beside: ReleasedIndicator) -> tuple[ReleasedPeriod, ...]:
    known = {(period.start, period.end) for period in beside.periods}
    return tuple(period for period in one.periods if (period.start, period.end) not in known)
