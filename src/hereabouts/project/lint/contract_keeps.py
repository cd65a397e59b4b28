"""G122 What a contract promises of retention is what its schedule does.

Why: people who share the product go by its contract, and the schedule is what acts.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.product import Contract
from hereabouts.model.retention import kept_for
from hereabouts.project.draft import Draft

CODE = "G122"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each contract whose slaProperties say another retention."""
    for product in draft.products.values():
        promised = promised_retention(product.contract)
        for schedule in draft.schedules.values():
            if promised and schedule.covers(product.id):
                span = kept_for(promised)
                if span is None or span != kept_for(schedule.keep):
                    yield ProjectError(
                        f"{product.id} promises a retention of {promised!r}, and schedule"
                        f" {schedule.name!r} keeps it {schedule.keep!r}",
                        code=CODE,
                        do="say the same in both; the schedule is what acts",
                        at=draft.at(product.contract.at, "slaProperties"),
                    )


def promised_retention(contract: Contract) -> str:
    """What `slaProperties: retention` says, as `7 y`; empty where it says nothing."""
    promises = contract.stewardship.promises
    return next((one.value for one in promises if one.name == "retention"), "")
