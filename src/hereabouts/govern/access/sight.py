"""What of an internal release one person may see, for one purpose, until when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from hereabouts.govern.access.standing import Access
from hereabouts.govern.access.words import Action, Asked, Decision
from hereabouts.model.agreement import EVERYTHING
from hereabouts.model.grant import Grant
from hereabouts.model.person import Person
from hereabouts.release.manifest_model import ReleasedIndicator, ReleaseManifest
from hereabouts.release.scope import Scope

AGREEMENT = "agreement:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A question about one product, its answer, and the areas it is about."""

    asked: Asked
    decision: Decision

    @property
    def areas(self) -> frozenset[str] | None:
        """Codes; None is every area."""
        return None if EVERYTHING in self.asked.areas else frozenset(self.asked.areas)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What somebody may see. It is asked for again once `until` has come, or the folder changed."""

    scope: Scope
    answered: tuple[Answered, ...]
    until: datetime | None  # the first moment at which an agreement or grant relied on is over

    @property
    def relied_on(self) -> tuple[str, ...]:
        """The agreements and grants that opened something."""
        found = {one.decision.relied_on for one in self.answered if one.decision.allowed}
        return tuple(sorted(found - {""}))


def sight_of(
    access: Access,
    person: Person,
    *,
    purpose: str,
    manifest: ReleaseManifest,
    grants: Sequence[Grant] = (),
) -> Sight:
    """What of the release the person may see.

    An indicator is seen in the areas that every product it is made of is seen in. A product is
    asked for whole; where that is refused, for the areas that an agreement with the person's
    organisation names.

    Args:
        access: decides.
        person: who has signed in.
        purpose: what they said they are working on; empty where they did not.
        manifest: of the internal release.
        grants: of the person.
    """
    asking = Asking(access=access, person=person, purpose=purpose, grants=grants)
    products = sorted({name for one in manifest.indicators for name in one.products})
    answered = {name: asking.about(name) for name in products}
    whole, parts = set[str](), dict[str, frozenset[str]]()
    for indicator in manifest.indicators:
        areas = _areas(indicator, answered)
        if areas is None:
            whole.add(indicator.id)
        elif areas:
            parts[indicator.id] = areas
    ends = [one.decision.until for one in answered.values() if one.decision.until]
    return Sight(
        scope=Scope(whole=frozenset(whole), parts=parts),
        answered=tuple(answered.values()),
        until=min(ends, default=None),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """One person, asking about one product after another."""

    access: Access
    person: Person
    purpose: str
    grants: Sequence[Grant]

    def about(self, product: str) -> Answered:
        """The answer for the whole product, else for the areas that something opens it for."""
        whole = self._ask(product, (EVERYTHING,))
        if whole.decision.allowed:
            return whole
        parts = (self._ask(product, areas) for areas in self._areas_opened(product))
        return next((one for one in parts if one.decision.allowed), whole)

    def _ask(self, product: str, areas: tuple[str, ...]) -> Answered:
        asked = Asked(
            person=self.person,
            action=Action.VIEW,
            product=product,
            now=self.access.now(),
            purpose=self.purpose,
            areas=areas,
        )
        return Answered(asked=asked, decision=self.access.decide(asked, grants=self.grants))

    def _areas_opened(self, product: str) -> Iterator[tuple[str, ...]]:
        """The areas that agreements and grants name, where they do not open every one."""
        key = (self.person.organisation, product)
        agreements = self.access.standing().facts.by_recipient.get(key, ())
        shared = (one.product(product) for one in agreements)
        of_agreements = [one.areas for one in shared if one is not None]
        of_grants = [one.areas for one in self.grants if one.product == product]
        yield from (areas for areas in (*of_grants, *of_agreements) if EVERYTHING not in areas)


def _areas(indicator: ReleasedIndicator, answered: dict[str, Answered]) -> frozenset[str] | None:
    """The areas in which all its products are seen: None is every one, and none is nothing."""
    seen: frozenset[str] | None = None
    for name in indicator.products:
        one = answered[name]
        if not one.decision.allowed:
            return frozenset()
        if one.areas is not None:
            seen = one.areas if seen is None else seen & one.areas
    return seen
