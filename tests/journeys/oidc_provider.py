"""A real OpenID provider, allauth's own, as a process: `python oidc_provider.py PORT SITE FOLDER`.

It says `ready` once it answers. Who can sign in there, and how it says that they did, is PEOPLE.
"""

import sys
from importlib import import_module
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import django
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.conf import settings
from django.core.management import call_command

CLIENT, SECRET, PROVIDER = "place", "a secret of the tests", "nhs"
PASSWORD = "purple monkey toast"  # noqa: S105  # of people who are made up
TRUSTED = "nhs.example.org"
#: How each showed who they are, as the claim `amr` says it; nothing where it does not.
PEOPLE: dict[str, list[str]] = {
    f"nurse@{TRUSTED}": ["pwd", "otp"],
    f"quiet@{TRUSTED}": [],
    f"hasty@{TRUSTED}": ["pwd"],
    f"known@{TRUSTED}": ["pwd", "mfa"],
    "stranger@elsewhere.example.org": ["pwd", "otp"],
}
APPS = (
    *("django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions"),
    *("django.contrib.messages", "allauth", "allauth.account", "allauth.idp.oidc"),
)
MIDDLEWARE = (
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
)


class Server(ThreadingMixIn, WSGIServer):
    """Answers a browser and a site at once."""

    daemon_threads = True


class Quiet(WSGIRequestHandler):
    """Says nothing of each request."""

    def log_message(self, *_said: Any) -> None:
        """Nothing."""


def configure(folder: Path) -> None:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    settings.configure(
        SECRET_KEY="of a provider that is made up",  # noqa: S106
        ALLOWED_HOSTS=["localhost"],
        INSTALLED_APPS=list(APPS),
        MIDDLEWARE=list(MIDDLEWARE),
        ROOT_URLCONF=f"{__name__}_urls",
        AUTHENTICATION_BACKENDS=["allauth.account.auth_backends.AuthenticationBackend"],
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        DATABASES={
            "default": {"ENGINE": "django.db.backends.sqlite3", "NAME": folder / "provider.db"}
        },
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "APP_DIRS": True,
                "OPTIONS": {
                    "context_processors": [
                        "django.template.context_processors.request",
                        "django.contrib.messages.context_processors.messages",
                    ]
                },
            }
        ],
        SESSION_COOKIE_NAME="provider_session",  # both are at localhost, and share cookies
        CSRF_COOKIE_NAME="provider_form",
        ACCOUNT_LOGIN_METHODS={"email"},
        ACCOUNT_SIGNUP_FIELDS=["email*", "password1*"],
        ACCOUNT_EMAIL_VERIFICATION="none",
        IDP_OIDC_ADAPTER=f"{__name__}_adapter.Claims",
        IDP_OIDC_PRIVATE_KEY=key.private_bytes(
            Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
        ).decode(),
        USE_TZ=True,
    )
    django.setup()


def fill(site: str) -> None:
    """Everybody, and the site that asks."""
    call_command("migrate", verbosity=0)
    users: Any = import_module("django.contrib.auth").get_user_model()
    addresses: Any = import_module("allauth.account.models").EmailAddress
    for email in PEOPLE:
        user = users.objects.create_user(email, email, PASSWORD, first_name="Somebody")
        addresses.objects.create(user=user, email=email, verified=True, primary=True)
    client = import_module("allauth.idp.oidc.models").Client(
        id=CLIENT,
        name="The site",
        scopes="openid\nprofile\nemail",
        redirect_uris=f"{site}/account/oidc/{PROVIDER}/login/callback/",
        skip_consent=True,
    )
    client.set_secret(SECRET)
    client.save()


def adapter() -> Any:
    """Says how somebody showed who they are."""
    theirs: Any = import_module("allauth.idp.oidc.adapter").DefaultOIDCAdapter

    class Claims(theirs):  # type: ignore[misc]
        def get_claims(self, purpose: str, user: Any, *said: Any, **more: Any) -> dict[str, Any]:
            claims: dict[str, Any] = super().get_claims(purpose, user, *said, **more)
            methods = PEOPLE[user.email]
            return {**claims, "amr": methods} if methods and purpose == "id_token" else claims

    return Claims


def main(port: int, site: str, folder: Path) -> None:
    configure(folder)
    paths: Any = import_module("django.urls")
    sys.modules[f"{__name__}_adapter"] = type(sys)("adapter")
    sys.modules[f"{__name__}_adapter"].Claims = adapter()  # type: ignore[attr-defined]
    sys.modules[f"{__name__}_urls"] = routes = type(sys)("urls")
    routes.urlpatterns = [  # type: ignore[attr-defined]
        paths.path("accounts/", paths.include("allauth.account.urls")),
        paths.path("", paths.include("allauth.idp.urls")),
    ]
    fill(site)
    application: Any = import_module("django.core.wsgi").get_wsgi_application()
    with make_server("localhost", port, application, Server, Quiet) as server:
        print("ready", flush=True)  # noqa: T201
        server.serve_forever()


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
