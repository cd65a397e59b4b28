"""What of an internal release one person may see, for one purpose, until when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from hereabouts.govern.access.standing import Access
from hereabouts.govern.access.words import Action, Asked, Decision
from hereabouts.model.agreement import EVERYTHING
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


def sight_of(access: Access, person: Person, *, purpose: str, manifest: ReleaseManifest) -> Sight:
    """What of the release the person may see.

    An indicator is seen in the areas that every product it is made of is seen in. A product is
    asked for whole; where that is refused, for the areas that an agreement with the person's
    organisation names.

    Args:
        access: decides.
        person: who has signed in.
        purpose: what they said they are working on; empty where they did not.
        manifest: of the internal release.
    """
    now = access.now()
    products = sorted({name for one in manifest.indicators for name in one.products})
    answered = {name: _ask(access, person, purpose, name, now) for name in products}
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


def _ask(access: Access, person: Person, purpose: str, product: str, now: datetime) -> Answered:
    """The answer for the whole product, else for the areas of the first agreement that allows."""
    first = None
    for areas in ((EVERYTHING,), *_areas_of_agreements(access, person, product)):
        asked = Asked(
            person=person,
            action=Action.VIEW,
            product=product,
            now=now,
            purpose=purpose,
            areas=tuple(areas),
        )
        found = Answered(asked=asked, decision=access.decide(asked))
        if found.decision.allowed:
            return found
        first = first or found
    if first is None:
        raise ValueError("a product is asked for whole at least")
    return first


def _areas_of_agreements(access: Access, person: Person, product: str) -> Iterator[Sequence[str]]:
    agreements = access.standing().facts.by_recipient.get((person.organisation, product), ())
    for agreement in agreements:
        shared = agreement.product(product)
        if shared and EVERYTHING not in shared.areas:
            yield shared.areas


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
