"""What allauth asks of us about single sign-on: whom a provider may vouch for."""

from collections.abc import Mapping
from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.conf import settings
from django.http import HttpRequest

from hereabouts.doors.web.account_settings import Provider
from hereabouts.doors.web.accounts.audit_trail import record
from hereabouts.doors.web.accounts.models import Account
from hereabouts.doors.web.views import problem_page
from hereabouts.errors import AccessError

#: Values of `amr` that mean more than a password. Source: RFC 8176; `mfa`, or a factor by itself.
STRONG = frozenset(("mfa", "mca", "otp", "hwk", "swk", "sc", "fpt", "face", "iris", "pop", "fido"))
#: Of `acr`: one factor alone. Source: OpenID Connect Core, 2; NIST SP 800-63, as NHS CIS2 says it.
WEAK = frozenset(("0", "1", "aal1", "aal1_any", "urn:oasis:names:tc:saml:2.0:ac:classes:password"))


class ProviderAdapter(DefaultSocialAccountAdapter):
    """Lets a provider vouch for people of the domains that it is trusted for, and no others."""

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Refuse whom the provider may not vouch for; know again whom we already know."""
        provider = _provider(sociallogin.account.provider)
        email = _email(sociallogin)
        if not email or email.rpartition("@")[2] not in provider.domains:
            raise _refused(request, provider, "domain")
        if not second_factor_shown(_said(sociallogin)):
            raise _refused(request, provider, "second factor")
        known = Account.objects.filter(email=email).first()
        if known is not None and not known.is_active:
            raise _refused(request, provider, "ended")
        for address in sociallogin.email_addresses:
            address.email, address.verified = address.email.lower(), True
        if known is not None and not sociallogin.is_existing:
            sociallogin.connect(request, known)

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:  # noqa: ARG002
        """Whoever comes so far may have an account."""
        return True

    def populate_user(
        self, request: HttpRequest, sociallogin: SocialLogin, data: Mapping[str, Any]
    ) -> Account:
        """A new account, of the provider's organisation."""
        account: Account = super().populate_user(request, sociallogin, data)
        account.email = account.email.lower()
        account.name = str(data.get("name") or "")[:200]
        account.organisation = _provider(sociallogin.account.provider).organisation
        return account

    def on_authentication_error(
        self, request: HttpRequest, provider: Any, *others: Any, **more: Any
    ) -> None:
        """The provider sent somebody back with nothing that we can believe."""
        record("account.provider-sign-in", outcome="refused", detail={"why": "error"})
        super().on_authentication_error(request, provider, *others, **more)


def second_factor_shown(said: Mapping[str, Any]) -> bool:
    """Whether a provider's claims allow that somebody showed more than a password.

    One that says how people signed in is believed; one that says nothing is trusted, as whoever
    lists it in the file has agreed that it asks for a second factor.
    """
    methods = said.get("amr")
    if isinstance(methods, list | tuple) and methods:
        return bool(STRONG & {str(one).lower() for one in methods})
    return str(said.get("acr", "")).lower() not in WEAK


def _said(sociallogin: SocialLogin) -> Mapping[str, Any]:
    claims: Mapping[str, Any] = sociallogin.account.extra_data
    return {**claims, **(claims.get("userinfo") or {}), **(claims.get("id_token") or {})}


def _email(sociallogin: SocialLogin) -> str:
    """The one address that the provider says; empty where it says that it has not verified it."""
    said = _said(sociallogin)
    verified = said.get("email_verified", True) not in (False, "false")
    return str(said.get("email") or "").strip().lower() if verified else ""


def _provider(provider_id: str) -> Provider:
    found: Provider = next(
        one for one in settings.HEREABOUTS_ACCOUNTS.providers if one.id == provider_id
    )
    return found


_WHY = {
    "domain": (
        "your e-mail address is not one that this sign-in is trusted for",
        "sign in with the account of your own organisation, or ask for an invitation",
    ),
    "second factor": (
        "you signed in there with a password alone",
        "sign in there with a second step, such as a code or a security key",
    ),
    "ended": ("your account here has ended", "ask whoever looks after this site"),
}


def _refused(request: HttpRequest, provider: Provider, why: str) -> ImmediateHttpResponse:
    record(
        "account.provider-sign-in",
        about=f"provider:{provider.id}",
        outcome="refused",
        detail={"why": why},
    )
    problem, do = _WHY[why]
    return ImmediateHttpResponse(
        problem_page(request, AccessError(problem, code="A116", do=do), status=403)
    )
