"""Promises of joint suppression and of the attack, over small bundles that overlap anyhow."""

from collections.abc import Callable

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from hereabouts.disclosure.attack.bounds import attack, bounds
from hereabouts.disclosure.attack.published import said_exactly, said_rounded
from hereabouts.disclosure.linear_system import Flags, Numbers, System
from hereabouts.disclosure.suppress_and_round import protect
from hereabouts.disclosure.suppression.cost import usual_cost
from hereabouts.disclosure.suppression.joint import suppress
from hereabouts.disclosure.suppression.repair import repair
from tests.unit.disclosure.attack.test_published import policy
from tests.unit.disclosure.bundles import bundle, enumerated, shown_but, small

Made = tuple[System, Numbers]


@st.composite
def bundles(draw: st.DrawFn, *, blocks: int = 14, most: int = 30) -> Made:
    """Blocks in one to four geographies that pay no heed to each other."""
    size = draw(st.integers(2, blocks))
    counts = draw(st.lists(st.integers(0, most), min_size=size, max_size=size))
    geography = st.lists(st.integers(0, 3), min_size=size, max_size=size)
    geographies = draw(st.lists(geography, min_size=1, max_size=4))
    numbered = [np.unique(labels, return_inverse=True)[1].tolist() for labels in geographies]
    return bundle(counts, *numbered)


def rounded(system: System, counts: Numbers, also: Flags) -> System:
    shown, hidden = protect(counts, policy())
    known = said_rounded(np.where(also, np.nan, shown), policy(), secondary=also)
    return system.knowing(*known, hidden=hidden | also)


@given(bundles(), st.data())
def test_an_attack_never_excludes_the_truth(made: Made, data: st.DataObject) -> None:
    system, counts = made
    size = len(counts)
    flags = st.lists(st.booleans(), min_size=size, max_size=size).map(np.array)
    hidden = data.draw(flags)
    publications: list[Callable[[], System]] = [
        lambda: shown_but(system, counts, hidden),
        lambda: rounded(system, counts, hidden),
    ]
    for publication in publications:
        published = publication()
        lower, upper = bounds(published)
        truth = counts[published.hidden]
        assert np.all((lower <= truth) & (truth <= upper))


@given(bundles(blocks=6, most=5), st.data())
def test_bounds_are_those_of_every_whole_answer(made: Made, data: st.DataObject) -> None:
    system, counts = made
    blocks = (
        int(np.flatnonzero(~np.isin(np.arange(system.cells), system.cell[system.sign < 0]))[-1]) + 1
    )
    few = data.draw(st.sets(st.integers(0, blocks - 1), min_size=1, max_size=4))
    hidden = np.isin(np.arange(system.cells), list(few))
    published = shown_but(system, counts, hidden)
    lower, upper = bounds(published)
    least, most = enumerated(published, blocks, int(counts.max()))
    assert lower.tolist() == least.tolist()
    assert upper.tolist() == most.tolist()


@given(bundles(), st.integers(1, 8))
def test_after_joint_suppression_no_hidden_count_is_narrower_than_asked(
    made: Made, width: int
) -> None:
    system, counts = made
    sensitive = small(counts, 7)
    assume(bool(sensitive.any()))
    found = suppress(system, counts, sensitive, width, usual_cost(counts, total=counts < 0))
    assert np.all(found.hidden[sensitive])
    lower, upper = bounds(shown_but(system, counts, found.hidden))
    assert np.all(upper - lower >= width)
    assert attack(shown_but(system, counts, found.hidden), width).is_safe


@settings(max_examples=30)
@given(bundles())
def test_after_repair_an_attack_finds_only_what_repair_could_not_mend(made: Made) -> None:
    system, counts = made
    nothing = np.zeros(len(counts), dtype=np.bool_)
    before = rounded(system, counts, nothing)
    cost = usual_cost(counts, total=nothing)
    mended = repair(before, counts, cost, minimum_width=3, sensitive_to=7)
    found = attack(rounded(system, counts, mended.secondary), 3, sensitive_to=7)
    assert set(found.narrower_than_policy) <= set(mended.failures)


@given(bundles())
def test_hiding_more_never_helps_an_attacker(made: Made) -> None:
    system, counts = made
    few, many = small(counts, 4), small(counts, 12)
    assume(bool(few.any()))
    shown = np.where(few, np.nan, counts), np.where(many, np.nan, counts)
    lower, upper = bounds(system.knowing(*said_exactly(shown[0]), hidden=few))
    low, high = bounds(system.knowing(*said_exactly(shown[1]), hidden=few))
    assert np.all((low <= lower) & (upper <= high))
