"""What Django is told in a process that serves accounts. Other processes know nothing of it."""

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from hereabouts.doors.web.account_settings import Accounts, MailServer, Provider
from hereabouts.doors.web.accounts.database import LIMITS_TABLE, database_settings
from hereabouts.doors.web.django_site import MIDDLEWARE, django_settings
from hereabouts.doors.web.people import SESSION_COOKIE

OURS = "hereabouts.doors.web.accounts"
APPS = (
    *("csp", "django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions"),
    *("django.contrib.messages", "django.contrib.humanize"),
    *("allauth", "allauth.account", "allauth.mfa", "allauth.socialaccount"),
    *("allauth.socialaccount.providers.openid_connect", "allauth.usersessions"),
    "hereabouts.doors.web.access_requests",
    OURS,  # last, so that it hears of what allauth has done
)
#: Of pages that know who asks; those for everybody keep to what they had.
PERSONAL_MIDDLEWARE = (
    *MIDDLEWARE,
    f"{OURS}.middleware.OwnRoutes",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    f"{OURS}.middleware.WithinLimits",
    f"{OURS}.middleware.SecondFactorFirst",
)
HALF_A_DAY = 12 * 3600
SHORTEST_PASSWORD = 12
#: Attempts, in how many seconds, of what: an office may stand behind one address.
ATTEMPTS = {
    "login": "300/m/ip",
    "login_failed": "60/m/ip,5/900s/key",
    "reauthenticate": "10/m/user",
    "reset_password": "60/m/ip,5/900s/key",
    "reset_password_from_key": "60/m/ip",
}


def account_settings(accounts: Accounts, hosts: frozenset[str] = frozenset()) -> dict[str, Any]:
    """Everything that Django is told besides what a site without accounts tells it."""
    return {
        "HEREABOUTS_ACCOUNTS": accounts,
        "SECRET_KEY": accounts.key,
        "INSTALLED_APPS": list(APPS),
        "MIDDLEWARE": list(PERSONAL_MIDDLEWARE),
        "TEMPLATES": [*django_settings("", frozenset())["TEMPLATES"], template_engine()],
        "DATABASES": {"default": database_settings(accounts)},
        "CACHES": {
            "default": {
                "BACKEND": "django.core.cache.backends.db.DatabaseCache",
                "LOCATION": LIMITS_TABLE,
            }
        },
        "AUTH_USER_MODEL": "accounts.Account",
        "AUTHENTICATION_BACKENDS": ["allauth.account.auth_backends.AuthenticationBackend"],
        "AUTH_PASSWORD_VALIDATORS": _password_rules(),
        "STATIC_URL": "/account/static/",
        "LOGIN_URL": "/account/login/",
        "LOGIN_REDIRECT_URL": "/account/",
        "CSRF_TRUSTED_ORIGINS": _origins(accounts, hosts),
        **_cookies(is_secure=accounts.address.startswith("https://")),
        **_signing_in(),
        **_second_factors(is_secure=accounts.address.startswith("https://")),
        **_providers(accounts.providers),
        **_mail(accounts.mail),
    }


def template_engine() -> dict[str, Any]:
    """Django's own templates, which allauth's pages are; ours come first."""
    allauth = find_spec("allauth")
    theirs = (allauth and allauth.submodule_search_locations) or ()
    return {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent / "templates", *(Path(one) / "templates" for one in theirs)],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "libraries": {"in_site": f"{OURS}.templatetags.in_site"},
        },
    }


def _origins(accounts: Accounts, hosts: frozenset[str]) -> list[str]:
    """Where our own forms come from, when a server in front of us speaks HTTPS for us."""
    ours = {accounts.address} if accounts.address.startswith("https://") else set()
    return sorted(ours | {f"https://{host}" for host in hosts})


def _password_rules() -> list[dict[str, Any]]:
    of_django = "django.contrib.auth.password_validation"
    return [
        {
            "NAME": f"{of_django}.UserAttributeSimilarityValidator",
            "OPTIONS": {"user_attributes": ("email", "name")},
        },
        {
            "NAME": f"{of_django}.MinimumLengthValidator",
            "OPTIONS": {"min_length": SHORTEST_PASSWORD},
        },
        {"NAME": f"{of_django}.CommonPasswordValidator"},
        {"NAME": f"{of_django}.NumericPasswordValidator"},
    ]


