"""Taking a step: asking, approving, refusing, withdrawing, revoking. Each is in the audit log."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import transaction

from hereabouts.doors.web.access_requests import letters
from hereabouts.doors.web.access_requests.models import AccessRequest, GrantHeld, RequestStep
from hereabouts.doors.web.accounts.audit_trail import record
from hereabouts.doors.web.accounts.models import Account
from hereabouts.doors.web.accounts.person import person_of
from hereabouts.errors import AccessError
from hereabouts.govern.access.facts import LOCAL_TIME, ProductFacts
from hereabouts.govern.access.standing import Access
from hereabouts.govern.access.words import Action, Asked
from hereabouts.govern.requests.steps import WAITING, RequestState, Step, after

LONGEST = timedelta(days=366)  # that anything is granted for; it can be asked for again


def ask(
    access: Access, account: Account, said: Mapping[str, Any], answers: Mapping[str, str]
) -> AccessRequest:
    """Take a request, and tell who decides.

    Args:
        access: decides who may decide.
        account: who asks.
        said: product, purpose, areas and until, checked by the form.
        answers: to the questions of the five safes.

    Raises:
        AccessError: A141, nobody is there who could decide.
    """
    product = access.standing().facts.products[said["product"]]
    deciders = list(deciders_of(access, product, asker=account, level=1))
    if not deciders:
        raise AccessError(
            "nobody who could decide about this has an account here",
            code="A141",
            do="ask whoever answers for the product; its page names them",
        )
    now = access.now()
    with transaction.atomic():
        request: AccessRequest = AccessRequest.objects.create(
            asker=account, answers=dict(answers), made_at=now, **said
        )
        _note(request, account, "asked", at=now)
    letters.tell(deciders, letters.ASKED, request)
    return request


def deciders_of(
    access: Access, product: ProductFacts, *, asker: Account, level: int
) -> Iterable[Account]:
    """Whoever may decide at a level: named by the contract, and allowed by the policies."""
    named = product.approvers.at(level)
    people = Account.objects.filter(is_active=True).prefetch_related("roles_held")
    for one in people.filter(email__in=named) if named else people:
        if may_decide(access, one, product, asker=asker):
            yield one


def may_decide(access: Access, account: Account, product: ProductFacts, *, asker: Account) -> bool:
    """Whether the policies let somebody decide about what another asks for."""
    question = Asked(
        person=person_of(account),
        action=Action.APPROVE,
        product=product.id,
        now=access.now(),
        asker=str(asker.public_id),
    )
    return access.decide(question).allowed


def decides(access: Access, account: Account, request: AccessRequest) -> bool:
    """Whether it is this person's turn to decide, or theirs to revoke."""
    product = access.standing().facts.products.get(request.product)
    if product is None or not may_decide(access, account, product, asker=request.asker):
        return False
    level = 2 if request.state == RequestState.APPROVED.value else 1
    named = product.approvers.at(level)
    if RequestState(request.state) not in WAITING:
        return True
    return (not named or account.email in named) and not _has_approved(account, request)


def take(
    access: Access, account: Account, request: AccessRequest, step: Step, *, words: str
) -> AccessRequest:
    """Take one step of a request.

    Raises:
        AccessError: A140, it has been answered already; A142, it is not theirs to decide.
    """
    own = step is Step.WITHDRAW and request.asker == account
    if not own and (step is Step.WITHDRAW or not decides(access, account, request)):
        raise AccessError(
            "it is not yours to decide",
            code="A142",
            do="leave it to the approvers that the product's contract names",
        )
    now = access.now()
    with transaction.atomic():
        locked: AccessRequest = AccessRequest.objects.select_for_update().get(id=request.id)
        product = access.standing().facts.products.get(locked.product)
        levels = product.approvers.levels if product else 1
        state = after(RequestState(locked.state), step, levels=levels)
        locked.state = state.value
        locked.save()
        _note(locked, account, step.value, at=now, words=words, state=state)
        if state is RequestState.GRANTED:
            GrantHeld.objects.create(request=locked, starts=now, ends=_end_of(locked.until))
        elif state is RequestState.REVOKED:
            GrantHeld.objects.filter(request=locked).update(revoked_at=now)
    _tell(access, locked, state)
    return locked


def _tell(access: Access, request: AccessRequest, state: RequestState) -> None:
    product = access.standing().facts.products.get(request.product)
    if state is RequestState.APPROVED and product is not None:
        second = deciders_of(access, product, asker=request.asker, level=2)
        letters.tell(second, letters.ASKED, request)
    elif state is not RequestState.WITHDRAWN:
        letters.tell([request.asker], letters.ANSWERED, request)


def _has_approved(account: Account, request: AccessRequest) -> bool:
    """Two approvals are by two people."""
    return bool(request.steps.filter(by=account, what=Step.APPROVE.value).exists())


def _end_of(day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), LOCAL_TIME)


def _note(
    request: AccessRequest,
    account: Account,
    what: str,
    *,
    at: datetime,
    words: str = "",
    state: RequestState = RequestState.ASKED,
) -> None:
    """Write down a step, here and in the audit log, where its words are not repeated."""
    RequestStep.objects.create(request=request, at=at, by=account, what=what, words=words)
    record(
        f"request.{what}",
        account,
        about=f"product:{request.product}",
        detail={
            "request": str(request.id),
            "purpose": request.purpose,
            "until": request.until.isoformat(),
            "state": state.value,
            "for": f"person:{request.asker.public_id}",
        },
    )
