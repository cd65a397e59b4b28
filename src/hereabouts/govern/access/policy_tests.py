"""Running policies/access/*_test.yml: questions, and the answers that must be given."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from hereabouts.govern.access.decide import decide
from hereabouts.govern.access.facts import LOCAL_TIME, Facts
from hereabouts.govern.access.policy_set import Policies
from hereabouts.govern.access.words import Action, Asked, Decision
from hereabouts.model.agreement import EVERYTHING
from hereabouts.model.person import Person, Role

Said = Mapping[str, Any]
SOMEBODY = "somebody"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One question of a file, and whether it was answered as it must be."""

    path: str
    name: str
    passed: bool
    words: str  # of the answer


def run_tests(
    tests: Mapping[str, Sequence[Said]], *, facts: Facts, policies: Policies
) -> Iterator[Outcome]:
    """Ask every question of `tests`, which are by path and fit their schema."""
    for path, listed in tests.items():
        for said in listed:
            decision = decide(question(said), facts=facts, policies=policies)
            yield Outcome(
                path=path,
                name=said["name"],
                passed=_is_as_expected(said, decision),
                words=_words(decision),
            )


def question(said: Said) -> Asked:
    """What a test asks."""
    noon = datetime.combine(date.fromisoformat(said["on"]), time(12), LOCAL_TIME)
    return Asked(
        person=_person(said["person"]) if "person" in said else None,
        action=Action(said["action"]),
        product=said["product"],
        purpose=said.get("purpose", ""),
        columns=tuple(said.get("columns", ())),
        areas=tuple(said.get("areas", (EVERYTHING,))),
        asker="somebody-else",
        now=noon,
    )


def _person(said: Said) -> Person:
    trained = said.get("training_valid_to")
    return Person(
        id=SOMEBODY,
        organisation=said["organisation"],
        roles={
            domain: frozenset(Role(role) for role in roles)
            for domain, roles in said.get("roles", {}).items()
        },
        training_valid_to=date.fromisoformat(trained) if trained else None,
    )


def _is_as_expected(said: Said, decision: Decision) -> bool:
    answered = "allowed" if decision.allowed else "refused"
    because = said.get("because")
    return answered == said["expect"] and because in (None, decision.policy, decision.clause)


def _words(decision: Decision) -> str:
    answered = "allowed" if decision.allowed else "refused"
    by = decision.clause or decision.policy
    return f"{answered} by {by}: {decision.reason}" if by else f"{answered}: {decision.reason}"
