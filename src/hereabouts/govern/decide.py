"""The one question every door asks before it opens anything: may this reader?"""

from dataclasses import dataclass

from hereabouts.model.policy import Audience

#: Reader's audience -> audiences of releases it may read. What is not here is refused.
MAY_READ = {
    Audience.OPEN: frozenset({Audience.OPEN}),
    Audience.INTERNAL: frozenset({Audience.OPEN, Audience.INTERNAL}),
}


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether, and in words why."""

    allowed: bool
    reason: str


def decide(*, audience_of_reader: Audience, audience_of_release: Audience) -> Decision:
    """Say whether a reader of one audience may open a release made for another.

    Refuses by default: only a pair that a rule names is allowed.
    """
    reader, release = audience_of_reader.value, audience_of_release.value
    if audience_of_release in MAY_READ.get(audience_of_reader, frozenset()):
        return Decision(allowed=True, reason=f"{reader} readers may read {release} releases")
    reason = f"no rule lets {reader} readers read {release} releases"
    return Decision(allowed=False, reason=reason)
