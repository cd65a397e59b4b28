"""Somebody is still there: the half hour begins again."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse

from hereabouts.doors.web.accounts import session_life
from hereabouts.doors.web.accounts.session_life import SEEN_EVERY


@login_required
def renew(request: HttpRequest) -> HttpResponse:
    """Go back to the account, or tell a script when the session ends now."""
    if request.method != "POST" or request.headers.get("accept") != "application/json":
        return HttpResponseRedirect("/account/")
    life = session_life.life_of(request.session)
    ends = life.ends_at.timestamp() if life else 0
    return JsonResponse({"ends": ends, "counted_every": SEEN_EVERY.total_seconds()})
