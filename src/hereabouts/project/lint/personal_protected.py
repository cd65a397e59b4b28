"""P310 What is made from personal data is protected from the open audience.

Why: a small count of people can tell something about one of them. An indicator that is made
from a personal product, however far back, names a policy that protects the open audience.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.indicator import Indicator
from hereabouts.model.policy import Audience, DisclosurePolicy, Scheme
from hereabouts.model.sensitivity import Sensitivity
from hereabouts.project.draft import Draft
from hereabouts.project.lint.ancestry import made_from

CODE = "P310"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each indicator that would show the open audience exact counts."""
    for indicator in draft.indicators.values():
        policy = draft.policies.get(indicator.policy)
        personal = _personal(draft, indicator)
        if policy and personal and not _is_protecting(policy):
            yield ProjectError(
                f"this is made from {personal}, which is personal, and policy {policy.name!r} "
                "does not protect it from the open audience",
                code=CODE,
                do="name a policy with a scheme, whose audiences include `open`",
                at=draft.at(indicator.at, "policy"),
            )


def _personal(draft: Draft, indicator: Indicator) -> str | None:
    """The nearest personal product that the indicator is made from; None when there is none."""
    for name in indicator.products:
        for product in made_from(draft, name):
            if product.contract.sensitivity is Sensitivity.PERSONAL:
                return product.id
    return None


def _is_protecting(policy: DisclosurePolicy) -> bool:
    return policy.scheme is not Scheme.NONE and Audience.OPEN in policy.audiences
