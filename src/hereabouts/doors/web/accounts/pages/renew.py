"""Somebody is still there: the half hour begins again."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse

from hereabouts.doors.web.accounts import session_life


@login_required
def renew(request: HttpRequest) -> HttpResponse:
    """Go back to the account, or tell a script how long the session lasts now.

    That they have asked is written down before: see `WithinLimits`.
    """
    if request.method != "POST" or request.headers.get("accept") != "application/json":
        return HttpResponseRedirect("/account/")
    return JsonResponse(session_life.told(request) or {})
