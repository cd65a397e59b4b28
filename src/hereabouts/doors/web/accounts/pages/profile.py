"""What somebody sees of their own account."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token

from hereabouts.doors.web.accounts import session_life
from hereabouts.doors.web.accounts.person import person_of
from hereabouts.doors.web.views import show_page
from hereabouts.model.person import Role


@login_required
def profile(request: HttpRequest) -> HttpResponse:
    """Who they are here, what they may change, and when this session ends."""
    content = {
        "title": "Your account",
        "account": request.user,
        "roles": request.user.roles_held.order_by("domain", "role"),
        "owns_all": person_of(request.user).is_a(Role.OWNER, domain="*"),
        "session": session_life.told(request),
        "csrf": get_token(request),
    }
    return show_page(request, "account_profile.html", content)
