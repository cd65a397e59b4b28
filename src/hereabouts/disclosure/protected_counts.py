"""Counts under a policy's scheme: what may be shown of each, and which are hidden."""

from typing import NamedTuple

import numpy as np

from hereabouts.disclosure.cell_key import Keys, perturb
from hereabouts.disclosure.p_table import p_table
from hereabouts.disclosure.suppress_and_round import Flags, Numbers, Protected, hides, protect
from hereabouts.errors import DisclosureError
from hereabouts.model.noise import Noise
from hereabouts.model.policy import DisclosurePolicy, Scheme


class CountKeys(NamedTuple):
    """A cell key for each numerator and each denominator."""

    numerator: Keys
    denominator: Keys


def protected_counts(counts: Numbers, policy: DisclosurePolicy, keys: Keys | None) -> Protected:
    """What may be shown of `counts`, and which are hidden for being small.

    Noise hides nothing. Every other scheme hides small counts and rounds the rest, to whole
    numbers under a threshold, which is as they are.

    Args:
        counts: whole numbers, 0 or more; NaN where missing.
        policy: whose scheme is not none.
        keys: of the counts, for noise.

    Raises:
        DisclosureError: D101 to D104; D121 or D123 for noise that there cannot be, or without
            keys.
    """
    if policy.scheme is not Scheme.CELL_KEY:
        return protect(counts, policy)
    if keys is None:
        raise not_given(policy, "a key for each count")
    moved = perturb(counts, keys, p_table(noise_of(policy)))
    return Protected(moved, np.zeros(counts.shape, np.bool_))


def too_few(counts: Numbers, policy: DisclosurePolicy) -> Flags:
    """Where a figure that noise cannot reach, such as a mean, is on too few.

    Under noise, where it could have made the count nothing, or one that is never shown.
    """
    if policy.scheme is not Scheme.CELL_KEY:
        return hides(counts, policy)
    noise = noise_of(policy)
    few: Flags = (counts > 0) & (counts <= max(noise.at_most, noise.never_to))
    return few


def noise_of(policy: DisclosurePolicy) -> Noise:
    """What the policy's noise is like.

    Raises:
        DisclosureError: D123 it does not say.
    """
    if policy.noise is None:
        raise not_given(policy, "what noise is like")
    return policy.noise


def not_given(policy: DisclosurePolicy, what: str) -> DisclosureError:
    """The error for a scheme without something that it needs, for the caller to raise."""
    return DisclosureError(
        f"policy '{policy.name}' has scheme {policy.scheme} and was not given {what}",
        code="D123",
        do="nothing was released; report this, it is a fault in the program",
        at=policy.at,
    )