def _cookies(*, is_secure: bool) -> dict[str, Any]:
    return {
        "SESSION_COOKIE_NAME": SESSION_COOKIE,
        "SESSION_COOKIE_AGE": HALF_A_DAY,
        "SESSION_COOKIE_HTTPONLY": True,
        # A provider sends people back from its own site, and their visit must be known then.
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": is_secure,
        "CSRF_COOKIE_SECURE": is_secure,
        "CSRF_COOKIE_PATH": "/",
        "CSRF_FAILURE_VIEW": f"{OURS}.pages.problems.csrf_failed",
        "MESSAGE_STORAGE": "django.contrib.messages.storage.session.SessionStorage",
    }


def _signing_in() -> dict[str, Any]:
    return {
        "ACCOUNT_ADAPTER": f"{OURS}.account_adapter.AccountAdapter",
        "ACCOUNT_USER_MODEL_USERNAME_FIELD": None,
        "ACCOUNT_LOGIN_METHODS": {"email"},
        "ACCOUNT_SIGNUP_FIELDS": ["email*", "password1*", "password2*"],
        "ACCOUNT_EMAIL_VERIFICATION": "mandatory",
        "ACCOUNT_EMAIL_SUBJECT_PREFIX": "[Hereabouts] ",
        "ACCOUNT_EMAIL_NOTIFICATIONS": True,
        "ACCOUNT_CHANGE_EMAIL": True,
        "ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS": False,
        "ACCOUNT_PREVENT_ENUMERATION": True,
        "ACCOUNT_REAUTHENTICATION_REQUIRED": True,
        "ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE": True,
        "ACCOUNT_SESSION_REMEMBER": False,
        "ACCOUNT_RATE_LIMITS": ATTEMPTS,
    }


def _second_factors(*, is_secure: bool) -> dict[str, Any]:
    return {
        "MFA_ADAPTER": f"{OURS}.factor_adapter.FactorAdapter",
        "MFA_SUPPORTED_TYPES": ["totp", "webauthn", "recovery_codes"],
        "MFA_PASSKEY_LOGIN_ENABLED": True,
        # A passkey alone signs somebody in, so the device has to know that it is them.
        "MFA_WEBAUTHN_USER_VERIFICATION": "required",
        # Only on this machine, which browsers hold to be secure too.
        "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN": not is_secure,
        "MFA_RECOVERY_CODES_SHOW_ONCE": True,
        "MFA_TOTP_TOLERANCE": 1,  # half a minute, as a phone's clock may differ: RFC 6238, 5.2
        "MFA_TOTP_ISSUER": "Hereabouts",
    }


def _providers(providers: Sequence[Provider]) -> dict[str, Any]:
    apps = [
        {
            "provider_id": one.id,
            "name": one.name,
            "client_id": one.client_id,
            "secret": one.secret,
            "settings": {"server_url": one.server_url},
        }
        for one in providers
    ]
    return {
        "SOCIALACCOUNT_ADAPTER": f"{OURS}.provider_adapter.ProviderAdapter",
        "SOCIALACCOUNT_PROVIDERS": {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": apps}},
        "SOCIALACCOUNT_EMAIL_VERIFICATION": "none",  # only providers trusted for it say it
        "SOCIALACCOUNT_STORE_TOKENS": False,
    }


def _mail(server: MailServer | None) -> dict[str, Any]:
    if server is None:
        return {"EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"}
    is_here = server.host in ("localhost", "127.0.0.1", "::1")
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": server.host,
        "EMAIL_PORT": server.port,
        "EMAIL_HOST_USER": server.user,
        "EMAIL_HOST_PASSWORD": server.password,
        "EMAIL_USE_SSL": server.is_encrypted_at_once,
        "EMAIL_USE_TLS": not server.is_encrypted_at_once and not is_here,
        "EMAIL_TIMEOUT": 20,
        "DEFAULT_FROM_EMAIL": server.sender,
    }
