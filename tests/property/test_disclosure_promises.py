"""Promises of disclosure control, over policies and figures that could exist."""

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st

from hereabouts.disclosure.check_protected import check_protected
from hereabouts.disclosure.protect_observations import protect_observations
from hereabouts.disclosure.suppress_and_round import protect
from hereabouts.disclosure.treatment import Estimator, Figures, Numbers, Treatment
from hereabouts.errors import DisclosureError, Location
from hereabouts.indicators.estimate import estimate
from hereabouts.model.indicator import Method
from hereabouts.model.policy import Audience, DisclosurePolicy, Scheme

POSSIBLE_MARKERS = st.sampled_from([None, None, None, "[x]", "[z]", "[u]"])


def made_by(method: Method) -> Estimator:
    def again(numerator: Numbers, denominator: Numbers) -> tuple[Numbers, Numbers, Numbers]:
        multiplier = 1 if method is Method.MEAN else 100
        found = estimate(method, numerator, denominator, multiplier=multiplier, confidence=0.95)
        return found.value, found.lower, found.upper

    return again


@st.composite
def policies(draw: st.DrawFn) -> DisclosurePolicy:
    policy = DisclosurePolicy(
        name="any",
        title="Any sound policy",
        scheme=Scheme.SUPPRESS_AND_ROUND,
        suppress_from=1,
        suppress_to=draw(st.integers(1, 20)),
        round_to=draw(st.integers(1, 20)),
        hide_zero=draw(st.booleans()),
        audiences=(Audience.OPEN,),
        why="a property",
        approved_by="nobody",
        review_on=None,
        at=Location("policies/disclosure/any.yml"),
    )
    try:
        protect(np.array([0.0]), policy)
    except DisclosureError:
        assume(False)
    return policy


@st.composite
def bundles(draw: st.DrawFn) -> tuple[Figures, Treatment]:
    """A few rows of exact figures, with counts near the edges of the policy."""
    method = draw(st.sampled_from(Method))
    counts = st.integers(0, 40) | st.integers(0, 10**9)
    pairs = draw(st.lists(st.tuples(counts, counts, POSSIBLE_MARKERS), min_size=1, max_size=30))
    numerator = np.array([min(pair[:2]) for pair in pairs], dtype=np.float64)
    denominator = np.array([max(pair[:2]) for pair in pairs], dtype=np.float64)
    made = made_by(method)
    value, lower, upper = made(numerator, denominator)
    figures = Figures(
        numerator=numerator,
        denominator=denominator,
        value=value,
        lower=lower,
        upper=upper,
        marker=np.array([pair[2] for pair in pairs], dtype=object),
    )
    policy = draw(policies())
    how = Treatment(method=method, decimals=1, policy=policy, audience=Audience.OPEN, estimate=made)
    return figures, how


@given(st.lists(st.integers(0, 10**12), min_size=1), policies())
def test_a_small_count_is_never_shown(counts: list[int], policy: DisclosurePolicy) -> None:
    made = protect(np.array(counts, dtype=np.float64), policy)
    for count, shown in zip(counts, made.counts, strict=True):
        if policy.suppress_from <= count <= policy.suppress_to:
            assert np.isnan(shown)
        assert np.isnan(shown) or shown == 0 or shown > policy.suppress_to


@given(st.lists(st.integers(0, 10**12), min_size=1), policies())
def test_a_shown_count_is_near_the_truth_and_not_rounded_to_zero(
    counts: list[int], policy: DisclosurePolicy
) -> None:
    made = protect(np.array(counts, dtype=np.float64), policy)
    for count, shown in zip(counts, made.counts, strict=True):
        if not np.isnan(shown):
            assert shown % policy.round_to == 0
            assert 2 * abs(shown - count) <= policy.round_to
            assert (shown == 0) == (count == 0)


@given(bundles())
def test_what_is_protected_passes_the_independent_check(
    bundle: tuple[Figures, Treatment],
) -> None:
    figures, how = bundle
    assert check_protected(protect_observations(figures, treatment=how), treatment=how) == ()


@given(bundles())
def test_a_figure_about_few_people_is_in_no_column(bundle: tuple[Figures, Treatment]) -> None:
    figures, how = bundle
    made = protect_observations(figures, treatment=how)
    for row in np.flatnonzero(np.isin(made.marker, ["[x]", "[z]"], invert=True)):
        counts = [figures.denominator[row]] if how.method is not Method.COUNT else []
        counts += [figures.numerator[row]] if how.method is not Method.MEAN else []
        if how.method is Method.PROPORTION:
            counts.append(figures.denominator[row] - figures.numerator[row])
        if any(1 <= count <= how.policy.suppress_to for count in counts):
            assert made.marker[row] == "[c]"
            assert all(np.isnan(numbers[row]) for numbers in made.numbers)


@given(bundles(), st.data())
def test_the_check_finds_a_planted_leak(
    bundle: tuple[Figures, Treatment], data: st.DataObject
) -> None:
    """One exact figure put back into one column of one row, where it says more."""
    figures, how = bundle
    made = protect_observations(figures, treatment=how)
    row = data.draw(st.integers(0, len(figures.value) - 1))
    column = data.draw(st.sampled_from(["numerator", "denominator", "value", "lower", "upper"]))
    true, shown = getattr(figures, column)[row], getattr(made, column)[row]
    assume(not np.isnan(true) and not np.isclose(true, shown))
    assume(not (how.method is Method.MEAN and column == "value" and not np.isnan(shown)))
    assume(not (how.method is Method.COUNT and column == "denominator"))  # it has none
    getattr(made, column)[row] = true
    assert row in [finding.row for finding in check_protected(made, treatment=how)]


@given(bundles())
def test_an_audience_without_protection_gets_exactly_what_there_is(
    bundle: tuple[Figures, Treatment],
) -> None:
    figures, how = bundle
    inside = Treatment(
        method=how.method,
        decimals=how.decimals,
        policy=how.policy,
        audience=Audience.INTERNAL,
        estimate=how.estimate,
    )
    assert protect_observations(figures, treatment=inside) is figures
