"""How codes changed over time, as place.yml says it."""

from collections.abc import Mapping
from typing import Any

from hereabouts.model.code_history import CodeDates, CodeHistory, CodeYears
from hereabouts.project.yaml_text import Document


def read_code_history(data: Mapping[str, Any], document: Document) -> CodeHistory | None:
    """The code history that place.yml, which fits its schema, declares."""
    said = data.get("code_history")
    if said is None:
        return None
    at = document.at("code_history")
    if "years" in said:
        years = {int(year): column for year, column in said["years"].items()}
        return CodeYears(product=said["product"], years=years, at=at)
    return CodeDates(
        product=said["product"],
        code=said["code"],
        valid_from=said["valid_from"],
        valid_to=said["valid_to"],
        supersedes=said["supersedes"],
        at=at,
    )
