"""A browser without a screen: it keeps cookies, and sends forms with their token."""

import asyncio
import time
from typing import Any, Self
from urllib.parse import urlsplit

import httpx
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.core.cache import cache
from starlette.types import ASGIApp

from hereabouts.doors.web.accounts.models import Account, RoleHeld
from hereabouts.doors.web.people import SESSION_COOKIE

PASSWORD = "purple monkey toast"  # noqa: S105  # of people who are made up
FORM = "hereabouts_form"


class Browser:
    """Somebody's browser at one site."""

    def __init__(self, app: ASGIApp, base: str = "http://localhost") -> None:
        self._runner = asyncio.Runner()
        transport = httpx.ASGITransport(app=app, raise_app_exceptions=True)
        self._http = httpx.AsyncClient(transport=transport, base_url=base)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_said: object) -> None:
        self._runner.run(self._http.aclose())
        self._runner.close()

    def get(self, path: str, **headers: str) -> httpx.Response:
        return self._runner.run(self._http.get(path, headers=headers))

    def post(self, path: str, *, files: Any = None, **fields: Any) -> httpx.Response:
        """Send a form, with the token of the page that it is on."""
        if FORM not in self._http.cookies:
            self.get("/account/login/")
        data = {"csrfmiddlewaretoken": self._http.cookies[FORM], **fields}
        said = {"referer": f"{self._http.base_url}/"}
        return self._runner.run(self._http.post(path, data=data, files=files, headers=said))

    def ask(self, method: str, path: str, **more: Any) -> httpx.Response:
        return self._runner.run(self._http.request(method, path, **more))

    @property
    def session(self) -> str:
        return self._http.cookies.get(SESSION_COOKIE) or ""

    @session.setter
    def session(self, key: str) -> None:
        self._http.cookies.delete(SESSION_COOKIE) if self.session else None
        self._http.cookies.set(SESSION_COOKIE, key, domain="localhost.local", path="/")

    def cookie(self, name: str) -> str:
        return self._http.cookies.get(name) or ""

    def is_in(self) -> bool:
        return self.get("/account/").status_code == 200

    def sign_in(
        self, email: str, secret: str, *, again: bool = False, **fields: str
    ) -> httpx.Response:
        """With a password, and then with a code of the moment, which works once.

        Args:
            again: whether the code is sent even if it has been used.
        """
        first = self.post("/account/login/", login=email, password=PASSWORD, **fields)
        assert urlsplit(first.headers["location"]).path == "/account/2fa/authenticate/", first
        if not again:
            cache.clear()  # a code that was used is remembered there
        return self.post("/account/2fa/authenticate/", code=code(secret))


def code(secret: str) -> str:
    """What an authenticator app shows now."""
    shown: str = format_hotp_value(hotp_value(secret, int(time.time()) // 30))
    return shown


def enrolled(email: str, *roles: tuple[str, str], **said: Any) -> tuple[Account, str]:
    """Somebody who has set up their account, and the secret in their app."""
    account = Account.objects.make(email, **said)
    account.set_password(PASSWORD)
    account.save()
    EmailAddress.objects.create(user=account, email=account.email, verified=True, primary=True)
    RoleHeld.objects.bulk_create(RoleHeld(account=account, domain=d, role=r) for d, r in roles)
    secret = generate_totp_secret()
    TOTP.activate(account, secret)
    return account, secret
