"""Indicators and products as records of the UK Cross-Government Metadata Exchange Model.

A record is in the form that the model's own JSON Schema checks. What the model demands and a
release does not know leaves a record incomplete, and an incomplete record is left out by name.

Source:
    Central Digital and Data Office, UK Cross-Government Metadata Exchange Model 0.1.0 (OGL v3).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import shorten
from typing import Any

from hereabouts.doors.web.files import csv_file, json_file, parquet_file
from hereabouts.doors.web.found.dcat_nodes import described, most_often, newest
from hereabouts.doors.web.found.dcat_terms import licence_iri, uk_frequency
from hereabouts.doors.web.found.parties import contact, creators, publisher
from hereabouts.doors.web.visit import Visit
from hereabouts.model.sensitivity import Sensitivity
from hereabouts.release.manifest_model import ReleasedIndicator, ReleasedProduct

Json = dict[str, Any]
#: The model's word for data that an agreement opens.
BY_AGREEMENT = "DATA_SHARE_AGREEMENT"
#: Councils and NHS bodies do not mark what they publish by the government's scheme.
CLASSIFICATION = "NOT_APPLICABLE"
SUMMARY = 250  # letters at most
FILES = {"csv": csv_file.KIND, "json": json_file.KIND, "parquet": parquet_file.KIND}


@dataclass(frozen=True, slots=True)
class Records:
    """Datasets and their distributions; `incomplete` says why others are left out."""

    datasets: tuple[Json, ...]
    distributions: tuple[Json, ...]
    incomplete: tuple[str, ...]


def ukgov_records(visit: Visit, *, site: str) -> Records:
    """Every indicator and product of the release that the model can hold.

    Args:
        visit: the newest release.
        site: the site's public address, without a slash at its end.
    """
    made = [_indicator(visit, one, site) for one in visit.manifest.observed]
    made += [(_product(visit, one, site), []) for one in visit.manifest.products]
    whole = [pair for pair in made if not _lacks(pair[0])]
    return Records(
        datasets=tuple(dataset for dataset, _files_of in whole),
        distributions=tuple(file for _dataset_of, files in whole for file in files),
        incomplete=tuple(
            f"{one['title']}: {', '.join(lacks)}" for one, _ in made if (lacks := _lacks(one))
        ),
    )


def _lacks(record: Json) -> list[str]:
    """What the model demands that is empty, in words of who writes a project folder."""
    told = {
        "an e-mail address to ask at": record["contactPoint"]["email"],
        "a licence": record["licence"],
        "a description": record["description"],
    }
    return [words for words, value in told.items() if not value]


def _indicator(visit: Visit, indicator: ReleasedIndicator, site: str) -> tuple[Json, list[Json]]:
    products = tuple(one for one in map(visit.manifest.product, indicator.products) if one)
    page = f"{site}{newest(visit).indicator(indicator)}"
    licence = _licence(products, page, site, visit)
    files = list(_files(visit, indicator, licence, site))
    about = (f"{indicator.title}, {indicator.unit}.", indicator.why, *indicator.notes)
    said = _common(visit, page, products, site) | {
        "title": indicator.title,
        "alternativeTitle": list(dict.fromkeys((indicator.short_title, *indicator.also_called))),
        "description": described(about, synthetic=indicator.synthetic),
        "summary": _summary(indicator.why),
        "keyword": [indicator.theme],
        "licence": licence,
        "version": str(visit.manifest.number),
        "accessRights": "OPEN",
        "relatedResource": [f"{site}{newest(visit).product(one.id)}" for one in products],
        "distribution": [one["identifier"] for one in files],
    }
    return _without_nothing(said), files


def _product(visit: Visit, product: ReleasedProduct, site: str) -> Json:
    page = f"{site}{newest(visit).product(product.id)}"
    is_open = product.sensitivity == Sensitivity.OPEN.value
    about = (f"{product.title}.", product.purpose, product.limitations)
    related = [f"{site}{newest(visit).product(n)}" for n in product.inputs if _is_there(visit, n)]
    said = _common(visit, page, (product,), site) | {
        "title": product.title,
        "description": described(about, synthetic=product.synthetic),
        "summary": _summary(product.purpose),
        "licence": _licence((product,), page, site, visit) if is_open else BY_AGREEMENT,
        "version": product.version or str(visit.manifest.number),
        "accessRights": "OPEN" if is_open else "INTERNAL",
        "relatedResource": related,
    }
    return _without_nothing(said)


def _is_there(visit: Visit, product: str) -> bool:
    return visit.manifest.product(product) is not None


def _common(visit: Visit, page: str, products: tuple[ReleasedProduct, ...], site: str) -> Json:
    asked = contact(visit, products[0] if products else None)
    return {
        "identifier": page,
        "type": "dcat:Dataset",
        "contactPoint": {"contactName": asked.name, "email": asked.email},
        "creator": [one.iri for one in creators(visit.manifest, products, site)],
        "publisher": publisher(visit.manifest, site).iri,
        "modified": visit.manifest.made_at.date().isoformat(),
        "securityClassification": CLASSIFICATION,
        "updateFrequency": uk_frequency(most_often(products)),
    }


def _licence(products: tuple[ReleasedProduct, ...], page: str, site: str, visit: Visit) -> str:
    """One address: of the only licence, of the page that says its words, or of them all."""
    names = list(dict.fromkeys(one.licence for one in products if one.licence))
    if not names:
        return ""
    if len(names) == 1:
        of = next(one for one in products if one.licence)
        return licence_iri(names[0]) or f"{site}{newest(visit).product(of.id)}#licence"
    return f"{page}#licence"


def _files(visit: Visit, indicator: ReleasedIndicator, licence: str, site: str) -> Iterator[Json]:
    for kind in visit.manifest.area_types:
        for ending, media_type in FILES.items() if kind.code in indicator.area_types else ():
            file = visit.links.download(indicator, ending=ending, area_type=kind.code, period=None)
            title = f"{indicator.title}: {kind.plural}, every period, {ending.upper()}"
            yield {
                "identifier": f"{site}{file}",
                "type": "dcat:Distribution",
                "title": title,
                "licence": licence,
                "mediaType": media_type,
                "downloadURL": f"{site}{file}",
                "modified": visit.manifest.made_at.date().isoformat(),
            }


def _summary(text: str) -> str:
    return shorten(text, SUMMARY, placeholder="…")


def _without_nothing(record: Json) -> Json:
    """Recommended keys only where there is something; demanded ones always."""
    kept = {"licence", "description"}
    return {key: value for key, value in record.items() if value or key in kept}
