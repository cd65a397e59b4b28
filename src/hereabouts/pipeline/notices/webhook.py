"""Send a notice to an address on the web, signed.

Headers: `Hereabouts-Event`; `Hereabouts-Delivery`, the same each time that a notice is sent, so
that a receiver can pass over one it has; `Hereabouts-Timestamp`, in seconds since 1970; and, where
there is a secret, `Hereabouts-Signature`: `v1=` and the HMAC-SHA256, in hexadecimal, of the
timestamp, a full stop and the body.
"""

import hashlib
import hmac
from collections.abc import Callable

import httpx

from hereabouts.errors import ProjectError
from hereabouts.model.notices import Subscriber, Webhook
from hereabouts.pipeline.notices.notice import Notice
from hereabouts.pipeline.notices.release_notice import ReleaseNotice
from hereabouts.pipeline.notices.secrets import from_environment
from hereabouts.sources.http.client import guarded_client
from hereabouts.sources.http.public_address import PrivateAddressError

SECONDS = 20.0
_MAY_PASS = frozenset({408, 425, 429})


def signature(secret: str, *, timestamp: str, body: bytes) -> str:
    """What a receiver compares with: `v1=` and 64 hexadecimal digits."""
    signed = timestamp.encode() + b"." + body
    return "v1=" + hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()


def post(
    webhook: Webhook | Subscriber, notice: Notice | ReleaseNotice, *, now: Callable[[], float]
) -> bool:
    """Send it once. False where trying again may help.

    Raises:
        ProjectError: P380 a variable is not set; P381 it was refused, and will be again.
    """
    url = _url(webhook)
    body, timestamp = notice.body, str(int(now()))
    headers = {
        "Content-Type": "application/json",
        "Hereabouts-Event": notice.event.value,
        "Hereabouts-Delivery": notice.id,
        "Hereabouts-Timestamp": timestamp,
    }
    if webhook.secret_env:
        secret = from_environment(webhook.secret_env, key="secret_env", at=webhook.at)
        headers["Hereabouts-Signature"] = signature(secret, timestamp=timestamp, body=body)
    try:
        with (
            guarded_client(
                allow_private=webhook.allow_private, seconds=SECONDS, idle_seconds=SECONDS
            ) as client,
            client.stream(
                "POST", url, content=body, headers=headers, follow_redirects=False
            ) as answer,
        ):
            status = answer.status_code
    except PrivateAddressError as error:
        raise _refused(webhook, "it is at a private address") from error
    except httpx.HTTPError:
        return False
    if status in _MAY_PASS or status >= 500:
        return False
    if not 200 <= status < 300:
        raise _refused(webhook, f"it answered {status}")
    return True


def _url(webhook: Webhook | Subscriber) -> httpx.URL:
    said = webhook.url
    if webhook.url_env:
        said = from_environment(webhook.url_env, key="url_env", at=webhook.at)
    try:
        url = httpx.URL(said)
    except httpx.InvalidURL:
        url = httpx.URL("")
    if url.scheme not in {"http", "https"} or not url.host:
        raise _refused(webhook, "it is not an http or https address")
    if isinstance(webhook, Subscriber) and url.scheme != "https" and not webhook.allow_private:
        raise _refused(webhook, "it is not an https address")
    return url


def _refused(webhook: Webhook | Subscriber, why: str) -> ProjectError:
    """The address may itself be a secret, so it is not repeated."""
    return ProjectError(
        f"a notice could not be sent to a webhook: {why}",
        code="P381",
        do="correct the address; allow_private_addresses lets it be inside your own network",
        at=webhook.at,
    )
