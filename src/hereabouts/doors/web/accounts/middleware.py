"""What every request of a personal page goes through, besides what Django and allauth do."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import set_urlconf

from hereabouts.doors.web.accounts import session_life
from hereabouts.doors.web.accounts.audit_trail import record
from hereabouts.doors.web.accounts.clock import CLOCK

Answer = Callable[[HttpRequest], HttpResponse]
ROUTES = "hereabouts.doors.web.accounts.urls"
SIGN_IN = "/account/login/"
ENROL = "/account/2fa/"
ENDED = {
    "idle": "You were signed out after half an hour without a request. Sign in again.",
    "absolute": "You were signed out: a session lasts twelve hours at most. Sign in again.",
}
#: What somebody may do before they have shown a second factor: show one, or leave.
BEFORE = (ENROL, "/account/logout/", "/account/reauthenticate/", "/account/static/")


class OwnRoutes:
    """Personal pages have their own addresses, and a policy that lets forms lead to providers."""

    def __init__(self, get_response: Answer) -> None:
        self._answer = get_response
        origins = {one.origin for one in settings.HEREABOUTS_ACCOUNTS.providers}
        self._more = {"form-action": sorted(origins)} if origins else {}

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, with our routes."""
        set_urlconf(ROUTES)
        request.urlconf = ROUTES
        answer: Any = self._answer(request)
        if self._more:
            answer._csp_update = self._more  # noqa: SLF001  # what its decorators set
        return answer


class WithinLimits:
    """Ends a session that nobody used for too long, or that has lasted too long."""

    def __init__(self, get_response: Answer) -> None:
        self._answer = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, or ask for another sign-in."""
        if not request.user.is_authenticated:
            return self._answer(request)
        now, account = CLOCK.moment(), request.user
        life = session_life.life_of(request.session)
        why = life.ended(now) if life else "idle"
        if life is None or why:
            record("account.session-ended", account, detail={"why": why})
            session_life.end(request.session.session_key)
            logout(request)
            messages.info(request, ENDED[why])
            return HttpResponseRedirect(SIGN_IN)
        session_life.touch(request.session, life, now=now)
        return self._answer(request)


class SecondFactorFirst:
    """Nobody goes further on a password alone."""

    def __init__(self, get_response: Answer) -> None:
        self._answer = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, or ask for the second factor to be set up."""
        account = request.user
        if (
            not account.is_authenticated
            or request.path.startswith(BEFORE)
            or session_life.has_second_factor(request.session, account)
        ):
            return self._answer(request)
        return HttpResponseRedirect(ENROL)
