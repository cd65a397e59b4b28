"""The scatter of need and supply with its words and its table twin."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from markupsafe import Markup

from hereabouts.doors.web import words
from hereabouts.doors.web.charts.scatter import Scatter, ScatterPoint, draw_scatter
from hereabouts.doors.web.charts.shapes import key_mark
from hereabouts.doors.web.headline import newest_period
from hereabouts.doors.web.languages import N_, gettext, ngettext, translated
from hereabouts.doors.web.sections.beside import WEIGHTS, Beside, are_counts
from hereabouts.doors.web.sections.short_names import without_shared_words
from hereabouts.doors.web.visit import Visit
from hereabouts.doors.web.words import Said
from hereabouts.release.manifest_model import ReleasedIndicator

FAR = 1.96  # standardised residuals: one area in twenty by chance alone
MOST_NAMED = 3
NO_CAUSE = N_(
    "This sets two figures side by side. It does not say that one is the "
    "cause of the other, or that the supply is right or wrong."
)
KEY = (
    ("down", "worse", N_("Less supply than areas with as much need")),
    ("up", "better", N_("More supply than areas with as much need")),
    ("circle", "ordinary", N_("Near the line")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BesideRow:
    """One area of the table twin. Empty words are not reckoned."""

    name: str
    href: str
    need: Said
    supply: Said
    ratio: str
    interval: str
    residual: str
    ranks: str
    mismatch: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TriangulationFigure:
    """The picture, what it says, and its twin with the widest mismatch first."""

    title: str
    about: str
    drawing: Markup
    key: tuple[tuple[Markup, str], ...]
    sentences: tuple[str, ...]
    ratio_title: str | None
    rows: tuple[BesideRow, ...]
    missing: int


def triangulation_figure(visit: Visit, numbers: Beside, *, name: str) -> TriangulationFigure:
    """Draw the pair; `name` is the chart's, unique on its page."""
    need, supply = numbers.of.need, numbers.of.supply
    title = gettext(
        "%(short_title)s beside %(short_title2)s",
        short_title=supply.short_title,
        short_title2=words.in_sentence(need.short_title),
    )
    sentences = tuple(_sentences(numbers))
    order = [at for at in np.argsort(numbers.ranks.rank, kind="stable") if _known(numbers, at)]
    return TriangulationFigure(
        title=title,
        about=f"{numbers.of.kind.plural}. {_when(need)}. {_when(supply)}.",
        drawing=draw_scatter(_scatter(numbers, title, sentences[0], name)),
        key=tuple((key_mark(shape, kind=kind), translated(text)) for shape, kind, text in KEY),
        sentences=sentences,
        ratio_title=_ratio_title(numbers),
        rows=tuple(_row(visit, numbers, int(at)) for at in order),
        missing=len(numbers.of.areas) - len(order),
    )


def _when(indicator: ReleasedIndicator) -> str:
    synthetic = (
        gettext(", synthetic") if indicator.synthetic and "synthetic" not in indicator.title else ""
    )
    return f"{indicator.title}{synthetic}: {words.in_sentence(newest_period(indicator).label)}"


def _known(numbers: Beside, at: int) -> bool:
    return not np.isnan(numbers.ranks.rank[at])


def _scatter(numbers: Beside, title: str, description: str, name: str) -> Scatter:
    line = numbers.line
    return Scatter(
        name=name,
        title=title,
        description=description,
        x_title=_axis(numbers.of.need),
        y_title=_axis(numbers.of.supply),
        points=tuple(_points(numbers)),
        line=None if np.isnan(line.slope) else (line.intercept, line.slope),
    )


def _axis(indicator: ReleasedIndicator) -> str:
    unit = words.unit_of(indicator)
    title = indicator.short_title
    return title if unit.casefold() in title.casefold() else f"{title} ({unit})"


def _points(numbers: Beside) -> Iterator[ScatterPoint]:
    """Those furthest from the line first: their names are written first."""
    shortfall = np.nan_to_num(numbers.shortfall)
    names = without_shared_words([pair[0].area_name for pair in numbers.of.areas])
    for at in np.argsort(-np.abs(shortfall), kind="stable"):
        if _known(numbers, at):
            far = abs(shortfall[at]) >= FAR
            shape, kind, _text = KEY[2] if not far else KEY[0] if shortfall[at] > 0 else KEY[1]
            named = far or numbers.ranks.rank[at] <= MOST_NAMED
            yield ScatterPoint(
                x=float(numbers.of.needs[at]),
                y=float(numbers.of.supplies[at]),
                kind=kind,
                shape=shape,
                name=names[at] if named else None,
            )


