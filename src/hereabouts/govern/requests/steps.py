"""The life of a request: which step may follow which, and who takes it."""

from enum import StrEnum

from hereabouts.errors import AccessError


class RequestState(StrEnum):
    """Where a request stands."""

    ASKED = "asked"  # waits for its first approver
    APPROVED = "approved"  # by the first; waits for the second
    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    REVOKED = "revoked"


class Step(StrEnum):
    """What somebody does to a request."""

    APPROVE = "approve"
    REFUSE = "refuse"
    WITHDRAW = "withdraw"  # by whoever asked
    REVOKE = "revoke"  # what was granted


WAITING = frozenset({RequestState.ASKED, RequestState.APPROVED})
_FROM = {
    Step.APPROVE: WAITING,
    Step.REFUSE: WAITING,
    Step.WITHDRAW: WAITING,
    Step.REVOKE: frozenset({RequestState.GRANTED}),
}
_TO = {
    Step.REFUSE: RequestState.REFUSED,
    Step.WITHDRAW: RequestState.WITHDRAWN,
    Step.REVOKE: RequestState.REVOKED,
}


def after(state: RequestState, step: Step, *, levels: int) -> RequestState:
    """The state that a step leads to.

    Args:
        state: where the request stands.
        step: what is done.
        levels: how many approvals the product's contract asks for: 1 or 2.

    Raises:
        AccessError: A140, the request has already been answered, or was never granted.
    """
    if state not in _FROM[step]:
        raise AccessError(
            f"this request was {state.value}, so nobody can {step.value} it",
            code="A140",
            do="open it again: somebody else has answered it meanwhile",
        )
    if step is not Step.APPROVE:
        return _TO[step]
    needs_another = levels > 1 and state is RequestState.ASKED
    return RequestState.APPROVED if needs_another else RequestState.GRANTED
