"""Bringing many people in by a spreadsheet: for whoever owns every domain."""

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token

from hereabouts.doors.web.accounts.onboarding import RowOutcome, onboard
from hereabouts.doors.web.accounts.people_sheet import read_sheet
from hereabouts.doors.web.accounts.person import person_of
from hereabouts.doors.web.views import problem_page, show_page
from hereabouts.errors import AccessError
from hereabouts.model.person import Role
from hereabouts.project.organisation_names import organisation_names

NO_FILE = "Choose a file"


@login_required
def people_page(request: HttpRequest) -> HttpResponse:
    """The form; with a file, what would become of each row, or what became of it."""
    person = person_of(request.user)
    if not person.is_a(Role.OWNER, domain="*"):
        problem = AccessError(
            "only owners of every domain bring people in",
            code="A125",
            do="ask one of them, or whoever looks after this site",
        )
        return problem_page(request, problem, status=403)
    if request.method != "POST":
        return _page(request)
    sent = request.FILES.get("file")
    if not isinstance(sent, UploadedFile) or not sent.size:
        return _page(request, wrong=NO_FILE, status=400)
    dry_run = request.POST.get("what") != "import"
    try:
        names = organisation_names(settings.HEREABOUTS_ACCOUNTS.root)
        told = onboard(read_sheet(sent.read()), names, dry_run=dry_run, by=f"person:{person.id}")
    except AccessError as problem:
        return _page(request, wrong=problem.problem, status=422)
    return _page(request, told=told, was_dry=dry_run)


def _page(
    request: HttpRequest,
    *,
    told: list[RowOutcome] | None = None,
    was_dry: bool = False,
    wrong: str = "",
    status: int = 200,
) -> HttpResponse:
    content: dict[str, Any] = {
        "title": f"{'Error: ' if wrong else ''}Bring people in",
        "told": told,
        "was_dry": was_dry,
        "wrong": wrong,
        "csrf": get_token(request),
    }
    return show_page(request, "account_people.html", content, status=status)
