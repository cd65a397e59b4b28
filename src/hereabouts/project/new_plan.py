"""What a new product is to be: what a file showed, and what a person said."""

from dataclasses import dataclass

from hereabouts.model.proposal import Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class NewProduct:
    """All that its three files say. A `why_` is empty where a person said it."""

    domain: str
    name: str
    title: str
    purpose: str
    location: tuple[str, str]  # `path` or `url`, and where
    proposal: Proposal
    team: str
    owner: str  # empty when nobody said
    licence: str
    attribution: str
    sensitivity: str
    bad_rows_at_most: str  # a share; empty is none
    why_title: str = ""
    why_owner: str = ""
    why_key: str = ""
    why_sensitivity: str = ""

    @property
    def id(self) -> str:
        """`domain.product`."""
        return f"{self.domain}.{self.name}"
