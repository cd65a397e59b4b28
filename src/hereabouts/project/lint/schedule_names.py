"""G120 A retention schedule names products, a date to count from, and a time that can be kept.

Why: a schedule that covers nothing deletes nothing, and whoever wrote it believes that it does.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.product import LogicalType, Product
from hereabouts.model.retention import MADE, RECEIVED, RetentionSchedule, kept_for
from hereabouts.project.draft import Draft
from hereabouts.project.names import advice

CODE = "G120"
Wrong = tuple[tuple[str | int, ...], str, str]  # steps, what is wrong, what to do
_DATES = (LogicalType.DATE, LogicalType.TIMESTAMP)


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each product, column and length of time that is named in vain."""
    for schedule in draft.schedules.values():
        for key, problem, do in _wrong(draft, schedule):
            at = draft.at(schedule.at, *key)
            yield ProjectError(problem, code=CODE, do=do, at=at)


def _wrong(draft: Draft, schedule: RetentionSchedule) -> Iterator[Wrong]:
    if kept_for(schedule.keep) is None:
        yield ("keep",), f"{schedule.keep!r} is not a length of time", "say one, such as 7 y"
    for number, pattern in enumerate(schedule.products):
        if names_nothing(draft, pattern):
            do = advice(pattern, known=draft.products)
            yield ("products", number), f"there is no product {pattern!r} to keep", do
    for product in draft.products.values():
        if schedule.covers(product.id):
            yield from _uncounted(product, schedule)


def names_nothing(draft: Draft, pattern: str) -> bool:
    """Whether a `domain.product` or `domain.*` is none of the folder's, read or unread."""
    domain, _, name = pattern.partition(".")
    if name != "*":
        return pattern not in draft.products and not draft.is_unread("product", pattern)
    listed = [*draft.products, *(one for kind, one in draft.unread if kind == "product")]
    return not any(one.startswith(f"{domain}.") for one in listed)


def _uncounted(product: Product, schedule: RetentionSchedule) -> Iterator[Wrong]:
    counted = schedule.counted_from
    column = product.contract.column(counted)
    if counted == RECEIVED and product.source is None:
        said = f"{product.id} is made here, and is not received"
        yield ("counted_from",), said, "count from `made`, or from a date column"
    elif counted not in (RECEIVED, MADE) and (column is None or column.type not in _DATES):
        said = f"{product.id} has no date column {counted!r} to count from"
        dates = [c.name for c in product.contract.columns if c.type in _DATES]
        known = [*dates, RECEIVED, MADE] if product.source else [*dates, MADE]
        yield ("counted_from",), said, advice(counted, known=known)
