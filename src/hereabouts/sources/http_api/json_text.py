"""JSON as text: numbers stay as they were written, and what is nested gets one flat name."""

import json
from typing import Any

DEEPEST = 50


class Written(str):
    """A number, in the digits it was written with: 0.10 is not 0.1."""

    __slots__ = ()


def parse(body: bytes) -> Any:
    """A JSON text, with numbers as `Written`.

    Raises:
        ValueError: it is no JSON in UTF-8, or nested without end.
    """
    try:
        return json.loads(
            body.decode("utf-8-sig"),
            parse_int=Written,
            parse_float=Written,
            parse_constant=_refuse,
        )
    except RecursionError:
        raise ValueError("nested too deeply") from None


def _refuse(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def flat(record: dict[str, Any]) -> dict[str, str | None]:
    """One record as columns: `{"a": {"b": 1}}` is `a.b`, a list is its JSON text, null is None.

    Raises:
        ValueError: two fields come to one name, or it is nested without end.
    """
    found: dict[str, str | None] = {}
    _flatten(record, "", found, depth=0)
    return found


def _flatten(
    record: dict[str, Any], prefix: str, found: dict[str, str | None], *, depth: int
) -> None:
    if depth > DEEPEST:
        raise ValueError("nested too deeply")
    for name, value in record.items():
        if isinstance(value, dict) and value:
            _flatten(value, f"{prefix}{name}.", found, depth=depth + 1)
            continue
        if prefix + name in found:
            raise ValueError("two fields come to one name")
        found[prefix + name] = as_text(value)


def as_text(value: Any) -> str | None:
    """A value as one cell."""
    if value is None or isinstance(value, str):
        return value
    return written(value)


def written(value: Any, depth: int = 0) -> str:
    """A parsed value as JSON again, without spaces, its numbers as they were.

    Raises:
        ValueError: it is nested without end.
    """
    if depth > DEEPEST:
        raise ValueError("nested too deeply")
    if isinstance(value, Written):
        return str(value)
    if isinstance(value, list):
        return "[" + ",".join(written(item, depth + 1) for item in value) + "]"
    if isinstance(value, dict):
        pairs = (f"{_plain(name)}:{written(item, depth + 1)}" for name, item in value.items())
        return "{" + ",".join(pairs) + "}"
    return _plain(value)


def _plain(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
