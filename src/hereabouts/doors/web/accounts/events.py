"""What is done when something happens to an account: the log, and what must end with it."""

from collections.abc import Callable
from typing import Any

from allauth.account import signals as account_signals
from allauth.account.internal.flows.login import (
    clear_authentication_records,
    record_authentication,
)
from allauth.mfa import signals as factor_signals
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession

from hereabouts.doors.web.accounts import session_life
from hereabouts.doors.web.accounts.audit_trail import record
from hereabouts.doors.web.accounts.clock import CLOCK

Receiver = Callable[..., None]
RECOVERY = Authenticator.Type.RECOVERY_CODES


def connect() -> None:
    """Hear of everything; once a process."""
    heard: tuple[tuple[Any, Receiver], ...] = (
        (account_signals.user_logged_in, _signed_in),
        (account_signals.user_logged_out, _signed_out),
        (account_signals.user_signed_up, _said("account.made-by-provider")),
        (account_signals.password_changed, _said("account.password-changed")),
        (account_signals.password_set, _said("account.password-set")),
        (account_signals.password_reset, _said("account.password-reset")),
        (account_signals.email_changed, _said("account.e-mail-changed")),
        (factor_signals.authenticator_added, _factor_added),
        (factor_signals.authenticator_removed, _factor_removed),
        (factor_signals.authenticator_reset, _said("account.recovery-codes-made")),
        (factor_signals.authenticator_used, _factor_used),
        (factor_signals.authentication_failed, _factor_failed),
    )
    for number, (signal, receiver) in enumerate(heard):
        signal.connect(receiver, weak=False, dispatch_uid=f"hereabouts.accounts {number}")


def _said(action: str) -> Receiver:
    def receive(user: Any, **_others: Any) -> None:
        record(action, user, about="account")

    return receive


def _signed_in(request: Any, user: Any, **said: Any) -> None:
    session_life.begin(request.session)
    UserSession.objects.filter(session_key=request.session.session_key).update(
        last_seen_at=CLOCK.moment()
    )
    provider = said.get("sociallogin")
    by = f"provider:{provider.account.provider}" if provider else "here"
    record("account.signed-in", user, detail={"by": by})


def _signed_out(user: Any, **_others: Any) -> None:
    if user is not None:
        record("account.signed-out", user)


def _factor_added(request: Any, user: Any, authenticator: Any, **_others: Any) -> None:
    """Whoever sets one up has just shown it; sessions begun without it end."""
    record("account.second-factor-added", user, about="account", detail=_kind(authenticator))
    if authenticator.type != RECOVERY:
        record_authentication(request, user, "mfa", id=authenticator.pk, type=authenticator.type)
        _end_others(request, user)


def _factor_removed(request: Any, user: Any, authenticator: Any, **_others: Any) -> None:
    record("account.second-factor-removed", user, about="account", detail=_kind(authenticator))
    if not Authenticator.objects.filter(user=user).exclude(type=RECOVERY).exists():
        clear_authentication_records(request)
        _end_others(request, user)


def _factor_used(user: Any, authenticator: Any, **_others: Any) -> None:
    record("account.second-factor-used", user, detail=_kind(authenticator))


def _factor_failed(user: Any = None, **_others: Any) -> None:
    about = f"account:{user.public_id}" if user else "account:unknown"
    record("account.second-factor", about=about, outcome="refused")


def _end_others(request: Any, user: Any) -> None:
    others = UserSession.objects.filter(user=user).exclude(session_key=request.session.session_key)
    for one in others:
        session_life.end(one.session_key)


def _kind(authenticator: Any) -> dict[str, str]:
    return {"kind": str(authenticator.type)}
