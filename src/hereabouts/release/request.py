"""What a release is made of: versions, declarations and provenance, gathered by the pipeline."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from hereabouts.model.embargo import Embargo
from hereabouts.model.policy import Audience
from hereabouts.model.project import Project
from hereabouts.model.table import TableVersion
from hereabouts.release.quality_gate import ProductQuality


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """Where a source product's bytes came from, and when."""

    origin: str
    sha256: str
    received_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """How a product stood when it was made or refused."""

    at: str  # a moment, with its zone
    outcome: str  # made | refused
    rating: str | None
    score: float | None  # 0 to 100

    def as_json(self) -> dict[str, str | float | None]:
        """What release.json says of it."""
        return {
            "at": self.at,
            "outcome": self.outcome,
            "rating": self.rating,
            "score": self.score,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Reads:
    """How often data was read by each agreement, in months that are over."""

    since: date | None = None  # the first day that anything is known of; None where nothing is
    counts: Mapping[str, Mapping[date, int]] = field(default_factory=dict)  # by first of month


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseRequest:
    """Everything to be pinned. `products` holds only those that were ever made."""

    project: Project
    audience: Audience
    observations: TableVersion
    areas: Mapping[str, TableVersion]  # place.areas, place.members, place.parents
    products: Mapping[str, TableVersion]
    artefacts: Mapping[str, str]  # area type -> folder name
    neighbours: TableVersion | None = None  # place/neighbours, of the same boundaries
    receipts: Mapping[str, Receipt]
    quality: Mapping[str, ProductQuality] = field(default_factory=dict)  # of each of `products`
    history: Mapping[str, tuple[Past, ...]] = field(default_factory=dict)  # oldest first
    lineage: Mapping[str, Mapping[str, list[str]]] = field(default_factory=dict)
    reads: Reads = field(default_factory=Reads)
    notices: tuple[Mapping[str, Any], ...] = ()  # of privacy, as release.json says them
    embargo: Embargo | None = None
    declared: str  # a hash of what the folder says, blind to where in it
    releases: Path  # folder of releases
    scratch: Path

    @property
    def tables(self) -> tuple[TableVersion, ...]:
        """Every table that is pinned."""
        borders = (self.neighbours,) if self.neighbours else ()
        return (self.observations, *self.areas.values(), *self.products.values(), *borders)

    @property
    def products_read(self) -> dict[str, TableVersion]:
        """The products that say what group an area is in, or how many people it has."""
        policies = self.project.policies.values()
        named = [group.product for group in self.project.place.groups]
        named += [policy.population.product for policy in policies if policy.population]
        return {name: self.products[name] for name in named if name in self.products}
