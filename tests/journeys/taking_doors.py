"""Doors by which figures leave: files, pictures, frames, feeds, and what is told of each."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice, product
from typing import Any
from urllib.parse import quote, urlencode

Walked = Callable[[Any], Iterator[str]]

#: Of indicators that differ in what they hide; every one of them as CSV.
SOME = ("care.members", "care.people", "care.calls")
BOOKS = ("json", "xlsx", "ods", "parquet")
FIGURES = ("map", "funnel", "ranking", "trend", "inequality")


def files(ending: str) -> Walked:
    def found(bundle: Any) -> Iterator[str]:
        for indicator, kind in sorted({one[:2] for one in bundle.slices if one[0] in SOME}):
            yield f"/download/{indicator.replace('.', '/')}.{ending}?area_type={kind}"

    return found


def files_of_areas(ending: str) -> Walked:
    return lambda bundle: (f"/download/area/{kind}/{code}.{ending}" for kind, code in bundle.hidden)


def charts(begins: str, ending: str = "", figures: Sequence[str] = FIGURES) -> Walked:
    """Every figure that an indicator has, of each type of area."""

    def found(bundle: Any) -> Iterator[str]:
        kinds = sorted({one[:2] for one in bundle.slices if one[0] in SOME})
        for (indicator, kind), figure in product(kinds, figures):
            what = f"{indicator.replace('.', '/')}/{figure}{ending}"
            yield f"{begins}/indicator/{what}?area_type={quote(kind)}"

    return found


def charts_of_areas(begins: str, ending: str = "", indicators: Sequence[str] = SOME) -> Walked:
    def found(bundle: Any) -> Iterator[str]:
        for (kind, code), indicator in product(bundle.hidden, indicators):
            yield f"{begins}/area/{kind}/{code}/{indicator.replace('.', '/')}{ending}"

    return found


def of_sections(begins: str, ending: str = "") -> Walked:
    """Every section of every declared page, pictured or not."""

    def found(bundle: Any) -> Iterator[str]:
        for page in bundle.said["pages"]:
            for section in page.get("sections", ()):
                yield f"{begins}/page/{page['name']}/{section['name']}{ending}"

    return found


def explained(bundle: Any) -> Iterator[str]:
    """Every figure that is hidden."""
    rows = bundle.rows(
        "select distinct indicator, area_type, area_code, period_start::varchar, category"
        " from observations semi join areas using (area_type, area_code)"
        " where marker = '[c]' order by all"
    )
    for indicator, kind, code, start, category in rows:
        asked = urlencode({"category": category, "period": start})
        yield f"/explain/{indicator}/{kind}/{code}?{asked}"


def changes(bundle: Any) -> Iterator[str]:
    yield from ("/changes", "/changes?since=1", "/changes?since=2")
    for indicator in SOME:
        yield f"/changes?indicator={indicator}&since=1"


def changes_of_areas(bundle: Any) -> Iterator[str]:
    yield from (f"/area/{kind}/{code}/changes?since=1" for kind, code in bundle.hidden)


def compared(path: str) -> Walked:
    """Areas of which something is hidden, beside each other."""

    def found(bundle: Any) -> Iterator[str]:
        for kind in sorted({kind for kind, _code in bundle.hidden}):
            some = [("area", f"{kind}/{code}") for one, code in bundle.hidden if one == kind]
            yield f"{path}?{urlencode(some[:10])}"

    return found


def packs(ending: str) -> Walked:
    """For a board, of two areas of which something is hidden."""
    theme = SOME[0].split(".")[0]
    return lambda bundle: (
        f"/pack/{theme}/{kind}/{code}.{ending}" for kind, code in bundle.hidden[:2]
    )


def feeds_of_areas(bundle: Any) -> Iterator[str]:
    yield from (f"/feeds/area/{kind}/{code}.atom" for kind, code in bundle.hidden)


def of_indicators(pattern: str) -> Walked:
    return lambda bundle: (
        pattern.format(theme=one["theme"], name=one["name"]) for one in bundle.said["indicators"]
    )


def both(bundle: Any) -> Iterator[str]:
    """Two figures in one map."""
    kinds = sorted({one[1] for one in bundle.slices if one[0] == SOME[0]})
    yield from (f"/beside/{SOME[0]}/{SOME[1]}/{kind}.png" for kind in kinds)


_OF_INDICATOR, _OF_AREA = "{theme}/{name}", "{area_type}/{code}"
#: By the pattern in doors/web/urls.py.
TAKING_PAGES: dict[str, Walked] = {
    "compare": compared("/compare"),
    "explain/<str:indicator>/<str:area_type>/<str:code>": explained,
    "embed/indicator/<str:theme>/<str:name>/<str:figure>": charts("/embed"),
    "embed/page/<str:page>/<str:section>": of_sections("/embed"),
    "embed/area/<str:area_type>/<str:code>/<str:theme>/<str:name>": charts_of_areas("/embed"),
}
#: The same, which tell of two releases, so that the newest is asked and no other.
CHANGES: dict[str, Walked] = {
    "changes": changes,
    "changes/log": lambda _: iter(("/changes/log",)),
    "area/<str:area_type>/<str:code>/changes": changes_of_areas,
}
#: By the path in doors/web/data_app.py.
TAKING: dict[str, Walked] = {
    **{f"/download/{_OF_INDICATOR}.{ending}": files(ending) for ending in BOOKS},
    **{f"/download/area/{_OF_AREA}.{one}": files_of_areas(one) for one in ("csv", *BOOKS)},
    f"/chart/indicator/{_OF_INDICATOR}/{{figure}}.svg": charts("/chart", ".svg"),
    "/chart/page/{page}/{section}.svg": of_sections("/chart", ".svg"),
    "/chart/page/{page}/{section}.png": lambda bundle: islice(
        of_sections("/chart", ".png")(bundle), 2
    ),
    f"/chart/area/{_OF_AREA}/{_OF_INDICATOR}.svg": charts_of_areas("/chart", ".svg"),
    # The same drawing in dots, which takes half a second each.
    f"/chart/indicator/{_OF_INDICATOR}/{{figure}}.png": charts("/chart", ".png", FIGURES[:1]),
    f"/chart/area/{_OF_AREA}/{_OF_INDICATOR}.png": lambda bundle: islice(
        charts_of_areas("/chart", ".png", SOME[:1])(bundle), 2
    ),
    "/download/compare.csv": compared("/download/compare.csv"),
    "/beside/{need}/{supply}/{area_type}.png": both,
}
#: They say what changed since the release before.
PACKS: dict[str, Walked] = {
    f"/pack/{{theme}}/{_OF_AREA}.{one}": packs(one) for one in ("pdf", "pptx")
}
#: Of the newest releases, whichever these are.
FEEDS: dict[str, Walked] = {
    "/feeds/releases.atom": lambda _: iter(("/feeds/releases.atom",)),
    "/feeds/area/{area_type}/{code}.atom": feeds_of_areas,
    "/feeds/indicator/{theme}/{name}.atom": of_indicators("/feeds/indicator/{theme}/{name}.atom"),
    "/feeds/theme/{theme}.atom": of_indicators("/feeds/theme/{theme}.atom"),
}
