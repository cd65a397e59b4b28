"""allauth's own scripts: for passkeys and recovery codes. No other file is sent."""

from importlib.resources import files

from django.http import Http404, HttpRequest, HttpResponse

SCRIPTS = {
    **dict.fromkeys(("account/js/account.js", "account/js/onload.js"), "account"),
    **dict.fromkeys(
        ("mfa/js/webauthn.js", "mfa/js/webauthn-json.js", "mfa/js/recovery_codes.js"), "mfa"
    ),
}


def script(_request: HttpRequest, name: str) -> HttpResponse:
    """One of them, by its name."""
    app = SCRIPTS.get(name)
    if app is None:
        raise Http404
    content = files("allauth").joinpath(app, "static", *name.split("/")).read_bytes()
    return HttpResponse(content, content_type="text/javascript; charset=utf-8")
