"""A policy, as people are told of it."""

from dataclasses import replace

from hereabouts.model.noise import Noise
from hereabouts.model.policy import Dominance, Scheme
from hereabouts.model.policy_words import policy_words
from tests.unit.disclosure.small_counts import NHS


def test_each_scheme_says_what_it_does() -> None:
    assert policy_words(NHS) == (
        "Counts from 1 to 7 are hidden, and the rest rounded to 5.",
        "This is for open releases; others show exact figures.",
    )
    threshold = replace(NHS, scheme=Scheme.THRESHOLD, hide_zero=True)
    assert policy_words(threshold)[0] == (
        "Counts from 1 to 7, and zeros, are hidden, with what would give them away; "
        "the rest are exact."
    )
    noise = Noise(at_most=5, variance=3, never_to=7)
    assert policy_words(replace(NHS, scheme=Scheme.CELL_KEY, noise=noise))[0] == (
        "Every count above 0 is moved by noise of up to 5, which the same people always get. "
        "No count from 1 to 7 is shown."
    )
    none = replace(NHS, scheme=Scheme.NONE, why="Minutes by road.")
    assert policy_words(none) == ("Nothing is hidden: Minutes by road.",)


def test_what_else_it_asks_for_is_said() -> None:
    more = replace(
        NHS,
        minimum_population={"lsoa21": 1000},
        dominance=Dominance(contributor="provider", p_percent=10),
    )
    assert policy_words(more)[1:3] == (
        "Nothing is shown of an area (lsoa21) of fewer than 1,000 people.",
        "Sums that give their largest contributor away are hidden.",
    )
