"""CSV on the Web metadata: what a CSV file of the product must hold.

Source:
    W3C Recommendations, Model for Tabular Data and Metadata on the Web, 2015.
"""

from typing import Any

from hereabouts.model.product import Column, LogicalType
from hereabouts.project.supplier_schema.asked import Asked, Request
from hereabouts.project.supplier_schema.in_words import meaning

_BASES = {
    LogicalType.STRING: "string",
    LogicalType.INTEGER: "integer",
    LogicalType.NUMBER: "number",
    LogicalType.BOOLEAN: "boolean",
    LogicalType.DATE: "date",
    LogicalType.TIMESTAMP: "dateTime",
    LogicalType.GEOMETRY: "string",
}


def csvw(wanted: Request) -> dict[str, Any]:
    """The metadata document of one table."""
    contract = wanted.product.contract
    key = [asked.column.name for asked in wanted.columns if asked.column.key]
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": f"{wanted.name}.csv",
        "dc:title": contract.title,
        "dc:description": contract.purpose,
        "tableSchema": {
            "columns": [_column(asked) for asked in wanted.columns],
            **({"primaryKey": key} if key else {}),
        },
    }


def _column(asked: Asked) -> dict[str, Any]:
    column = asked.column
    return {
        "name": column.name,
        "titles": asked.heading,
        "dc:description": meaning(asked),
        "required": column.required or column.key,
        "datatype": _datatype(column),
        **({"null": ["", *asked.markers]} if asked.markers else {}),
    }


def _datatype(column: Column) -> dict[str, Any]:
    said = {
        "base": _BASES[column.type],
        "minimum": column.minimum,
        "maximum": column.maximum,
        "minLength": column.min_length,
        "maxLength": column.max_length,
    }
    if column.type is LogicalType.STRING and column.pattern:
        said["format"] = column.pattern
    return {key: value for key, value in said.items() if value is not None}
