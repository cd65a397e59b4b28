"""Django, configured in code: pages today, and everything with a person in it later."""

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
    *, secret_key: str, hosts: frozenset[str] = frozenset(), workers: int = WORKERS
) -> ASGIApp:
    """Django's WSGI application as ASGI: one hop to a thread a request.

    Django's own ASGI handler hops once a middleware, and answers a third as many pages.
    """
    wsgi: Any = django_wsgi(secret_key=secret_key, hosts=hosts)
    return cast(ASGIApp, WSGIMiddleware(wsgi, workers=workers))


def django_wsgi(*, secret_key: str, hosts: frozenset[str] = frozenset()) -> WSGIApplication:
    """Django's WSGI application itself, for who needs no thread."""
    _configure(secret_key, hosts)
    return cast(WSGIApplication, get_wsgi_application())


def _configure(secret_key: str, hosts: frozenset[str]) -> None:
    """Once a process: Django's settings are the process's."""
    if settings.configured:
        return
    settings.configure(
        DEBUG=False,
        SECRET_KEY=secret_key,
        # The front door checks the host for all three branches, before anything is read.
        ALLOWED_HOSTS=["*"],
        ROOT_URLCONF="hereabouts.doors.web.urls",
        INSTALLED_APPS=["csp"],
        MIDDLEWARE=[
            "django.middleware.security.SecurityMiddleware",
            "csp.middleware.CSPMiddleware",
            "django.middleware.clickjacking.XFrameOptionsMiddleware",
        ],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.jinja2.Jinja2",
                "DIRS": [TEMPLATES],
                "OPTIONS": {"environment": "hereabouts.doors.web.templating.environment"},
            }
        ],
        CONTENT_SECURITY_POLICY=CONTENT_SECURITY_POLICY,
        **_forms(hosts),
        SECURE_REFERRER_POLICY="strict-origin-when-cross-origin",
        X_FRAME_OPTIONS="DENY",
        APPEND_SLASH=False,
        LANGUAGE_CODE="en-gb",
        USE_I18N=False,
        USE_TZ=True,
        TIME_ZONE="Europe/London",
        LOGGING={
            "version": 1,
            "disable_existing_loggers": False,
            # A page that is not there is an answer, not an event.
            "loggers": {"django.request": {"level": "ERROR"}},
        },
    )
    django.setup()


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
