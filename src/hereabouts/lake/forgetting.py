"""Leave nothing of a table but its newest version: bytes, log and statistics of all others go.

A delete alone changes only what is read. Old files stay, and the log keeps the least and the
greatest value of each column of each of them; so files are vacuumed and the log begins anew.

Source:
    Delta Lake transaction log protocol: checkpoints, tombstones, `delta.logRetentionDuration`.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from deltalake import CommitProperties, DeltaTable
from deltalake.exceptions import DeltaError

from hereabouts.errors import LakeError
from hereabouts.lake.tables import FACT, Lake
from hereabouts.lake.trouble import lake_error
from hereabouts.model.table import TableVersion

_LOG_KEPT = "delta.logRetentionDuration"
_NOT_AT_ALL, _USUALLY = "interval 0 seconds", "interval 30 days"


def forget_history(lake: Lake, name: str) -> int:
    """Make every version but the newest unreadable, and delete what it was made of.

    No writer may run meanwhile: the caller holds the build lock. It may be stopped at any moment
    and run again. What the newest version remembers of itself stays.

    Returns:
        How many versions went.

    Raises:
        LakeError: L101 there is no such table; L301 or L302 it could not be done.
    """
    facts = lake.open(name).facts
    table = DeltaTable(lake.path(name))
    commits: list[dict[str, Any]] = table.history()
    written = [commit for commit in commits if commit.get("operation") == "WRITE"]
    try:
        table.vacuum(retention_hours=0, enforce_retention_duration=False, dry_run=False, full=True)
        # The log's own entries of before are dropped at a checkpoint, once none are to be kept.
        _keep_log(table, _NOT_AT_ALL, facts)
        table.create_checkpoint()
        table.cleanup_metadata()
        _keep_log(table, _USUALLY, facts)
    except (DeltaError, OSError) as error:
        raise lake_error(error, name) from error
    return max(0, len(written) - 1)


def remembered(lake: Lake, name: str) -> list[Mapping[str, str]]:
    """What each version that the log still knows remembers of itself, newest first."""
    if lake.latest(name) is None:
        return []
    commits: list[dict[str, Any]] = DeltaTable(lake.path(name)).history()
    said = (
        {k.removeprefix(FACT): str(v) for k, v in commit.items() if k.startswith(FACT)}
        for commit in commits
    )
    return [one for one in said if one]


def earlier(lake: Lake, name: str) -> Iterator[TableVersion]:
    """Every version that can still be read, newest first."""
    newest = lake.latest(name)
    if newest is None:
        return
    yield newest
    for commit in DeltaTable(lake.path(name)).history():
        if commit.get("operation") == "WRITE" and commit["version"] < newest.version:
            try:
                yield lake.open(name, version=commit["version"])
            except LakeError:  # forgotten before
                return


def _keep_log(table: DeltaTable, how_long: str, facts: Mapping[str, str]) -> None:
    table.alter.set_table_properties(
        {_LOG_KEPT: how_long},
        commit_properties=CommitProperties(
            custom_metadata={FACT + key: value for key, value in facts.items()}
        ),
    )
