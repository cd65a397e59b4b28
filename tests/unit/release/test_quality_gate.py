"""No release rests on a red product that nobody has accepted."""

from dataclasses import replace

import pytest

from hereabouts.errors import ReleaseError
from hereabouts.release.quality_gate import ProductQuality, refuse_red

RED = ProductQuality(
    rating="red",
    score=81.04,
    dimensions={"validity": 62.16, "uniqueness": 100.0, "accuracy": None},
    reasons=("its score is below 90",),
    accepted=None,
)
ACCEPTED = {"by": "owner@example.org", "until": "2026-03-31", "why": "Known"}


def test_every_red_product_is_named_with_what_is_low_and_why() -> None:
    green = replace(RED, rating="green")
    with pytest.raises(ReleaseError) as refused:
        refuse_red({"health.visits": RED, "health.beds": RED, "place.area": green})
    said = str(refused.value)
    assert refused.value.code == "R311"
    assert "'health.visits' (its score is below 90; not whole: validity)" in said
    assert "health.beds" in said
    assert "place.area" not in said


def test_what_is_accepted_amber_or_not_measured_is_released() -> None:
    refuse_red({"a.b": replace(RED, accepted=ACCEPTED)})
    refuse_red({"a.b": replace(RED, rating="amber"), "a.c": replace(RED, rating=None)})


def test_a_release_says_scores_to_one_decimal() -> None:
    said = replace(RED, accepted=ACCEPTED).as_json()
    assert (said["score"], said["accepted"]) == (81.0, ACCEPTED)
    assert said["dimensions"] == {"validity": 62.1, "uniqueness": 100.0, "accuracy": None}
