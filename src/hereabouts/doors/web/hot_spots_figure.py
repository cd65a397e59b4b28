"""Hot spots of an indicator, in words and as a table."""

from collections.abc import Iterator
from dataclasses import dataclass

from hereabouts.doors.web import words
from hereabouts.doors.web.indicator_state import IndicatorState
from hereabouts.doors.web.languages import N_, gettext, ngettext, translated
from hereabouts.doors.web.one_slice import spots_of
from hereabouts.doors.web.visit import Visit
from hereabouts.release.answers import Spread
from hereabouts.release.reader_clusters import ClusterAt

MOST_ROWS = 100
_KINDS = {
    "hot_1": N_("High, and so are its neighbours: strong"),
    "hot_5": N_("High, and so are its neighbours"),
    "cold_1": N_("Low, and so are its neighbours: strong"),
    "cold_5": N_("Low, and so are its neighbours"),
}
_MORAN = {
    "high_high": N_("High among high"),
    "low_low": N_("Low among low"),
    "high_low": N_("High among low"),
    "low_high": N_("Low among high"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class HotSpotRow:
    """One area that stands out."""

    name: str
    href: str
    value: words.Said
    smoothed: str  # empty where the value is no rate
    kind: str
    moran: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HotSpotsFigure:
    """What is said, and the areas that stand out, the surest first."""

    sentences: tuple[str, ...]
    rows: tuple[HotSpotRow, ...]
    found: int  # of which `rows` are the first
    smoothed: bool  # whether any row has a smoothed rate


def hot_spots_figure(
    visit: Visit, state: IndicatorState, *, spread: Spread
) -> HotSpotsFigure | None:
    """Hot spots of what the page shows; None where the indicator asks for none."""
    if not state.indicator.hot_spots:
        return None
    spots = spots_of(visit.reader, state)
    # Gi* says that an area and its neighbours are high or low; Moran, that it is unlike them.
    shown = [spot for spot in spots if spot.stands_out or spot.moran]
    rows = tuple(_row(visit, state, spot) for spot in shown[:MOST_ROWS])
    return HotSpotsFigure(
        sentences=tuple(_sentences(state, spots, spread)),
        rows=rows,
        found=len(shown),
        smoothed=any(row.smoothed for row in rows),
    )


def _row(visit: Visit, state: IndicatorState, spot: ClusterAt) -> HotSpotRow:
    decimals = state.indicator.decimals
    smoothed = "" if spot.smoothed is None else words.number(spot.smoothed, decimals=decimals)
    return HotSpotRow(
        name=spot.area_name,
        href=visit.links.area(state.area_type.code, code=spot.area_code),
        value=words.Said(
            words.number(spot.value, decimals=decimals), unit=words.unit_of(state.indicator)
        ),
        smoothed=smoothed,
        kind=translated(_KINDS.get(spot.kind, "")),
        moran=translated(_MORAN.get(spot.moran or "", "")),
    )


def _sentences(
    state: IndicatorState, spots: tuple[ClusterAt, ...], spread: Spread
) -> Iterator[str]:
    areas = words.in_sentence(state.area_type.plural)
    if not spots:
        yield (
            gettext(
                "Hot spots are not looked for here: fewer than 30 %(areas)s have a "
                "value, or their borders are not known.",
                areas=areas,
            )
        )
        return
    yield from _found(spots, areas)
    islands = sum(spot.kind == "island" for spot in spots)
    if islands:
        yield (
            ngettext(
                "Nothing can be said of %(num)s, which borders none that has a value.",
                "Nothing can be said of %(num)s, which border none that has a value.",
                islands,
            )
        )
    yield from _left_out(spread)


def _found(spots: tuple[ClusterAt, ...], areas: str) -> Iterator[str]:
    hot = sum(spot.kind.startswith("hot") for spot in spots)
    cold = sum(spot.kind.startswith("cold") for spot in spots)
    if hot + cold == 0:
        yield (
            gettext(
                "None of %(value)s %(areas)s stands out with its neighbours as a cluster "
                "of high or low values: values that chance dealt out would look much the "
                "same.",
                value=f"{len(spots):,}",
                areas=areas,
            )
        )
        return
    yield (
        ngettext(
            "%(num)s of %(of)s %(areas)s stands out as part of a cluster of high values, and "
            "%(cold)s of low values. At most 5%% of those named, on average, are there by chance "
            "(1%% of those marked strong).",
            "%(num)s of %(of)s %(areas)s stand out as part of a cluster of high values, and "
            "%(cold)s of low values. At most 5%% of those named, on average, are there by chance "
            "(1%% of those marked strong).",
            hot,
            of=f"{len(spots):,}",
            areas=areas,
            cold=f"{cold:,}",
        )
    )


def _left_out(spread: Spread) -> Iterator[str]:
    hidden, missing = spread.by_marker.get("[c]", 0), sum(spread.by_marker.values())
    if not missing:
        return
    yield (
        ngettext(
            "%(num)s area has no value shown. They are left out of every sum, and the areas "
            "beside them are judged by fewer neighbours.",
            "%(num)s areas have no value shown. They are left out of every sum, and the areas "
            "beside them are judged by fewer neighbours.",
            missing,
        )
    )
    if hidden:
        yield (
            ngettext(
                "Of these, %(num)s is hidden because a number is small, so clusters of low values "
                "are the likeliest to go unseen.",
                "Of these, %(num)s are hidden because a number is small, so clusters of low values "
                "are the likeliest to go unseen.",
                hidden,
            )
        )
