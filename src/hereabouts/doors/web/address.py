"""The addresses of pages: what they may ask, and the error when they ask for something else."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode

from hereabouts.errors import HereaboutsError

MOST_PARAMETERS = 20
LONGEST_VALUE = 200


class AddressError(HereaboutsError):
    """A page's address asks for what no page has. `status` is the HTTP answer: 400 or 404.

    `title` heads the page that says so, where the status alone would not say enough.
    """

    title = ""

    def __init__(self, problem: str, *, code: str, do: str, status: int) -> None:
        super().__init__(problem, code=code, do=do)
        self.status = status


def not_found(problem: str, *, code: str, do: str) -> AddressError:
    """The error for a page, area or indicator that is not there."""
    return AddressError(problem, code=code, do=do, status=404)


def read_query(query: str, *, allowed: Iterable[str]) -> Mapping[str, str]:
    """The parameters of a query; an empty one counts as not given, as forms send it.

    Raises:
        AddressError: W201, a parameter nobody knows, one given twice, or one too long.
    """
    return read_repeated(query, allowed=allowed, repeated="")[1]


def read_repeated(
    query: str, *, allowed: Iterable[str], repeated: str
) -> tuple[tuple[str, ...], Mapping[str, str]]:
    """The values of the parameter that may be `repeated`, each once, and the other parameters.

    Raises:
        AddressError: W201, as `read_query`.
    """
    names = (*allowed, *([repeated] if repeated else []))
    try:
        pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=MOST_PARAMETERS)
    except ValueError:
        pairs = [("", "")] * 2
    found: dict[str, str] = {}
    several: dict[str, None] = {}
    for name, value in pairs:
        again = name in found and name != repeated
        if name not in names or again or len(value) > LONGEST_VALUE:
            raise AddressError(
                "the address has a part this page does not understand",
                code="W201",
                do=f"use only {', '.join(names)}" if names else "leave out what follows the ?",
                status=400,
            )
        if name == repeated and value:
            several[value] = None
        elif name != repeated:
            found[name] = value
    return tuple(several), {name: value for name, value in found.items() if value}


@lru_cache(maxsize=4096)
def canonical_query(query: str) -> str:
    """The same parameters in one order, so that the same page is kept once."""
    if not query:
        return ""
    return urlencode(sorted(parse_qsl(query, keep_blank_values=True)[:MOST_PARAMETERS]))


def choose(value: str | None, *, among: Iterable[str], otherwise: str, what: str) -> str:
    """`value` if it is one of the choices, `otherwise` if it was not given.

    Raises:
        AddressError: W202, it is not one of them.
    """
    choices = tuple(among)
    if value is None:
        return otherwise
    if value in choices:
        return value
    some = ", ".join(choices[:10])
    raise AddressError(f"there is no such {what} here", code="W202", do=f"use {some}", status=400)
