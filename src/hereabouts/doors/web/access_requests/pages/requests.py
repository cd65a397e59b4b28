"""Asking for data, and answering: each page is for whoever asked, or decides, and nobody else."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import get_token

from hereabouts.doors.web.access_requests.deciding import ask, decides, take
from hereabouts.doors.web.access_requests.forms import AnswerForm, RequestForm
from hereabouts.doors.web.access_requests.models import AccessRequest
from hereabouts.doors.web.address import not_found
from hereabouts.doors.web.private.pages import ACCESS
from hereabouts.doors.web.views import problem_page, show_page
from hereabouts.errors import AccessError
from hereabouts.govern.access.facts import LOCAL_TIME, ProductFacts
from hereabouts.govern.access.standing import Access
from hereabouts.govern.requests.questions import FIVE_SAFES
from hereabouts.govern.requests.steps import WAITING, RequestState, Step

HERE = "/account/requests/"


@login_required
def listed(request: HttpRequest) -> HttpResponse:
    """What somebody asked for, and what waits for them to decide."""
    access, account = _access(request), request.user
    waiting = AccessRequest.objects.select_related("asker").filter(
        state__in=[state.value for state in WAITING]
    )
    content = {
        "title": "Requests for data",
        "own": AccessRequest.objects.filter(asker=account).order_by("-made_at"),
        "to_decide": [one for one in waiting if decides(access, account, one)],
        "products": access.standing().facts.products,
    }
    return show_page(request, "account_requests.html", content)


@login_required
def new(request: HttpRequest) -> HttpResponse:
    """Ask for a product."""
    access = _access(request)
    facts, today = access.standing().facts, access.now().astimezone(LOCAL_TIME).date()
    form = RequestForm(facts, today, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        said = {key: form.cleaned_data[key] for key in ("product", "purpose", "areas", "until")}
        try:
            made = ask(access, request.user, said, form.answers)
        except AccessError as refused:
            return _cannot(request, refused)
        return HttpResponseRedirect(f"{HERE}{made.id}/")
    content = {
        "title": "Ask for data",
        "form": form,
        "said": request.POST or {"product": request.GET.get("product", "")},
        "questions": FIVE_SAFES,
        "account": request.user,
        "csrf": get_token(request),
    }
    return show_page(
        request, "account_request_new.html", content, status=400 if form.errors else 200
    )


@login_required
def one(request: HttpRequest, request_id: Any) -> HttpResponse:
    """A request: for whoever asked, and whoever decides or did."""
    access, account = _access(request), request.user
    found = AccessRequest.objects.select_related("asker").filter(id=request_id).first()
    if found is None or not _may_see(access, account, found):
        return problem_page(request, _no_such())
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        step, words = Step(form.cleaned_data["step"]), form.cleaned_data["words"]
        try:
            take(access, account, found, step, words=words)
        except AccessError as refused:
            return _cannot(request, refused)
        return HttpResponseRedirect(f"{HERE}{found.id}/")
    content = _content(access, account, found) | {"form": form, "csrf": get_token(request)}
    return show_page(request, "account_request.html", content, status=400 if form.errors else 200)


def _cannot(request: HttpRequest, refused: AccessError) -> HttpResponse:
    content = {"title": "This cannot be done", "problem": refused}
    return show_page(request, "problem.html", content, status=409)


def _content(access: Access, account: Any, found: AccessRequest) -> dict[str, Any]:
    facts = access.standing().facts
    product: ProductFacts | None = facts.products.get(found.product)
    deciding = decides(access, account, found)
    state = RequestState(found.state)
    steps = [Step.APPROVE, Step.REFUSE] if deciding and state in WAITING else []
    if deciding and state is RequestState.GRANTED:
        steps = [Step.REVOKE]
    if found.asker == account and state in WAITING:
        steps.append(Step.WITHDRAW)
    return {
        "title": "Request for data",
        "asked": found,
        "product": product,
        "purpose": facts.purposes.get(found.purpose, found.purpose),
        "questions": FIVE_SAFES,
        "steps": found.steps.select_related("by"),
        "offered": [step.value for step in steps],
        "grant": getattr(found, "grant", None),
    }


def _may_see(access: Access, account: Any, found: AccessRequest) -> bool:
    took_part = found.steps.filter(by=account).exists()
    return found.asker == account or took_part or decides(access, account, found)


def _access(request: HttpRequest) -> Access:
    found: Access = request.META["asgi.scope"][ACCESS]
    return found


def _no_such() -> AccessError:
    return not_found(  # type: ignore[return-value]
        "there is no such request, or it is not yours to see", code="W203", do="see your own"
    )
