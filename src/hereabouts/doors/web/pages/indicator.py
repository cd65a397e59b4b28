"""An indicator: headline, map, ranking, trend, downloads and how it was made."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from hereabouts.doors.web import words
from hereabouts.doors.web.areas_chart import areas_chart
from hereabouts.doors.web.breakdown_words import breakdown_title, category_words, in_order
from hereabouts.doors.web.carried import others_of_theme, pages_with
from hereabouts.doors.web.comparator import Comparator, comparator_of
from hereabouts.doors.web.compared_summary import KINDS, ComparedSummary, compared_summary
from hereabouts.doors.web.found.dataset import indicator_dataset
from hereabouts.doors.web.headline import (
    Change,
    headline,
    leading_area,
    newest_period,
    say_headline,
    spread_sentences,
)
from hereabouts.doors.web.hot_spots_figure import hot_spots_figure
from hereabouts.doors.web.indicator_state import IndicatorState, read_state
from hereabouts.doors.web.inequality_section import inequality_section
from hereabouts.doors.web.languages import N_, translated
from hereabouts.doors.web.leading_trend import leading_trend
from hereabouts.doors.web.map_figure import map_figure
from hereabouts.doors.web.method_words import better_words, method_references, method_sentences
from hereabouts.doors.web.one_slice import one_slice
from hereabouts.doors.web.ranking_table import ranking_table
from hereabouts.doors.web.shown_figure import FIGURES
from hereabouts.doors.web.taking import taking_of
from hereabouts.doors.web.themes import theme_title
from hereabouts.doors.web.updates import updates
from hereabouts.doors.web.visit import PageAnswer, Visit
from hereabouts.model.observation import Marker
from hereabouts.release.answers import Observation
from hereabouts.release.manifest_disclosure import HiddenCount
from hereabouts.release.manifest_model import ReleasedIndicator, ReleasedProduct

FORMATS = (
    ("XLSX", "xlsx", N_("For Excel: a cover sheet, notes, and a table.")),
    ("ODS", "ods", N_("The same for LibreOffice and others.")),
    ("JSON", "json", N_("For programs, with what the figures mean.")),
    ("Parquet", "parquet", N_("For analysis of large tables.")),
)


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a form."""

    value: str
    text: str
    selected: bool


def indicator_page(visit: Visit, *, theme: str, name: str) -> PageAnswer:
    """The page of the indicator at `theme/name`."""
    indicator = visit.indicator(theme, name=name)
    state = read_state(visit, indicator)
    about = {
        "title": indicator.title,
        "indicator": indicator,
        "dataset": indicator_dataset(visit, indicator),
        "theme": theme_title(indicator.theme),
        "state": state,
        "choices": _choices(visit, state),
        "by": breakdown_title(visit.manifest, indicator),
        "others": others_of_theme(visit, indicator, state.shown),
        "pages": pages_with(visit, indicator, state.shown),
        "first_rank": words.first_rank_is(indicator),
        "products": _products(visit, indicator),
        "sources": _sources(visit, indicator),
        "updates": updates(visit.manifest, (one for one, _href in _products(visit, indicator))),
        "method": method_sentences(indicator),
        "references": method_references(indicator),
        "better": better_words(indicator),
        "confidence": words.confidence_words(indicator),
        "markers": tuple(Marker),
        "counts": _counts(visit, indicator),
        "current": "indicators",
    }
    return PageAnswer("indicator.html", about | _figures(visit, state) | _downloads(visit, state))


def _figures(visit: Visit, state: IndicatorState) -> dict[str, Any]:
    """The leading number, the map, the ranking and the trend."""
    reader, indicator = visit.reader, state.indicator
    lead = leading_area(reader, indicator=indicator, period=state.period, category=state.category)
    spread = reader.spread(
        indicator.id,
        area_type=state.area_type.code,
        period_start=state.period.start,
        category=state.category,
    )
    comparator = comparator_of(visit, state, lead=lead)
    areas = one_slice(reader, state)
    return {
        "lead": lead,
        "lead_said": say_headline(lead, spread=spread, indicator=indicator),
        "lead_interval": words.interval(lead, decimals=indicator.decimals) if lead else None,
        "change": _change(visit, state),
        "sentences": spread_sentences(spread, indicator=indicator, area_type=state.area_type),
        "map": map_figure(visit, state),
        "table": ranking_table(visit, state, spread=spread, comparator=comparator),
        "areas_chart": areas_chart(visit, state, areas=areas, comparator=comparator),
        "compared": _compared(visit, state, comparator, areas),
        "inequality": inequality_section(visit, state),
        "trend": leading_trend(visit, state, lead=lead, name="trend"),
        "hot_spots": hot_spots_figure(visit, state, spread=spread),
    }


