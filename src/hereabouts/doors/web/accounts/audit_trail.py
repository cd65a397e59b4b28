"""What happens to accounts, in the audit log. Never an e-mail address, and never a name."""

from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings

from hereabouts.govern.audit import AuditLog

NOBODY = "nobody"


def record(
    action: str,
    account: Any = None,
    *,
    by: str = "",
    about: str = "session",
    outcome: str = "done",
    **more: Any,
) -> None:
    """Add one event.

    Args:
        action: as `account.signed-in`.
        account: who did it; None for nobody that we know.
        by: who did it, where it is no account: `operator`.
        about: what it was done to.
        outcome: done or refused.
        more: `detail`, without anything that says who somebody is; `durable`, whether to wait
            for the disk.
    """
    actor = by or (f"person:{account.public_id}" if account else NOBODY)
    _log(settings.HEREABOUTS_ACCOUNTS.root).append(
        action=action, actor=actor, object=about, outcome=outcome, **more
    )


@lru_cache(maxsize=8)
def _log(root: Path) -> AuditLog:
    return AuditLog(root)
