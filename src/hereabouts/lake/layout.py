"""Where things are under `.hereabouts/`."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Layout:
    """The generated part of a project folder. Deleting it loses releases, never declarations."""

    root: Path

    @property
    def home(self) -> Path:
        """`.hereabouts/`, ignored by git."""
        return self.root / ".hereabouts"

    @property
    def lake(self) -> Path:
        """Delta tables."""
        return self.home / "lake"

    @property
    def objects(self) -> Path:
        """Received bytes, by hash."""
        return self.home / "objects"

    @property
    def artefacts(self) -> Path:
        """Rasters, tiles and boundaries, by content."""
        return self.home / "artefacts"

    @property
    def releases(self) -> Path:
        """One folder per release."""
        return self.home / "releases"

    @property
    def scratch(self) -> Path:
        """Safe to delete whenever nothing runs."""
        return self.home / "scratch"


def silver_or_gold(layer: str, product: str) -> str:
    """The lake table of a product: `silver/health/admissions`."""
    return f"{layer}/{product.replace('.', '/')}"


def bronze(product: str) -> str:
    """The lake table of what was received for a product, as text."""
    return f"bronze/{product.replace('.', '/')}"


def quarantine(product: str) -> str:
    """The lake table of the rows that broke a product's contract."""
    return f"quarantine/{product.replace('.', '/')}"


def corrected(product: str) -> str:
    """The lake table of the rows of a product that people corrected."""
    return f"corrected/{product.replace('.', '/')}"
