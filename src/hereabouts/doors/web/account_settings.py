"""What a site with accounts needs to be told. Secrets come from the environment or from files."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from hereabouts.doors.web.loopback import is_loopback
from hereabouts.errors import AccessError, HereaboutsError

SHORTEST_KEY = 32  # characters
_PROVIDER_KEYS = frozenset(
    ("id", "name", "server_url", "client_id", "secret", "organisation", "domains")
)
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,40}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """An organisation's own single sign-on, by OpenID Connect."""

    id: str  # part of the address that it sends people back to
    name: str
    server_url: str  # where its `/.well-known/openid-configuration` is
    client_id: str
    secret: str = field(repr=False)
    organisation: str  # id in organisations.yml
    domains: frozenset[str]  # of e-mail addresses that it is trusted for

    @property
    def origin(self) -> str:
        """Scheme and name: where a form of ours may lead."""
        parts = urlsplit(self.server_url)
        return f"{parts.scheme}://{parts.netloc}"


@dataclass(frozen=True, slots=True, kw_only=True)
class MailServer:
    """Where e-mail is handed over: encrypted, but on this machine."""

    host: str
    port: int
    user: str
    password: str = field(repr=False)
    sender: str
    is_encrypted_at_once: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Accounts:
    """Everything that signing people in needs."""

    root: Path  # the project folder
    key: str = field(repr=False)
    database_url: str = field(default="", repr=False)  # SQLite in .hereabouts unless said
    address: str = ""  # of the site; https wherever others can reach it
    providers: tuple[Provider, ...] = ()
    mail: MailServer | None = None


def read_accounts(root: Path, *, environ: Mapping[str, str], address: str, host: str) -> Accounts:
    """The settings of accounts, from the environment.

    Args:
        root: the project folder.
        environ: the environment.
        address: of the site, as its readers reach it; empty where it is not said.
        host: what the site listens on.

    Raises:
        HereaboutsError: A110 no lasting key; A111 to A114 a setting that is not right.
        AccessError: A115 passwords would cross a network in the open.
    """
    if not address.startswith("https://") and not is_loopback(host):
        raise AccessError(
            "people may not sign in over a connection that anybody can read",
            code="A115",
            do="set HEREABOUTS_ADDRESS to the https address of the site, or listen on 127.0.0.1",
        )
    return Accounts(
        root=root,
        key=lasting_key(environ),
        database_url=database_url(environ),
        address=address,
        providers=read_providers(environ),
        mail=mail_server(environ),
    )


def require_extra() -> None:
    """Refuse to begin without the packages that signing in needs.

    Raises:
        HereaboutsError: A122 they are not installed.
    """
    if find_spec("allauth") is None:
        raise HereaboutsError(
            "accounts need packages that are not installed",
            code="A122",
            do="pip install 'hereabouts[accounts]'",
        )


def lasting_key(environ: Mapping[str, str]) -> str:
    """The key that sessions and links are signed with, the same after every start.

    Said by HEREABOUTS_SECRET_KEY, or held by the file that HEREABOUTS_SECRET_KEY_FILE names: 32
    characters or more, random.

    Raises:
        HereaboutsError: A110 there is none, or it is short enough to be guessed.
    """
    path = environ.get("HEREABOUTS_SECRET_KEY_FILE", "")
    key = environ.get("HEREABOUTS_SECRET_KEY", "") or (_text(path) if path else "")
    if len(key.strip()) < SHORTEST_KEY:
        raise HereaboutsError(
            "accounts need a key that lasts: 32 random characters or more",
            code="A110",
            do="set HEREABOUTS_SECRET_KEY, or HEREABOUTS_SECRET_KEY_FILE to a file that holds it",
        )
    return key.strip()


def database_url(environ: Mapping[str, str]) -> str:
    """Where accounts are kept: `postgresql://user:password@host:port/name`.

    Said by HEREABOUTS_DATABASE_URL. Without it they are kept in `.hereabouts/app.db`, which only
    whoever runs the site can read.

    Raises:
        HereaboutsError: A111 it is the address of something else.
    """
    said = environ.get("HEREABOUTS_DATABASE_URL", "").strip()
    parts = urlsplit(said)
    if said and not (parts.scheme in ("postgresql", "postgres") and parts.path.strip("/")):
        raise HereaboutsError(
            "HEREABOUTS_DATABASE_URL is not the address of a PostgreSQL database",
            code="A111",
            do="write it as in postgresql://user:password@host:5432/name",
        )
    return said