def _compared(
    visit: Visit,
    state: IndicatorState,
    comparator: Comparator | None,
    areas: tuple[Observation, ...],
) -> ComparedSummary | None:
    """How many areas are better, similar or worse than the benchmark, and where each are."""
    if comparator is None:
        return None
    kinds = dict.fromkeys((None, *KINDS))
    return compared_summary(
        areas,
        indicator=state.indicator,
        benchmark=comparator.title,
        addresses={kind: state.address(visit, compared=kind) for kind in kinds},
        selected=state.compared,
    )


def _change(visit: Visit, state: IndicatorState) -> Change | None:
    """The newest value against the one before; nothing to say of other periods or categories."""
    newest = headline(visit.reader, state.indicator)
    same = state.period == newest.period and state.category == newest.category
    return newest.change if same else None


def _downloads(visit: Visit, state: IndicatorState) -> dict[str, Any]:
    kind = state.area_type
    download = partial(visit.links.download, state.indicator, area_type=kind.code)
    pictured = _is_pictured(visit, state)
    has_outlines = pictured and visit.map_size(kind) is not None
    shown = {"period": state.period.start.isoformat(), "category": state.narrowing}
    return {
        "csv": download(ending="csv", period=None),
        "formats": [
            (title, download(ending=ending, period=None), translated(words_of))
            for title, ending, words_of in FORMATS
        ],
        "taking": {kind: taking_of(visit.links, state, kind) for kind in FIGURES},
        "pictured": pictured,
        "geojson": download(ending="geojson", **shown) if has_outlines else None,
    }


def _is_pictured(visit: Visit, state: IndicatorState) -> bool:
    """Whether there are files of what is shown: a site of files has those of the newest whole."""
    newest = state.period == newest_period(state.indicator)
    return visit.published is None or (newest and state.narrowing is None)


def _choices(visit: Visit, state: IndicatorState) -> dict[str, list[Choice]]:
    kinds = [t for t in visit.manifest.area_types if t.code in state.indicator.area_types]
    by = breakdown_title(visit.manifest, state.indicator)
    periods = sorted(state.indicator.periods, key=lambda period: period.start, reverse=True)
    return {
        "area_type": [Choice(t.code, t.plural, t == state.area_type) for t in reversed(kinds)],
        "period": [Choice(p.start.isoformat(), p.label, p == state.period) for p in periods],
        "category": [
            Choice(name, category_words(name, title=by), name == state.category)
            for name in in_order(state.categories)
        ],
    }


def _products(visit: Visit, indicator: ReleasedIndicator) -> list[tuple[ReleasedProduct, str]]:
    found = [visit.manifest.product(name) for name in indicator.products]
    return [(product, visit.links.product(product.id)) for product in found if product]


def _sources(visit: Visit, indicator: ReleasedIndicator) -> list[tuple[str, str]]:
    """Whom to thank, and under which licence: each once."""
    found = [product for product, _href in _products(visit, indicator) if product.origin]
    return list(dict.fromkeys((product.attribution, product.licence) for product in found))


def _counts(visit: Visit, indicator: ReleasedIndicator) -> list[tuple[str, HiddenCount]]:
    titles: dict[str, Any] = {t.code: t.plural for t in visit.manifest.area_types}
    titles |= {benchmark.name: benchmark.title for benchmark in visit.manifest.benchmarks}
    return [
        (titles.get(count.area_type, count.area_type), count)
        for count in visit.manifest.disclosure.by_indicator
        if count.indicator == indicator.id
    ]
