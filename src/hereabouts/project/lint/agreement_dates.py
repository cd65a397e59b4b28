"""P532 The dates of an agreement can be kept: signed, begun, looked at again, ended.

Why: the dates are the switch. One that ends before it begins never opens; one that is never
looked at again outlives its reason.
"""

from collections.abc import Iterator
from datetime import date

from hereabouts.errors import ProjectError
from hereabouts.model.agreement import Agreement
from hereabouts.project.draft import Draft

CODE = "P532"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each pair of dates that is the wrong way round."""
    for agreement in draft.agreements.values():
        for key, problem, do in _wrong(agreement):
            at = draft.at(agreement.at, key)
            yield ProjectError(f"{agreement.title}: {problem}", code=CODE, do=do, at=at)


def _wrong(agreement: Agreement) -> Iterator[tuple[str, str, str]]:
    """Key, what is wrong, what to do."""
    if agreement.ends_on < agreement.starts_on:
        yield "ends_on", "it ends before it begins", "set `ends_on` after `starts_on`"
    if not agreement.starts_on <= agreement.review_on <= agreement.ends_on:
        said = "it is to be looked at again while it is not in force"
        yield "review_on", said, "set `review_on` between `starts_on` and `ends_on`"
    if agreement.approved_on > agreement.starts_on:
        said = "it begins before it was signed"
        yield "starts_on", said, "set `starts_on` to the day it was signed, or later"
    if (agreement.revoked_on or date.max) < agreement.approved_on:
        said = "it was revoked before it was signed"
        yield "revoked_on", said, "set `revoked_on` to the day from which it may not be used"
