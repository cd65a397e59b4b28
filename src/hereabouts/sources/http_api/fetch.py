"""Ask an API for everything, and keep it as one file."""

import os
import re
import shutil
import time
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from tempfile import mkdtemp
from urllib.parse import unquote

import httpx

from hereabouts.errors import SourceError
from hereabouts.sources.http.address import private_addresses_allowed, shown
from hereabouts.sources.http.client import guarded_client
from hereabouts.sources.http_api import arcgis, ckan, fingertips, nomis, plain
from hereabouts.sources.http_api.held import Held, read_held
from hereabouts.sources.http_api.job import Job
from hereabouts.sources.http_api.patience import Patience
from hereabouts.sources.http_api.refusals import ShiftedError
from hereabouts.sources.http_api.secrets import Secrets, read_secrets
from hereabouts.sources.http_api.session import Limits, Session
from hereabouts.sources.http_api.settings import Settings, mapping, read_settings, wrong
from hereabouts.sources.received import Received, Wanted, sha256_of

APIS: Mapping[str, Callable[[Job], Path]] = {
    "arcgis": arcgis.receive,
    "nomis": nomis.receive,
    "ckan": ckan.receive,
    "fingertips": fingertips.receive,
    "json": plain.receive_json,
    "csv": plain.receive_csv,
}


def fetch(wanted: Wanted) -> Received:
    """Everything an API gives for what source.yml asks, as one file.

    Data that changes between two pages is asked for once more from the first, and then refused.
    With `cursor`, only changes are asked for, and the file is what was held with them in place.
    Nothing of a key is in what is received, nor in any message.

    Raises:
        SourceError: S106, S108, S109, S111, S120, S170, S171 as for any address; S200 to S210.
    """
    settings = read_settings(wanted.source)
    secrets = _secrets(wanted, settings)
    origin = shown(settings.address.copy_merge_params(settings.parameters))
    patience = Patience(retries=settings.retries, ends=time.monotonic() + settings.max_seconds)
    try:
        wanted.scratch.mkdir(parents=True, exist_ok=True)
        folder = Path(mkdtemp(dir=wanted.scratch, prefix="api-"))
        try:
            with _client(wanted, settings) as client:
                session = Session(
                    client,
                    secrets=secrets,
                    patience=patience,
                    limits=_limits(wanted, settings),
                    at=wanted.source.at,
                )
                held = _held(wanted, settings, origin)
                path = _receive(wanted, settings, session, folder, held)
            return _received(wanted, settings, path, origin)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    except OSError as error:
        raise SourceError(
            f"what {shown(settings.address)} gives cannot be written to {wanted.scratch}: "
            f"{error.strerror}",
            code="S109",
            do="make room there, or let the account that runs this write there",
            at=wanted.source.at,
        ) from error


def _receive(
    wanted: Wanted, settings: Settings, session: Session, folder: Path, held: Held | None
) -> Path:
    def ask() -> Path:
        within = Path(mkdtemp(dir=folder))
        job = Job(settings=settings, session=session, folder=within, held=held, at=wanted.source.at)
        return APIS[settings.api](job)

    try:
        return ask()
    except ShiftedError:
        return ask()


def _received(wanted: Wanted, settings: Settings, path: Path, origin: str) -> Received:
    sha256, name = sha256_of(path), _name(settings)
    target = wanted.scratch / f"{sha256[:12]}-{name}"
    path.replace(target)
    return Received(
        path=target,
        name=name,
        origin=origin,
        sha256=sha256,
        size=target.stat().st_size,
        fetched_at=datetime.now(UTC),
        etag=None,
        last_modified=None,
        unchanged=False,
    )


def _client(wanted: Wanted, settings: Settings) -> AbstractContextManager[httpx.Client]:
    # A client that was given is closed by its giver.
    if wanted.client is not None:
        return nullcontext(wanted.client)
    return guarded_client(
        allow_private=private_addresses_allowed(wanted.source), seconds=settings.max_seconds
    )


def _secrets(wanted: Wanted, settings: Settings) -> Secrets:
    source = wanted.source
    secrets = read_secrets(
        source,
        api=settings.api,
        home=settings.address,
        headers_env=mapping(source, "headers_env"),
        environ=os.environ,
    )
    if secrets and settings.address.scheme != "https" and not private_addresses_allowed(source):
        raise wrong(
            source,
            "a key would go over plain http, where others can read it",
            "write the address with https",
        )
    return secrets


def _limits(wanted: Wanted, settings: Settings) -> Limits:
    rate = settings.requests_per_second
    return Limits(
        bytes=wanted.limit,
        pages=settings.max_pages,
        seconds=settings.max_seconds,
        seconds_between=1 / rate if rate else 0.0,
    )


def _held(wanted: Wanted, settings: Settings, origin: str) -> Held | None:
    previous, cursor = wanted.previous, settings.cursor
    # What came from another address, or was asked for otherwise, cannot be built upon.
    if cursor is None or previous is None or previous.origin != origin:
        return None
    if not previous.kept.is_file():
        return None
    return read_held(
        previous.kept, kind=settings.kind, cursor=cursor, record_key=settings.record_key
    )


def _name(settings: Settings) -> str:
    parts = [part for part in unquote(settings.address.path).split("/") if part]
    named = [part for part in parts if not part.isdigit() and part != "FeatureServer"]
    last = re.sub(r"[^\w. -]", "_", (named or [settings.api])[-1])[-100:]
    return last if last.endswith(f".{settings.kind}") else f"{last}.{settings.kind}"
