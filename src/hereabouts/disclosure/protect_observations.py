"""Observations as they may be shown: counts protected, then everything recomputed from them."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from hereabouts.disclosure.suppress_and_round import hides, protect
from hereabouts.disclosure.treatment import Figures, Flags, Numbers, Treatment
from hereabouts.model.indicator import Method
from hereabouts.model.observation import Marker

#: A row so marked carries no number at all, or the number would say what the marker does not.
EMPTY_MARKERS = (
    Marker.CONFIDENTIAL,
    Marker.NOT_AVAILABLE,
    Marker.NOT_APPLICABLE,
    Marker.LOW,
)


def protect_observations(figures: Figures, *, treatment: Treatment) -> Figures:
    """The figures this audience may be shown.

    * count: the protected numerator.
    * proportion, crude rate: numerator and denominator protected, value and limits estimated
      from what is left. If either is hidden the whole row is, denominator too. A proportion
      is also hidden where those *without* it are few, since the complement would give them
      away.
    * mean: the sum is never shown, as it would give the exact count away; the value is shown,
      to its decimals, unless the denominator is hidden. More decimals would do the same.

    Args:
        figures: exact figures; the numerator and denominator are whole numbers, but for the
            sum of a mean. Incoming markers are kept, unless the row is now hidden.
        treatment: method, policy, audience and the estimator to recompute with.

    Shape:
        As many rows, in the same order. A row marked [c], [x], [z] or [low] has no numbers.

    Returns:
        `figures` itself where the policy does not protect them for this audience.

    Raises:
        DisclosureError: D101 to D104, if the policy is unsound or a count is not one.

    Source:
        NHS Digital, Change to disclosure control methodology for HES and ECDS (2018):
        percentages from rounded figures; averages hidden when on 1 to 7 people.
    """
    if not treatment.protects:
        return figures
    known = _without_numbers(figures)
    if treatment.method is Method.MEAN:
        shown, hidden = _mean(known, treatment)
    elif treatment.method is Method.COUNT:
        shown, hidden = _count(known, treatment)
    else:
        shown, hidden = _ratio(known, treatment)
    return _without_numbers(replace(shown, marker=_markers(shown, hidden)))


def _count(figures: Figures, treatment: Treatment) -> tuple[Figures, Flags]:
    counts, hidden = protect(figures.numerator, treatment.policy)
    nothing = np.full(counts.shape, np.nan)
    return _estimated(figures, treatment, counts, nothing), hidden


def _ratio(figures: Figures, treatment: Treatment) -> tuple[Figures, Flags]:
    numerator, few = protect(figures.numerator, treatment.policy)
    denominator, small = protect(figures.denominator, treatment.policy)
    hidden = few | small
    if treatment.method is Method.PROPORTION:
        hidden |= hides(figures.denominator - figures.numerator, treatment.policy)
    return _estimated(figures, treatment, numerator, denominator), hidden


def _mean(figures: Figures, treatment: Treatment) -> tuple[Figures, Flags]:
    denominator, hidden = protect(figures.denominator, treatment.policy)
    nothing = np.full(denominator.shape, np.nan)
    value, _, _ = treatment.estimate(figures.numerator, figures.denominator)
    value = np.round(value, treatment.decimals)
    shown = replace(
        figures,
        numerator=nothing,
        denominator=denominator,
        value=value,
        lower=nothing,
        upper=nothing,
    )
    return shown, hidden


def _estimated(
    figures: Figures, treatment: Treatment, numerator: Numbers, denominator: Numbers
) -> Figures:
    value, lower, upper = treatment.estimate(numerator, denominator)
    return replace(
        figures,
        numerator=numerator,
        denominator=denominator,
        value=value,
        lower=lower,
        upper=upper,
    )


def _markers(shown: Figures, hidden: Flags) -> NDArray[np.object_]:
    """Confidential where hidden; not available where there is no value and no marker to say so."""
    unsaid = np.array([marker is None for marker in shown.marker], dtype=np.bool_)
    missing = np.isnan(shown.value) & ~hidden & unsaid
    marker = shown.marker.copy()
    marker[hidden] = Marker.CONFIDENTIAL.value
    marker[missing] = Marker.NOT_AVAILABLE.value
    return marker


def _bare(figures: Figures) -> Flags:
    return np.isin(figures.marker, [marker.value for marker in EMPTY_MARKERS])


def _without_numbers(figures: Figures) -> Figures:
    bare = _bare(figures)
    numerator, denominator, value, lower, upper = (
        np.where(bare, np.nan, numbers) for numbers in figures.numbers
    )
    return Figures(
        numerator=numerator,
        denominator=denominator,
        value=value,
        lower=lower,
        upper=upper,
        marker=figures.marker,
    )
