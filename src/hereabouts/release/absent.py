"""The errors for a release that is not there, worded once."""

from hereabouts.errors import ReleaseError
from hereabouts.model.policy import Audience


def none_yet(audience: Audience) -> ReleaseError:
    """R101: nothing has been released to `audience`."""
    return ReleaseError(
        f"there is no {audience.value} release yet",
        code="R101",
        do="make one: hereabouts build, then hereabouts release",
    )


def no_such(number: int, *, audience: Audience) -> ReleaseError:
    """R102: there is no release of this number for `audience`."""
    return ReleaseError(
        f"there is no {audience.value} release {number}",
        code="R102",
        do="use the newest release, or the number of one that was made",
    )
