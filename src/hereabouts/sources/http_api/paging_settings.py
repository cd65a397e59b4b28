"""How an API gives more than it gives at once: the option `paging`."""

from collections.abc import Mapping
from dataclasses import dataclass

from hereabouts.errors import SourceError
from hereabouts.model.product import Source
from hereabouts.sources.http_api.record_path import Path, read_path

#: What each style needs, and what it may say.
NEEDS: Mapping[str, tuple[str, ...]] = {
    "offset": ("offset",),
    "page": ("page",),
    "cursor": ("cursor", "next"),
    "link": (),
}
MAY: Mapping[str, tuple[str, ...]] = {
    "offset": ("limit", "size", "total"),
    "page": ("limit", "size", "total", "first"),
    "cursor": ("limit", "size", "total"),
    "link": ("next", "limit", "size", "total"),
}
SIZE = "100"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """The style, and the names that this API has for its parts."""

    style: str
    parameter: str  # where the offset, page number or cursor goes; empty for links
    limit: str  # the parameter for the size; empty sends none
    size: int
    first: int  # the number of the first page
    next: Path  # in the answer: the next cursor or link; empty with `link` is the Link header
    total: Path  # in the answer: how many records there are; empty is not said


def read_paging(said: Mapping[str, str], *, source: Source) -> Paging:
    """The option `paging`.

    Raises:
        SourceError: S200 it is not whole, or not understood.
    """
    style = said.get("style", "")
    if style not in NEEDS:
        raise _wrong(source, f"`paging` needs a `style`: {', '.join(NEEDS)}")
    missing = [name for name in NEEDS[style] if not said.get(name)]
    unknown = said.keys() - {"style", *NEEDS[style], *MAY[style]}
    if missing or unknown:
        problem = f"needs `{missing[0]}`" if missing else f"takes no `{min(unknown)}`"
        raise _wrong(source, f"`paging` by {style} {problem}")
    return Paging(
        style=style,
        parameter=said.get(style, ""),
        limit=said.get("limit", ""),
        size=_whole(said.get("size", SIZE), source, "size"),
        first=_whole(said.get("first", "1"), source, "first"),
        next=read_path(said.get("next", "$"), source=source),
        total=read_path(said.get("total", "$"), source=source),
    )


def _whole(text: str, source: Source, name: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise _wrong(source, f"`paging` has a `{name}` that is not a whole number")
    return int(text)


def _wrong(source: Source, problem: str) -> SourceError:
    return SourceError(
        problem,
        code="S200",
        do="write it as `paging: {style: offset, offset: skip, limit: take, size: 100}`",
        at=source.at,
    )
