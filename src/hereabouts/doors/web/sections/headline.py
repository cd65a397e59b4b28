"""Key figures: each with its change, its comparison and a sentence made from the data."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hereabouts.doors.web.cards import Card, card_of
from hereabouts.doors.web.comparator import benchmark_title
from hereabouts.doors.web.compared_summary import compared_summary
from hereabouts.doors.web.one_slice import slice_of
from hereabouts.doors.web.sections.offered import indicators_of
from hereabouts.doors.web.sections.place_on_page import PlaceOnPage
from hereabouts.doors.web.visit import Visit
from hereabouts.model.page import Section


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFigure:
    """A card, how many areas are better and worse, and what the areas say."""

    card: Card
    compared: str | None
    sentence: str | None


def headline_section(visit: Visit, section: Section, _place: PlaceOnPage) -> Mapping[str, Any]:
    """The cards of the section's indicators."""
    cards = [card_of(visit, indicator=one) for one in indicators_of(visit, section.indicators)]
    return {"figures": tuple(_figure(visit, card) for card in cards)}


def _figure(visit: Visit, card: Card) -> KeyFigure:
    return KeyFigure(
        card=card,
        compared=_compared(visit, card),
        sentence=next(iter(card.headline.sentences), None),
    )


def _compared(visit: Visit, card: Card) -> str | None:
    """How the areas stand beside the indicator's benchmark."""
    said = card.headline
    name = said.indicator.compare_to
    if name is None:
        return None
    areas = slice_of(
        visit.reader, said.indicator.id, said.spread_type.code, said.period.start, said.category
    )
    summary = compared_summary(
        areas,
        indicator=said.indicator,
        benchmark=benchmark_title(visit.manifest, name),
        addresses=_Nowhere(),
        selected=None,
    )
    return summary.words if summary else None


class _Nowhere(dict[str | None, str]):
    """Addresses that nobody follows: a card links to its indicator alone."""

    def __missing__(self, _kind: str | None) -> str:
        return ""
