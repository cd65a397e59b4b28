"""The charts of a pack: those the site draws, without the words that the page says itself."""

import re
from collections.abc import Iterator
from html import unescape

from markupsafe import Markup

from hereabouts.doors.web import words
from hereabouts.doors.web.address import AddressError
from hereabouts.doors.web.board_pack.about_one import One
from hereabouts.doors.web.board_pack.contents import Drawing
from hereabouts.doors.web.charts.ranked import LONGEST_NAME, RankedBar, RankedChart, draw_ranked
from hereabouts.doors.web.pictures.compose import Picture, compose
from hereabouts.doors.web.pictures.looks import looks_of
from hereabouts.doors.web.sections.short_names import without_shared_words
from hereabouts.doors.web.shown_figure import ShownFigure
from hereabouts.doors.web.shown_of_area import shown_of_area
from hereabouts.release.answers import Observation, Ranked

Listed = tuple[tuple[Markup, str], ...]  # small drawings and their words

FEWEST = 2  # values that make a line: the larger area beside it is not what the pack is of
MOST_BARS = 15
NO_CHART = "W252"
_SAID = re.compile(r"<desc[^>]*>(.*?)</desc>", re.DOTALL)


def drawings_of(one: One) -> Iterator[Drawing]:
    """Over time where there are periods, and the area among its type where it has a rank."""
    known = sum(seen.value is not None for seen in one.series)
    shown = _over_time(one) if known >= FEWEST else None
    if shown is not None and shown.drawing is not None:
        figure = shown.figure
        kind = "Control chart" if shown.kind == "control" else "Over time"
        icons = tuple((icon.drawing, icon.short) for icon in getattr(figure, "icons", ()))
        key = getattr(figure, "key", ())
        yield _drawn(one, f"{kind}: {shown.title}", shown.drawing, listed=(icons, key))
    if one.newest is not None and one.newest.value is not None:
        yield from _among(one, one.newest)


def _over_time(one: One) -> ShownFigure | None:
    try:
        return shown_of_area(
            one.visit,
            area_type=one.area.area_type,
            code=one.area.code,
            theme=one.indicator.theme,
            name=one.indicator.name,
        )
    except AddressError as absent:
        if absent.code != NO_CHART:
            raise
        return None


def _among(one: One, newest: Observation) -> Iterator[Drawing]:
    """The areas nearest to it in the ranking; not where so many tie that it is not among them."""
    rows, of = _nearest(one, newest)
    if len(rows) < 2 or all(row.observation.area_code != one.area.code for row in rows):
        return
    plural = words.in_sentence(one.kind.plural)
    near = f"the {len(rows)} nearest of {of:,}" if of > len(rows) else f"all {of}"
    caption = f"{one.area.name} among {plural}: {near} with a value, best or highest first"
    chart = RankedChart(
        name="among",
        title=caption,
        description=_ends(one, rows),
        bars=_bars(one, [row.observation for row in rows]),
        reference=None,
    )
    yield _drawn(one, caption, draw_ranked(chart), said=f"The darker bar is {one.area.name}.")


def _nearest(one: One, newest: Observation) -> tuple[list[Ranked], int]:
    rank = one.standing.rank if one.standing else None
    if rank is None:
        return [], 0

    def page(first: int) -> tuple[list[Ranked], int]:
        found = one.visit.reader.ranking(
            newest.indicator,
            area_type=one.area.area_type,
            period_start=newest.period_start,
            category=newest.category,
            page=(MOST_BARS, first),
        )
        shown = [row for row in found.rows if row.observation.value is not None]
        return shown, found.ranked

    first = max(rank - 1 - MOST_BARS // 2, 0)
    rows, of = page(first)
    last = max(of - MOST_BARS, 0)
    return page(last) if first > last else (rows, of)


def _bars(one: One, seen: list[Observation]) -> tuple[RankedBar, ...]:
    """Where names are too long, by the part of them that tells them apart."""
    names = [area.area_name for area in seen]
    if max(map(len, names)) > LONGEST_NAME:
        names = without_shared_words(names)
    return tuple(_bar(one, area, name) for area, name in zip(seen, names, strict=True))


def _bar(one: One, seen: Observation, name: str) -> RankedBar:
    sign = "%" if words.unit_of(one.indicator) == "%" else ""
    value = seen.value or 0.0
    return RankedBar(
        name=name,
        said=words.number(value, decimals=one.indicator.decimals) + sign,
        value=value,
        lower=seen.lower,
        upper=seen.upper,
        marked=seen.area_code == one.area.code,
    )


def _ends(one: One, rows: list[Ranked]) -> str:
    first, last = (
        f"{row.observation.area_name}, "
        f"{words.say_value(row.observation, indicator=one.indicator).whole}"
        for row in (rows[0], rows[-1])
    )
    return f"Bars from {first}, to {last}. The darker bar is {one.area.name}."


def _drawn(
    one: One,
    caption: str,
    drawing: Markup,
    *,
    listed: tuple[Listed, Listed] = ((), ()),
    said: str = "",
) -> Drawing:
    """The drawing with its icons above and its key and a sentence below."""
    found = _SAID.search(drawing)
    described = unescape(found.group(1)) if found else caption
    picture = Picture(
        title="",
        about=(),
        description=described,
        drawing=drawing,
        icons=listed[0],
        key=listed[1],
        sentences=(said,) if said else (),
    )
    svg = compose(picture, looks_of(one.visit.manifest.place))
    return Drawing(caption=caption, alt=f"{caption}. {described}", svg=svg)
