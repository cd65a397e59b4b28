"""What is done by e-mail, where this site sends any; said in words where it does not."""

from collections.abc import Callable

from allauth.account import views
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from hereabouts.doors.web.views import problem_page
from hereabouts.errors import AccessError

Answer = Callable[..., HttpResponse]


def needs_mail(page: Answer) -> Answer:
    """A page of allauth's that sends a link."""

    def answer(request: HttpRequest) -> HttpResponse:
        if settings.HEREABOUTS_ACCOUNTS.mail is not None:
            return page(request)
        problem = AccessError(
            "this site sends no e-mail, so it can send you no link",
            code="A121",
            do="ask whoever looks after this site for a new invitation",
        )
        return problem_page(request, problem, status=403)

    return answer


reset_password = needs_mail(views.password_reset)
change_email = needs_mail(views.email)
