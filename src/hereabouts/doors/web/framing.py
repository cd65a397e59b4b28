"""Letting one kind of page be shown in frames of other sites, and no other."""

from csp.constants import NONE
from csp.decorators import csp_replace
from django.http import HttpRequest, HttpResponse
from django.views.decorators.clickjacking import xframe_options_exempt

from hereabouts.doors.web.requested import KEY, Requested
from hereabouts.doors.web.views import PageFunction, View, view

ANYWHERE = {"frame-ancestors": ["*"], "script-src": [NONE], "form-action": [NONE]}


def framed(page: PageFunction) -> View:
    """A view of a page that other sites may frame: on an open site, and where there is one."""
    shown = view(page)

    def answer(request: HttpRequest, **where: str) -> HttpResponse:
        response = shown(request, **where)
        requested: Requested = request.META["asgi.scope"][KEY]
        if response.status_code != 200 or requested.internal:
            return response
        free: HttpResponse = csp_replace(ANYWHERE)(xframe_options_exempt(lambda _asked: response))(
            request
        )
        return free

    return answer
