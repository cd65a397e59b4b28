"""Pages that say no."""

from django.http import HttpRequest, HttpResponse

from hereabouts.doors.web import sending
from hereabouts.doors.web.views import problem_page
from hereabouts.errors import AccessError


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that is not ours, or is from another visit."""
    if request.path.startswith("/send/"):
        return sending.csrf_failed(request, reason)
    problem = AccessError(
        "this form is from another visit, or another site",
        code="A119",
        do="go back to the page, load it again, and let your browser keep its cookie",
    )
    return problem_page(request, problem, status=403)


def closed(request: HttpRequest) -> HttpResponse:
    """Nobody makes their own account."""
    problem = AccessError(
        "accounts are made by invitation",
        code="A120",
        do="ask whoever looks after this site to invite you",
    )
    return problem_page(request, problem, status=403)
