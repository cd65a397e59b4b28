"""Data sharing agreements: who may use which product, for what, under which law, until when.

The fields are those that public registers of agreements hold and that the Information
Commissioner's data sharing code asks for.

Source:
    Information Commissioner's Office, Data sharing: a code of practice (2021); Digital Economy Act
    register of information sharing agreements; UK GDPR Articles 6 and 9.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from hereabouts.errors import Location

EVERYTHING = "*"


class AgreementStatus(StrEnum):
    """What an agreement is on one day. Computed from its dates, never written down."""

    COMING = "coming"
    IN_FORCE = "in_force"
    ENDED = "ended"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedProduct:
    """One product that an agreement opens, and how much of it."""

    product: str  # domain.product
    columns: tuple[str, ...] = (EVERYTHING,)
    areas: tuple[str, ...] = (EVERYTHING,)  # GSS codes
    area_column: str = ""  # the column that holds the codes; needed where areas are named


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """One file of agreements/. From `starts_on` to the end of `ends_on`, both included."""

    id: str
    title: str
    providers: tuple[str, ...]  # organisations whose data it is: controllers
    recipients: tuple[str, ...]  # organisations that may use it
    purposes: tuple[str, ...]  # keys of purposes, such as winter_planning
    objective: str  # in sentences
    benefits: str = ""
    lawful_basis: str  # a point of `LAWFUL_BASES`
    special_category_condition: str = ""  # 9(2)(a) to 9(2)(j)
    power: str = ""  # the law that lets a public body share
    products: tuple[SharedProduct, ...]
    starts_on: date
    ends_on: date
    review_on: date
    revoked_on: date | None = None
    revoked_why: str = ""
    retention: str  # how long the recipient keeps it, as 2 y
    disposal: str = ""  # what happens then
    method: str = ""  # how it travels
    dpia: str = ""  # reference or address of the data protection impact assessment
    dpia_needed: bool = True
    contact: str = ""
    approved_by: str
    approved_on: date
    notes: tuple[str, ...] = field(default=())
    at: Location

    def status(self, today: date) -> AgreementStatus:
        """What it is on the day `today`."""
        if self.revoked_on is not None and today >= self.revoked_on:
            return AgreementStatus.REVOKED
        if today < self.starts_on:
            return AgreementStatus.COMING
        return AgreementStatus.IN_FORCE if today <= self.ends_on else AgreementStatus.ENDED

    def product(self, product_id: str) -> SharedProduct | None:
        """How much of the product it opens, or None."""
        return next((one for one in self.products if one.product == product_id), None)
