"""How each product was made, as OpenLineage events: one a product, with lineage to the column.

Source:
    OpenLineage specification 2-0-2, and its facets: schema, columnLineage, documentation, ownership
    and version of datasets, and documentation of jobs.
"""

from collections.abc import Iterator
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from hereabouts.doors.web.visit import Visit
from hereabouts.release.manifest_model import ReleasedProduct

Json = dict[str, Any]
SCHEMA = "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent"
_FACETS = "https://openlineage.io/spec/facets"
#: Each facet that is said, and the version of its schema.
FACETS = {
    "ColumnLineageDatasetFacet": "1-2-0",
    "DatasetVersionDatasetFacet": "1-0-1",
    "DocumentationDatasetFacet": "1-0-1",
    "DocumentationJobFacet": "1-0-1",
    "OwnershipDatasetFacet": "1-0-1",
    "SchemaDatasetFacet": "1-1-1",
}
RECEIVED = "received"


def events(visit: Visit, *, site: str) -> Iterator[Json]:
    """A COMPLETE event for each product of the release, in the release's order.

    Args:
        visit: the newest release.
        site: the site's public address: the namespace of what the release holds.
    """
    for product in visit.manifest.products:
        yield _event(visit, product, site)


def _event(visit: Visit, product: ReleasedProduct, site: str) -> Json:
    number = visit.manifest.number
    run = uuid5(NAMESPACE_URL, f"{site}/r/{number}/about/{product.id}")
    return {
        "eventType": "COMPLETE",
        "eventTime": _made_at(visit, product),
        "run": {"runId": str(run)},
        "job": {
            "namespace": site,
            "name": f"make {product.id}",
            "facets": _documented(product, "DocumentationJobFacet", site),
        },
        "inputs": [_dataset(visit, name, site) for name in _inputs(product)],
        "outputs": [_dataset(visit, product.id, site) | {"facets": _facets(product, site)}],
        "producer": _producer(site),
        "schemaURL": SCHEMA,
    }


def _made_at(visit: Visit, product: ReleasedProduct) -> str:
    """When the version that the release holds was made, as far as it is known."""
    made = [past.at for past in product.history if past.outcome == "made"]
    return (made[-1] if made else visit.manifest.made_at).isoformat()


def _inputs(product: ReleasedProduct) -> tuple[str, ...]:
    received = (f"{RECEIVED}.{product.id}",) if product.layer == "silver" else ()
    return (*received, *product.inputs)


def _dataset(visit: Visit, name: str, site: str) -> Json:
    found = visit.manifest.product(name)
    facets = {"schema": _schema(found, site)} if found else {}
    return {"namespace": site, "name": name, "facets": facets}


def _facets(product: ReleasedProduct, site: str) -> Json:
    said = {
        "schema": _schema(product, site),
        **_documented(product, "DocumentationDatasetFacet", site),
        "version": _facet(site, "DatasetVersionDatasetFacet", datasetVersion=product.version),
    }
    if traced := _traced(product, site):
        said["columnLineage"] = _facet(site, "ColumnLineageDatasetFacet", fields=traced)
    if product.owner:
        owners = [{"name": product.owner, "type": "owner"}]
        said["ownership"] = _facet(site, "OwnershipDatasetFacet", owners=owners)
    return said


def _schema(product: ReleasedProduct, site: str) -> Json:
    fields = [
        {"name": column.name, "type": column.type, "description": column.title}
        for column in product.columns
    ]
    return _facet(site, "SchemaDatasetFacet", fields=fields)


def _documented(product: ReleasedProduct, facet: str, site: str) -> Json:
    return {"documentation": _facet(site, facet, description=product.purpose)}


def _traced(product: ReleasedProduct, site: str) -> Json:
    """Column -> where it comes from; a column that could not be followed is left out."""
    return {
        column.name: {"inputFields": [_field(one, product, site) for one in column.made_from]}
        for column in product.columns
        if column.made_from
    }


def _field(source: str, product: ReleasedProduct, site: str) -> Json:
    table, field = source_of(source, product)
    return {"namespace": site, "name": table, "field": field}


def source_of(source: str, product: ReleasedProduct) -> tuple[str, str]:
    """Table and column of what a column is made from: a heading may have points in it."""
    first, _, rest = source.partition(".")
    if first == RECEIVED:
        return f"{RECEIVED}.{product.id}", rest
    table, _, column = source.rpartition(".")
    return table, column


def _facet(site: str, kind: str, **said: Any) -> Json:
    url = f"{_FACETS}/{FACETS[kind]}/{kind}.json#/$defs/{kind}"
    return {"_producer": _producer(site), "_schemaURL": url, **said}


def _producer(site: str) -> str:
    """What made the events: the site that knows them."""
    return f"{site}/about"