def mail_server(environ: Mapping[str, str]) -> MailServer | None:
    """Where e-mail is handed over: `smtp://user:password@host:587`; `smtps://` for TLS at once.

    Said by HEREABOUTS_SMTP, and the sender by HEREABOUTS_MAIL_FROM. It is always encrypted, but on
    this machine. Without it no e-mail is sent: invitations are links to be passed on, and a
    forgotten password takes a new invitation.

    Raises:
        HereaboutsError: A112 it is not the address of a mail server, or nobody is the sender.
    """
    said = environ.get("HEREABOUTS_SMTP", "").strip()
    if not said:
        return None
    parts, sender = urlsplit(said), environ.get("HEREABOUTS_MAIL_FROM", "").strip()
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname or "@" not in sender:
        raise HereaboutsError(
            "HEREABOUTS_SMTP or HEREABOUTS_MAIL_FROM does not say how e-mail is sent",
            code="A112",
            do="write them as in smtp://user:password@mail.example.org:587 and data@example.org",
        )
    at_once = parts.scheme == "smtps"
    return MailServer(
        host=parts.hostname,
        port=parts.port or (465 if at_once else 587),
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        sender=sender,
        is_encrypted_at_once=at_once,
    )


def read_providers(environ: Mapping[str, str]) -> tuple[Provider, ...]:
    """Where people may sign in with their organisation's own account.

    The file that HEREABOUTS_OIDC_FILE names holds a JSON list: `id`, `name`, `server_url`,
    `client_id`, `secret`, `organisation`, and `domains`, the e-mail domains it is trusted for.

    Raises:
        HereaboutsError: A113 the file cannot be read; A114 a provider in it is not right.
    """
    path = environ.get("HEREABOUTS_OIDC_FILE", "")
    if not path:
        return ()
    try:
        said = json.loads(_text(path))
    except ValueError as fault:
        raise _unread(path) from fault
    if not isinstance(said, list) or not all(isinstance(one, dict) for one in said):
        raise _unread(path)
    providers = tuple(_provider(one, number) for number, one in enumerate(said, 1))
    ids = [one.id for one in providers]
    if len(set(ids)) < len(ids):
        raise _wrong(0, "two providers have one id")
    return providers


def _provider(said: Mapping[str, Any], number: int) -> Provider:
    lacking = sorted(key for key in _PROVIDER_KEYS if not said.get(key))
    unknown = sorted(set(said) - _PROVIDER_KEYS)
    if lacking or unknown:
        wrong = [f"lacks {', '.join(lacking)}"] if lacking else []
        raise _wrong(number, *wrong, *(f"has an unknown key {key}" for key in unknown))
    given = {key: str(said[key]) for key in _PROVIDER_KEYS - {"domains"}}
    server = urlsplit(given["server_url"])
    if not _ID.fullmatch(given["id"]):
        raise _wrong(number, "has an id with other than small letters, digits and hyphens")
    if server.scheme != "https" and not is_loopback(server.hostname or ""):
        raise _wrong(number, "has a server_url that is not https")
    domains = said["domains"]
    if not isinstance(domains, list) or not all("." in str(one) for one in domains):
        raise _wrong(number, "has domains that are not a list such as [example.org]")
    return Provider(**given, domains=frozenset(str(one).lower().lstrip("@") for one in domains))


def _wrong(number: int, *what: str) -> HereaboutsError:
    whose = f"provider {number} " if number else ""
    return HereaboutsError(
        f"in the file of HEREABOUTS_OIDC_FILE {whose}{'; '.join(what)}",
        code="A114",
        do="correct the file; each provider has id, name, server_url, client_id, secret, "
        "organisation and domains",
    )


def _unread(path: str) -> HereaboutsError:
    return HereaboutsError(
        f"{path} cannot be read as a setting",
        code="A113",
        do="name a file that is there, and for providers a JSON list of objects",
    )


def _text(path: str) -> str:
    try:
        return Path(path).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise _unread(path) from fault
