"""Somebody is still there: the half hour begins again."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse

from hereabouts.doors.web.accounts import session_life
from hereabouts.doors.web.accounts.clock import CLOCK


@login_required
def renew(request: HttpRequest) -> HttpResponse:
    """Go back to the account, or tell a script how long the session lasts now."""
    if request.method == "POST":
        session_life.touch(request.session, now=CLOCK.moment())
    if request.method != "POST" or request.headers.get("accept") != "application/json":
        return HttpResponseRedirect("/account/")
    return JsonResponse(session_life.told(request) or {})
