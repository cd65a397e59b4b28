"""What attacks on the families of a release come to together, and what of it is public."""

from collections.abc import Sequence
from typing import Any

from hereabouts.release.attack.attack_release import Attacked

COUNTED = ("cells_hidden", "recovered_exactly", "narrower_than_policy")


def totals_of(found: Sequence[Attacked]) -> dict[str, int]:
    """Hidden rows, those that can be worked out exactly, and those more closely than allowed."""
    return {name: sum(getattr(one, name) for one in found) for name in COUNTED}


def describe_attack(found: Sequence[Attacked], *, held_against: Sequence[int]) -> dict[str, Any]:
    """What release.json says: how many, and never where, which would help who tries next.

    Args:
        found: of each family.
        held_against: numbers of the earlier releases that were read beside it.
    """
    families = [
        {"indicators": list(one.indicators)} | {name: getattr(one, name) for name in COUNTED}
        for one in found
    ]
    return {**totals_of(found), "held_against": list(held_against), "families": families}
