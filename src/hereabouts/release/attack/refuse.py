"""A release whose hidden counts can be worked out too closely is not made."""

from collections.abc import Sequence

from hereabouts.errors import DisclosureError
from hereabouts.release.attack.attack_release import Address, Attacked

TOLD = 5


def refuse_worked_out(found: Sequence[Attacked]) -> None:
    """Refuse a release of which an attack found anything.

    Args:
        found: of each family of indicators.

    Raises:
        DisclosureError: D321 with the first few places, and never a count.
    """
    broken = [one for one in found if one.narrower_than_policy]
    if not broken:
        return
    rows = sum(one.narrower_than_policy for one in broken)
    places = "; ".join(in_words(at) for one in broken for at in one.addresses[:TOLD])
    raise DisclosureError(
        f"an attack on what would be published works out {rows:,} hidden counts more closely"
        f" than their policy allows: {places}",
        code="D321",
        do="nothing was released; leave out an area type or a breakdown of these, then try again"
        " with `hereabouts release --dry-run`",
    )


def in_words(at: Address) -> str:
    """Where a hidden count is."""
    category = "" if at.category == "all" else f", {at.category}"
    period = f" from {at.period_start}" if at.period_start else ""
    return f"{at.indicator} of {at.area_type} {at.area_code}{period}{category}"
