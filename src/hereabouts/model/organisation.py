"""Organisations that own products or receive them: organisations.yml."""

from dataclasses import dataclass
from enum import StrEnum

from hereabouts.errors import Location


class OrganisationKind(StrEnum):
    """What it is, in the words partnerships use of each other."""

    COUNCIL = "council"
    ICB = "icb"
    HEALTH_BOARD = "health_board"
    NHS_TRUST = "nhs_trust"
    GENERAL_PRACTICE = "general_practice"
    POLICE = "police"
    FIRE = "fire"
    AMBULANCE = "ambulance"
    HOUSING = "housing"
    SOCIAL_CARE = "social_care"
    VOLUNTARY = "voluntary"
    UNIVERSITY = "university"
    CENTRAL_GOVERNMENT = "central_government"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """One organisation of the partnership, or one that it shares with."""

    id: str  # the key in organisations.yml
    title: str
    kind: OrganisationKind
    code: str = ""  # GSS code of a council, or ODS code of an NHS body
    uri: str = ""  # an address that stands for it, for catalogues
    contact: str = ""  # e-mail address for questions about data
    data_protection_officer: str = ""  # name or e-mail address
    ico_registration: str = ""  # of the Information Commissioner's register of fee payers
    domains: tuple[str, ...] = ()  # whose products it is the controller of
    at: Location
