"""Secrets and addresses of notices, from the environment variables that notices.yml names."""

import os

from hereabouts.errors import Location, ProjectError


def from_environment(name: str, *, key: str, at: Location) -> str:
    """The value of the variable `name`; it goes to the peer and nowhere else.

    Raises:
        ProjectError: P380 it is not set.
    """
    value = os.environ.get(name, "").strip()
    if not value:
        raise ProjectError(
            f"the environment variable {name}, which `{key}` names, is not set",
            code="P380",
            do=f"set {name} for the account that runs `hereabouts run`",
            at=at,
        )
    return value
