"""What a reader takes away, before it is in any format: of an indicator, or of an area."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from hereabouts.doors.web import words
from hereabouts.doors.web.comparator import benchmark_title
from hereabouts.doors.web.files.area_book import area_book
from hereabouts.doors.web.files.book import Book
from hereabouts.doors.web.files.indicator_book import indicator_book
from hereabouts.doors.web.files.json_file import said_of_indicator, said_of_release
from hereabouts.doors.web.files.observed_columns import Raw, observed_row
from hereabouts.doors.web.files.selection import Selection
from hereabouts.doors.web.visit import Visit
from hereabouts.model.observation import Marker
from hereabouts.release.answers import Area
from hereabouts.release.manifest_model import ReleasedAreaType, ReleasedIndicator


@dataclass(frozen=True, slots=True)
class OfIndicator:
    """One indicator, whole or in part."""

    selected: Selection

    @property
    def visit(self) -> Visit:
        """Whose release it is."""
        return self.selected.visit

    @property
    def named(self) -> tuple[str, ...]:
        """What its file is called."""
        return self.selected.named

    @property
    def book(self) -> Book:
        """As a workbook."""
        return indicator_book(self.selected)

    @property
    def rows(self) -> Iterator[tuple[Raw, ...]]:
        """Under COLUMNS, one for each observation."""
        one = self.selected.indicator
        labels = {period.start: period.label for period in one.periods}
        for seen in self.selected.every:
            label = labels.get(seen.period_start, "")
            yield observed_row(seen, period=label, synthetic=one.synthetic)

    @property
    def block(self) -> Iterator[str]:
        """The lines above a CSV."""
        one, manifest = self.selected.indicator, self.visit.manifest
        yield f"title: {one.title}"
        yield f"areas: {self.selected.areas}"
        yield from of_release(self.visit)
        yield f"unit: {one.unit}"
        yield f"method: {one.method.value}"
        yield f"interval: {words.confidence_words(one)}, where there is one"
        if one.compare_to:
            title = benchmark_title(manifest, one.compare_to)
            yield f"compared: with {title}, by the limits at 95% (_95) and also at 99.8% (_998)"
        yield f"protection: {one.policy.title}"
        if one.synthetic:
            yield "synthetic: yes. These figures are made up and describe nobody"
        yield from of_markers()
        yield from of_products(self.visit, one.products)
        for note in one.notes:
            yield f"note: {note}"
        yield f"contact: {manifest.place.contact}"

    @property
    def about(self) -> Mapping[str, Any]:
        """The same for JSON and Parquet."""
        return {
            **said_of_release(self.visit),
            "indicator": said_of_indicator(self.visit, self.selected.indicator),
            "areas": self.selected.areas,
            "periods": self.selected.periods,
        }


@dataclass(frozen=True, slots=True)
class OfArea:
    """Everything of one area."""

    visit: Visit
    area: Area
    kind: ReleasedAreaType

    @property
    def named(self) -> tuple[str, ...]:
        """What its file is called."""
        return ("area", self.kind.code, self.area.code)

    @property
    def book(self) -> Book:
        """As a workbook."""
        return area_book(self.visit, self.area, kind=self.kind.title)

    @property
    def rows(self) -> Iterator[tuple[Raw, ...]]:
        """Under COLUMNS, one for each observation."""
        known = self._known
        labels = {(i.id, p.start): p.label for i in known.values() for p in i.periods}
        for seen in self.visit.reader.profile(self.kind.code, code=self.area.code):
            if one := known.get(seen.indicator):
                label = _label(labels, one, seen.period_start)
                yield observed_row(seen, period=label, synthetic=one.synthetic)

    @property
    def block(self) -> Iterator[str]:
        """The lines above a CSV."""
        known = self._known.values()
        yield f"title: {self.area.name}: profile"
        yield f"area: {self.area.code}, {words.in_sentence(self.kind.title)}"
        yield from of_release(self.visit)
        for one in known:
            made_up = ". These figures are made up and describe nobody" if one.synthetic else ""
            yield f"indicator {one.id}: {one.title}, in {one.unit}{made_up}"
        yield from of_markers()
        yield from of_products(self.visit, tuple(p for one in known for p in one.products))
        yield f"contact: {self.visit.manifest.place.contact}"

    @property
    def about(self) -> Mapping[str, Any]:
        """The same for JSON and Parquet."""
        known = self._known.values()
        return {
            **said_of_release(self.visit),
            "area": {
                "area_type": self.kind.code,
                "kind": self.kind.title,
                "area_code": self.area.code,
                "area_name": self.area.name,
            },
            "indicators": [said_of_indicator(self.visit, one) for one in known],
        }

    @property
    def _known(self) -> dict[str, ReleasedIndicator]:
        observed = self.visit.manifest.observed
        return {one.id: one for one in observed if self.kind.code in one.area_types}


Taken = OfIndicator | OfArea


def _label(labels: Mapping[tuple[str, date], str], one: ReleasedIndicator, start: date) -> str:
    return labels.get((one.id, start), "")


def of_release(visit: Visit) -> Iterator[str]:
    """Of which place and release a file is."""
    manifest = visit.manifest
    yield f"place: {manifest.place.title}"
    yield f"release: {manifest.number} ({manifest.audience.value})"
    yield f"made: {manifest.made_at.isoformat()}"
    yield "period_end: the first day after the period"


def of_markers() -> Iterator[str]:
    """What each marker means."""
    for marker in Marker:
        yield f"marker {marker.value}: {marker.words}"


def of_products(visit: Visit, products: tuple[str, ...]) -> Iterator[str]:
    """Whom to thank for `products`, each once."""
    for product in filter(None, map(visit.manifest.product, dict.fromkeys(products))):
        yield f"source: {product.title}. {product.attribution} Licence: {product.licence}"
