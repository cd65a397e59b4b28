"""A site that people sign in to, and a provider of single sign-on, each in a process of its own."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.journeys import oidc_provider
from tests.journeys.serving import COMMAND, need_front_end
from tests.journeys.serving_logged import started
from tests.peers.finding import free_port

KEY = "a key of the tests that is long enough"


@dataclass(frozen=True)
class SignInSite:
    """Where it is, and how it was started."""

    place: Path
    address: str
    environ: dict[str, str]

    def run(self, *arguments: str) -> Any:
        """What `hereabouts accounts` says, as JSON."""
        command = [sys.executable, "-c", COMMAND, "accounts", *arguments, "--json"]
        done = subprocess.run(
            [*command, "-C", str(self.place)],
            env=self.environ,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def bring(self, *people: str) -> dict[str, str]:
        """Import rows of `email,name,roles`; each new person's link, at the site's address."""
        file = self.place.parent / "people.csv"
        file.write_text("\n".join(("email,name,roles", *people)), "utf-8")
        told = self.run("import", str(file))
        local = re.compile(r"^http://127\.0\.0\.1:8000")
        return {row["email"]: local.sub(self.address, row["link"]) for row in told}

    def audit(self) -> list[dict[str, Any]]:
        files = sorted((self.place / ".hereabouts" / "audit").glob("*.jsonl"))
        return [json.loads(line) for file in files for line in file.read_text().splitlines()]


@contextmanager
def signing_in(place: Path, folder: Path) -> Iterator[SignInSite]:
    """Both, until the tests end."""
    need_front_end()
    port, provider_port = free_port(), free_port()
    address = f"http://localhost:{port}"
    providers = folder / "providers.json"
    providers.write_text(json.dumps([_provider(provider_port)]), "utf-8")
    environ = {
        **os.environ,
        "HEREABOUTS_SECRET_KEY": KEY,
        "HEREABOUTS_OIDC_FILE": str(providers),
    }
    serve = [sys.executable, "-c", COMMAND, "serve", "--accounts", "--port", str(port)]
    theirs = [sys.executable, oidc_provider.__file__, str(provider_port), address, str(folder)]
    with (
        started([*serve, "-C", str(place)], folder / "site.log", until="serving", environ=environ),
        started(theirs, folder / "provider.log", until="ready"),
    ):
        yield SignInSite(place, address, environ)


def _provider(port: int) -> dict[str, Any]:
    return {
        "id": oidc_provider.PROVIDER,
        "name": "The health board's sign-in",
        "server_url": f"http://localhost:{port}",
        "client_id": oidc_provider.CLIENT,
        "secret": oidc_provider.SECRET,
        "organisation": "health_board",
        "domains": [oidc_provider.TRUSTED],
    }
