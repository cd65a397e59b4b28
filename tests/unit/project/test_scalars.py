"""Text becomes what its schema says, and nothing else."""

from typing import Any

import pytest

from hereabouts.project.json_schemas import json_schema
from hereabouts.project.scalars import typed


@pytest.mark.parametrize(
    ("text", "wanted", "expected"),
    [
        ("00012", "string", "00012"),
        ("00012", "integer", 12),
        ("NO", "string", "NO"),
        ("NO", "boolean", False),
        ("yes", "boolean", True),
        ("True", "boolean", True),
        ("on", "boolean", "on"),
        ("1.5", "number", 1.5),
        ("1e3", "number", 1000.0),
        ("3", "number", 3),
        ("1.5", "integer", "1.5"),
        ("", "number", ""),
        ("nan", "number", "nan"),
        ("1_000", "integer", "1_000"),
        ("9" * 5000, "integer", "9" * 5000),
        ("5", ["string", "number"], "5"),
        ("5", ["number", "null"], 5),
    ],
)
def test_text_becomes_what_the_schema_says(text: str, wanted: Any, expected: Any) -> None:
    found = typed(text, schema={"type": wanted}, root={})
    assert found == expected
    assert type(found) is type(expected)


def test_a_type_is_found_through_references_and_conditions() -> None:
    schema = json_schema("contract")
    said = {
        "schema": [
            {
                "name": "t",
                "properties": [
                    {
                        "name": "n",
                        "logicalType": "integer",
                        "required": "true",
                        "logicalTypeOptions": {"minimum": "0"},
                    },
                    {
                        "name": "d",
                        "logicalType": "date",
                        "logicalTypeOptions": {"minimum": "2020"},
                    },
                ],
            }
        ]
    }
    number, day = typed(said, schema=schema, root=schema)["schema"][0]["properties"]
    assert (number["required"], number["logicalTypeOptions"]["minimum"]) == (True, 0)
    assert day["logicalTypeOptions"]["minimum"] == "2020"
