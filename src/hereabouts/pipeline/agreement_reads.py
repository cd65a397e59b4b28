"""How often data was read under each agreement, month by month, from the audit log."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from hereabouts.govern.audit import AuditLog, Record
from hereabouts.govern.audit.files import day_files
from hereabouts.release.request import Reads

MONTHS = 12  # how far back; the months that are over
_BY = "agreement:"
_READS = frozenset({"data.read", "data.view"})


def agreement_reads(root: Path, *, today: date) -> Reads:
    """What the log of the project in `root` says of the twelve months before this one."""
    days = [date.fromisoformat(path.stem) for path in day_files(root)]
    if not days:
        return Reads()
    first, this = months_before(today, MONTHS), today.replace(day=1)
    if min(days) >= this:
        return Reads(since=min(days))
    until = max(day for day in days if day < this)
    records = AuditLog(root).records(since=first, until=until, action="data.")
    return Reads(since=min(days), counts=_counted(records))


def months_before(day: date, count: int) -> date:
    """The first day of the month that was `count` months before that of `day`."""
    months = day.year * 12 + day.month - 1 - count
    return date(months // 12, months % 12 + 1, 1)


def _counted(records: Iterable[Record]) -> dict[str, dict[date, int]]:
    found: dict[str, Counter[date]] = {}
    for one in records:
        relied_on = str(one.detail.get("relied_on", ""))
        if one.action in _READS and one.outcome == "allowed" and relied_on.startswith(_BY):
            name = relied_on.removeprefix(_BY)
            found.setdefault(name, Counter())[one.at.date().replace(day=1)] += 1
    return {name: dict(months) for name, months in found.items()}
