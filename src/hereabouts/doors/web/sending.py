"""The pages on which a supplier sends a file: ask, check, accept. They work without a script."""

from collections.abc import Callable
from pathlib import Path
from tempfile import NamedTemporaryFile
from urllib.parse import quote

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import get_token
from django.views.decorators.csrf import csrf_protect

from hereabouts.doors.web.address import not_found
from hereabouts.doors.web.receiving import STATUSES, Receiving
from hereabouts.doors.web.requested import KEY, Requested
from hereabouts.doors.web.views import problem_page, show_page
from hereabouts.errors import AccessError, HereaboutsError

Answer = Callable[..., HttpResponse]
NO_PAGE = "there is no page at this address"
EMPTY = "Choose a file"
LARGE = "The file is larger than this page takes"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def sending(answer: Answer) -> Answer:
    """A view of one link: nothing is there unless deliveries are taken."""

    def view(request: HttpRequest, token: str, **where: str) -> HttpResponse:
        requested: Requested = request.META["asgi.scope"][KEY]
        if requested.receiving is None:
            return problem_page(request, not_found(NO_PAGE, code="W203", do="ask for a link"))
        try:
            return answer(request, requested.receiving, token, **where)
        except HereaboutsError as problem:
            return _refused(request, problem)

    protected: Answer = csrf_protect(view)
    return protected


@sending
def ask(request: HttpRequest, receiving: Receiving, token: str) -> HttpResponse:
    """What is asked for, and the form; with a file, what is wrong with it."""
    if request.method != "POST":
        return _form(request, receiving, token)
    sent = request.FILES.get("file")
    if not isinstance(sent, UploadedFile) or not sent.size:
        return _form(request, receiving, token, wrong=EMPTY)
    if sent.size > receiving.most_bytes:
        return _form(request, receiving, token, wrong=LARGE)
    with NamedTemporaryFile(prefix="hereabouts-") as held:
        for block in sent.chunks():
            held.write(block)
        held.flush()
        checked = receiving.check(token, Path(held.name), name=sent.name or "the file")
    title = "You can send this file" if checked.may_send else "This file cannot be sent yet"
    content = {
        "title": title,
        "checked": checked,
        "invited": receiving.describe(token),
        "csrf": get_token(request),
        "here": _address(token),
    }
    return show_page(request, "send_checked.html", content, status=200 if checked.may_send else 422)


@sending
def accept(request: HttpRequest, receiving: Receiving, token: str) -> HttpResponse:
    """The second step: send what was checked."""
    if request.method != "POST":
        return HttpResponseRedirect(_address(token))
    receipt = receiving.accept(token, request.POST.get("sha256", ""))
    return HttpResponseRedirect(f"{_address(token)}/sent/{quote(receipt.number)}")


@sending
def sent(request: HttpRequest, receiving: Receiving, token: str, number: str) -> HttpResponse:
    """Thank you, and a number to quote."""
    receipt = receiving.receipt(token, number)
    if receipt is None:
        problem = not_found(NO_PAGE, code="W203", do="use the link that you were sent")
        return problem_page(request, problem)
    content = {"title": "File sent", "receipt": receipt, "here": _address(token)}
    return show_page(request, "send_thanks.html", content)


@sending
def template(request: HttpRequest, receiving: Receiving, token: str) -> HttpResponse:
    """A workbook to fill in."""
    made = receiving.template(token)
    if made is None:
        problem = not_found(NO_PAGE, code="W203", do="use the link that you were sent")
        return problem_page(request, problem)
    name, content = made
    answer = HttpResponse(content, content_type=XLSX)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return answer


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001  Django's
    """A form that is not ours, or is from another visit."""
    problem = AccessError(
        "this form is from another visit, or another site",
        code="A306",
        do="open the link that you were sent again, and let your browser keep its cookie",
    )
    return problem_page(request, problem, status=403)


def _form(
    request: HttpRequest, receiving: Receiving, token: str, *, wrong: str = ""
) -> HttpResponse:
    invited = receiving.describe(token)
    content = {
        "title": f"{'Error: ' if wrong else ''}Send a file: {invited.title}",
        "invited": invited,
        "wrong": wrong,
        "csrf": get_token(request),
        "here": _address(token),
    }
    return show_page(request, "send.html", content, status=400 if wrong else 200)


def _refused(request: HttpRequest, problem: HereaboutsError) -> HttpResponse:
    status = STATUSES.get(problem.code, 503)
    answer = problem_page(request, problem, status=status)
    if status == 503:
        answer["Retry-After"] = "30"
    return answer


def _address(token: str) -> str:
    return f"/send/{quote(token)}"
