"""What is asked, and what is answered."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from hereabouts.model.agreement import EVERYTHING
from hereabouts.model.person import Person


class Action(StrEnum):
    """What somebody wants to do with a product."""

    VIEW = "view"  # see figures made from it, in an internal release
    READ = "read"  # see its rows
    APPROVE = "approve"  # answer somebody's request for it


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question. `now` is the platform's own, never the asker's."""

    person: Person | None  # None is somebody who has not signed in
    action: Action
    product: str  # domain.product
    now: datetime
    purpose: str = ""
    columns: tuple[str, ...] = ()
    areas: tuple[str, ...] = (EVERYTHING,)  # codes; everything asks for every row
    asker: str = ""  # to approve: the id of the person who asked for it


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Whether, by which policy, and in words why."""

    allowed: bool
    policy: str  # the policy that decided: own-staff, agreement, training-lapsed, ...
    relied_on: str = ""  # agreement:<id> or grant:<id>
    clause: str = ""  # of a refusal: what failed, as agreement.ended
    reason: str
    until: datetime | None = None  # from when it has to be asked again
