"""What of a site is published as files, and what is left to a site that answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from hereabouts.doors.web.found.sitemap import MOST as MOST_IN_A_SITEMAP
from hereabouts.errors import HereaboutsError
from hereabouts.release.manifest_model import ReleaseManifest

#: Kinds of area with more areas than this have no page for each, unless they are asked for.
MOST_AREAS = 1_000
ALL = "all"  # kinds of area
MOST_LISTED = MOST_IN_A_SITEMAP
#: What decides the figures of an indicator's page: every combination is a page.
SHOWN = ("area_type", "period", "category")
#: Ways of looking at them: a page has one of these, on top of the figures.
WAYS = (("sort", "page"), ("chart",), ("compared",))
#: What other pages may be asked. What was chosen on the page before is not kept on them.
OTHERS = frozenset(("chart", "indicator", "page", "since"))
ALWAYS = {"sort": "rank", "page": "1"}

State = Mapping[str, str]
Defaults = Callable[[str], State]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """One release, the kinds of area whose areas have pages, and whether feeds are written.

    Areas of `alone` are very many, and have a page and nothing else; those of `packs` have packs.
    """

    number: int
    area_types: frozenset[str]
    feeds: bool
    alone: frozenset[str] = frozenset()
    packs: frozenset[str] = frozenset()


def area_types_of(manifest: ReleaseManifest, asked: tuple[str, ...]) -> frozenset[str]:
    """The kinds of area whose areas get pages: those `asked`, or those with at most 1,000.

    `all` stands for every kind there is.

    Raises:
        HereaboutsError: W301, the release has no such kind of area.
    """
    known = {kind.code: kind.count for kind in manifest.area_types if kind.count}
    if ALL in asked:
        return frozenset(known)
    unknown = sorted(set(asked) - set(known))
    if unknown:
        raise HereaboutsError(
            f"release {manifest.number} has no areas of the kind {', '.join(unknown)}",
            code="W301",
            do=f"use some of {', '.join(known)}",
        )
    return frozenset(asked or (code for code, count in known.items() if count <= MOST_AREAS))


def without_files(manifest: ReleaseManifest, area_types: frozenset[str]) -> frozenset[str]:
    """Those with more than 1,000 areas: a page each, and no picture, list or file beside it."""
    many = {kind.code for kind in manifest.area_types if kind.count > MOST_AREAS}
    return area_types & many


def fitting(
    path: str, asked: State, *, here: State | None, scope: Scope, defaults: Defaults
) -> State | None:
    """The state in which a page is published, or None where it is in none that fits.

    Args:
        path: of the page, within the release.
        asked: what the address asks.
        here: the state of the page that the link is on, where that is the same page.
        scope: what is published.
        defaults: what a page shows when its address asks for nothing.
    """
    usual = ALWAYS | dict(defaults(path))
    state = {name: value for name, value in asked.items() if value and usual.get(name) != value}
    if path.startswith("/indicator/"):
        return _of_indicator(state, here=here, usual=usual, scope=scope)
    if path == "/" or path.startswith("/page/"):
        return _of_sections(state, here=here, usual=usual, scope=scope)
    if path == "/search" and state:
        return None
    return {name: value for name, value in state.items() if name in OTHERS}


def state_of_choice(path: str, *, asked: State, name: str) -> State:
    """What a list of choices leads to: a choice of figures starts a long table at its top."""
    if path.startswith("/indicator/") and name in SHOWN:
        return {kept: value for kept, value in asked.items() if kept in SHOWN}
    return asked


def _of_indicator(state: State, *, here: State | None, usual: State, scope: Scope) -> State | None:
    known = (*SHOWN, *(name for way in WAYS for name in way))
    state = {name: value for name, value in state.items() if name in known}
    groups = [found for way in WAYS if (found := tuple(name for name in way if name in state))]
    kind = state.get("area_type", usual.get("area_type", ""))
    if groups and not _has_ways(state, scope, kind):
        return None
    return _with_one(state, groups, here)


def _has_ways(state: State, scope: Scope, kind: str) -> bool:
    """Ways to look are for few areas, and for the newest figures of the whole.

    An earlier period has the rest of a long table alone.
    """
    if kind not in scope.area_types - scope.alone or "category" in state:
        return False
    return "period" not in state or not {"sort", "chart", "compared"} & set(state)


def _of_sections(state: State, *, here: State | None, usual: State, scope: Scope) -> State | None:
    """A declared page: one section as chosen, and only on the way from the page itself."""
    if here is None:
        return {}
    sections = dict.fromkeys(name.partition(".")[0] for name in state)
    groups = [tuple(n for n in state if n.partition(".")[0] == one) for one in sections]
    kept = _with_one(state, groups, here)
    return kept if _is_one_choice(kept, usual, scope) else None


def _is_one_choice(state: State, usual: State, scope: Scope) -> bool:
    """Whether one thing is chosen, or of which areas and what: the rest is the indicator's page.

    Every order of every period of every indicator that a section offers would be thousands.
    """
    chosen = {name.partition(".")[2]: name for name in state}
    if {"sort", "page"} & set(chosen):
        section = next(iter(state)).partition(".")[0]
        kind = usual.get(f"{section}.area_type")
        return len(chosen) == 1 and (kind is None or kind in scope.area_types - scope.alone)
    return len(chosen) < 2 or set(chosen) <= {"indicator", "area_type"}


def _with_one(state: State, groups: list[tuple[str, ...]], here: State | None) -> State:
    """`state` with one group alone: the one that is not so where the reader is."""
    if len(groups) < 2:
        return state
    new = [group for group in groups if any((here or {}).get(n) != state[n] for n in group)]
    kept = (new or groups)[-1]
    left_out = {name for group in groups if group != kept for name in group}
    return {name: value for name, value in state.items() if name not in left_out}
