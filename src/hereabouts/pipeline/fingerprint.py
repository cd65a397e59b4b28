"""What a product depends on, as one number: if it is the same, so is the product."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

#: Raised when the way tables or observations are made changes, so that all are made again.
METHOD_VERSION = "2"


def fingerprint(*parts: object) -> str:
    """A hash of values, blind to where in the folder they were written.

    Locations are left out: moving a line does not change a number.
    """
    plain = json.dumps([METHOD_VERSION, *map(_plain, parts)], sort_keys=True)
    return hashlib.sha256(plain.encode()).hexdigest()


def _plain(value: object) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: _plain(getattr(value, field.name))
            for field in fields(value)
            if field.name not in {"at", "path", "folder"}
        }
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value
