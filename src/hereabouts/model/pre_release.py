"""Who may see statistics in the hours before they are published, and why.

Source:
    Pre-release Access to Official Statistics Order 2008 (SI 2008/2998), article 2 and schedule: to
    named posts, for at most 24 hours before publication, with a record of each.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from hereabouts.errors import Location
from hereabouts.model.person import Person, Role

EVERYTHING = "*"
MOST_HOURS = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class PreReleasePost:
    """A post of an organisation, and which of its people fill it."""

    post: str
    organisation: str  # id in organisations.yml
    person: str = ""  # id of an account
    roles: tuple[str, ...] = ()  # domain:role; whoever has one of them

    def is_filled_by(self, person: Person) -> bool:
        """Whether the person is of the organisation, and is who is meant or has such a role."""
        if person.organisation != self.organisation:
            return False
        return person.id == self.person or any(_has(person, said) for said in self.roles)


@dataclass(frozen=True, slots=True, kw_only=True)
class PreReleaseList:
    """One file of policies/pre_release/."""

    name: str
    title: str
    statistics: tuple[str, ...]  # indicators, or * for all of a release
    hours: int  # before publication
    people: tuple[PreReleasePost, ...]
    why: str
    approved_by: str
    approved_on: date
    at: Location

    def opens_to(self, person: Person, *, now: datetime, published: datetime) -> bool:
        """Whether the person is on it, and its hours have begun."""
        begun = now >= published - timedelta(hours=self.hours)
        return begun and any(post.is_filled_by(person) for post in self.people)

    def shown(self, indicators: Iterable[str]) -> frozenset[str]:
        """Those of a release's indicators that are on it."""
        found = frozenset(indicators)
        return found if EVERYTHING in self.statistics else found & frozenset(self.statistics)


def parts_of_role(said: str) -> tuple[str, str]:
    """Domain and role of `domain:role`."""
    domain, _colon, role = said.partition(":")
    return domain, role


def _has(person: Person, said: str) -> bool:
    domain, role = parts_of_role(said)
    return person.is_a(Role(role), domain=domain)
