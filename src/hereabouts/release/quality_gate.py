"""No release shows what rests on a red product, unless its owner has accepted that."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from hereabouts.errors import ReleaseError
from hereabouts.quality.score import shown

Json = dict[str, Any]
_SAID_AT_MOST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductQuality:
    """How a product stands when a release is made. None is `not measured`."""

    rating: str | None  # green | amber | red
    score: float | None  # 0 to 100
    dimensions: Mapping[str, float | None]
    reasons: tuple[str, ...]  # why it is not green, in words without values
    accepted: Mapping[str, str] | None  # by, until, why
    next_due: date | None = None  # the last day on which the next of it keeps its promise

    def as_json(self) -> Json:
        """What release.json says of it. To one decimal: more would say nothing more."""
        return {
            "rating": self.rating,
            "score": _tenth(self.score),
            "dimensions": {name: _tenth(value) for name, value in self.dimensions.items()},
            "reasons": list(self.reasons),
            "accepted": dict(self.accepted) if self.accepted else None,
        }


def refuse_red(quality: Mapping[str, ProductQuality]) -> None:
    """Raise when a product is red and that is not accepted.

    Args:
        quality: every product that the release shows or rests on, by id.

    Raises:
        ReleaseError: R311, naming each product, its low dimensions and why it is red.
    """
    red = {
        name: found
        for name, found in quality.items()
        if found.rating == "red" and found.accepted is None
    }
    if red:
        raise ReleaseError(
            "the release would rest on red products: "
            + "; ".join(_words(name, found) for name, found in red.items()),
            code="R311",
            do="see `hereabouts check`; mend them, or let the owner of each accept it for a time"
            " under `accepted` in the quality.yml beside its contract",
        )


def _words(name: str, found: ProductQuality) -> str:
    low = [
        dimension
        for dimension, value in found.dimensions.items()
        if value is not None and value < 100
    ]
    reasons = list(found.reasons[:_SAID_AT_MOST])
    more = len(found.reasons) - len(reasons)
    said = ", ".join(reasons) + (f" and {more} more" if more else "")
    return f"'{name}' ({said}" + (f"; not whole: {', '.join(low)}" if low else "") + ")"


def _tenth(value: float | None) -> float | None:
    return None if value is None else shown(value)
