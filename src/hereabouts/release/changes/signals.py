"""Which areas a release says something new of: by rules, and not by the size of a change."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from hereabouts.release.changes.declared import Declared
from hereabouts.release.changes.standing import Stance, stance_of, stances
from hereabouts.release.manifest_model import ReleasedIndicator
from hereabouts.release.reader import ReleaseReader
from hereabouts.release.sure_ranks import MOST
from hereabouts.statistics.spc.special_causes import SpecialCause

_ALONE = frozenset({SpecialCause.ABOVE_UPPER_LIMIT, SpecialCause.BELOW_LOWER_LIMIT})


class Rule(StrEnum):
    """What makes a signal. Decision 28."""

    SPC = "spc"  # its newest point meets a rule of its control chart
    BENCHMARK = "benchmark"  # it is on another side of its benchmark
    RANK = "rank"  # it came surely into a quarter at an end of the ranking, or out of one


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """One area that a rule picks out of a release, beside the release before."""

    rule: Rule
    indicator: ReleasedIndicator
    was: Stance
    now: Stance


def signals_of(was: Stance, now: Stance, *, indicator: ReleasedIndicator) -> tuple[Signal, ...]:
    """The signals of one area by one indicator that means the same in both releases."""
    rules = {
        Rule.SPC: _met_anew(was, now),
        Rule.BENCHMARK: _crossed(was.newest.compared, now.newest.compared),
        Rule.RANK: was.band is not None and now.band is not None and was.band is not now.band,
    }
    return tuple(
        Signal(rule=rule, indicator=indicator, was=was, now=now)
        for rule, is_so in rules.items()
        if is_so
    )


def signals_of_area(
    earlier: ReleaseReader, later: ReleaseReader, declared: Declared, *, area: tuple[str, str]
) -> tuple[Signal, ...]:
    """The signals of one area, by its type and code, in the order of its indicators."""
    found: list[Signal] = []
    for indicator in _comparable(later, declared):
        if area[0] in indicator.area_types:
            was, now = (stance_of(one, indicator, area=area) for one in (earlier, later))
            found += signals_of(was, now, indicator=indicator) if was and now else ()
    return tuple(found)


def signals_between(
    earlier: ReleaseReader,
    later: ReleaseReader,
    declared: Declared,
    *,
    indicators: frozenset[str] | None = None,
) -> Iterator[Signal]:
    """The signals of every area, but for types of more than 2,000 areas.

    Of those some would be picked out by chance in every release; each area's own page and feed
    tell them.

    Args:
        earlier: the release before.
        later: the release with the signals.
        declared: what the two say differently.
        indicators: of these alone.
    """
    for indicator in _comparable(later, declared):
        if indicators is None or indicator.id in indicators:
            for area_type in _few(later, indicator):
                was = stances(earlier, indicator, area_type=area_type)
                for code, now in stances(later, indicator, area_type=area_type).items():
                    if code in was:
                        yield from signals_of(was[code], now, indicator=indicator)


def _comparable(later: ReleaseReader, declared: Declared) -> Iterator[ReleasedIndicator]:
    return (one for one in later.manifest.observed if one.id in declared.comparable)


def _few(later: ReleaseReader, indicator: ReleasedIndicator) -> Iterator[str]:
    for kind in reversed(later.manifest.area_types):
        if kind.code in indicator.area_types and 0 < kind.count <= MOST:
            yield kind.code


def _met_anew(was: Stance, now: Stance) -> bool:
    """A rule that the newest point did not meet before; each point outside the limits is new."""
    if now.cause in (SpecialCause.MISSING, SpecialCause.COMMON_CAUSE):
        return False
    is_newer = now.newest.period_start > was.newest.period_start
    return now.cause is not was.cause or (is_newer and now.cause in _ALONE)


def side_of(compared: str | None) -> str | None:
    """`better` of `better_95` and of `better_998`; how sure it is makes no other side."""
    return compared.partition("_")[0] if compared else None


def _crossed(was: str | None, now: str | None) -> bool:
    return was is not None and now is not None and side_of(was) != side_of(now)
