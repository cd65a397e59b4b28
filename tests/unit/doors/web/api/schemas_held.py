"""Holding an answer to the schema that the API's own description gives it."""

from typing import Any

from jsonschema import Draft202012Validator

from hereabouts.doors.web.api.schemas import SCHEMAS


def hold_to(schema: str, said: Any) -> None:
    """Fail unless `said` is as the component `schema` says."""
    whole = {"$ref": f"#/components/schemas/{schema}", "components": {"schemas": SCHEMAS}}
    Draft202012Validator(whole, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(said)
