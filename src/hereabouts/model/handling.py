"""Why a product may be held, and which of its columns are about whom: said in its contract."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Handling:
    """What of a contract's own properties subject access and erasure go by."""

    lawful_basis: str = ""  # customProperties.lawfulBasis, such as 6(1)(e)
    condition: str = ""  # customProperties.specialCategoryCondition, such as 9(2)(h)
    third_party: tuple[str, ...] = ()  # columns about somebody else: customProperties.thirdParty
    same_as: Mapping[str, str] = field(default_factory=dict)  # column -> the shared field it holds
