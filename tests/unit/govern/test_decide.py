"""Who may open which release."""

import pytest

from hereabouts.govern.decide import decide
from hereabouts.model.policy import Audience

OPEN, INTERNAL = Audience.OPEN, Audience.INTERNAL


@pytest.mark.parametrize(
    ("reader", "release", "allowed"),
    [
        (OPEN, OPEN, True),
        (OPEN, INTERNAL, False),
        (INTERNAL, INTERNAL, True),
        (INTERNAL, OPEN, True),
    ],
)
def test_only_a_pair_that_a_rule_names_is_allowed(
    reader: Audience, release: Audience, allowed: bool
) -> None:
    assert decide(audience_of_reader=reader, audience_of_release=release).allowed is allowed


def test_a_refusal_says_why() -> None:
    refused = decide(audience_of_reader=OPEN, audience_of_release=INTERNAL)
    assert refused.reason == "no rule lets open readers read internal releases"
