"""From a contract in ODCS to the contract the platform acts on."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from hereabouts.errors import ProjectError
from hereabouts.model.product import Contract
from hereabouts.model.sensitivity import Sensitivity
from hereabouts.project.names import advice
from hereabouts.project.read_assurance import read_assurance
from hereabouts.project.read_column import read_columns
from hereabouts.project.read_rule import read_rules
from hereabouts.project.read_sensitivity import refuse_more_than
from hereabouts.project.read_stewardship import read_stewardship
from hereabouts.project.yaml_text import Document, Step

_OWNERS = {"owner", "data owner"}
_WORDS = {"true": True, "yes": True, "false": False, "no": False}
_ADDRESS = re.compile(r"[^@\s,;:<>\"]{1,64}@[A-Za-z0-9.-]{1,250}")
Parts = Mapping[str, Any]


def read_contract(
    data: Parts, document: Document, *, domain: str, problems: list[ProjectError]
) -> Contract | None:
    """`data`, which fits the schemas, as a contract; None when `problems` gained a reason.

    Args:
        data: the file's typed content.
        document: the same file's lines.
        domain: the folder it lies in, for a contract that names no domain.
        problems: gains what ODCS allows and the platform cannot act on.
    """
    before = len(problems)
    table = data["schema"][0]
    custom = _Custom(data["customProperties"], document, problems)
    words = data["description"]
    columns = read_columns(table["properties"], document, problems=problems)
    rules = read_rules(table, document, problems=problems)
    sensitivity = custom.choice("sensitivity", list(Sensitivity))
    problems.extend(refuse_more_than(sensitivity, columns))
    synthetic, bad_rows_at_most = custom.yes("synthetic"), custom.share("badRowsAtMost")
    assurance = read_assurance(data, document, problems=problems)
    if len(problems) > before:
        return None
    return Contract(
        id=data["id"],
        version=data["version"],
        title=data["name"],
        purpose=words["purpose"],
        limitations=words.get("limitations", ""),
        usage=words.get("usage", ""),
        owner=_owner(data.get("team", {})),
        domain=data.get("domain", domain),
        status=data.get("status", ""),
        granularity=table.get("dataGranularityDescription", ""),
        columns=columns,
        rules=rules,
        sensitivity=Sensitivity(sensitivity),
        licence=custom.text("licence"),
        attribution=custom.text("attribution"),
        synthetic=synthetic,
        bad_rows_at_most=bad_rows_at_most,
        frequency=_promised("frequency", data.get("slaProperties", ())),
        latency=_promised("latency", data.get("slaProperties", ())),
        contacts=_contacts(data.get("team", {})),
        assurance=assurance,
        stewardship=read_stewardship(data),
        at=document.at(),
    )


class _Custom:
    """The contract's own properties: what ODCS lacks, by name, with their lines."""

    def __init__(
        self, listed: Sequence[Parts], document: Document, problems: list[ProjectError]
    ) -> None:
        self.found = {p["property"]: (n, p["value"]) for n, p in enumerate(listed)}
        self.document, self.problems = document, problems

    def text(self, name: str) -> str:
        value = self.found.get(name, (0, ""))[1]
        return value if isinstance(value, str) else ""

    def choice(self, name: str, allowed: Sequence[str]) -> str:
        value = self.text(name)
        if value not in allowed:
            said = f"{name} is {value!r}" if value else f"the contract does not say its {name}"
            self.fault(name, f"{said}", do=advice(value, known=[str(a) for a in allowed]))
        return value

    def yes(self, name: str) -> bool:
        value = self.text(name).lower() or "no"
        if value not in _WORDS:
            self.fault(name, f"{name} is {value!r}, not true or false", do="say true or false")
        return _WORDS.get(value, False)

    def share(self, name: str) -> float:
        try:
            value = float(self.text(name) or 0)
        except ValueError:
            value = -1
        if not 0 <= value <= 1:
            self.fault(name, f"{name} is not a share", do="say a number from 0 to 1, such as 0.01")
        return value

    def fault(self, name: str, problem: str, *, do: str) -> None:
        steps: tuple[Step, ...] = ("customProperties",)
        if name in self.found:
            steps = (*steps, self.found[name][0], "value")
        else:
            do = f"add `- {{property: {name}, value: ...}}` to customProperties; {do}"
        at = self.document.at(*steps)
        self.problems.append(ProjectError(problem, code="P120", do=do, at=at))


def _owner(team: Parts | Sequence[Parts]) -> str:
    """Who answers for the product: the member who is its owner, else the team; empty if neither."""
    owners = [member["username"] for member in _members(team) if _is_owner(member)]
    if owners:
        return str(owners[0])
    return str(team.get("name", "")) if isinstance(team, Mapping) else ""


def _contacts(team: Parts | Sequence[Parts]) -> tuple[str, ...]:
    """Where its owners can be written to; where none has an address, where its team can."""
    now = [member for member in _members(team) if "dateOut" not in member]
    owners = [member["username"] for member in now if _is_owner(member)]
    everyone = [member["username"] for member in now]
    addresses = [name for name in owners if _ADDRESS.fullmatch(name)]
    return tuple(addresses or [name for name in everyone if _ADDRESS.fullmatch(name)])


def _members(team: Parts | Sequence[Parts]) -> Sequence[Parts]:
    members: Sequence[Parts] = team.get("members", ()) if isinstance(team, Mapping) else team
    return members


def _is_owner(member: Parts) -> bool:
    return member.get("role", "").lower() in _OWNERS


def _promised(name: str, promises: Sequence[Parts]) -> str:
    """What the contract promises of time, as `1 y`; empty when it does not say."""
    for promise in promises:
        if promise["property"] == name:
            return f"{promise.get('value', '')} {promise.get('unit', '')}".strip()
    return ""
