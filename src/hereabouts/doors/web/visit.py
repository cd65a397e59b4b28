"""One reader's visit to one address of one release: all that a page is made from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hereabouts.doors.web.address import not_found, read_query, read_repeated
from hereabouts.doors.web.artefacts import Artefacts
from hereabouts.doors.web.links import Links
from hereabouts.doors.web.published import Published
from hereabouts.doors.web.releases import Releases
from hereabouts.release.manifest_model import (
    ReleasedAreaType,
    ReleasedIndicator,
    ReleaseManifest,
)
from hereabouts.release.reader import ReleaseReader


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """The release, where the reader is in it, and what the address asks."""

    reader: ReleaseReader
    links: Links
    query: str
    artefacts: Artefacts
    releases: Releases  # for pages about several of them
    published: Published | None = None  # where the page is to be a file
    asks: bool = False  # whether people sign in here, and may ask for a product

    @property
    def manifest(self) -> ReleaseManifest:
        """What the release says of itself."""
        return self.reader.manifest

    def asked(self, *allowed: str) -> Mapping[str, str]:
        """The parameters of the address, each of which must be `allowed`.

        Raises:
            AddressError: W201.
        """
        return read_query(self.query, allowed=allowed)

    def asked_several(
        self, repeated: str, *allowed: str
    ) -> tuple[tuple[str, ...], Mapping[str, str]]:
        """The values of the parameter that may be `repeated`, and the others.

        Raises:
            AddressError: W201.
        """
        return read_repeated(self.query, allowed=allowed, repeated=repeated)

    def indicator(self, theme: str, *, name: str) -> ReleasedIndicator:
        """The indicator at `theme/name`.

        Raises:
            AddressError: W204, the release has no such indicator.
        """
        found = self.manifest.indicator(theme, name=name)
        if found is None:
            raise not_found(
                "there is no such indicator in this release",
                code="W204",
                do="choose one from the home page",
            )
        return found

    def area_type(self, code: str) -> ReleasedAreaType:
        """The area type called `code`.

        Raises:
            AddressError: W205, the release has no such area type.
        """
        found = self.manifest.area_type(code)
        if found is None:
            raise not_found(
                "there is no such kind of area in this release",
                code="W205",
                do="search for the area by name",
            )
        return found

    def map_size(self, area_type: ReleasedAreaType) -> tuple[int, int] | None:
        """Width and height of the area type's map in pixels, or None when it has no map."""
        return self.artefacts.size(area_type.artefact) if area_type.artefact else None


@dataclass(frozen=True, slots=True)
class PageAnswer:
    """A template and what to put in it."""

    template: str
    content: Mapping[str, Any]
    status: int = 200
