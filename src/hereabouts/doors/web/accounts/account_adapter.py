"""What allauth asks of us about accounts with a password."""

from types import SimpleNamespace
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailConfirmation, EmailConfirmationHMAC
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse

from hereabouts.doors.web.accounts.audit_trail import record
from hereabouts.doors.web.accounts.models import Account


class AccountAdapter(DefaultAccountAdapter):
    """By invitation only; every attempt is in the audit log; links lead to our own address."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002  # allauth's
        """Nobody makes their own account."""
        return False

    def is_safe_url(self, url: str | None) -> bool:
        """Only a path of this site may be gone to after signing in."""
        is_path = bool(url) and url.startswith("/") and not url.startswith(("//", "/\\"))  # type: ignore[union-attr]
        return is_path and super().is_safe_url(url)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Refuse after too many attempts, and say so in the log."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            record("account.locked", about=_whose(credentials), outcome="refused")
            raise

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """A wrong password."""
        super().authentication_failed(request, **credentials)
        record("account.sign-in", about=_whose(credentials), outcome="refused")

    def get_reset_password_from_key_url(self, key: str) -> str:
        """Where a new password is set."""
        found: str = super().get_reset_password_from_key_url(key)
        return _at_our_address(found)

    def get_email_confirmation_url(
        self, request: HttpRequest, emailconfirmation: EmailConfirmation | EmailConfirmationHMAC
    ) -> str:
        """Where an e-mail address is confirmed."""
        found: str = super().get_email_confirmation_url(request, emailconfirmation)
        return _at_our_address(found)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send an e-mail, where this site sends any. It names no host that a request made up."""
        if settings.HEREABOUTS_ACCOUNTS.mail is not None:
            named = SimpleNamespace(name="Hereabouts", domain=settings.HEREABOUTS_ACCOUNTS.address)
            super().send_mail(template_prefix, email, {**context, "current_site": named})

    def add_message(self, request: HttpRequest, level: int, *said: Any, **more: Any) -> None:
        """Say what happened; that somebody has signed in, they see."""
        if "account/messages/logged_in.txt" not in (*said, *more.values()):
            super().add_message(request, level, *said, **more)

    def get_signup_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002  # allauth's
        """After a first sign-in by a provider."""
        profile: str = reverse("account_profile")
        return profile


def _whose(credentials: dict[str, Any]) -> str:
    """Which account was tried, if there is one: in the log alone, never in the answer."""
    email = str(credentials.get("email") or "").strip().lower()
    found = Account.objects.filter(email=email).values_list("public_id", flat=True).first()
    return f"account:{found}" if found else "account:unknown"


def _at_our_address(url: str) -> str:
    address = settings.HEREABOUTS_ACCOUNTS.address
    return f"{address}/{url.split('/', 3)[3]}" if address else url
