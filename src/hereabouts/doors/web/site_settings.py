"""What a site needs to be told; where it comes from is said beside each setting."""

import re
import secrets
import socket
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path

from hereabouts.doors.web.account_settings import Accounts
from hereabouts.doors.web.loopback import is_loopback
from hereabouts.doors.web.published import Published
from hereabouts.doors.web.receiving import Receiving
from hereabouts.errors import AccessError, HereaboutsError
from hereabouts.model.policy import Audience

BUNDLE = Path(__file__).parent / "static" / "dist"
LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})
MEGABYTE = 1024 * 1024
_ADDRESS = re.compile(r"https?://(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9.-]+)(:\d{1,5})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSettings:
    """Typed settings of one site."""

    root: Path  # the project folder
    audience: Audience = Audience.OPEN
    hosts: frozenset[str] = LOCAL_NAMES  # names it answers to; any other is refused
    secret_key: str = field(default="", repr=False)  # HEREABOUTS_SECRET_KEY
    bundle: Path = BUNDLE  # the built front end
    cache_bytes: int = 128 * MEGABYTE  # of compressed pages kept in memory
    check_seconds: float = 3.0  # how often to look for a new release
    receiving: Receiving | None = field(default=None, repr=False)  # takes files from suppliers
    accounts: Accounts | None = field(default=None, repr=False)  # lets people sign in
    published: Published | None = None  # a site of files, made once and served by any host
    address: str = ""  # https://place.example.org, where it is known; HEREABOUTS_ADDRESS

    @property
    def is_public(self) -> bool:
        """Whether answers may be kept by anyone: only those of an open site."""
        return self.audience is Audience.OPEN


def secret_key(environ: Mapping[str, str]) -> str:
    """HEREABOUTS_SECRET_KEY, or a random one that lasts as long as the process."""
    return environ.get("HEREABOUTS_SECRET_KEY") or secrets.token_urlsafe(48)


def public_address(environ: Mapping[str, str]) -> str:
    """The address that readers reach the site by, such as `https://place.example.org`.

    Said by HEREABOUTS_ADDRESS. Search engines and sites that show a card of a page are told it,
    and need it; without it they are told the address that they asked.

    Raises:
        HereaboutsError: W269, it is not an http or https address of a site.
    """
    said = environ.get("HEREABOUTS_ADDRESS", "").strip().rstrip("/")
    if said and not _ADDRESS.fullmatch(said):
        raise HereaboutsError(
            "HEREABOUTS_ADDRESS is not the address of a site",
            code="W269",
            do="write it as in https://place.example.org, without a path",
        )
    return said


def allowed_hosts(host: str, *, environ: Mapping[str, str]) -> frozenset[str]:
    """Names the site answers to when bound to `host`.

    HEREABOUTS_HOSTS adds others, separated by commas. Bound to every address of the machine, it
    answers to the machine's own name too.
    """
    named = {name.strip().lower() for name in environ.get("HEREABOUTS_HOSTS", "").split(",")}
    bound = {f"[{host}]" if ":" in host else host.lower()}
    if _is_every_address(host):
        bound = {socket.gethostname().lower()}
    return LOCAL_NAMES | bound | (named - {""})


def require_loopback(host: str, *, audience: Audience) -> None:
    """Refuse to show an internal release to the network.

    Raises:
        AccessError: A102, `host` can be reached from other machines.
    """
    if audience is Audience.INTERNAL and not is_loopback(host):
        raise AccessError(
            f"an internal release may not be served on {host}",
            code="A102",
            do="serve it on 127.0.0.1, or serve the open release",
        )


def _is_every_address(host: str) -> bool:
    try:
        return ip_address(host.strip("[]")).is_unspecified
    except ValueError:
        return False
