"""A funnel plot of an indicator's areas, in words and as a table too."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from markupsafe import Markup

from hereabouts.doors.web import words
from hereabouts.doors.web.charts.funnel import Funnel, FunnelLine, FunnelPoint, draw_funnel
from hereabouts.doors.web.charts.scale import ticks
from hereabouts.doors.web.charts.shapes import key_mark, shape_of
from hereabouts.doors.web.funnel_points import (
    INNER,
    OUTER,
    FunnelAreas,
    funnel_areas,
)
from hereabouts.doors.web.languages import N_, gettext, ngettext, translated
from hereabouts.doors.web.links import Links
from hereabouts.doors.web.words import Said
from hereabouts.model.indicator import Method, Polarity
from hereabouts.release.answers import Observation
from hereabouts.release.manifest_model import ReleasedIndicator
from hereabouts.statistics.intervals import Numbers

FEWEST = 2
POOLED = N_("All together")
SIDES = {
    2: N_("Above the 99.8% limit"),
    1: N_("Above the 95% limit"),
    -1: N_("Below the 95% limit"),
    -2: N_("Below the 99.8% limit"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FunnelRow:
    """One area outside the lines."""

    name: str
    href: str
    said: Said
    size: str
    side: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FunnelFigure:
    """The plot, what it shows in words, and a table of the areas outside its lines."""

    title: str
    drawing: Markup
    key: tuple[tuple[Markup, str], ...]
    sentences: tuple[str, ...]
    size_title: str
    rows: tuple[FunnelRow, ...]


def funnel_figure(
    seen: Sequence[Observation],
    *,
    indicator: ReleasedIndicator,
    benchmark: tuple[str, float] | None,
    links: Links,
    period: str,
) -> FunnelFigure | None:
    """Draw the areas of one type and period.

    Args:
        seen: every area's observation.
        indicator: a proportion, rate or ratio.
        benchmark: what it is called and its value; None for all areas together.
        links: where areas are.
        period: as it is called.

    Returns:
        None where fewer than two areas have a place.
    """
    found = funnel_areas(seen, indicator=indicator, benchmark=benchmark[1] if benchmark else None)
    if found is None or len(found.areas) < FEWEST:
        return None
    widened = found.spread.tau2 > 0
    levels = found.levels(widened=widened)
    title = gettext(
        "%(short_title)s by size of area, %(period)s",
        short_title=indicator.short_title,
        period=words.in_sentence(period),
    )
    sentences = _sentences(found, levels, benchmark, widened=widened)
    funnel = Funnel(
        name="funnel",
        title=title,
        description=" ".join(sentences[:2]),
        sign="%" if words.unit_of(indicator) == "%" else "",
        size_title=_size_title(indicator),
        points=_points(found, levels),
        lines=_lines(found, widened=widened),
        benchmark=found.share * indicator.multiplier,
        benchmark_title=benchmark[0] if benchmark else translated(POOLED),
    )
    return FunnelFigure(
        title=title,
        drawing=draw_funnel(funnel),
        key=_key(indicator),
        sentences=sentences,
        size_title=funnel.size_title,
        rows=_rows(found, levels, links),
    )


def kind_of_level(level: float, better: Polarity) -> str:
    """How a point is marked: by which way is better, where one is."""
    if level == 0:
        return "ordinary"
    if better is Polarity.NEITHER:
        return "neither"
    return "better" if (level > 0) == (better is Polarity.HIGHER) else "worse"


def _points(found: FunnelAreas, levels: Numbers) -> tuple[FunnelPoint, ...]:
    made = []
    for one, size, level in zip(found.areas, found.size, levels, strict=True):
        kind = kind_of_level(float(level), found.indicator.better)
        made.append(
            FunnelPoint(
                size=float(size),
                value=float(one.value or 0.0),
                kind=kind,
                shape=shape_of(kind, high=level > 0),
            )
        )
    return tuple(made)


def _lines(found: FunnelAreas, *, widened: bool) -> tuple[FunnelLine, ...]:
    upto = ticks(0.0, float(found.size.max()))[-1]
    made = []
    for confidence in (INNER, OUTER):
        sizes, limits = found.line(confidence, upto=upto, widened=widened)
        for side in limits:
            values = side * found.indicator.multiplier
            points = zip(sizes.tolist(), values.tolist(), strict=True)
            made.append(
                FunnelLine(confidence=f"{confidence:.1%}".replace(".0", ""), points=(*points,))
            )
    return tuple(made)


def _sentences(
    found: FunnelAreas,
    levels: Numbers,
    benchmark: tuple[str, float] | None,
    *,
    widened: bool,
) -> tuple[str, ...]:
    inner, outer = int((np.abs(levels) == 1).sum()), int((np.abs(levels) == 2).sum())
    about = benchmark[0] if benchmark else gettext("all areas together")
    value = words.with_unit(found.share * found.indicator.multiplier, indicator=found.indicator)
    outside = gettext(
        "Of %(value)s areas, %(outer)s lie outside its 95%% limits, %(outer2)s "
        "of them outside its 99.8%% limits. By chance alone about 1 in 20 would "
        "lie outside the first and 1 in 500 outside the second.",
        value=f"{len(found.areas):,}",
        outer=f"{inner + outer:,}",
        outer2=f"{outer:,}",
    )
    said = [gettext("The funnel is about %(about)s, %(value)s.", about=about, value=value), outside]
    spread = found.spread
    if widened:
        said.append(
            gettext(
                "The squared distance of areas from it is %(phi)s times what chance "
                "alone gives (phi; tau squared is %(tau)s), so the limits are widened "
                "for what else makes areas differ. Areas still outside stand out even so.",
                phi=f"{spread.phi:.2f}",
                tau=f"{spread.tau2:.2g}",
            )
        )
    if found.left_out:
        said.append(
            ngettext(
                "%(num)s area has a value but no size that is shown, and no place here.",
                "%(num)s areas have a value but no size that is shown, and no place here.",
                found.left_out,
            )
        )
    return tuple(said)


def _rows(found: FunnelAreas, levels: Numbers, links: Links) -> tuple[FunnelRow, ...]:
    """The areas outside, furthest first."""
    listed = zip(found.areas, found.size, levels, strict=True)
    outside = sorted((one for one in listed if one[2]), key=lambda one: (-abs(one[2]), -one[2]))
    return tuple(
        FunnelRow(
            name=one.area_name,
            href=links.area(one.area_type, code=one.area_code),
            said=words.say_value(one, indicator=found.indicator),
            size=words.number(float(size), decimals=0 if float(size).is_integer() else 1),
            side=translated(SIDES[int(level)]),
        )
        for one, size, level in outside
    )


def _key(indicator: ReleasedIndicator) -> tuple[tuple[Markup, str], ...]:
    """Which mark is what."""
    named = [("ordinary", gettext("within the limits"), True)]
    if indicator.better is Polarity.NEITHER:
        named += [
            ("neither", gettext("above the limits"), True),
            ("neither", gettext("below the limits"), False),
        ]
    else:
        named += [("better", gettext("outside, for the better"), True)]
        named += [("worse", gettext("outside, for the worse"), True)]
    return tuple(
        (key_mark(shape_of(kind, high=high), kind=kind), text) for kind, text, high in named
    )


def _size_title(indicator: ReleasedIndicator) -> str:
    return {
        Method.INDIRECT_RATIO: gettext("Events expected"),
        Method.INDIRECT_RATE: gettext("Population at which the count would be this rate"),
        Method.DSR: gettext("Population at which the count would be this rate"),
    }.get(indicator.method, "Out of how many")
