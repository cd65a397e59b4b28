"""What people found who looked, as measures; and what nobody has looked at yet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hereabouts.model.quality import Assurance, RecordedCheck, TextRule
from hereabouts.quality.dimensions import Dimension, dimension_of
from hereabouts.quality.measure import Measure

ACCURACY = "accuracy"


@dataclass(frozen=True, slots=True)
class PeopleFound:
    """Measures of what was looked at, and the rules for people that were not."""

    measures: tuple[Measure, ...]
    not_checked: tuple[str, ...]


def found_by_people(assurance: Assurance, checked: Iterable[RecordedCheck]) -> PeopleFound:
    """The latest outcome of each rule for people, and of accuracy."""
    latest: dict[str, RecordedCheck] = {}
    for one in sorted(checked, key=lambda check: check.on):
        latest[one.rule] = one
    not_checked = tuple(rule.name for rule in assurance.text_rules if rule.name not in latest)
    return PeopleFound(tuple(_measures(assurance, latest)), not_checked)


def _measures(assurance: Assurance, latest: dict[str, RecordedCheck]) -> Iterator[Measure]:
    for rule in assurance.text_rules:
        if rule.name in latest:
            yield _measured(rule, latest[rule.name])
    if found := latest.get(ACCURACY):
        right = 100 * (found.sample - found.found) / found.sample
        yield Measure(
            code="Q137",
            name=ACCURACY,
            rule="a sample agrees with the truth",
            dimension=Dimension.ACCURACY,
            severity="warning",
            tested=found.sample,
            broken=min(found.found, found.sample),
            passes=right >= assurance.amber_below,
        )


def _measured(rule: TextRule, found: RecordedCheck) -> Measure:
    return Measure(
        code="Q137",
        name=rule.name,
        rule=f"{rule.name}: {rule.text}" if rule.text else rule.name,
        dimension=dimension_of(rule.dimension, metric=""),
        severity=rule.severity,
        tested=found.sample,
        broken=min(found.found, found.sample),
        passes=not found.found,
    )
