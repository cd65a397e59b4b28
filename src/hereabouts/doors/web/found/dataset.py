"""Indicators and products as schema.org datasets, for search engines of data.

Source:
    Schema.org, Dataset, version 29; RFC 8259, for JSON within HTML.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import orjson

from hereabouts.doors.web.links import Links
from hereabouts.doors.web.visit import Visit
from hereabouts.release.manifest_model import ReleasedIndicator, ReleasedProduct, ReleaseManifest

Json = dict[str, Any]
CONTEXT = "https://schema.org"
ADDRESSES = frozenset({"url", "contentUrl", "isBasedOn"})
#: A reader of HTML must find no tag in the block, whatever a title says.
_ESCAPED = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}
_NEVER_ENDS = {0x2028: "\\u2028", 0x2029: "\\u2029"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """What is said of a dataset; addresses in it begin with a slash until the site's is known."""

    said: Json

    def block(self, site: str) -> str:
        """The text of a script element of type application/ld+json, escaped for HTML."""
        written = orjson.dumps({"@context": CONTEXT, **_absolute(self.said, site)}).decode()
        return written.translate(_ESCAPED | _NEVER_ENDS)


def indicator_dataset(visit: Visit, indicator: ReleasedIndicator) -> Dataset:
    """An indicator: what it measures, where and when, its files and whom to thank."""
    manifest = visit.manifest
    newest = Links(number=manifest.number, versioned=False)
    products = [one for one in map(manifest.product, indicator.products) if one]
    starts = [period.start for period in indicator.periods]
    last_days = [period.end - timedelta(days=1) for period in indicator.periods]
    return Dataset(
        said=_common(manifest)
        | {
            "name": indicator.title,
            "description": _described(indicator),
            "url": newest.indicator(indicator),
            "identifier": indicator.id,
            "keywords": [indicator.theme, indicator.short_title],
            "temporalCoverage": f"{min(starts)}/{max(last_days)}",
            "variableMeasured": {
                "@type": "PropertyValue",
                "name": indicator.title,
                "unitText": indicator.unit,
            },
            "measurementTechnique": indicator.method.value,
            "isBasedOn": [newest.product(one.id) for one in products],
            "license": [_licence(one) for one in products if one.licence],
            "creditText": "; ".join(dict.fromkeys(one.attribution for one in products)),
            "distribution": _files(visit, indicator),
        }
    )


def product_dataset(visit: Visit, product: ReleasedProduct) -> Dataset:
    """A product behind the release: its purpose, owner and licence. Its rows are not published."""
    newest = Links(number=visit.manifest.number, versioned=False)
    words = (product.purpose, product.limitations, _made_up(product.synthetic))
    return Dataset(
        said=_common(visit.manifest)
        | {
            "name": product.title,
            "description": " ".join([f"{product.title}.", *filter(None, words)]),
            "url": newest.product(product.id),
            "identifier": product.id,
            "license": _licence(product),
            "creditText": product.attribution,
            "creator": {"@type": "Organization", "name": product.owner},
            "variableMeasured": [
                {"@type": "PropertyValue", "name": column.title} for column in product.columns
            ],
        }
    )


def _common(manifest: ReleaseManifest) -> Json:
    place = manifest.place
    publisher = {"@type": "Organization", "name": place.organisation or place.title}
    return {
        "@type": "Dataset",
        "version": str(manifest.number),
        "dateModified": manifest.made_at.date().isoformat(),
        "isAccessibleForFree": True,
        "inLanguage": "en-GB",
        "publisher": publisher,
        "creator": publisher,
        "includedInDataCatalog": {"@type": "DataCatalog", "name": place.title, "url": "/"},
    }


def _described(indicator: ReleasedIndicator) -> str:
    words = (f"{indicator.title}, {indicator.unit}.", indicator.why, *indicator.notes)
    return " ".join(filter(None, (*words, _made_up(indicator.synthetic))))


def _made_up(synthetic: bool) -> str:  # noqa: FBT001  it is a fact, not a switch
    return "These figures are made up and describe nobody." if synthetic else ""


def _licence(product: ReleasedProduct) -> Json:
    return {"@type": "CreativeWork", "name": product.licence}


def _files(visit: Visit, indicator: ReleasedIndicator) -> list[Json]:
    """The whole file of each kind of area, of this release, so that it never changes."""
    return [
        {
            "@type": "DataDownload",
            "name": f"{kind.plural}, every period",
            "encodingFormat": "text/csv",
            "contentUrl": visit.links.download(
                indicator, ending="csv", area_type=kind.code, period=None
            ),
        }
        for kind in visit.manifest.area_types
        if kind.code in indicator.area_types
    ]


def _absolute(said: Any, site: str, name: str = "") -> Any:
    """The same with the site's address before every path."""
    if isinstance(said, dict):
        return {name: _absolute(value, site, name) for name, value in said.items()}
    if isinstance(said, list):
        return [_absolute(value, site, name) for value in said]
    return f"{site}{said}" if name in ADDRESSES else said
