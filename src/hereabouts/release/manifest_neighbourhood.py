"""What release.json says of a custom area: who says what it is made of, and how."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedNeighbourhood:
    """Who says what a custom area is made of; empty where nobody is named."""

    area_type: str
    code: str
    owner: str
    version: str
    valid_from: date | None
    why: str
    members: int  # base areas
    way: str  # list | product | postcodes
    postcodes: int  # that the base areas they lie in have of its own; 0 unless of postcodes
    postcodes_outside: int  # of those, in base areas that are not members
    least_share: float | None  # of a member's postcodes that are the neighbourhood's
