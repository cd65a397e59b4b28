"""Observations as they may be shown: counts protected, then everything recomputed from them."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from hereabouts.disclosure.cell_key import Keys
from hereabouts.disclosure.protected_counts import (
    CountKeys,
    not_given,
    protected_counts,
    too_few,
)
from hereabouts.disclosure.treatment import Figures, Flags, Numbers, Treatment
from hereabouts.model.indicator import Method
from hereabouts.model.observation import Marker
from hereabouts.model.policy import Scheme

_Keys = tuple[Keys | None, Keys | None]  # of numerators and of denominators
_NO_KEYS: _Keys = (None, None)

#: A row so marked carries no number at all, or the number would say what the marker does not.
EMPTY_MARKERS = (
    Marker.CONFIDENTIAL,
    Marker.NOT_AVAILABLE,
    Marker.NOT_APPLICABLE,
    Marker.LOW,
)


def protect_observations(
    figures: Figures,
    *,
    treatment: Treatment,
    also_hidden: Flags | None = None,
    cell_keys: CountKeys | None = None,
) -> Figures:
    """The figures this audience may be shown.

    * count: the protected numerator.
    * proportion, crude rate: numerator and denominator protected, value and limits estimated
      from what is left. If either is hidden the whole row is, denominator too. A proportion
      is also hidden where those *without* it are few, since the complement would give them
      away; under noise its numerator is shown as no more than its denominator.
    * mean: the sum is never shown, as it would give the exact count away; the value is shown,
      to its decimals, unless the denominator is small. More decimals would do the same.
    * standardised values and life expectancy: shown to their decimals, with limits, beside
      protected counts, unless one of those is small.

    Args:
        figures: exact figures; the numerator and denominator are whole numbers, but for the
            sum of a mean, and for estimates ([e]), whose counts are made whole first, halves
            to even. Incoming markers are kept, unless the row is now hidden.
        treatment: method, policy, audience and the estimator to recompute with.
        also_hidden: rows hidden for what stands beside them, such as cells of joint
            suppression, areas of few people, and sums that one contributor dominates.
        cell_keys: of the counts, where the scheme is `cell_key`.

    Shape:
        As many rows, in the same order. A row marked [c], [x], [z] or [low] has no numbers.

    Returns:
        `figures` itself where the policy does not protect them for this audience.

    Raises:
        DisclosureError: D101 to D104, if the policy is unsound or a count is not one; D121 if
            noise cannot be made; D123 if a scheme is not given what it needs.

    Source:
        NHS Digital, Change to disclosure control methodology for HES and ECDS (2018):
        percentages from rounded figures; averages hidden when on 1 to 7 people.
    """
    if not treatment.protects:
        return figures
    if also_hidden is None and treatment.policy.scheme is Scheme.THRESHOLD:
        raise not_given(treatment.policy, "the cells that joint suppression hides")
    known = _in_whole_numbers(_without_numbers(figures), treatment)
    keys = cell_keys or _NO_KEYS
    if treatment.method is Method.MEAN:
        shown, hidden = _mean(known, treatment, keys)
    elif treatment.method.by_age:
        shown, hidden = _by_age(known, treatment, keys)
    elif treatment.method is Method.COUNT:
        shown, hidden = _count(known, treatment, keys)
    else:
        shown, hidden = _ratio(known, treatment, keys)
    if also_hidden is not None:
        hidden |= also_hidden & ~_bare(known)
    return _without_numbers(replace(shown, marker=_markers(shown, hidden)))


def _in_whole_numbers(figures: Figures, treatment: Treatment) -> Figures:
    """Estimated counts made whole: the sum behind a mean is not a count."""
    estimated = figures.marker == Marker.ESTIMATED.value
    numerator = figures.numerator
    if treatment.method is not Method.MEAN:
        numerator = np.where(estimated, np.rint(numerator), numerator)
    denominator = np.where(estimated, np.rint(figures.denominator), figures.denominator)
    return replace(figures, numerator=numerator, denominator=denominator)


def _count(figures: Figures, treatment: Treatment, keys: _Keys) -> tuple[Figures, Flags]:
    counts, hidden = protected_counts(figures.numerator, treatment.policy, keys[0])
    nothing = np.full(counts.shape, np.nan)
    return _estimated(figures, treatment, counts, nothing), hidden


def _ratio(figures: Figures, treatment: Treatment, keys: _Keys) -> tuple[Figures, Flags]:
    policy = treatment.policy
    numerator, few = protected_counts(figures.numerator, policy, keys[0])
    denominator, small = protected_counts(figures.denominator, policy, keys[1])
    hidden = few | small
    if treatment.method is Method.PROPORTION:
        if policy.scheme is Scheme.CELL_KEY:
            numerator = np.minimum(numerator, denominator)
        else:
            hidden |= too_few(figures.denominator - figures.numerator, policy)
    return _estimated(figures, treatment, numerator, denominator), hidden


def _by_age(figures: Figures, treatment: Treatment, keys: _Keys) -> tuple[Figures, Flags]:
    """Made from counts by age, which are not shown, so nothing is made again."""
    policy, decimals = treatment.policy, treatment.decimals
    shown = replace(
        figures,
        numerator=protected_counts(figures.numerator, policy, keys[0]).counts,
        denominator=protected_counts(figures.denominator, policy, keys[1]).counts,
        value=np.round(figures.value, decimals),
        lower=np.round(figures.lower, decimals),
        upper=np.round(figures.upper, decimals),
    )
    return shown, too_few(figures.numerator, policy) | too_few(figures.denominator, policy)


def _mean(figures: Figures, treatment: Treatment, keys: _Keys) -> tuple[Figures, Flags]:
    denominator = protected_counts(figures.denominator, treatment.policy, keys[1]).counts
    nothing = np.full(denominator.shape, np.nan)
    shown = replace(
        figures,
        numerator=nothing,
        denominator=denominator,
        value=np.round(figures.value, treatment.decimals),
        lower=nothing,
        upper=nothing,
    )
    return shown, too_few(figures.denominator, treatment.policy)


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
    """Confidential where hidden; not available where there is no value and no marker to say so.

    That it is an estimate says nothing of why a value is not there.
    """
    unsaid = np.array([m in (None, Marker.ESTIMATED.value) for m in shown.marker], dtype=np.bool_)
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
