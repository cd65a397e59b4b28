"""Fetch from a server on loopback as source.yml would say it."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hereabouts.errors import Location, SourceError
from hereabouts.model.product import Source
from hereabouts.sources import Previous, Received
from hereabouts.sources.http_api.fetch import fetch
from hereabouts.sources.received import Wanted

Fetch = Callable[..., Received]


@pytest.fixture
def fetch_api(tmp_path: Path) -> Fetch:
    """Fetch with options as YAML would give them; at most 20 seconds."""

    def fetch_with(
        api: str,
        address: str,
        *,
        kind: str = "csv",
        previous: Received | None = None,
        limit: int = 1 << 20,
        **said: Any,
    ) -> Received:
        options = {"allow_private_addresses": "true", "max_seconds": "20", **said}
        source = Source(
            kind=kind,
            location={"api": api, "address": address},
            options={name: _text(value) for name, value in options.items()},
            at=Location("products/a/b/source.yml", 1),
        )
        return fetch(
            Wanted(
                source=source,
                root=tmp_path,
                scratch=tmp_path / "scratch",
                previous=_held(previous),
                client=None,
                limit=limit,
            )
        )

    return fetch_with


def _text(value: Any) -> str:
    if isinstance(value, dict):
        return json.dumps(value)
    return "\n".join(value) if isinstance(value, list) else str(value)


def _held(received: Received | None) -> Previous | None:
    if received is None:
        return None
    return Previous(
        sha256=received.sha256,
        etag=None,
        last_modified=None,
        kept=received.path,
        origin=received.origin,
    )


def rows_in(received: Received) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(received.path.read_text("utf-8"), newline="")))


def refusal_of(fetch_api: Fetch, *arguments: Any, **said: Any) -> SourceError:
    with pytest.raises(SourceError) as refused:
        fetch_api(*arguments, **said)
    return refused.value
