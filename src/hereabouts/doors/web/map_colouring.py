"""Which fill each area of a map has, and what the fills mean."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from hereabouts.doors.web import words
from hereabouts.doors.web.comparator import Comparator, comparator_of
from hereabouts.doors.web.comparison import Comparison, Judgement, compare
from hereabouts.doors.web.headline import leading_area
from hereabouts.doors.web.indicator_state import IndicatorState
from hereabouts.doors.web.languages import N_, gettext, translated
from hereabouts.doors.web.map_classes import (
    Cuts,
    cuts_of,
    decimals_of,
    rounded,
    step_of,
    why_missing,
)
from hereabouts.doors.web.map_fills import CLUSTERS, COMPARED, NEIGHBOURS, Fill, two_sided
from hereabouts.doors.web.one_slice import one_slice, spots_of
from hereabouts.doors.web.visit import Visit
from hereabouts.geography import paint as painting
from hereabouts.model.map_colours import Classing, ColourBy, MapColours

Classes = NDArray[np.uint8]
Values = NDArray[np.float32]

#: From the last digits of a missing value's bits to the painter's class for it.
CLASS_OF = np.array([0, painting.HIDDEN, painting.NOT_AVAILABLE, painting.NOT_APPLICABLE])
HOW = {
    Classing.QUANTILE: N_(
        "Each class has about as many of the shown values as any other, between round numbers."
    ),
    Classing.JENKS: N_(
        "Classes are natural breaks (Jenks), rounded: the values of a class are near each other."
    ),
    Classing.EQUAL: N_("Every class is about as wide as any other, between round numbers."),
}
SAME = N_("Every period has the same classes, so periods can be compared.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Colouring:
    """One class an area in number order, a position in `fills` or why it has none."""

    colour: ColourBy  # as it is drawn: `values` where what was asked for cannot be
    classes: Classes
    values: Values
    fills: tuple[Fill, ...]
    read: str  # Darker is higher.
    how: str  # the note
    not_applicable: str = N_("Not applicable [z]")  # what the class of that number is called

    def counts(self) -> NDArray[np.int64]:
        """Areas of every class."""
        return np.bincount(self.classes, minlength=256)


def colouring_of(visit: Visit, state: IndicatorState) -> Colouring:
    """The map that `state` asks for; by values where there is nothing to colour it by."""
    values = visit.reader.values_array(
        state.indicator.id,
        area_type=state.area_type.code,
        period_start=state.period.start,
        category=state.category,
    )
    made = _WAYS[state.colours.colour](visit, state, values)
    return made or _by_values(visit, state, values)


def ways_of(visit: Visit, state: IndicatorState) -> tuple[ColourBy, ...]:
    """What a map of this indicator can be coloured by."""
    ways, with_ = [ColourBy.VALUES], _comparator(visit, state)
    if state.colours.about is not None or with_ is not None:
        ways += [ColourBy.BENCHMARK]
    # Where the larger area has no interval, no area has.
    if with_ and (state.indicator.compare_to or with_.observation.lower is not None):
        ways += [ColourBy.SIGNIFICANCE]
    if state.indicator.hot_spots:
        ways += [ColourBy.CLUSTERS, ColourBy.NEIGHBOURS]
    return tuple(ways)


def comparator_title(visit: Visit, state: IndicatorState) -> str:
    """What a map would be about or compared with: a number, or an area."""
    if state.colours.about is not None:
        return words.number(state.colours.about, decimals=decimals_of(state.colours.about, 0))
    found = _comparator(visit, state)
    return found.title if found else ""


def _with_missing(values: Values, classes: NDArray[np.integer]) -> Classes:
    why = why_missing(values)
    return np.where(why > 0, CLASS_OF[why], classes).astype(np.uint8)


def _by_values(visit: Visit, state: IndicatorState, values: Values) -> Colouring:
    asked, decimals = state.colours, state.indicator.decimals
    cuts = cuts_of(visit.reader, state.indicator.id, state.area_type.code, _of_values(asked))
    labels = cuts.labels(decimals=decimals)
    return Colouring(
        colour=ColourBy.VALUES,
        classes=_with_missing(values, cuts.classes(values)),
        values=values,
        fills=tuple(Fill(*one) for one in zip(cuts.palette, labels, strict=True)),
        read=gettext("Darker is higher."),
        how=gettext("The classes are as given. %(value)s", value=translated(SAME))
        if asked.breaks
        else f"{translated(HOW[asked.classes])} {translated(SAME)}",
    )


def _of_values(asked: MapColours) -> MapColours:
    """Of what was asked only what decides breaks, so that they are cut once."""
    return MapColours(classes=asked.classes, number=asked.number, breaks=asked.breaks)


def _about_benchmark(visit: Visit, state: IndicatorState, values: Values) -> Colouring | None:
    """Five classes about a value, as wide below it as above, the same in every period."""
    middle = state.colours.about
    if middle is None:
        found = _comparator(visit, state)
        middle = found.observation.value if found else None
    if middle is None:
        return None
    every = visit.reader.shown_values(state.indicator.id, area_type=state.area_type.code)
    near, far = _distances(np.abs(every - np.median(every))) if len(every) else (0.0, 0.0)
    if not near:
        return None
    cuts = Cuts((middle - far, middle - near, middle + near, middle + far))
    title = comparator_title(visit, state)
    inner, outer = (
        words.number(one, decimals=decimals_of(one, state.indicator.decimals))
        for one in (near, far)
    )
    labels = (
        gettext("Below %(title)s by %(outer)s or more", title=title, outer=outer),
        gettext("Below %(title)s by %(inner)s to %(outer)s", title=title, inner=inner, outer=outer),
        gettext("Within %(inner)s of %(title)s", inner=inner, title=title),
        gettext("Above %(title)s by %(inner)s to %(outer)s", title=title, inner=inner, outer=outer),
        gettext("Above %(title)s by %(outer)s or more", title=title, outer=outer),
    )
    return Colouring(
        colour=ColourBy.BENCHMARK,
        classes=_with_missing(values, cuts.classes(values)),
        values=values,
        fills=two_sided(labels),
        read=gettext("Hatched is above %(title)s; plain blue is below.", title=title),
        how=gettext(
            "The same steps in every period, about the value of %(title)s in that period.",
            title=title,
        )
        if state.colours.about is None
        else gettext("The same steps in every period, about %(title)s.", title=title),
    )


def _distances(away: NDArray[np.floating]) -> tuple[float, float]:
    """Two round distances: two fifths of values are nearer than the one, four than the other."""
    far = float(np.quantile(away, 0.8))
    if not far:
        return 0.0, 0.0
    found = rounded(np.quantile(away, [0.4, 0.8]), step_of(far / 2))
    found = found[found > 0]
    return (float(found[0]), float(found[-1])) if len(found) > 1 else (far / 2, far)


def _comparator(visit: Visit, state: IndicatorState) -> Comparator | None:
    lead = leading_area(
        visit.reader, indicator=state.indicator, period=state.period, category=state.category
    )
    return comparator_of(visit, state, lead=lead)


def _by_significance(visit: Visit, state: IndicatorState, values: Values) -> Colouring | None:
    with_ = _comparator(visit, state)
    if with_ is None:
        return None
    found = {
        one.area_code: _kind(compare(one, with_=with_.observation, indicator=state.indicator))
        for one in one_slice(visit.reader, state)
    }
    if not any(found.values()):
        return None
    by_worth = bool({"better", "worse"} & set(found.values()))
    kinds = ("better", "similar", "worse") if by_worth else ("lower", "similar", "higher")
    fills = tuple(_said(COMPARED[kind]) for kind in kinds)
    hatched = fills[-1].label
    return Colouring(
        colour=ColourBy.SIGNIFICANCE,
        classes=_by_code(visit, state, values, {k: kinds.index(v) for k, v in found.items() if v}),
        values=values,
        fills=fills,
        read=gettext(
            "Hatched is %(hatched)s than %(with_title)s.",
            hatched=words.in_sentence(hatched),
            with_title=with_.title,
        ),
        how=gettext(
            "Compared with %(with_title)s by 95%% confidence: similar where it "
            "cannot be told from chance.",
            with_title=with_.title,
        ),
        not_applicable=gettext("Not compared"),
    )


def _said(fill: Fill) -> Fill:
    return replace(fill, label=translated(fill.label))


def _kind(found: Comparison | None) -> str | None:
    if found is None:
        return None
    return found.side.value if found.judgement is Judgement.NONE else found.judgement.value


def _by_clusters(visit: Visit, state: IndicatorState, values: Values) -> Colouring | None:
    return _spots(
        visit,
        state,
        values,
        CLUSTERS,
        gettext("Hatched is high among high; plain blue is low among low."),
    )


def _by_neighbours(visit: Visit, state: IndicatorState, values: Values) -> Colouring | None:
    return _spots(
        visit, state, values, NEIGHBOURS, gettext("Dotted areas are unlike those round them.")
    )


def _spots(
    visit: Visit, state: IndicatorState, values: Values, fills: Mapping[str, Fill], read: str
) -> Colouring | None:
    """What was found of each area's neighbourhood; None where none was looked at."""
    spots = spots_of(visit.reader, state)
    if not spots:
        return None
    of_gi = fills is CLUSTERS
    place = {kind: number for number, kind in enumerate(fills)}
    said = {one.area_code: one.kind if of_gi else one.moran or "neither" for one in spots}
    islands = {one.area_code for one in spots if one.kind == "island"}
    found = {code: place[kind] for code, kind in said.items() if code not in islands}
    return Colouring(
        colour=ColourBy.CLUSTERS if of_gi else ColourBy.NEIGHBOURS,
        classes=_by_code(visit, state, values, found),
        values=values,
        fills=tuple(map(_said, fills.values())),
        read=read,
        how=gettext(
            "At most 5%% of the areas named, on average, are there by chance (1%% of "
            "those marked strong). A cluster says where to look, not why it is there."
        ),
        not_applicable=gettext("No neighbour with a value"),
    )


def _by_code(
    visit: Visit, state: IndicatorState, values: Values, found: Mapping[str, int]
) -> Classes:
    """Classes by area code, in number order; of what is not found, not applicable."""
    areas = visit.reader.areas(state.area_type.code)
    listed = [found.get(area.code, painting.NOT_APPLICABLE) for area in areas]
    return _with_missing(values, np.array(listed, dtype=np.uint8))


Way = Callable[[Visit, IndicatorState, Values], Colouring | None]
_WAYS: Mapping[ColourBy, Way] = {
    ColourBy.VALUES: _by_values,
    ColourBy.BENCHMARK: _about_benchmark,
    ColourBy.SIGNIFICANCE: _by_significance,
    ColourBy.CLUSTERS: _by_clusters,
    ColourBy.NEIGHBOURS: _by_neighbours,
}
