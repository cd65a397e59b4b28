"""From notices.yml to whom to tell."""

from collections.abc import Mapping
from typing import Any

from hereabouts.model.notices import Event, Mail, Notices, Subscriber, Telling, Webhook
from hereabouts.project.yaml_text import Document

Said = Mapping[str, Any]
_OWNERS = "owners"
_PORT, _PORT_AT_ONCE = 587, 465


def read_notices(data: Said, document: Document) -> Notices:
    """The ways that `data`, which fits its schema, declares."""
    listed = data.get("webhooks", ())
    return Notices(
        webhooks=tuple(_webhook(said, document, number) for number, said in enumerate(listed)),
        mail=_mail(data["email"], document) if "email" in data else None,
        at=document.at(),
        subscribers=tuple(
            _subscriber(said, document, number)
            for number, said in enumerate(data.get("subscribers", ()))
        ),
        site=data.get("site", "").rstrip("/"),
    )


def _subscriber(said: Said, document: Document, number: int) -> Subscriber:
    return Subscriber(
        url=said.get("url", ""),
        url_env=said.get("url_env", ""),
        secret_env=said["secret_env"],
        allow_private=said.get("allow_private_addresses", False),
        events=tuple(Telling(event) for event in said.get("events", Telling)),
        at=document.at("subscribers", number),
    )


def _webhook(said: Said, document: Document, number: int) -> Webhook:
    return Webhook(
        url=said.get("url", ""),
        url_env=said.get("url_env", ""),
        secret_env=said.get("secret_env", ""),
        allow_private=said.get("allow_private_addresses", False),
        events=_events(said),
        at=document.at("webhooks", number),
    )


def _mail(said: Said, document: Document) -> Mail:
    at_once = said.get("tls") == "at_once"
    to = said["to"]
    return Mail(
        host=said["smtp_host"],
        port=said.get("port", _PORT_AT_ONCE if at_once else _PORT),
        is_encrypted_at_once=at_once,
        user_env=said.get("user_env", ""),
        password_env=said.get("password_env", ""),
        sender=said["from"],
        to=() if to == _OWNERS else (to,) if isinstance(to, str) else tuple(to),
        events=_events(said),
        at=document.at("email"),
    )


def _events(said: Said) -> tuple[Event, ...]:
    return tuple(Event(event) for event in said.get("events", Event))
