"""What each policy of a Cedar file is called, and says to whoever it decides about."""

import json
from collections.abc import Iterator

from hereabouts.errors import GoverningError, Location


def annotations(policies: str, *, path: str) -> Iterator[tuple[str, str]]:
    """The @id and @says of every policy.

    Args:
        policies: Cedar's JSON form of them.
        path: the file, for messages.

    Raises:
        GoverningError: G111, a policy has no @id.
    """
    for policy in json.loads(policies)["staticPolicies"].values():
        said = policy.get("annotations") or {}
        if not said.get("id"):
            raise GoverningError(
                "a policy has no @id",
                code="G111",
                do='write @id("a-name") above it: the audit log names policies by it',
                at=Location(path),
            )
        yield said["id"], said.get("says") or said["id"].replace("-", " ")
