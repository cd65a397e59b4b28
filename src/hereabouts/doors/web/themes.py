"""Indicators by theme, as navigation and listings show them."""

from dataclasses import dataclass
from itertools import groupby

from hereabouts.release.manifest_model import ReleasedIndicator, ReleaseManifest


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme and its indicators, in the project's order."""

    name: str
    indicators: tuple[ReleasedIndicator, ...]

    @property
    def title(self) -> str:
        """The name as a heading."""
        return theme_title(self.name)


def theme_title(name: str) -> str:
    """`stroke_care` as `Stroke care`."""
    return name.replace("_", " ").replace("-", " ").capitalize()


def themes(manifest: ReleaseManifest) -> tuple[Theme, ...]:
    """Every theme with something to show, by name."""
    ordered = sorted(manifest.observed, key=lambda indicator: indicator.theme)
    grouped = groupby(ordered, key=lambda indicator: indicator.theme)
    return tuple(Theme(name, tuple(members)) for name, members in grouped)
