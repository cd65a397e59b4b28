"""What people on a pre-release list see of an open release before its embargo ends."""

import threading
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import replace
from datetime import datetime

from hereabouts.doors.web.embargoes import Embargoes
from hereabouts.doors.web.private.seen import Seen
from hereabouts.doors.web.releases import Releases
from hereabouts.doors.web.site import Site
from hereabouts.govern.access.sight import Sight
from hereabouts.govern.access.standing import Access
from hereabouts.model.person import Person
from hereabouts.model.policy import Audience
from hereabouts.model.pre_release import PreReleaseList
from hereabouts.release.embargo import embargo_of
from hereabouts.release.naming import bundle_name
from hereabouts.release.reader import releases_folder
from hereabouts.release.scope import Scope

MOST_SITES = 8  # of different lists with their readers open
RELIED_ON = "pre_release:"


class PreRelease:
    """Decides at every request: hours begin and end at a moment, and lists change.

    Args:
        site: what everybody sees. One that is not open has no embargoes.
        access: knows the lists, and the time, which is never earlier than it was.
    """

    def __init__(self, site: Site, access: Access) -> None:
        self._site, self._access = site, access
        self._sites: OrderedDict[Hashable, Site] = OrderedDict()
        self._lock = threading.Lock()

    def find(self, person: Person, *, number: int) -> Seen | None:
        """What the person sees of release `number`; None where that is nothing.

        Args:
            person: who has signed in.
            number: of a release that is not shown yet, or is not there.
        """
        until = self._until(number)
        now = self._access.now()
        if until is None or until <= now:
            return None
        listed = self._access.standing().sharing.pre_release.values()
        lists = [one for one in listed if one.opens_to(person, now=now, published=until)]
        return self._seen(person, number, lists, until) if lists else None

    def _seen(
        self, person: Person, number: int, lists: list[PreReleaseList], until: datetime
    ) -> Seen | None:
        manifest = self._site_of(number, None).releases.open(number).manifest
        indicators = [one.id for one in manifest.indicators]
        shown = frozenset[str]().union(*(one.shown(indicators) for one in lists))
        if not shown:
            return None
        scope = Scope(whole=shown)
        return Seen(
            site=self._site_of(number, scope),
            sight=Sight(scope=scope, answered=(), until=until),
            person=person,
            purpose="",
            lists=tuple(sorted(f"{RELIED_ON}{one.name}" for one in lists)),
            embargo=until,
        )

    def _until(self, number: int) -> datetime | None:
        if self._site.settings.audience is not Audience.OPEN:
            return None
        root = self._site.settings.root
        embargo = embargo_of(releases_folder(root) / bundle_name(number, Audience.OPEN))
        return embargo.until if embargo else None

    def _site_of(self, number: int, scope: Scope | None) -> Site:
        """The site with that release in it, within a scope."""
        key = (number, scope.key if scope else None)
        with self._lock:
            site = self._sites.pop(key, None)
            if site is None:
                releases = _releases(self._site, number, scope)
                site = replace(self._site, releases=releases)
            self._sites[key] = site
            while len(self._sites) > MOST_SITES:
                self._sites.popitem(last=False)
        return site


def _releases(site: Site, number: int, scope: Scope | None) -> Releases:
    root = site.settings.root
    return Releases(
        root,
        audience=Audience.OPEN,
        check_seconds=site.settings.check_seconds,
        scope=scope,
        embargoes=Embargoes(root, audience=Audience.OPEN, told=number),
    )
