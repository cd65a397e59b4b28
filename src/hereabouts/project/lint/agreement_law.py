"""P533 An agreement about people names its impact assessment, or says that none is needed.

Why: sharing personal data between public bodies is the kind of use that the Information
Commissioner asks an assessment for; an agreement that is silent was not thought through.

Source:
    UK GDPR, Article 35; Information Commissioner's Office, Data sharing: a code of practice.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.agreement import Agreement
from hereabouts.model.sensitivity import Sensitivity
from hereabouts.project.draft import Draft

CODE = "P533"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each agreement on a personal product that is silent about a DPIA."""
    for agreement in draft.agreements.values():
        personal = _personal(draft, agreement)
        if personal and agreement.dpia_needed and not agreement.dpia:
            yield ProjectError(
                f"{agreement.title}: {personal[0]!r} is about people, and no impact assessment"
                " is named",
                code=CODE,
                do="name it in `dpia`, or say `dpia_needed: no` and in `notes` why",
                at=draft.at(agreement.at),
            )


def _personal(draft: Draft, agreement: Agreement) -> list[str]:
    products = (draft.products.get(shared.product) for shared in agreement.products)
    found = (one for one in products if one is not None)
    return [one.id for one in found if one.contract.sensitivity is Sensitivity.PERSONAL]
