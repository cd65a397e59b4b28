"""Keys of APIs: from the environment to the server they are for, and nowhere else."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, quote_plus

import httpx

from hereabouts.errors import SourceError
from hereabouts.model.product import Source

#: Names under which a secret travels, so it may not be written in source.yml.
SECRET_NAMES = frozenset(
    {"key", "api_key", "apikey", "api-key", "token", "access_token", "auth", "password"}
    | {"secret", "sig", "signature", "uid"}
)
VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,99}")
HEADER = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}")
VALUE = re.compile(r"[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?")
#: How each API takes its key when source.yml does not say.
USUAL: Mapping[str, tuple[str, str]] = {
    "nomis": ("key_parameter", "uid"),
    "arcgis": ("key_parameter", "token"),
    "ckan": ("key_header", "Authorization"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Secrets:
    """What is sent to the server of the address alone. It does not show itself."""

    home: httpx.URL
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    parameters: Mapping[str, str] = field(default_factory=dict, repr=False)

    def __bool__(self) -> bool:
        return bool(self.headers or self.parameters)

    def are_for(self, url: httpx.URL) -> bool:
        """Whether an address is of the server that they are for: scheme, host and port."""
        return _server(url) == _server(self.home)

    def are_in(self, text: str) -> bool:
        """Whether a secret stands in `text`, as it is or as addresses write it."""
        values = [*self.headers.values(), *self.parameters.values()]
        values += [value.rpartition(" ")[2] for value in values]  # what follows `Bearer`
        forms = {form for value in values for form in (value, quote(value, ""), quote_plus(value))}
        return any(form in text for form in forms)

    def taken_out(self, url: httpx.URL) -> httpx.URL:
        """An address of another server, without what is only for ours."""
        for name in self.parameters:
            url = url.copy_remove_param(name) if name in url.params else url
        return url


def read_secrets(
    source: Source,
    *,
    api: str,
    home: httpx.URL,
    headers_env: Mapping[str, str],
    environ: Mapping[str, str],
) -> Secrets:
    """The secrets that a source names.

    Raises:
        SourceError: S200 an option is wrong; S201 a variable is not set, or cannot be sent.
    """
    headers = {
        _header(name, source): _value(variable, source, environ)
        for name, variable in headers_env.items()
    }
    variable = source.options.get("key_env", "")
    places = [place for place in ("key_parameter", "key_header") if source.options.get(place)]
    if not variable and not places:
        return Secrets(home=home, headers=headers)
    place, name = _place(source, api, places)
    value = _value(variable, source, environ)
    if place == "key_parameter":
        return Secrets(home=home, headers=headers, parameters={name: value})
    return Secrets(home=home, headers={**headers, _header(name, source): value})


def _server(url: httpx.URL) -> tuple[str, str, int]:
    return url.scheme, url.host, url.port or (443 if url.scheme == "https" else 80)


def _place(source: Source, api: str, places: list[str]) -> tuple[str, str]:
    if len(places) == 1 and source.options.get("key_env"):
        return places[0], source.options[places[0]]
    if not places and api in USUAL:
        return USUAL[api]
    raise SourceError(
        "a key needs `key_env` and one of `key_parameter` and `key_header`",
        code="S200",
        do="name the environment variable that holds it as `key_env: THE_API_KEY`, and where the "
        "API wants it as `key_parameter: api_key` or `key_header: X-Api-Key`",
        at=source.at,
    )


def _header(name: str, source: Source) -> str:
    if not HEADER.fullmatch(name):
        raise SourceError(
            "a name of a header has a character that headers cannot have",
            code="S200",
            do="write it as the API's documentation does, such as `X-Api-Key`",
            at=source.at,
        )
    return name


def _value(variable: str, source: Source, environ: Mapping[str, str]) -> str:
    if not VARIABLE.fullmatch(variable):
        # It may well be the secret itself, so it is not shown.
        raise SourceError(
            "what should name an environment variable is no name of one",
            code="S200",
            do="write the variable's name, such as `key_env: THE_API_KEY`, never the key",
            at=source.at,
        )
    value = environ.get(variable, "")
    if not VALUE.fullmatch(value):
        trouble = "holds what cannot be sent" if value else "is not set"
        raise SourceError(
            f"the environment variable {variable}, which holds the API's key, {trouble}",
            code="S201",
            do=f"set {variable} for the account that runs this, in one line of plain characters",
            at=source.at,
        )
    return value
