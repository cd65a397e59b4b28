"""What release.json says of how good a product was."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedAcceptance:
    """The owner's word that a red product could be released."""

    by: str
    until: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedQuality:
    """How good a product was when it was released. None is not measured."""

    rating: str | None
    score: float | None
    dimensions: Mapping[str, float | None]
    reasons: tuple[str, ...]
    accepted: ReleasedAcceptance | None
