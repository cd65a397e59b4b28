"""Promises of every scheme, over figures, estimates, hidden neighbours and noise."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.disclosure.check_protected import check_protected
from hereabouts.disclosure.protect_observations import protect_observations
from hereabouts.disclosure.protected_counts import CountKeys
from hereabouts.disclosure.treatment import Figures, Flags, Treatment
from hereabouts.model.indicator import Method
from hereabouts.model.policy import Audience
from tests.unit.disclosure.small_counts import NHS, made_by
from tests.unit.disclosure.test_schemes import NOISY, THRESHOLD

MARKERS = st.sampled_from([None, None, "[e]", "[e]", "[x]", "[u]"])
Bundle = tuple[Figures, Treatment, Flags, CountKeys]


@st.composite
def bundles(draw: st.DrawFn) -> Bundle:
    """Exact figures; a part of an estimate is not whole."""
    method, policy = draw(st.sampled_from(Method)), draw(st.sampled_from([NHS, THRESHOLD, NOISY]))
    counts, parts = st.integers(0, 40) | st.integers(0, 10**6), st.floats(0, 1)
    row = st.tuples(counts, counts, parts, MARKERS, st.booleans(), st.integers(0, 2**64 - 1))
    rows = draw(st.lists(row, min_size=1, max_size=20))
    one, other, part, marker, hidden, key = zip(*rows, strict=True)
    over = np.where(np.array(marker, object) == "[e]", part, 0.0)
    numerator = np.minimum(one, other) + over
    denominator = np.maximum(one, other) + over
    value, lower, upper = made_by(method)(numerator, denominator)
    figures = Figures(
        numerator=numerator,
        denominator=denominator,
        value=value,
        lower=lower,
        upper=upper,
        marker=np.array(marker, dtype=object),
    )
    how = Treatment(
        method=method, decimals=1, policy=policy, audience=Audience.OPEN, estimate=made_by(method)
    )
    keys = np.array(key, np.uint64)
    return figures, how, np.array(hidden), CountKeys(keys, keys ^ np.uint64(2**63))


def protected(bundle: Bundle) -> Figures:
    figures, how, hidden, keys = bundle
    return protect_observations(figures, treatment=how, also_hidden=hidden, cell_keys=keys)


@given(bundles())
def test_what_is_protected_passes_the_independent_check(bundle: Bundle) -> None:
    assert check_protected(protected(bundle), treatment=bundle[1], also_hidden=bundle[2]) == ()


@given(bundles())
def test_nothing_of_a_row_that_is_hidden_beside_another_is_shown(bundle: Bundle) -> None:
    made, hidden = protected(bundle), bundle[2]
    assert all(np.isnan(numbers[hidden]).all() for numbers in made.numbers)


@given(bundles())
def test_an_estimate_that_is_shown_is_said_to_be_one(bundle: Bundle) -> None:
    made = protected(bundle)
    estimated = bundle[0].marker == "[e]"
    shown = ~np.isnan(made.value)
    assert (made.marker[estimated & shown] == "[e]").all()
    assert not np.isin(made.marker[~estimated], ["[e]"]).any()


@given(bundles())
def test_counts_that_are_shown_are_whole_and_never_small(bundle: Bundle) -> None:
    made, policy = protected(bundle), bundle[1].policy
    for counts in (made.numerator, made.denominator):
        shown = counts[~np.isnan(counts)]
        assert np.all(shown == np.rint(shown))
        assert np.all((shown == 0) | (shown > policy.suppress_to))
