"""P535 Who approves access is somebody who is still there, and not the same person twice.

Why: a request that is routed to somebody who left waits for ever, and a second approval by the
first approver is none.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from hereabouts.errors import ProjectError
from hereabouts.model.product import Contract
from hereabouts.project.draft import Draft

CODE = "P535"
LEVELS = ("firstLevelApprovers", "secondLevelApprovers")


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each approver of a contract who left, or who approves twice."""
    for product in draft.products.values():
        document = draft.documents.get(product.contract.at.path)
        if document is not None:
            yield from _of_contract(draft, product.contract, document.data)


def _of_contract(
    draft: Draft, contract: Contract, data: Mapping[str, Any]
) -> Iterator[ProjectError]:
    gone = dict(_gone(data.get("team", {})))
    for number, role in enumerate(data.get("roles", ())):
        named = {level: _names(role.get(level, "")) for level in LEVELS}
        for level, names in named.items():
            for name in sorted(names & gone.keys()):
                instead = f": name {gone[name]!r}" if gone[name] else ": name somebody else"
                yield ProjectError(
                    f"{name!r} approves access and has left the team",
                    code=CODE,
                    do=f"change {level}{instead}",
                    at=draft.at(contract.at, "roles", number, level),
                )
        for name in sorted(named[LEVELS[0]] & named[LEVELS[1]]):
            yield ProjectError(
                f"{name!r} approves access at both levels",
                code=CODE,
                do="name somebody else at one of them, or ask for one approval alone",
                at=draft.at(contract.at, "roles", number, LEVELS[1]),
            )


def _gone(team: Mapping[str, Any] | Sequence[Any]) -> Iterator[tuple[str, str]]:
    """Who left the team, and who came after them."""
    members = team.get("members", ()) if isinstance(team, Mapping) else team
    for said in members:
        if "dateOut" in said:
            yield str(said["username"]), str(said.get("replacedByUsername", ""))


def _names(written: str) -> set[str]:
    return {name.strip() for name in written.replace(";", ",").split(",") if name.strip()}
