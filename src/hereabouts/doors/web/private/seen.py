"""What one person sees of the internal releases, found once and kept until it may change."""

import threading
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from hereabouts.doors.web.releases import Releases
from hereabouts.doors.web.site import Site
from hereabouts.doors.web.site_settings import SiteSettings
from hereabouts.govern.access.sight import Sight, sight_of
from hereabouts.govern.access.standing import Access
from hereabouts.model.person import Person
from hereabouts.model.policy import Audience
from hereabouts.release.scope import Scope

#: The key of a `Seen` in an ASGI scope.
SEEN = "hereabouts.seen"
#: At most so long until everything is decided, and said to the audit log, again.
DECIDED_AGAIN = timedelta(minutes=10)
MOST_SIGHTS = 2_000
MOST_SITES = 16  # of different scopes with their readers open


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """The site as somebody sees it, and by what right."""

    site: Site
    sight: Sight
    person: Person
    purpose: str  # a name in purposes.yml; empty where none was said
    purpose_words: str = ""  # what it is, in a sentence
    lists: tuple[str, ...] = ()  # pre-release lists that they are on
    embargo: datetime | None = None  # until when nobody else sees it

    @property
    def key(self) -> Hashable:
        """The same for two who see the same, and are told the same above it."""
        return (self.sight.scope.key, self.purpose, self.purpose_words, self.embargo)

    @property
    def relied_on(self) -> tuple[str, ...]:
        """The agreements, grants and lists that opened something."""
        return (*self.sight.relied_on, *self.lists)


@dataclass(frozen=True, slots=True)
class _Kept:
    sight: Sight
    version: int  # of what the folder says
    until: datetime


class Sightings:
    """Decides what people see, and remembers it while nothing that it rests on can have changed."""

    def __init__(self, site: Site, access: Access) -> None:
        self._access = access
        settings = replace(site.settings, audience=Audience.INTERNAL)
        self._whole = replace(site, settings=settings, releases=_releases(settings))
        self._kept: OrderedDict[Hashable, _Kept] = OrderedDict()
        self._sites: OrderedDict[Hashable, Site] = OrderedDict()
        self._lock = threading.Lock()

    def numbers(self) -> tuple[int, ...]:
        """Numbers of the internal releases there are."""
        return self._whole.releases.numbers()

    def find(self, person: Person, *, purpose: str, number: int | None) -> Seen | None:
        """What the person sees of a release; None where that is nothing.

        Args:
            person: who has signed in.
            purpose: what they said they work on.
            number: of the release; None is the newest.
        """
        numbers = self.numbers()
        wanted = number if number is not None else (numbers[-1] if numbers else None)
        if wanted is None or wanted not in numbers:
            return None
        purposes = self._access.standing().facts.purposes
        known = purpose if purpose in purposes else ""
        sight = self._sight(person, known, wanted)
        if not sight.scope.indicators:
            return None
        site = self._site(sight)
        words = purposes.get(known, "")
        return Seen(site=site, sight=sight, person=person, purpose=known, purpose_words=words)

    def _sight(self, person: Person, purpose: str, number: int) -> Sight:
        grants = tuple(self._access.grants_of(person))
        key = (person.id, person.organisation, _rights(person), grants, purpose, number)
        version, now = self._access.standing().version, self._access.now()
        with self._lock:
            kept = self._kept.get(key)
        if kept is not None and kept.version == version and now < kept.until:
            return kept.sight
        manifest = self._whole.releases.open(number).manifest
        sight = sight_of(self._access, person, purpose=purpose, manifest=manifest, grants=grants)
        for one in sight.answered:
            self._access.record(one.asked, one.decision, door="page")
        until = min(now + DECIDED_AGAIN, sight.until or datetime.max.replace(tzinfo=now.tzinfo))
        with self._lock:
            self._kept[key] = _Kept(sight, version, until)
            self._kept.move_to_end(key)
            while len(self._kept) > MOST_SIGHTS:
                self._kept.popitem(last=False)
        return sight

    def _site(self, sight: Sight) -> Site:
        """The site within a scope, with the releases it has open."""
        key = sight.scope.key
        with self._lock:
            site = self._sites.pop(key, None)
            if site is None:
                releases = _releases(self._whole.settings, sight.scope)
                site = replace(self._whole, releases=releases)
            self._sites[key] = site
            while len(self._sites) > MOST_SITES:
                self._sites.popitem(last=False)
        return site


def _releases(settings: SiteSettings, scope: Scope | None = None) -> Releases:
    return Releases(
        settings.root,
        audience=Audience.INTERNAL,
        check_seconds=settings.check_seconds,
        scope=scope,
    )


def _rights(person: Person) -> Hashable:
    roles = tuple(sorted((domain, tuple(sorted(held))) for domain, held in person.roles.items()))
    return (roles, person.training_valid_to)
