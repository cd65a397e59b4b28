"""A site that a browser can visit, on a free port of this machine."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from hereabouts.doors.web.app import create_app
from hereabouts.doors.web.site_settings import SiteSettings

SECONDS = 20


@contextmanager
def live_site(settings: SiteSettings) -> Iterator[str]:
    """Serve until the block ends; gives the address without its last slash."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        app = create_app(settings=settings)
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="on"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        end = time.monotonic() + SECONDS
        while not server.started and time.monotonic() < end:
            time.sleep(0.02)
        yield f"http://localhost:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join(SECONDS)
