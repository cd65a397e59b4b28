"""What every version that a run makes remembers of itself."""

from datetime import UTC, datetime


def made_now(fingerprint: str) -> dict[str, str]:
    """Facts for a commit: what the version depends on, and the moment it was made, in UTC."""
    return {
        "fingerprint": fingerprint,
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
    }
