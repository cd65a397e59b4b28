"""What came of applying definitions: kept with the version that was made."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

FACT = "applied"


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """How the events that a definition's condition chose fared. Those left out have one reason."""

    definition: str
    events: int  # chosen by the condition
    without_entity: int
    without_time: int
    without_age: int
    of_other_ages: int

    @property
    def unusable(self) -> int:
        """Events of which it cannot be told whose they were, when, or at what age."""
        return self.without_entity + self.without_time + self.without_age

    @property
    def counted(self) -> int:
        """Events that the clauses looked at."""
        return self.events - self.unusable - self.of_other_ages


def applied_fact(applied: Sequence[Applied]) -> dict[str, str]:
    """The fact a version keeps."""
    return {FACT: json.dumps([asdict(one) for one in applied])}


def read_applied(facts: Mapping[str, str]) -> tuple[Applied, ...]:
    """What a version's facts say of it; empty for a version that was made otherwise."""
    return tuple(Applied(**said) for said in json.loads(facts.get(FACT, "[]")))
