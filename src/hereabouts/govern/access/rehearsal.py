"""Policy rehearsal: what was really asked, asked again of draft policies and agreements.

The audit log holds every question with what the answer rested on, so a board can see who would
gain and who would lose before it approves a change.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from hereabouts.govern.access.decide import decide
from hereabouts.govern.access.facts import Facts, facts_of
from hereabouts.govern.access.policy_set import Policies
from hereabouts.govern.access.words import Action, Asked
from hereabouts.govern.audit import Record
from hereabouts.model.grant import Grant
from hereabouts.model.person import Person, Role
from hereabouts.project.sharing_folder import Sharing, SharingFolder

PREFIX = "data."
_GRANT = "grant:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """Questions that would be answered otherwise, all alike."""

    gains: bool  # whether they would be allowed, and were refused
    organisation: str
    product: str
    purpose: str
    action: str
    before: str  # the policy or clause that decided
    after: str
    why: str  # in words, after
    times: int
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """What came of it."""

    asked: int
    unlike: int  # of them, answered otherwise
    changed: tuple[Changed, ...]  # most often first


def read_draft(folder: Path) -> Sharing:
    """The drafts of a project folder, which need not be the one whose log is replayed."""
    drafts = SharingFolder(folder)
    return drafts.read(drafts.stamps())


def facts_of_draft(sharing: Sharing) -> Facts:
    """What the drafts say."""
    return facts_of(
        products=sharing.products,
        organisations=sharing.organisations,
        purposes=sharing.purposes,
        agreements=sharing.agreements,
    )


def rehearse(records: Iterable[Record], *, facts: Facts, policies: Policies) -> Rehearsal:
    """Ask every question of `records` again, each at the moment it was asked.

    Args:
        records: of the audit log; those that are no decisions about data are passed over.
        facts: as the draft says.
        policies: the draft's.
    """
    asked, found, people = 0, Counter[tuple[str, ...]](), dict[tuple[str, ...], set[str]]()
    for record in records:
        question = _question(record)
        if question is None:
            continue
        asked += 1
        grants = tuple(_grant(record, question))
        after = decide(question, facts=facts, policies=policies, grants=grants)
        if after.allowed == (record.outcome == "allowed"):
            continue
        key = (
            "gains" if after.allowed else "loses",
            str(record.detail.get("organisation", "")),
            question.product,
            question.purpose,
            question.action.value,
            str(record.detail["clause"] or record.detail["policy"]),
            after.clause or after.policy,
            after.reason,
        )
        found[key] += 1
        people.setdefault(key, set()).add(record.actor)
    changed = tuple(_changed(key, times, len(people[key])) for key, times in found.most_common())
    return Rehearsal(asked=asked, unlike=found.total(), changed=changed)


def since(today: date, *, days: int) -> date:
    """The first of the last `days` days."""
    return today - timedelta(days=days - 1)


def _changed(key: tuple[str, ...], times: int, people: int) -> Changed:
    way, organisation, product, purpose, action, before, after, why = key
    return Changed(
        gains=way == "gains",
        organisation=organisation,
        product=product,
        purpose=purpose,
        action=action,
        before=before,
        after=after,
        why=why,
        times=times,
        people=people,
    )


def _question(record: Record) -> Asked | None:
    """What was asked; None where it is no question about a product."""
    kind, _, product = record.object.partition(":")
    action = record.action.removeprefix(PREFIX)
    if kind != "product" or not record.action.startswith(PREFIX) or action not in list(Action):
        return None
    said = record.detail
    return Asked(
        person=_person(record),
        action=Action(action),
        product=product,
        purpose=said["purpose"],
        columns=tuple(said["columns"]),
        areas=tuple(said["areas"]),
        now=record.at,
    )


def _person(record: Record) -> Person | None:
    said = record.detail
    if "organisation" not in said:
        return None
    trained = said["training_valid_to"]
    return Person(
        id=record.actor.removeprefix("person:"),
        organisation=said["organisation"],
        roles={
            domain: frozenset(Role(role) for role in roles)
            for domain, roles in said["roles"].items()
        },
        training_valid_to=date.fromisoformat(trained) if trained else None,
    )


def _grant(record: Record, asked: Asked) -> Iterator[Grant]:
    """A grant that was relied on held then: grants are not part of a draft."""
    relied_on = str(record.detail["relied_on"])
    if relied_on.startswith(_GRANT) and record.outcome == "allowed" and asked.person:
        yield Grant(
            id=relied_on.removeprefix(_GRANT),
            person=asked.person.id,
            product=asked.product,
            purpose=asked.purpose,
            columns=asked.columns,
            areas=asked.areas,
            starts=asked.now,
            ends=asked.now + timedelta(seconds=1),
        )
