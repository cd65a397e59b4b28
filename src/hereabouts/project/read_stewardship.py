"""From a contract's team, roles, support and service levels to its stewardship."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from hereabouts.model.stewardship import AccessRole, Promise, Stewardship, TeamMember

Said = Mapping[str, Any]
_MAIL, _WEB = "mailto:", ("https://", "http://")


def read_stewardship(data: Said) -> Stewardship:
    """What `data`, which fits the standard's schema, says of people and promises."""
    team = data.get("team", {})
    return Stewardship(
        team=str(team.get("name", "")) if isinstance(team, Mapping) else "",
        members=tuple(_members(team)),
        roles=tuple(_role(said) for said in data.get("roles", ())),
        promises=tuple(_promise(said) for said in data.get("slaProperties", ())),
        support=tuple(_support(data.get("support", ()))),
    )


def _members(team: Said | Sequence[Said]) -> Iterator[TeamMember]:
    listed = team.get("members", ()) if isinstance(team, Mapping) else team
    for said in listed:
        if "dateOut" not in said:
            yield TeamMember(
                role=str(said.get("role", "")), name=str(said.get("name", said["username"]))
            )


def _role(said: Said) -> AccessRole:
    return AccessRole(
        role=str(said["role"]),
        access=str(said.get("access", "")),
        description=str(said.get("description", "")),
        first_approvers=str(said.get("firstLevelApprovers", "")),
        second_approvers=str(said.get("secondLevelApprovers", "")),
    )


def _promise(said: Said) -> Promise:
    value = f"{said.get('value', '')} {said.get('unit', '')}".strip()
    return Promise(
        name=str(said["property"]), value=value, description=str(said.get("description", ""))
    )


def _support(listed: Sequence[Said]) -> Iterator[str]:
    """Addresses alone: `mailto:` is left out, and a channel of no address is for the team."""
    for said in listed:
        url = str(said.get("url", ""))
        if url.startswith(_MAIL):
            yield url.removeprefix(_MAIL)
        elif url.startswith(_WEB):
            yield url
