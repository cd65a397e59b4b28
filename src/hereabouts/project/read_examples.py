"""From examples.yml to examples."""

from collections.abc import Iterable, Mapping
from typing import Any

from hereabouts.model.product import Example
from hereabouts.project.yaml_text import Document

Row = Mapping[str, str | None]


def read_examples(data: Mapping[str, Any], document: Document) -> tuple[Example, ...]:
    """The examples that `data`, which fits its schema, declares; an empty value is None."""
    return tuple(
        Example(
            name=said["name"],
            given={table: _rows(rows) for table, rows in said["given"].items()},
            expected=_rows(said["expect"]),
            at=document.at("examples", number),
        )
        for number, said in enumerate(data["examples"])
    )


def _rows(rows: Iterable[Mapping[str, str]]) -> tuple[Row, ...]:
    return tuple({column: value or None for column, value in row.items()} for row in rows)
