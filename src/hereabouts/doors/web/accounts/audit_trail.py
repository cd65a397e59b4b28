"""What happens to accounts, in the audit log. Never an e-mail address, and never a name."""

from collections.abc import Mapping
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
    about: str = "session",
    outcome: str = "done",
    detail: Mapping[str, Any] | None = None,
) -> None:
    """Add one event.

    Args:
        action: as `account.signed-in`.
        account: who did it; None for nobody that we know.
        about: what it was done to.
        outcome: done or refused.
        detail: more, without anything that says who somebody is.
    """
    actor = f"person:{account.public_id}" if account else NOBODY
    _log(settings.HEREABOUTS_ACCOUNTS.root).append(
        action=action, actor=actor, object=about, outcome=outcome, detail=detail
    )


@lru_cache(maxsize=8)
def _log(root: Path) -> AuditLog:
    return AuditLog(root)
