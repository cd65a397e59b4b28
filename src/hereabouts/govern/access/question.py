"""One question put to the policies: what is asked, with one thing that might allow it."""

import json
from dataclasses import dataclass
from typing import Any

from cedarpy import AuthzResult, PolicySet, is_authorized

from hereabouts.govern.access.entities import NOBODY, agreement_key, moment, reference, slice_of
from hereabouts.govern.access.facts import ProductFacts
from hereabouts.govern.access.policy_set import access_schema
from hereabouts.govern.access.words import Action, Asked
from hereabouts.model.agreement import EVERYTHING, Agreement
from hereabouts.model.grant import Grant

RelyOn = Agreement | Grant | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked, with one thing that might allow it: the policies are asked once for each."""

    asked: Asked
    product: ProductFacts
    relied_on: RelyOn

    @property
    def relies_on(self) -> str:
        """What it relies on, as the audit log names it; empty where on nothing."""
        kind = "agreement" if isinstance(self.relied_on, Agreement) else "grant"
        return f"{kind}:{self.relied_on.id}" if self.relied_on else ""

    def put_to(self, policies: PolicySet) -> AuthzResult:
        """What the policies answer."""
        person = self.asked.person or NOBODY
        return is_authorized(
            {
                "principal": f"Place::Person::{json.dumps(person.id)}",
                "action": f'Place::Action::"{self.asked.action.value}"',
                "resource": f"Place::Product::{json.dumps(self.product.id)}",
                "context": self._context(),
            },
            policies,
            slice_of(person, self.product, self.relied_on),
            schema=access_schema(),
        )

    def _context(self) -> dict[str, Any]:
        asked = self.asked
        if asked.action is Action.APPROVE:
            return {"now": moment(asked.now), "asker": reference("Person", asked.asker)}
        said = {
            "now": moment(asked.now),
            "purpose": asked.purpose,
            "columns": list(self.product.named(asked.columns)),
            "every_area": EVERYTHING in asked.areas,
            "areas": [code for code in asked.areas if code != EVERYTHING],
        }
        if isinstance(self.relied_on, Agreement):
            key = agreement_key(self.relied_on, self.product.id)
            said["agreement"] = reference("Agreement", key)
        elif self.relied_on is not None:
            said["grant"] = reference("Grant", self.relied_on.id)
        return said
