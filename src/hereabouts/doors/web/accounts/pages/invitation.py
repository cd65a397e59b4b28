"""Setting up an account by the link of an invitation."""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from django.contrib.auth.forms import SetPasswordForm
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token

from hereabouts.doors.web.accounts import invitations
from hereabouts.doors.web.accounts.audit_trail import record
from hereabouts.doors.web.views import problem_page, show_page
from hereabouts.errors import AccessError


def accept_invitation(request: HttpRequest, token: str) -> HttpResponse:
    """The form, which uses nothing up: programs that read e-mail open links too."""
    try:
        invitation = invitations.find(token)
        posted = request.POST if request.method == "POST" else None
        form: Any = SetPasswordForm(invitation.account, posted)
        if posted is None or not form.is_valid():
            return _form(request, form, status=422 if posted is not None else 200)
        account = invitations.accept(invitation, form.cleaned_data["new_password1"])
    except AccessError as problem:
        record("account.invitation", outcome="refused", about="invitation")
        return problem_page(request, problem, status=410)
    record("account.invitation-accepted", account, about="account")
    # They have just typed the password, so setting up a second factor asks for it no more.
    record_authentication(request, account, "password", reauthenticated=True)
    answer: HttpResponse = perform_login(request, account, email_verification="none")
    return answer


def _form(request: HttpRequest, form: Any, *, status: int) -> HttpResponse:
    content = {
        "title": f"{'Error: ' if form.errors else ''}Set up your account",
        "form": form,
        "email": form.user.email,
        "csrf": get_token(request),
    }
    return show_page(request, "account_invitation.html", content, status=status)
