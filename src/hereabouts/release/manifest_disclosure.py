"""What release.json says of what protection did."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class HiddenCount:
    """How many observations of one indicator and area type are hidden, shown, not available."""

    indicator: str
    area_type: str
    hidden: int
    shown: int
    not_available: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosureSummary:
    """What protection did to the whole release."""

    hidden: int
    shown: int
    rounded_to: int | None
    by_indicator: tuple[HiddenCount, ...]
