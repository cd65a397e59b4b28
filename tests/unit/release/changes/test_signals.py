"""What a release says anew of an area."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from hereabouts.release.changes.pair import Pair
from hereabouts.release.changes.signals import (
    Rule,
    Signal,
    side_of,
    signals_between,
    signals_of,
    signals_of_area,
)
from hereabouts.release.changes.standing import Band, Stance, band_of, last_cause
from hereabouts.release.manifest_model import ReleasedSpc
from hereabouts.release.reader import ReleaseReader
from hereabouts.statistics.spc.special_causes import SpecialCause
from tests.unit.doors.changed_place import DISTRICT
from tests.unit.doors.web.observed import indicator, seen, series

CHARTED = indicator(spc=ReleasedSpc(rebase=(), target=None))
STEADY = [50.0, 51.0] * 7


def told(found: Sequence[Signal]) -> set[tuple[str, Rule]]:
    return {(one.now.newest.area_name, one.rule) for one in found}


def test_a_release_signals_what_its_rules_pick_out(pair: Pair) -> None:
    found = list(signals_between(pair.earlier, pair.later, pair.declared))
    assert told(found) == {
        ("District 1", Rule.SPC),
        ("District 2", Rule.BENCHMARK),
        ("District 6", Rule.SPC),
        ("District 6", Rule.RANK),
    }


def test_the_signals_of_an_area_are_those_of_all(pair: Pair) -> None:
    every = list(signals_between(pair.earlier, pair.later, pair.declared))
    for one in every:
        code = one.now.newest.area_code
        mine = signals_of_area(pair.earlier, pair.later, pair.declared, area=(DISTRICT, code))
        assert one in mine
        assert {each.now.newest.area_code for each in mine} == {code}


def test_other_indicators_can_be_left_out(pair: Pair) -> None:
    none = frozenset({"waits.new"})
    assert not list(signals_between(pair.earlier, pair.later, pair.declared, indicators=none))


def test_nothing_is_signalled_of_an_indicator_that_means_another_thing(
    releases: dict[int, ReleaseReader],
) -> None:
    pair = Pair(releases[1], releases[4])
    assert not list(signals_between(pair.earlier, pair.later, pair.declared))


def stance(
    cause: SpecialCause = SpecialCause.COMMON_CAUSE,
    *,
    at: int = 0,
    band: Band | None = None,
    compared: str | None = None,
) -> Stance:
    return Stance(newest=seen(50.0, at, compared=compared), cause=cause, band=band)


ABOVE, RUN = SpecialCause.ABOVE_UPPER_LIMIT, SpecialCause.RUN_ABOVE_MEAN


@pytest.mark.parametrize(
    ("was", "now", "signals"),
    [
        (stance(), stance(ABOVE, at=1), [Rule.SPC]),
        (stance(ABOVE), stance(ABOVE, at=1), [Rule.SPC]),  # each point outside is new
        (stance(ABOVE), stance(ABOVE), []),  # the same point
        (stance(RUN), stance(RUN, at=1), []),  # a run that goes on
        (stance(ABOVE), stance(at=1), []),  # back to ordinary
        (stance(compared="similar"), stance(compared="worse_95"), [Rule.BENCHMARK]),
        (stance(compared="better_95"), stance(compared="worse_998"), [Rule.BENCHMARK]),
        (stance(compared="worse_95"), stance(compared="worse_998"), []),  # only surer
        (stance(compared=None), stance(compared="worse_95"), []),  # nothing to go by before
        (stance(band=Band.BETWEEN), stance(band=Band.LAST), [Rule.RANK]),
        (stance(band=None), stance(band=Band.LAST), []),
    ],
)
def test_what_is_a_signal(was: Stance, now: Stance, signals: list[Rule]) -> None:
    assert [one.rule for one in signals_of(was, now, indicator=CHARTED)] == signals


@pytest.mark.parametrize(
    ("ranks", "band"),
    [
        ((1, 3, 12), Band.FIRST),
        ((1, 4, 12), Band.BETWEEN),
        ((10, 12, 12), Band.LAST),
        ((9, 12, 12), Band.BETWEEN),
        ((1, 2, 8), Band.FIRST),
        ((7, 8, 8), Band.LAST),
    ],
)
def test_a_band_holds_every_rank_that_an_area_may_have(
    ranks: tuple[int, int, int], band: Band
) -> None:
    assert band_of(*ranks) is band


def test_a_leap_is_above_the_limit_of_its_chart() -> None:
    assert last_cause(series(*STEADY, 80.0), CHARTED) is ABOVE


def test_no_chart_is_drawn_unless_asked_for_and_of_enough_shown_values() -> None:
    leap = series(*STEADY, 80.0)
    assert last_cause(leap, indicator()) is SpecialCause.MISSING
    assert last_cause(leap[-11:], CHARTED) is SpecialCause.MISSING
    assert last_cause(series(*STEADY, None), CHARTED) is SpecialCause.MISSING


def test_a_chart_begins_anew_on_a_day_of_a_known_change() -> None:
    moved = series(*STEADY, *[80.0, 81.0] * 4)
    rebased = replace(CHARTED, spc=ReleasedSpc(rebase=(moved[14].period_start,), target=None))
    assert last_cause(moved, CHARTED) is not SpecialCause.COMMON_CAUSE
    assert last_cause(moved, rebased) is SpecialCause.COMMON_CAUSE


def test_how_sure_a_comparison_is_makes_no_other_side() -> None:
    assert side_of("better_95") == side_of("better_998") == "better"
    assert side_of(None) is None
