"""The policies in force: the platform's own, and those of the project's policies/access/."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from cedarpy import PolicySet, Schema, policies_to_json_str, validate_policies

from hereabouts.errors import GoverningError, Location
from hereabouts.govern.access.annotations import annotations

_NUMBERED = re.compile(r"policy `policy(\d+)`")
_NAMES = re.compile(r'^@id\("([^"]*)"\)', re.MULTILINE)
OWN = "place.cedar"
CLAUSES = "clauses.cedar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Policies:
    """A policy set that fits the schema, and what each policy is called and says."""

    parsed: PolicySet
    says: Mapping[str, str]  # @id -> @says
    sources: Mapping[str, str] = field(default_factory=dict)  # file -> text, of the project's own


@cache
def access_schema() -> Schema:
    """The words that policies may use."""
    return Schema.from_str(_packaged("place.cedarschema"))


@cache
def own_policies() -> Policies:
    """The platform's own policies alone."""
    return join_policies({})


@cache
def clauses() -> Policies:
    """The conditions of the platform's permits, one by one."""
    return _policies([(CLAUSES, _packaged(CLAUSES))], {})


def join_policies(local: Mapping[str, str]) -> Policies:
    """The platform's own policies and the project's.

    Args:
        local: Cedar text by path, as `policies/access/winter.cedar`.

    Raises:
        GoverningError: G110, a file cannot be parsed or uses words that the schema does not
            have; G111, a policy has no @id, or one that another has.
    """
    return _policies([(OWN, _packaged(OWN)), *local.items()], local)


def _policies(texts: Iterable[tuple[str, str]], local: Mapping[str, str]) -> Policies:
    said: dict[str, str] = {}
    whole = []
    for path, text in texts:
        require_valid(path, text)
        for name, words in annotations(policies_to_json_str(text), path=path):
            if name in said:
                raise GoverningError(
                    f"two policies are called {name!r}",
                    code="G111",
                    do="give one of them another @id: the audit log names policies by it",
                    at=Location(path),
                )
            said[name] = words
        whole.append(text)
    return Policies(parsed=PolicySet.from_str("\n".join(whole)), says=said, sources=dict(local))


def require_valid(path: str, text: str) -> None:
    """Refuse policies that cannot be parsed, or that say words the schema does not have.

    Raises:
        GoverningError: G110.
    """
    result: Any = validate_policies(text, access_schema())
    if not result.validation_passed:
        problems = "; ".join(_words(one, text) for one in result.errors)
        raise GoverningError(
            f"these are no access policies: {problems}",
            code="G110",
            do="mend the file; the policies that were in force before it stay in force",
            at=Location(path),
        )


def _words(problem: Any, text: str) -> str:
    """What Cedar says of a policy, with the policy's own name for the number Cedar gives it."""
    said = str(getattr(problem, "error", problem)).strip().splitlines()[0]
    named = _NUMBERED.search(said)
    names = _NAMES.findall(text)
    if named is None or int(named.group(1)) >= len(names):
        return said
    return said.replace(named.group(0), f"policy {names[int(named.group(1))]!r}")


def _packaged(name: str) -> str:
    return files("hereabouts.govern.access").joinpath("policies", name).read_text("utf-8")
