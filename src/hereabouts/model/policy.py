"""Disclosure policies: policies/disclosure/<policy>.yml."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hereabouts.errors import Location


class Audience(StrEnum):
    """Who a release is for."""

    OPEN = "open"
    INTERNAL = "internal"


class Scheme(StrEnum):
    """How counts are protected."""

    SUPPRESS_AND_ROUND = "suppress_and_round"
    NONE = "none"  # for what is not about people; needs a reason


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosurePolicy:
    """One approved way to protect counts, per audience."""

    name: str
    title: str
    scheme: Scheme
    suppress_from: int
    suppress_to: int
    round_to: int
    hide_zero: bool
    audiences: tuple[Audience, ...]  # those it protects; others see exact figures
    why: str
    approved_by: str
    review_on: date | None
    at: Location
