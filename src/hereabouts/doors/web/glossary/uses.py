"""Where a release uses a term: pages, indicators and products whose words say it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from hereabouts.doors.web.glossary.said_in import concepts_in, said
from hereabouts.release.manifest_model import (
    ReleasedIndicator,
    ReleasedPage,
    ReleasedProduct,
    ReleaseManifest,
)
from hereabouts.release.manifest_words import ReleasedEntity, ReleasedField
from hereabouts.release.reader import ReleaseReader


@dataclass(slots=True)
class Uses:
    """What uses one term, each in the order of the release."""

    pages: list[ReleasedPage] = field(default_factory=list)
    indicators: list[ReleasedIndicator] = field(default_factory=list)
    products: list[ReleasedProduct] = field(default_factory=list)
    entities: list[ReleasedEntity] = field(default_factory=list)
    fields: list[ReleasedField] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many pages, indicators and products."""
        return len(self.pages) + len(self.indicators) + len(self.products)


@lru_cache(maxsize=16)
def uses_of(reader: ReleaseReader) -> Mapping[str, Uses]:
    """Term -> what uses it, of terms that something uses."""
    manifest = reader.manifest
    found: dict[str, Uses] = {}
    for page in manifest.pages:
        for term in _terms(reader, _said_by_page(page)):
            found.setdefault(term, Uses()).pages.append(page)
    for indicator in manifest.observed:
        for term in _terms(reader, _said_by_indicator(indicator)):
            found.setdefault(term, Uses()).indicators.append(indicator)
    for product in manifest.products:
        words = _terms(reader, _said_by_product(product))
        for term in dict.fromkeys((*words, *_terms_of_columns(product, manifest))):
            found.setdefault(term, Uses()).products.append(product)
    _add_dictionary(found, manifest)
    return found


def _terms(reader: ReleaseReader, texts: Iterator[str]) -> list[str]:
    return [one.term for one in concepts_in(said(texts), reader)]


def _said_by_page(page: ReleasedPage) -> Iterator[str]:
    yield from (page.title, page.lede)
    for section in page.sections:
        yield from (section.title or "", *section.words)


def _said_by_indicator(indicator: ReleasedIndicator) -> Iterator[str]:
    yield from (indicator.title, indicator.short_title, indicator.why, indicator.unit)
    yield from indicator.notes


def _said_by_product(product: ReleasedProduct) -> Iterator[str]:
    yield from (product.title, product.purpose, product.limitations, product.usage)
    yield product.granularity
    for column in product.columns:
        yield from (column.title, column.description, column.unit)


def _terms_of_columns(product: ReleasedProduct, manifest: ReleaseManifest) -> Iterator[str]:
    """Terms of the shared fields that it has, whether its own words say them or not."""
    columns = {column.name for column in product.columns}
    for one in manifest.dictionary.fields:
        if one.term in manifest.glossary and one.name in columns:
            yield one.term


def _add_dictionary(found: dict[str, Uses], manifest: ReleaseManifest) -> None:
    for entity in manifest.dictionary.entities:
        if entity.term in manifest.glossary:
            found.setdefault(entity.term, Uses()).entities.append(entity)
    for one in manifest.dictionary.fields:
        if one.term in manifest.glossary:
            found.setdefault(one.term, Uses()).fields.append(one)
