"""How products stand now: their last good version, what came since, and what time it is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from hereabouts.model.product import Product
from hereabouts.model.quality import Acceptance, Action, Rating
from hereabouts.model.table import TableVersion
from hereabouts.pipeline.last_runs import LastRun, last_runs
from hereabouts.pipeline.quality_history import limits_of, refused_reason
from hereabouts.pipeline.quality_measures import NEWEST, measures_in
from hereabouts.pipeline.workspace import Workspace
from hereabouts.quality.measure import Measure
from hereabouts.quality.measures_by_people import found_by_people
from hereabouts.quality.score import Score, score
from hereabouts.quality.timely import Timely, timely


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessed:
    """One product, as it stands."""

    product: Product
    version: int | None  # its last good version
    made_at: str | None
    score: Score
    timely: Timely | None  # None for one that was never made
    measures: tuple[Measure, ...]
    not_checked: tuple[str, ...]  # rules for people that nobody has looked at
    actions: tuple[Action, ...]  # those that are still open
    overdue_actions: int
    accepted: Acceptance | None  # what lets it pass although it is red

    @property
    def stops_a_release(self) -> bool:
        """Whether it is red and nobody has accepted that."""
        return self.score.rating is Rating.RED and self.accepted is None


def assess(
    workspace: Workspace, products: Iterable[str] | None = None, *, now: datetime
) -> list[Assessed]:
    """Assess `products`, or all of them, in the order of the folder.

    Args:
        workspace: the folder and its lake.
        products: ids that are in the folder; None for every one.
        now: the time it is, with its zone.
    """
    last = last_runs(workspace.lake)
    chosen = workspace.project.products if products is None else products
    return [
        _assess(workspace.project.products[name], workspace.latest(name), last, now)
        for name in chosen
    ]


def _assess(
    product: Product, table: TableVersion | None, last: Mapping[str, LastRun], now: datetime
) -> Assessed:
    when = _timely(product, table, now) if table else None
    people = found_by_people(product.contract.assurance, product.quality.checked)
    measures = (
        *(measures_in(table) if table else ()),
        *(when.measures if when else ()),
        *people.measures,
    )
    refused = product.id in last and last[product.id].refused
    also = [*([refused_reason()] if refused else []), *(when.reasons if when else ())]
    found = score(measures, limits=limits_of(product), also=also)
    day = now.astimezone(UTC).date()
    actions = tuple(action for action in product.quality.actions if action.is_open)
    return Assessed(
        product=product,
        version=table.version if table else None,
        made_at=table.facts.get("made_at") if table else None,
        score=found,
        timely=when,
        measures=measures,
        not_checked=people.not_checked,
        actions=actions,
        overdue_actions=sum(action.due < day for action in actions),
        accepted=_accepted(product, found, day),
    )


def _timely(product: Product, table: TableVersion, now: datetime) -> Timely:
    """A derived product last came when it was last made."""
    came = table.facts.get("received_at") or table.facts["made_at"]
    newest = table.facts.get(NEWEST, "")
    return timely(
        product.contract,
        last_received=datetime.fromisoformat(came),
        newest_period=date.fromisoformat(newest) if newest else None,
        now=now,
    )


def _accepted(product: Product, found: Score, day: date) -> Acceptance | None:
    if found.rating is not Rating.RED:
        return None
    owner, names = product.contract.owner, found.red_names
    for acceptance in product.quality.accepted:
        if acceptance.covers(names, owner=owner, day=day):
            return acceptance
    return None
