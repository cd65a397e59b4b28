"""Whom to tell: of a product that is late, fails or is well again, and of an open release."""

from dataclasses import dataclass
from enum import StrEnum

from hereabouts.errors import Location


class Event(StrEnum):
    """What is told, once for each time that it comes about."""

    OVERDUE = "overdue"  # it did not come when its contract promised
    FAILED = "failed"  # it could not be had, or what came was refused
    RED = "red"  # its quality is red, and nobody has accepted that
    RECOVERED = "recovered"  # it was one of these, and is none of them now


class Telling(StrEnum):
    """What subscribers are told of an open release."""

    RELEASE = "release"  # there is one, and where to see what it changed
    SIGNALS = "signals"  # which areas it picks out, where it picks out any


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """An address that is sent each notice as JSON."""

    url: str  # empty where url_env names it
    url_env: str  # for an address that is itself a secret
    secret_env: str  # what to sign with; empty for unsigned
    allow_private: bool  # whether it may be on this machine or its network
    events: tuple[Event, ...]
    at: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscriber:
    """An address that is told of open releases. Always signed, and https but on our own network."""

    url: str  # empty where url_env names it
    url_env: str
    secret_env: str
    allow_private: bool
    events: tuple[Telling, ...]
    at: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """A mail server, and whom to write to through it."""

    host: str
    port: int
    is_encrypted_at_once: bool  # TLS from the first byte; STARTTLS otherwise, never neither
    user_env: str
    password_env: str
    sender: str
    to: tuple[str, ...]  # empty: the contacts of each product's contract
    events: tuple[Event, ...]
    at: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Notices:
    """Every way to tell somebody."""

    webhooks: tuple[Webhook, ...]
    mail: Mail | None
    at: Location
    subscribers: tuple[Subscriber, ...] = ()
    site: str = ""  # the address of the site, without a slash at its end
