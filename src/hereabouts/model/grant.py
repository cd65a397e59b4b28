"""What approvers gave one person after a request."""

from dataclasses import dataclass
from datetime import datetime

from hereabouts.model.agreement import EVERYTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """One person, one product, one purpose, until a moment."""

    id: str
    person: str  # Person.id
    product: str  # domain.product
    purpose: str  # a name in purposes.yml
    columns: tuple[str, ...] = (EVERYTHING,)
    areas: tuple[str, ...] = (EVERYTHING,)
    area_column: str = ""
    starts: datetime
    ends: datetime  # the first moment at which it does not hold any more
    revoked: bool = False
