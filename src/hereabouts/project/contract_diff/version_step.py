"""The step of the version that changes call for, and whether it was taken."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from hereabouts.project.contract_diff.change import Change, Effect

_VERSION = re.compile(r"v?(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?")
Numbers = tuple[int, int, int]


class Step(IntEnum):
    """Semantic versions: the larger the step, the more changed."""

    NONE = 0
    PATCH = 1
    MINOR = 2
    MAJOR = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionStep:
    """What the contract says of its version, beside what it should say."""

    was: str
    now: str
    called_for: Step
    suggested: str  # the least version that would do; empty when `was` has no numbers
    is_raised: bool | None  # None when either has no numbers to compare


def version_step(changes: Sequence[Change], *, was: str, now: str) -> VersionStep:
    """Compare the step taken from `was` to `now` with the step that `changes` call for.

    Source:
        Semantic Versioning 2.0.0: breaking raises the first number, an addition the second, the
        rest the third. Below 1.0.0 anything may change, and breaking raises the second.
    """
    before, after = _numbers(was), _numbers(now)
    called_for = _called_for(changes)
    if before is None:
        return VersionStep(was=was, now=now, called_for=called_for, suggested="", is_raised=None)
    least = _raised(before, called_for)
    return VersionStep(
        was=was,
        now=now,
        called_for=called_for,
        suggested=".".join(map(str, least)),
        is_raised=None if after is None else after >= least,
    )


def _called_for(changes: Sequence[Change]) -> Step:
    effects = {change.effect for change in changes}
    if Effect.BREAKING in effects:
        return Step.MAJOR
    if Effect.COMPATIBLE in effects:
        return Step.MINOR
    return Step.PATCH if effects else Step.NONE


def _raised(before: Numbers, step: Step) -> Numbers:
    major, minor, patch = before
    if step is Step.MAJOR and major:
        return major + 1, 0, 0
    if step is Step.MAJOR or (step is Step.MINOR and major):
        return major, minor + 1, 0
    return (major, minor, patch + 1) if step else before


def _numbers(version: str) -> Numbers | None:
    found = _VERSION.fullmatch(version.strip())
    return (int(found[1]), int(found[2] or 0), int(found[3] or 0)) if found else None
