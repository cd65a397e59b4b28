"""Django, configured in code: pages today, and everything with a person in it later."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, cast
from wsgiref.types import WSGIApplication

import django
from a2wsgi import WSGIMiddleware
from csp.constants import NONE, SELF
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from starlette.types import ASGIApp

from hereabouts.doors.web.templating import TEMPLATES

WORKERS = 4
#: Of pages that are the same for everybody.
MIDDLEWARE = (
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
)

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", "blob:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "worker-src": [SELF],
        "manifest-src": [SELF],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
    }
}


def django_pages(
    *,
    secret_key: str,
    hosts: frozenset[str] = frozenset(),
    workers: int = WORKERS,
    middleware: Sequence[str] = MIDDLEWARE,
) -> ASGIApp:
    """Django's WSGI application as ASGI: one hop to a thread a request.

    Django's own ASGI handler hops once a middleware, and answers a third as many pages.
    """
    wsgi: Any = django_wsgi(secret_key=secret_key, hosts=hosts, middleware=middleware)
    return cast(ASGIApp, WSGIMiddleware(wsgi, workers=workers))


def django_wsgi(
    *,
    secret_key: str,
    hosts: frozenset[str] = frozenset(),
    middleware: Sequence[str] = MIDDLEWARE,
) -> WSGIApplication:
    """Django's WSGI application itself, for who needs no thread."""
    configure(secret_key, hosts)
    with _middleware(middleware):
        return cast(WSGIApplication, get_wsgi_application())


def configure(
    secret_key: str, hosts: frozenset[str], more: Mapping[str, Any] | None = None
) -> None:
    """Once a process: Django's settings are the process's.

    Args:
        secret_key: what is signed is signed with it.
        hosts: names the site answers to.
        more: what else Django is told; what is said here and there is as it is said there.
    """
    if settings.configured:
        return
    settings.configure(**django_settings(secret_key, hosts) | dict(more or {}))
    django.setup()


def django_settings(secret_key: str, hosts: frozenset[str]) -> dict[str, Any]:
    """What Django is told of a site that is the same for everybody: no database, no session."""
    return {
        "DEBUG": False,
        "SECRET_KEY": secret_key,
        # The front door checks the host for all three branches, before anything is read.
        "ALLOWED_HOSTS": ["*"],
        "ROOT_URLCONF": "hereabouts.doors.web.urls",
        "INSTALLED_APPS": ["csp"],
        "MIDDLEWARE": list(MIDDLEWARE),
        "TEMPLATES": [
            {
                "BACKEND": "django.template.backends.jinja2.Jinja2",
                "DIRS": [TEMPLATES],
                "OPTIONS": {"environment": "hereabouts.doors.web.templating.environment"},
            }
        ],
        "CONTENT_SECURITY_POLICY": CONTENT_SECURITY_POLICY,
        **_forms(hosts),
        "SECURE_REFERRER_POLICY": "strict-origin-when-cross-origin",
        "X_FRAME_OPTIONS": "DENY",
        "APPEND_SLASH": False,
        "LANGUAGE_CODE": "en-gb",
        "USE_I18N": False,
        "USE_TZ": True,
        "TIME_ZONE": "Europe/London",
        "LOGGING": {
            "version": 1,
            "disable_existing_loggers": False,
            # A page that is not there is an answer, not an event.
            "loggers": {"django.request": {"level": "ERROR"}},
        },
    }


@contextmanager
def _middleware(named: Sequence[str]) -> Iterator[None]:
    """An application made inside has `named`: Django reads the setting when it makes one."""
    of_process = settings.MIDDLEWARE
    settings.MIDDLEWARE = list(named)
    try:
        yield
    finally:
        settings.MIDDLEWARE = of_process


def _forms(hosts: frozenset[str]) -> dict[str, Any]:
    """Only the pages that take files have a form to protect."""
    return {
        "CSRF_COOKIE_NAME": "hereabouts_form",
        "CSRF_COOKIE_PATH": "/send/",
        "CSRF_COOKIE_AGE": None,
        "CSRF_COOKIE_HTTPONLY": True,
        "CSRF_COOKIE_SAMESITE": "Strict",
        "CSRF_FAILURE_VIEW": "hereabouts.doors.web.sending.csrf_failed",
        # In front of us may stand a server that speaks HTTPS for us.
        "CSRF_TRUSTED_ORIGINS": sorted(f"https://{host}" for host in hosts),
        "FILE_UPLOAD_HANDLERS": ["django.core.files.uploadhandler.TemporaryFileUploadHandler"],
        "DATA_UPLOAD_MAX_NUMBER_FILES": 1,
        "DATA_UPLOAD_MAX_NUMBER_FIELDS": 10,
    }
