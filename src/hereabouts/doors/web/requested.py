"""What the front door hands to the pages: the visit, or why there can be none."""

from dataclasses import dataclass
from datetime import datetime

from hereabouts.doors.web.assets import Assets
from hereabouts.doors.web.receiving import Receiving
from hereabouts.doors.web.visit import Visit
from hereabouts.errors import HereaboutsError

#: The key of a `Requested` in an ASGI scope.
KEY = "hereabouts.requested"


@dataclass(frozen=True, slots=True, kw_only=True)
class Requested:
    """A visit, and a problem found before any page was asked. Without a release, no visit."""

    visit: Visit | None
    problem: HereaboutsError | None
    assets: Assets
    internal: bool
    path: str  # within the release and language: what is the same in each of them
    address: str = ""  # of the site, where it is known
    purpose: str | None = None  # what a signed-in person works on, in words; None for anybody
    embargo: datetime | None = None  # until when nobody else sees the release
    receiving: Receiving | None = None  # only where files are taken from suppliers
