from dataclasses import replace

import numpy as np
import pytest

from hereabouts.disclosure.check_protected import check_protected
from hereabouts.disclosure.protect_observations import protect_observations
from hereabouts.disclosure.treatment import Figures, Treatment
from hereabouts.errors import DisclosureError
from hereabouts.model.indicator import Method
from hereabouts.model.policy import Audience, Scheme
from tests.unit.disclosure.small_counts import NHS, made_by

NAN = float("nan")


def treatment(method: Method, *, audience: Audience = Audience.OPEN) -> Treatment:
    return Treatment(
        method=method,
        decimals=1,
        policy=NHS,
        audience=audience,
        estimate=made_by(method),
    )


def exact(
    method: Method, numerator: float, denominator: float = NAN, *, marker: str | None = None
) -> Figures:
    top, bottom = np.array([numerator]), np.array([denominator])
    value, lower, upper = made_by(method)(top, bottom)
    return Figures(
        numerator=top,
        denominator=bottom,
        value=value,
        lower=lower,
        upper=upper,
        marker=np.array([marker], dtype=object),
    )


def shown(method: Method, numerator: float, denominator: float = NAN) -> tuple[object, ...]:
    """Numerator, denominator, value and marker, as published."""
    made = protect_observations(exact(method, numerator, denominator), treatment=treatment(method))
    numbers = made.numerator[0], made.denominator[0], made.value[0]
    return *(None if np.isnan(number) else float(number) for number in numbers), made.marker[0]


def test_a_count_is_rounded_and_its_value_is_the_rounded_count() -> None:
    assert shown(Method.COUNT, 13) == (15, None, 15, None)


def test_a_small_count_is_hidden_and_says_so() -> None:
    assert shown(Method.COUNT, 3) == (None, None, None, "[c]")


def test_a_percentage_comes_from_rounded_figures() -> None:
    assert shown(Method.PROPORTION, 13, 52) == (15, 50, pytest.approx(30), None)


def test_limits_come_from_rounded_figures_too() -> None:
    figures = exact(Method.PROPORTION, 13, 52)
    made = protect_observations(figures, treatment=treatment(Method.PROPORTION))
    value, lower, upper = made_by(Method.PROPORTION)(np.array([15.0]), np.array([50.0]))
    assert made.lower[0] == lower[0]
    assert made.upper[0] == upper[0]
    assert lower[0] < value[0] < upper[0]


@pytest.mark.parametrize("method", [Method.PROPORTION, Method.CRUDE_RATE])
def test_a_small_numerator_hides_the_whole_row_with_its_denominator(method: Method) -> None:
    assert shown(method, 3, 52) == (None, None, None, "[c]")


@pytest.mark.parametrize("method", [Method.PROPORTION, Method.CRUDE_RATE])
def test_a_small_denominator_hides_the_whole_row_even_of_no_events(method: Method) -> None:
    assert shown(method, 0, 6) == (None, None, None, "[c]")


def test_a_proportion_hides_where_few_are_without_it() -> None:
    assert shown(Method.PROPORTION, 49, 52) == (None, None, None, "[c]")
    assert shown(Method.CRUDE_RATE, 49, 52)[3] is None


def test_everyone_and_no_one_are_shown() -> None:
    assert shown(Method.PROPORTION, 52, 52) == (50, 50, 100, None)
    assert shown(Method.PROPORTION, 0, 52) == (0, 50, 0, None)


def test_a_share_of_nobody_is_not_available() -> None:
    assert shown(Method.PROPORTION, 0, 0) == (None, None, None, "[x]")
    assert shown(Method.MEAN, 0, 0) == (None, None, None, "[x]")


def test_a_mean_shows_its_rounded_denominator_and_never_its_sum() -> None:
    assert shown(Method.MEAN, 310, 13) == (None, 15, 23.8, None)


def test_a_mean_of_few_is_hidden() -> None:
    assert shown(Method.MEAN, 310, 7) == (None, None, None, "[c]")


def test_a_mean_has_no_more_decimals_than_its_indicator_says() -> None:
    """31/9 to many decimals says that the denominator is a multiple of nine."""
    assert shown(Method.MEAN, 31, 9) == (None, 10, 3.4, None)


def test_a_row_not_available_keeps_its_marker_and_loses_a_part_count() -> None:
    figures = exact(Method.PROPORTION, 3.5, 52, marker="[x]")
    made = protect_observations(figures, treatment=treatment(Method.PROPORTION))
    assert made.marker[0] == "[x]"
    assert np.isnan([numbers[0] for numbers in made.numbers]).all()


def test_an_unreliable_row_is_protected_and_keeps_its_marker() -> None:
    figures = exact(Method.COUNT, 13, marker="[u]")
    made = protect_observations(figures, treatment=treatment(Method.COUNT))
    assert (made.numerator[0], made.marker[0]) == (15, "[u]")


def test_hidden_outweighs_unreliable() -> None:
    figures = exact(Method.COUNT, 3, marker="[u]")
    made = protect_observations(figures, treatment=treatment(Method.COUNT))
    assert made.marker[0] == "[c]"


def test_a_missing_count_is_not_available_rather_than_hidden() -> None:
    assert shown(Method.COUNT, NAN) == (None, None, None, "[x]")


def test_an_audience_the_policy_does_not_protect_sees_exact_figures() -> None:
    figures = exact(Method.PROPORTION, 3, 52)
    inside = treatment(Method.PROPORTION, audience=Audience.INTERNAL)
    assert protect_observations(figures, treatment=inside) is figures


def test_an_internal_audience_the_policy_protects_is_protected() -> None:
    inside = treatment(Method.COUNT, audience=Audience.INTERNAL)
    both = replace(NHS, audiences=(Audience.OPEN, Audience.INTERNAL))
    made = protect_observations(exact(Method.COUNT, 3), treatment=replace(inside, policy=both))
    assert made.marker[0] == "[c]"


def test_a_policy_of_no_scheme_protects_nothing() -> None:
    figures = exact(Method.COUNT, 3.5)
    none = replace(treatment(Method.COUNT), policy=replace(NHS, scheme=Scheme.NONE))
    assert protect_observations(figures, treatment=none) is figures


def test_a_count_that_is_not_whole_is_refused() -> None:
    with pytest.raises(DisclosureError) as caught:
        shown(Method.COUNT, 12.5)
    assert caught.value.code == "D104"


def test_exact_figures_are_left_as_they_were() -> None:
    figures = exact(Method.COUNT, 3)
    protect_observations(figures, treatment=treatment(Method.COUNT))
    assert figures.numerator[0] == 3
    assert figures.marker[0] is None


@pytest.mark.parametrize("marker", ["[low]", "[z]", "[x]", "[c]", "[u]"])
def test_a_row_without_a_value_keeps_the_marker_it_came_with(marker: str) -> None:
    came = exact(Method.COUNT, NAN, marker=marker)
    made = protect_observations(came, treatment=treatment(Method.COUNT))
    assert made.marker[0] == marker
    assert not check_protected(made, treatment=treatment(Method.COUNT))
