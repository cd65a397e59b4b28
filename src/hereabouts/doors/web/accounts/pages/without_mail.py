"""A forgotten password: by e-mail where this site sends any, and in words where it does not."""

from allauth.account import views
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from hereabouts.doors.web.views import problem_page
from hereabouts.errors import AccessError


def needs_mail(request: HttpRequest) -> HttpResponse:
    """Ask for a link by which to set a new password."""
    if settings.HEREABOUTS_ACCOUNTS.mail is not None:
        answer: HttpResponse = views.password_reset(request)
        return answer
    problem = AccessError(
        "this site sends no e-mail, so it can send no link for a new password",
        code="A121",
        do="ask whoever looks after this site for a new invitation",
    )
    return problem_page(request, problem, status=403)
