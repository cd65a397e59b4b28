"""A population pyramid: women to the left, men to the right, the oldest at the top."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from hereabouts.doors.web.charts.frame import Box, label, picture, tick
from hereabouts.doors.web.charts.scale import Scale, decimals_of, ticks
from hereabouts.doors.web.charts.svg import element
from hereabouts.doors.web.words import number

WIDTH, BAND, MIDDLE = 720.0, 17.0, 104.0  # MIDDLE is where the ages are written
TOP, BOTTOM, SIDE = 30.0, 30.0, 16.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PyramidBand:
    """One age band: shares of everyone, in per cent; None is missing."""

    label: str
    female: float | None
    male: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PyramidChart:
    """The bands, youngest first."""

    name: str
    title: str
    description: str
    sexes: tuple[str, str]  # what those to the left and to the right are called
    bands: tuple[PyramidBand, ...]


def draw_pyramid(chart: PyramidChart) -> Markup:
    """The pyramid as one image; its table twin is the page's."""
    height = TOP + BAND * len(chart.bands) + BOTTOM
    box = Box(width=WIDTH, height=height, left=SIDE, right=SIDE, top=TOP, bottom=BOTTOM)
    shares = [s for band in chart.bands for s in (band.female, band.male) if s is not None]
    most = ticks(0.0, max(shares, default=1.0))[-1]
    centre = WIDTH / 2
    women = Scale(0.0, most, centre - MIDDLE / 2, SIDE)
    men = Scale(0.0, most, centre + MIDDLE / 2, WIDTH - SIDE)
    drawn = (
        label(chart.sexes[0], x=women.start, y=18.0, anchor="end"),
        label(chart.sexes[1], x=men.start, y=18.0),
        *_shares(women, height),
        *_shares(men, height),
        *_bands(chart, women, men),
    )
    return picture(box, *drawn, name=chart.name, title=chart.title, description=chart.description)


def _shares(side: Scale, height: float) -> Iterator[Markup]:
    marks = ticks(side.low, side.high)
    for share in marks:
        x = side.at(share)
        line = f"M{x:.1f} {TOP:g}V{height - BOTTOM:g}"
        yield element("path", class_="hb-chart__grid", d=line)
        yield tick(number(share, decimals=decimals_of(marks)) + "%", x=x, y=height - 10)


def _bands(chart: PyramidChart, women: Scale, men: Scale) -> Iterator[Markup]:
    for at, band in enumerate(reversed(chart.bands)):
        y = TOP + BAND * at
        yield tick(band.label, x=WIDTH / 2, y=y + BAND - 4)
        yield from _bar(band.female, women, y, "female")
        yield from _bar(band.male, men, y, "male")


def _bar(share: float | None, side: Scale, y: float, sex: str) -> Iterator[Markup]:
    """Nothing where a share is missing: no bar is not the same as a bar of nobody."""
    if share is None:
        return
    ends = sorted((side.at(0.0), side.at(share)))
    yield element(
        "rect", class_=f"hb-pyramid__bar hb-pyramid__bar--{sex}",
        x=ends[0], y=y + 1.0, width=ends[1] - ends[0], height=BAND - 2,
    )  # fmt: skip
