"""The access decision as it stands at every moment: what a site that runs asks."""

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from hereabouts.errors import HereaboutsError
from hereabouts.govern.access.adopted import PolicyKeeper
from hereabouts.govern.access.decide import decide
from hereabouts.govern.access.facts import Facts, facts_of
from hereabouts.govern.access.policy_set import Policies
from hereabouts.govern.access.words import Asked, Decision
from hereabouts.govern.audit import AuditLog
from hereabouts.govern.audit.log import utc_now
from hereabouts.model.grant import Grant
from hereabouts.model.person import Person
from hereabouts.project.sharing_folder import Sharing, SharingFolder

Grants = Callable[[Person], Sequence[Grant]]


def no_grants(_person: Person) -> Sequence[Grant]:
    """Nobody was granted anything."""
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the folder says now. `version` grows whenever it says something else."""

    version: int
    facts: Facts
    policies: Policies
    sharing: Sharing


class Access:
    """Decides for one project. Safe to use from several threads.

    The folder is looked at every `check_seconds`: an agreement that is revoked in its file opens
    nothing from then on, and one whose time is over opens nothing from that very moment.

    Raises:
        GoverningError: G110 to G112, the policies cannot be adopted and none were before.
    """

    def __init__(
        self,
        root: Path,
        *,
        grants: Grants = no_grants,
        check_seconds: float = 1.0,
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        self.audit = AuditLog(root, clock=clock)
        self._clock = clock
        self._latest = self.audit.latest() or clock()
        self._grants, self._check_seconds = grants, check_seconds
        self._folder = SharingFolder(root)
        self._keeper = PolicyKeeper(root, audit=self.audit)
        self._lock = threading.Lock()
        self._stamps: Mapping[str, Any] = {}
        self._looked = time.monotonic()
        self._standing = self._read(1)

    def standing(self) -> Standing:
        """Facts and policies as they are now, or were a moment ago while the folder is read."""
        if self._check_seconds == 0:
            self._look()
        elif time.monotonic() - self._looked >= self._check_seconds:
            self._looked = time.monotonic()
            # Nobody who asks waits for thousands of files to be looked at.
            threading.Thread(target=self._look, daemon=True).start()
        return self._standing

    def _look(self) -> None:
        """Read the folder again if a file of it changed; not while it is being read."""
        if self._lock.acquire(blocking=False):
            try:
                if self._folder.stamps() != self._stamps:
                    self._standing = self._read(self._standing.version + 1)
            finally:
                self._lock.release()

    def now(self) -> datetime:
        """The time to decide by: never earlier than it was before.

        A clock that is set back opens no agreement that is over; the audit log remembers how
        late it was, through a restart too.
        """
        self._latest = max(self._latest, self._clock())
        return self._latest

    def problems(self) -> tuple[HereaboutsError, ...]:
        """What of the folder opens nothing because something is wrong with it."""
        refused = self._keeper.problem
        return (*self.standing().sharing.problems, *((refused,) if refused else ()))

    def grants_of(self, person: Person) -> Sequence[Grant]:
        """What approvers gave the person, as it is now."""
        return self._grants(person)

    def decide(self, asked: Asked, *, grants: Sequence[Grant] | None = None) -> Decision:
        """Whether it may be done. Says nothing to the audit log: see `record`.

        Args:
            asked: the question.
            grants: of the person, where they are known already.
        """
        standing = self.standing()
        if grants is None:
            grants = self._grants(asked.person) if asked.person else ()
        return decide(asked, facts=standing.facts, policies=standing.policies, grants=grants)

    def record(self, asked: Asked, decision: Decision, *, door: str) -> None:
        """Say in the audit log what was asked and answered, so that it can be asked again.

        Args:
            asked: the question.
            decision: its answer.
            door: which way in: page, api, download, rows, command.
        """
        person = asked.person
        self.audit.append(
            action=f"data.{asked.action.value}",
            actor=f"person:{person.id}" if person else "nobody",
            object=f"product:{asked.product}",
            outcome="allowed" if decision.allowed else "refused",
            detail={
                "door": door,
                "purpose": asked.purpose,
                "columns": list(asked.columns),
                "areas": list(asked.areas),
                "policy": decision.policy,
                "clause": decision.clause,
                "relied_on": decision.relied_on,
                **(_who(person) if person else {}),
            },
            durable=False,
        )

    def _read(self, version: int) -> Standing:
        self._stamps = self._folder.stamps()
        sharing = self._folder.read(self._stamps)
        facts = facts_of(
            products=sharing.products,
            organisations=sharing.organisations,
            purposes=sharing.purposes,
            agreements=sharing.agreements,
        )
        policies = self._keeper.in_force(sharing, facts)
        return Standing(version=version, facts=facts, policies=policies, sharing=sharing)


def _who(person: Person) -> dict[str, Any]:
    """What of the person the decision rested on. No name."""
    trained = person.training_valid_to
    return {
        "organisation": person.organisation,
        "roles": {domain: sorted(roles) for domain, roles in sorted(person.roles.items())},
        "training_valid_to": trained.isoformat() if trained else None,
    }
