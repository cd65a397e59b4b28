"""A time that never goes back."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from hereabouts.doors.web.accounts.clock import ForwardClock

STEPS = st.lists(st.tuples(st.floats(0, 1e9), st.floats(0, 1e4)), min_size=2, max_size=20)


@given(STEPS)
def test_it_is_never_earlier_than_before_and_never_behind_the_machine(
    steps: list[tuple[float, float]],
) -> None:
    """Each step: what the machine's clock shows, and how many seconds have passed."""
    wall, steady = [0.0], [0.0]
    clock = ForwardClock(lambda: wall[0], lambda: steady[0])
    told = []
    for shown, passed in steps:
        wall[0], steady[0] = shown, steady[0] + passed
        told.append(clock.now())
        assert told[-1] >= shown
    assert all(later >= earlier for earlier, later in pairwise(told))


def test_it_goes_on_while_the_machine_is_behind() -> None:
    steady = [100.0]
    clock = ForwardClock(lambda: 0.0, lambda: steady[0])
    clock.reach(1_000.0)
    steady[0] += 60
    assert clock.now() == 1_060.0


def test_what_was_reached_before_a_start_is_not_forgotten() -> None:
    clock = ForwardClock(lambda: 500.0, lambda: 0.0)
    clock.reach(1_000.0)
    clock.reach(10.0)
    assert clock.now() == 1_000.0
