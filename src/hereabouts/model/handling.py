"""Why a product may be held, and which of its columns are about whom: said in its contract."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Handling:
    """What of a contract's own properties subject access, erasure and records go by."""

    lawful_basis: str = ""  # customProperties.lawfulBasis, such as 6(1)(e)
    condition: str = ""  # customProperties.specialCategoryCondition, such as 9(2)(h)
    third_party: tuple[str, ...] = ()  # columns about somebody else: customProperties.thirdParty
    same_as: Mapping[str, str] = field(default_factory=dict)  # column -> the shared field it holds
    power: str = ""  # customProperties.legalPower: the law that gives the task
    interests: str = ""  # customProperties.legitimateInterests, where these are the basis
    data_subjects: str = ""  # customProperties.dataSubjects: whom it is about
    collected_from: str = ""  # customProperties.collectedFrom: who gave it
    recipients: str = ""  # customProperties.recipients: who else receives it
    transfers: str = ""  # customProperties.transfers: to which countries, and how protected
    automated_decisions: str = ""  # customProperties.automatedDecisions
    dpia: str = ""  # customProperties.dpia: where the assessment is
