"""Everything one site holds while it runs."""

from dataclasses import dataclass
from typing import Any

from hereabouts.doors.web.artefacts import Artefacts
from hereabouts.doors.web.assets import Assets, read_assets
from hereabouts.doors.web.links import Links
from hereabouts.doors.web.releases import Releases
from hereabouts.doors.web.site_settings import SiteSettings
from hereabouts.doors.web.visit import Visit

#: The key of a `Site` in an ASGI scope: what of it the person who asks may see.
SITE = "hereabouts.site"


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Settings, releases, artefacts and assets. Shared by every branch and thread."""

    settings: SiteSettings
    releases: Releases
    artefacts: Artefacts
    assets: Assets

    def visit(self, number: int | None, *, query: str) -> Visit:
        """A visit to a release by number, or to the newest.

        Raises:
            AccessError, ReleaseError: it cannot be opened.
        """
        releases = self.releases
        reader = releases.newest() if number is None else releases.open(number)
        links = Links(number=reader.manifest.number, versioned=number is not None)
        return Visit(
            reader=reader,
            links=links,
            query=query,
            artefacts=self.artefacts,
            releases=releases,
            published=self.settings.published,
            asks=self.settings.accounts is not None,
        )


def site_of(request: Any) -> Site:
    """The site as whoever asks sees it: an endpoint reads no other.

    Args:
        request: Starlette's, of the data application.
    """
    found: Site = request.scope.get(SITE) or request.app.state.site
    return found


def open_site(settings: SiteSettings) -> Site:
    """The site that `settings` describe. Opens no release yet."""
    return Site(
        settings=settings,
        releases=Releases(
            settings.root, audience=settings.audience, check_seconds=settings.check_seconds
        ),
        artefacts=Artefacts(settings.root),
        assets=read_assets(settings.bundle),
    )