def _sentences(numbers: Beside) -> Iterator[str]:
    """What ranks say, then what the line says, then what neither says."""
    kind = words.in_sentence(numbers.of.kind.plural)
    names = _worst(numbers)
    if names:
        yield (
            gettext(
                "Of %(sum)s %(kind)s with both figures, need ranks furthest above supply "
                "in %(listed)s.",
                sum=f"{int((~np.isnan(numbers.ranks.rank)).sum()):,}",
                kind=kind,
                listed=_listed(names),
            )
        )
    else:
        yield gettext("No %(kind)s rank higher for need than for supply.", kind=kind)
    yield from _of_line(numbers)
    if are_counts(numbers.of):
        yield (
            gettext(
                "Both are counts, so large areas have more of each: look at the ratio "
                "and at the distance from the line, not at the place in the picture."
            )
        )
    yield translated(NO_CAUSE)


def _worst(numbers: Beside) -> list[str]:
    gap, rank = numbers.ranks.gap, numbers.ranks.rank
    order = [at for at in np.argsort(rank, kind="stable") if _known(numbers, at) and gap[at] > 0]
    return [numbers.of.areas[at][0].area_name for at in order[:MOST_NAMED]]


def _of_line(numbers: Beside) -> Iterator[str]:
    if np.isnan(numbers.line.slope):
        return
    shortfall = np.nan_to_num(numbers.shortfall)
    far = [at for at in np.argsort(-shortfall, kind="stable") if shortfall[at] >= FAR]
    by = translated(WEIGHTS[numbers.weighted_by])
    if far:
        names = _listed([numbers.of.areas[at][0].area_name for at in far[:MOST_NAMED]])
        more = (
            gettext(" and %(value)s more", value=f"{len(far) - MOST_NAMED:,}")
            if len(far) > MOST_NAMED
            else ""
        )
        yield ngettext(
            "Set against the line through all areas, %(names)s%(more)s has less supply than areas "
            "with as much need, by more than nineteen areas in twenty differ. In the line %(by)s.",
            "Set against the line through all areas, %(names)s%(more)s have less supply than areas "
            "with as much need, by more than nineteen areas in twenty differ. In the line %(by)s.",
            len(far),
            names=names,
            more=more,
            by=by,
        )
    else:
        yield (
            gettext(
                "No area has much less supply than the line through all areas has for as "
                "much need. In the line %(by)s.",
                by=by,
            )
        )


def _listed(names: list[str]) -> str:
    return (
        names[0]
        if len(names) == 1
        else gettext("%(join)s and %(names)s", join=", ".join(names[:-1]), names=names[-1])
    )


def _ratio_title(numbers: Beside) -> str | None:
    if numbers.ratio is None:
        return None
    units = words.unit_of(numbers.of.supply), words.unit_of(numbers.of.need)
    return gettext(
        "%(units)s for every %(per)s %(units2)s",
        units=units[0],
        per=f"{numbers.per:,}",
        units2=units[1],
    )


def _row(visit: Visit, numbers: Beside, at: int) -> BesideRow:
    need, supply = numbers.of.areas[at]
    ranks, ratio = numbers.ranks, numbers.ratio
    ends = (ratio.lower[at], ratio.upper[at]) if ratio else (np.nan, np.nan)
    return BesideRow(
        name=need.area_name,
        href=visit.links.area(need.area_type, code=need.area_code),
        need=words.say_value(need, indicator=numbers.of.need),
        supply=words.say_value(supply, indicator=numbers.of.supply),
        ratio="" if ratio is None else _number(ratio.value[at], 1),
        interval=""
        if np.isnan(ends[0])
        else gettext("%(ends)s to %(ends2)s", ends=_number(ends[0], 1), ends2=_number(ends[1], 1)),
        residual=_signed(numbers.line.residual[at], numbers.of.supply.decimals),
        ranks=gettext(
            "%(at)s and %(at2)s",
            at=f"{ranks.need_rank[at]:,.0f}",
            at2=f"{ranks.supply_rank[at]:,.0f}",
        ),
        mismatch=f"{ranks.rank[at]:,.0f}",
    )


def _number(value: float, decimals: int) -> str:
    return "" if np.isnan(value) else words.number(float(value), decimals=decimals)


def _signed(value: float, decimals: int) -> str:
    text = _number(value, decimals)
    return f"+{text}" if text and value > 0 and text.strip("0.,") else text
