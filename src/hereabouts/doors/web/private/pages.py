"""Private pages: who may see more is answered from an internal release, cut to what they may see.

The same addresses, the same pages: only the site that they are made from is another. In the same
way who is on a pre-release list sees an open release before its embargo ends.
"""

import asyncio

from starlette.types import Scope

from hereabouts.doors.web.app_paths import Destination
from hereabouts.doors.web.people import person_of_request
from hereabouts.doors.web.private.pre_release import PreRelease
from hereabouts.doors.web.private.purpose_said import purpose_said
from hereabouts.doors.web.private.seen import SEEN, Seen, Sightings
from hereabouts.doors.web.site import SITE, Site
from hereabouts.govern.access.standing import Access
from hereabouts.model.person import Person

#: The key of the `Access` that decides, in the ASGI scope of a personal page.
ACCESS = "hereabouts.access"
LONGEST_PATH = 300


class PrivatePages:
    """Finds what whoever asks may see, and says in the audit log what they saw."""

    def __init__(self, site: Site, access: Access) -> None:
        self._public, self.access = site, access
        self._sightings = Sightings(site, self.access)
        self._pre_release = PreRelease(site, self.access)

    async def seen_by(self, scope: Scope, where: Destination) -> Scope:
        """The request, with the site as the person who asks sees it; unchanged for anybody."""
        person = person_of_request(scope)
        if person is None or where.is_fixed or where.takes_files:
            return scope
        seen = await asyncio.to_thread(self.find, scope, where)
        return scope if seen is None else {**scope, SITE: seen.site, SEEN: seen}

    def find(self, scope: Scope, where: Destination) -> Seen | None:
        """What the person who asks sees there, said to the audit log; None where nothing more."""
        person = person_of_request(scope)
        if person is None or where.number in self._public.releases.numbers():
            return None  # a numbered open release is what it always was, for everybody
        seen = self._sightings.find(person, purpose=purpose_said(scope), number=where.number)
        if seen is None and where.number is not None:
            seen = self._pre_release.find(person, number=where.number)
        if seen is not None:
            self._record(person, where, seen)
        return seen

    def _record(self, person: Person, where: Destination, seen: Seen) -> None:
        early: dict[str, object] = {}
        if seen.embargo:
            early = {"release": where.number, "embargo_until": seen.embargo.isoformat()}
        self.access.audit.append(
            action="page.read",
            actor=f"person:{person.id}",
            object=f"page:{where.path[:LONGEST_PATH]}",
            detail={"purpose": seen.purpose, "relied_on": list(seen.relied_on), **early},
            durable=False,
        )
