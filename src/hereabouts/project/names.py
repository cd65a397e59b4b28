"""Say which name was not found, and which was probably meant."""

from collections.abc import Collection
from difflib import get_close_matches

from hereabouts.errors import Location, ProjectError

LISTED_AT_MOST = 12


def nearest(name: str, known: Collection[str]) -> tuple[str, ...]:
    """The one to three names of `known` most like `name`, best first; empty when none is."""
    return tuple(get_close_matches(name, known, n=3))


def advice(name: str, *, known: Collection[str]) -> str:
    """What to do about `name`, which is not one of `known`: the nearest, or the known ones."""
    near = nearest(name, known)
    if near:
        return f"did you mean {' or '.join(repr(n) for n in near)}?"
    listed = sorted(known)[:LISTED_AT_MOST]
    more = f" and {len(known) - len(listed)} more" if len(known) > len(listed) else ""
    return f"use one of: {', '.join(listed) or 'none yet'}{more}"


def unknown_name(
    kind: str, name: str, *, known: Collection[str], code: str, at: Location
) -> ProjectError:
    """Build, for the caller to raise or yield, the error for a name nobody declared."""
    near = nearest(name, known)
    hint = advice(name, known=known)
    do = f"{hint} If not, declare {name!r} first" if near else f"declare {name!r}, or {hint}"
    return ProjectError(f"unknown {kind} {name!r}", code=code, do=do, at=at)
