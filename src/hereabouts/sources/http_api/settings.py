"""What source.yml says of an API, checked, before anything is asked."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import httpx

from hereabouts.errors import SourceError
from hereabouts.model.product import Source
from hereabouts.sources.http_api.paging_settings import Paging, read_paging
from hereabouts.sources.http_api.record_path import Path, read_path
from hereabouts.sources.http_api.secrets import SECRET_NAMES
from hereabouts.sources.options import whole_number

TABLES = ("csv", "parquet")
#: The kinds of file that each API can be written as.
KINDS: Mapping[str, tuple[str, ...]] = {
    "arcgis": (*TABLES, "geojson"),
    "nomis": TABLES,
    "ckan": (*TABLES, "spreadsheet", "geojson"),
    "fingertips": ("csv",),
    "json": TABLES,
    "csv": TABLES,
}
INCREMENTAL = ("arcgis", "nomis", "json", "csv")
#: Options that only some APIs take.
ONLY: Mapping[str, tuple[str, ...]] = {
    "where": ("arcgis",),
    "fields": ("arcgis",),
    "dataset": ("ckan",),
    "resource": ("ckan",),
    "rows": ("json",),
    "paging": ("json", "csv"),
    "page_size": ("arcgis", "nomis", "ckan"),
}
MOST_PAGES = 10_000
MOST_SECONDS = 3600
RETRIES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Cursor:
    """Ask only for what changed since the newest value we hold."""

    field: str
    parameter: str  # empty for ArcGIS, which takes a condition


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """One API, and how it may be asked."""

    api: str
    kind: str
    address: httpx.URL
    parameters: Mapping[str, str]
    rows: Path
    paging: Paging | None
    record_key: tuple[str, ...]
    cursor: Cursor | None
    named: Mapping[str, str]  # the few that one API has: where, fields, dataset, resource
    size: int  # records a page; 0 leaves it to the API
    max_pages: int
    max_seconds: int
    retries: int
    requests_per_second: float  # 0 does not wait


def read_settings(source: Source) -> Settings:
    """The settings of a source with an `api`.

    Raises:
        SourceError: S106 no web address; S120 an option is not a number; S200 an option is wrong.
    """
    api = _api(source)
    record_key = tuple(filter(None, source.options.get("record_key", "").split("\n")))
    paging = mapping(source, "paging")
    return Settings(
        api=api,
        kind=source.kind,
        address=_address(source),
        parameters=_parameters(source),
        rows=read_path(source.options.get("rows") or "$", source=source),
        paging=read_paging(paging, source=source) if paging else None,
        record_key=record_key,
        cursor=_cursor(source, api, record_key),
        named={
            name: source.options[name]
            for name in ("where", "fields", "dataset", "resource")
            if source.options.get(name)
        },
        size=whole_number(source, "page_size", default=0),
        max_pages=whole_number(source, "max_pages", default=MOST_PAGES),
        max_seconds=whole_number(source, "max_seconds", default=MOST_SECONDS),
        retries=whole_number(source, "retries", default=RETRIES),
        requests_per_second=_rate(source),
    )


def mapping(source: Source, name: str) -> dict[str, str]:
    """An option that is a mapping of text, which `Source` holds as JSON.

    Raises:
        SourceError: S200 it is not one.
    """
    text = source.options.get(name, "")
    try:
        found = json.loads(text) if text else {}
    except json.JSONDecodeError:
        found = None
    if not isinstance(found, dict):
        raise wrong(source, f"`{name}` is not a mapping", f"write it as `{name}: {{name: value}}`")
    return {str(key): str(value) for key, value in found.items()}


def wrong(source: Source, problem: str, do: str) -> SourceError:
    """The refusal of an option of an API."""
    return SourceError(problem, code="S200", do=do, at=source.at)


def _api(source: Source) -> str:
    api = source.location["api"]
    if api not in KINDS:
        raise wrong(source, f"there is no API called {api!r}", f"use one of {', '.join(KINDS)}")
    if source.kind not in KINDS[api]:
        raise wrong(
            source,
            f"`api: {api}` cannot be written as `kind: {source.kind}`",
            f"use one of {', '.join(KINDS[api])}",
        )
    for name, apis in ONLY.items():
        if source.options.get(name) and api not in apis:
            raise wrong(source, f"`{name}` says nothing to `api: {api}`", "remove it")
    if api == "ckan" and not source.options.get("resource"):
        raise wrong(source, "`api: ckan` needs a `resource`", "write the resource's id")
    return api


def _address(source: Source) -> httpx.URL:
    try:
        url = httpx.URL(source.location.get("address", ""))
    except httpx.InvalidURL:
        url = httpx.URL("")
    if url.scheme not in {"http", "https"} or not url.host or url.userinfo:
        raise SourceError(
            "`address` is not an http or https address without a user name",
            code="S106",
            do="write it whole, such as `address: https://www.example.org/api/items`",
            at=source.at,
        )
    _refuse_secrets(source, url.params.keys())
    return url


def _parameters(source: Source) -> dict[str, str]:
    found = mapping(source, "parameters")
    _refuse_secrets(source, found.keys())
    return found


def _refuse_secrets(source: Source, names: Iterable[str]) -> None:
    # What is written in source.yml is kept in version control, and in the lock beside it.
    found = [name for name in names if name.lower() in SECRET_NAMES]
    if found:
        raise wrong(
            source,
            f"`{found[0]}` would be a secret written in a file",
            "put it in an environment variable, name that in `key_env`, and write "
            f"`key_parameter: {found[0]}`",
        )


def _cursor(source: Source, api: str, record_key: tuple[str, ...]) -> Cursor | None:
    said = mapping(source, "cursor")
    if not said:
        return None
    if api not in INCREMENTAL or source.kind not in TABLES:
        raise wrong(
            source,
            f"`cursor` is not for `api: {api}` as `kind: {source.kind}`",
            "remove it: the whole is asked for each time, and kept once if it is the same",
        )
    needs = {"field"} if api == "arcgis" else {"field", "parameter"}
    if said.keys() != needs or not all(said.values()):
        raise wrong(
            source,
            f"`cursor` needs {' and '.join(sorted(needs))}, and nothing else",
            "write it as `cursor: {field: updated_at, parameter: since}`",
        )
    if not record_key:
        raise wrong(
            source,
            "`cursor` without `record_key`: a changed record could not be told from a new one",
            "name the fields that tell records apart, such as `record_key: [id]`",
        )
    return Cursor(field=said["field"], parameter=said.get("parameter", ""))


def _rate(source: Source) -> float:
    text = source.options.get("requests_per_second", "").strip() or "0"
    if not re.fullmatch(r"\d{1,4}(\.\d{1,3})?", text):
        raise wrong(
            source,
            "`requests_per_second` is not a number",
            "write it as `requests_per_second: 2`",
        )
    return float(text)
