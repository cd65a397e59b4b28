"""What is open to somebody, why, until when, and what they say they are working on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import get_token
from django.utils.http import url_has_allowed_host_and_scheme

from hereabouts.doors.web.accounts.audit_trail import record
from hereabouts.doors.web.accounts.person import person_of
from hereabouts.doors.web.private.pages import ACCESS
from hereabouts.doors.web.private.purpose_said import PURPOSE_COOKIE, purpose_said
from hereabouts.doors.web.views import show_page
from hereabouts.govern.access.sight import Asking
from hereabouts.govern.access.standing import Access
from hereabouts.govern.access.words import Decision
from hereabouts.model.person import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One product, and what may be done with it."""

    product: str
    controller: str
    decision: Decision
    areas: tuple[str, ...]  # of which it is open; empty is every one
    until: datetime | None


@login_required
def what_is_open(request: HttpRequest) -> HttpResponse:
    """A list of products with the reasons of each, and the purpose to decide by."""
    scope = request.META["asgi.scope"]
    access: Access = scope[ACCESS]
    purposes = access.standing().facts.purposes
    if request.method == "POST":
        return _say(request, purposes)
    said = purpose_said(scope)
    purpose = said if said in purposes else ""
    content = {
        "title": "What is open to you",
        "lines": lines_of(access, person_of(request.user), purpose),
        "purposes": purposes,
        "chosen": purpose,
        "csrf": get_token(request),
        "next": _local(request.GET.get("next", "")),
    }
    return show_page(request, "account_access.html", content)


def lines_of(access: Access, person: Person, purpose: str) -> list[Line]:
    """Every product that is not open to everybody and is named to the person, by its name."""
    grants = access.grants_of(person)
    asking = Asking(access=access, person=person, purpose=purpose, grants=grants)
    listed = [_line(asking, product) for product in sorted(access.standing().facts.products)]
    return [one for one in listed if one is not None]


def _line(asking: Asking, product: str) -> Line | None:
    """A line; none for what is open to all, and for what the person has nothing to do with."""
    found = asking.about(product)
    decision = found.decision
    if decision.policy == "open-by-default" or decision.clause == "nothing-opens-it":
        return None
    facts = asking.access.standing().facts
    controller = facts.products[product].controller
    return Line(
        product=product,
        controller=facts.organisations.get(controller, controller),
        decision=decision,
        areas=tuple(sorted(found.areas or ())) if decision.allowed else (),
        until=decision.until,
    )


def _say(request: HttpRequest, purposes: Mapping[str, str]) -> HttpResponse:
    """Take down what they work on. It lasts as long as the browser is open."""
    said = request.POST.get("purpose", "")
    purpose = said if said in purposes else ""
    record("purpose.said", request.user, about=f"purpose:{purpose or 'none'}")
    answer = HttpResponseRedirect(_local(request.POST.get("next", "")) or "/")
    answer.set_cookie(
        PURPOSE_COOKIE, purpose, secure=request.is_secure(), httponly=True, samesite="Lax"
    )
    return answer


def _local(path: str) -> str:
    """A path of this site, or nothing."""
    is_ours = url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    return path if is_ours and path.startswith("/") else ""
