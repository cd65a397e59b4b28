"""The columns of a product for programs: CSV on the Web, and a Frictionless data package.

Rows of products are not published, so both say the shape of a table and none of what is in it.

Source:
    W3C, Metadata Vocabulary for Tabular Data (2015); Frictionless Data, Data Package and Table
    Schema, version 1.
"""

from typing import Any

from hereabouts.doors.web.found.dcat_nodes import newest
from hereabouts.doors.web.found.dcat_terms import licence_iri
from hereabouts.doors.web.visit import Visit
from hereabouts.release.manifest_columns import ReleasedColumn
from hereabouts.release.manifest_model import ReleasedProduct

Json = dict[str, Any]
#: ODCS logical type -> the names of CSVW and of Frictionless.
_CSVW = {"timestamp": "dateTime", "geometry": "string"}
_FRICTIONLESS = {"timestamp": "datetime", "geometry": "any"}


def csvw(visit: Visit, product: ReleasedProduct, *, site: str) -> Json:
    """A CSVW schema: what a CSV file of the product's rows would hold."""
    key = [column.name for column in product.columns if column.key]
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "@id": f"{site}{newest(visit).product(product.id)}#schema",
        "@type": "Schema",
        "columns": [_csvw_column(column) for column in product.columns],
        **({"primaryKey": key} if key else {}),
    }


def data_package(visit: Visit, product: ReleasedProduct, *, site: str) -> Json:
    """A data package of one resource that has a schema and no rows."""
    page = f"{site}{newest(visit).product(product.id)}"
    name = product.id.replace("_", "-")
    licence = {"name": product.licence, "path": licence_iri(product.licence) or f"{page}#licence"}
    return {
        "profile": "data-package",
        "name": name,
        "id": page,
        "title": product.title,
        "description": product.purpose,
        "homepage": page,
        "version": product.version or str(visit.manifest.number),
        "created": visit.manifest.made_at.isoformat(),
        "licenses": [licence] if product.licence else [],
        "sources": [{"title": product.attribution}] if product.attribution else [],
        "resources": [
            {
                "name": name,
                "title": product.title,
                "description": "The shape of the table. Its rows are not published.",
                "data": [],
                "schema": _table_schema(product),
            }
        ],
    }


def _csvw_column(column: ReleasedColumn) -> Json:
    datatype: Json = {"base": _CSVW.get(column.type, column.type)}
    if column.pattern and datatype["base"] == "string":
        datatype["format"] = column.pattern
    return {
        "name": column.name,
        "titles": column.title,
        **({"dc:description": column.description} if column.description else {}),
        "required": column.required or column.key,
        "datatype": datatype,
    }


def _table_schema(product: ReleasedProduct) -> Json:
    key = [column.name for column in product.columns if column.key]
    links = [_foreign(column) for column in product.columns if column.refers_to]
    return {
        "fields": [_field(column) for column in product.columns],
        **({"primaryKey": key} if key else {}),
        **({"foreignKeys": links} if links else {}),
    }


def _field(column: ReleasedColumn) -> Json:
    limits: Json = {
        "required": column.required or column.key or None,
        "unique": column.unique or None,
        "pattern": column.pattern or None,
        # Only where all that are allowed are told.
        "enum": list(column.values) if len(column.values) == column.values_count else None,
    }
    constraints = {name: value for name, value in limits.items() if value}
    return {
        "name": column.name,
        "type": _FRICTIONLESS.get(column.type, column.type),
        "title": column.title,
        **({"description": column.description} if column.description else {}),
        **({"constraints": constraints} if constraints else {}),
    }


def _foreign(column: ReleasedColumn) -> Json:
    product, _, field = column.refers_to.rpartition(".")
    return {
        "fields": column.name,
        "reference": {"resource": product.replace("_", "-"), "fields": field},
    }
