"""Pages by declaration: pages/<page>.yml."""

from dataclasses import dataclass

from hereabouts.errors import Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page: words, and the indicators it leads with."""

    name: str
    title: str
    lede: str
    indicators: tuple[str, ...]
    at: Location
