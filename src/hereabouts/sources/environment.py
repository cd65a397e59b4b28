"""Secrets, and what differs by machine: source.yml names the variable, never its value."""

import os
import re

from hereabouts.errors import SourceError
from hereabouts.sources.received import Wanted


def from_environment(wanted: Wanted, key: str) -> str:
    """The value of the environment variable that `key` of source.yml names.

    It goes to the peer and nowhere else: no message, log, lock or origin may hold it.

    Raises:
        SourceError: S120 that is no variable's name; S181 it is not set.
    """
    source = wanted.source
    name = source.location.get(key) or source.options[key]
    if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]{0,127}", name):
        # What stands there may be the secret itself, so it is not repeated.
        raise SourceError(
            f"`{key}` is not the name of an environment variable",
            code="S120",
            do=f"write it as `{key}: MY_VARIABLE`, and keep the value out of source.yml",
            at=wanted.source.at,
        )
    value = os.environ.get(name, "").strip()
    if not value:
        raise SourceError(
            f"the environment variable {name}, which `{key}` names, is not set",
            code="S181",
            do=f"set {name} for the account that runs this; its value stays out of the folder",
            at=wanted.source.at,
        )
    return value
