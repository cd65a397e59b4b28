"""Policies are adopted whole, once they are valid and their tests pass; before, the last stand."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from hereabouts.errors import GoverningError, Location
from hereabouts.govern.access.facts import Facts
from hereabouts.govern.access.policy_set import Policies, join_policies
from hereabouts.govern.access.policy_tests import run_tests
from hereabouts.govern.audit import AuditLog
from hereabouts.project.sharing_folder import Sharing

Texts = Mapping[str, str]


class PolicyKeeper:
    """The policies in force of one project; kept beside the lake, so that a restart forgets none.

    Raises:
        GoverningError: G110 to G112, the first policies ever read cannot be adopted: there is
            nothing that could stand in their place.
    """

    def __init__(self, root: Path, *, audit: AuditLog) -> None:
        self._path = root / ".hereabouts" / "access" / "policies.json"
        self._audit = audit
        self._in_force: Policies | None = None
        self._refused = ""
        self.problem: GoverningError | None = None

    def in_force(self, sharing: Sharing, facts: Facts) -> Policies:
        """The policies of `sharing`, or where they cannot be adopted the last that were."""
        wanted = sharing.policies
        if self._in_force is None or wanted != self._in_force.sources:
            self._in_force = self._adopt_or_keep(wanted, sharing, facts)
        else:
            self.problem = None
        return self._in_force

    def _adopt_or_keep(self, wanted: Texts, sharing: Sharing, facts: Facts) -> Policies:
        kept = self._kept()
        try:
            found = adoptable(wanted, sharing, facts)
        except GoverningError as fault:
            self.problem = fault
            self._say_refused(wanted, fault)
            if self._in_force is None and kept is None:
                raise
            return self._in_force or join_policies(kept or {})
        self.problem, self._refused = None, ""
        if wanted != (kept or {}):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.write_text(json.dumps(dict(wanted), indent=1), encoding="utf-8")
            self._say(action="policy.adopted", texts=wanted, outcome="done")
        return found

    def _kept(self) -> Texts | None:
        try:
            said: Texts = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError):
            return None
        return said

    def _say_refused(self, texts: Texts, fault: GoverningError) -> None:
        """Once for the same fault in the same policies, not every second."""
        known = _digest(texts) + fault.code
        if known != self._refused:
            self._refused = known
            self._say(action="policy.refused", texts=texts, outcome="refused", code=fault.code)

    def _say(self, *, action: str, texts: Texts, outcome: str, code: str = "") -> None:
        detail = {"sha256": _digest(texts), "files": sorted(texts)}
        if code:
            detail["code"] = code
        self._audit.append(
            action=action, actor="system", object="policies", outcome=outcome, detail=detail
        )


def adoptable(wanted: Texts, sharing: Sharing, facts: Facts) -> Policies:
    """The policies, once they are valid and every test of them passes.

    Raises:
        GoverningError: G110, G111, they are not valid; G112, a test fails.
    """
    found = join_policies(wanted)
    for outcome in run_tests(sharing.tests, facts=facts, policies=found):
        if not outcome.passed:
            raise GoverningError(
                f"{outcome.name}: {outcome.words}",
                code="G112",
                do="mend the policy, or the test if the policy is meant so",
                at=Location(outcome.path),
            )
    return found


def _digest(texts: Texts) -> str:
    return hashlib.sha256(json.dumps(dict(texts), sort_keys=True).encode()).hexdigest()
