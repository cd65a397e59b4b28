"""Running the site until it is interrupted."""

import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from hereabouts.doors.web.account_settings import Accounts
from hereabouts.doors.web.app import create_app
from hereabouts.doors.web.assets import require_bundle
from hereabouts.doors.web.kept_protocol import KeptProtocol
from hereabouts.doors.web.receiving import Receiving
from hereabouts.doors.web.site_settings import (
    BUNDLE,
    SiteSettings,
    allowed_hosts,
    public_address,
    require_loopback,
    secret_key,
)
from hereabouts.errors import HereaboutsError
from hereabouts.model.policy import Audience

SECONDS_TO_FINISH = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What a site does besides showing pages."""

    receiving: Receiving | None = None  # takes files from suppliers
    accounts: Accounts | None = None  # lets people sign in


PAGES_ALONE = Offered()


class _Server(uvicorn.Server):
    """uvicorn, saying when it answers."""

    def __init__(self, config: uvicorn.Config, *, on_started: Callable[[], None]) -> None:
        super().__init__(config)
        self._on_started = on_started

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then say so."""
        await super().startup(sockets=sockets)
        self._on_started()


def serve(
    root: Path,
    *,
    host: str,
    port: int,
    audience: Audience,
    on_ready: Callable[[str], None],
    offered: Offered = PAGES_ALONE,
) -> None:
    """Serve the newest release for `audience`, and newer ones as they appear.

    Args:
        root: the project folder.
        host: address to listen on; an internal release only on this machine's own.
        port: 0 takes a free one.
        audience: whose releases to show.
        on_ready: told the site's address once it answers.
        offered: what else it does; without it nothing can be sent, and nobody can sign in.

    Raises:
        AccessError: A102, an internal release would leave this machine.
        HereaboutsError: W101, the front end is not built; W102, the port is taken; W269, the
            site's public address is not one; A118, the database of accounts cannot be used.
    """
    require_loopback(host, audience=audience)
    require_bundle(BUNDLE)
    settings = SiteSettings(
        root=root,
        audience=audience,
        hosts=allowed_hosts(host, environ=os.environ),
        secret_key=secret_key(os.environ),
        receiving=offered.receiving,
        address=public_address(os.environ),
        accounts=offered.accounts,
    )
    with _listen(host, port) as listening:
        address = _address(host, listening.getsockname()[1])
        config = uvicorn.Config(
            create_app(settings=settings),
            http=KeptProtocol,
            log_level="warning",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=SECONDS_TO_FINISH,
        )
        _Server(config, on_started=lambda: on_ready(address)).run(sockets=[listening])


def _listen(host: str, port: int) -> socket.socket:
    """Take the port before anything is loaded, so that a taken one is said in words."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host.strip("[]"), port), family=family, backlog=2048)
    except OSError as fault:
        raise HereaboutsError(
            f"port {port} of {host} cannot be listened on ({fault.strerror or 'unknown address'})",
            code="W102",
            do="stop what uses it, or choose another with --port",
        ) from fault


def _address(host: str, port: int) -> str:
    shown = f"[{host}]" if ":" in host and not host.startswith("[") else host
    return f"http://{shown}:{port}/"
