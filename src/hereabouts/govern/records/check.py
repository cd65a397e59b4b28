"""Whether records lack facts, and whether a copy of one still says what the project says."""

from collections.abc import Sequence
from dataclasses import dataclass

from hereabouts.errors import GoverningError
from hereabouts.govern.records.stamp import Stamp, stamp_of
from hereabouts.govern.records.writing import Gap, Kind, Record

#: Records about one thing come first, so that a fact is listed with what it is of.
_ORDER = (Kind.DPIA, Kind.PLAYBOOK, Kind.AGREEMENT, Kind.PRIVACY_NOTICE, Kind.ARTICLE_30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A fact that the project's files could say and do not."""

    record: str  # the first that needs it
    gap: Gap


def missing_facts(records: Sequence[Record]) -> tuple[Missing, ...]:
    """Each fact once, with the record about one thing that needs it, before any about many."""
    found: dict[Gap, Missing] = {}
    for record in sorted(records, key=lambda one: _ORDER.index(one.kind)):
        for gap in record.missing:
            found.setdefault(gap, Missing(record=record.id, gap=gap))
    return tuple(found.values())


def require_current(stamp: Stamp, records: Sequence[Record]) -> Record:
    """The record that a copy is of, where it still says the same.

    Raises:
        GoverningError: G144 the project has no such record any more; G145 it says otherwise now.
    """
    record = next((one for one in records if one.id == stamp.record), None)
    if record is None:
        raise GoverningError(
            f"the project has no record {stamp.record!r} any more",
            code="G144",
            do="take the copy out of use: what it is about is gone",
        )
    now = stamp_of(record)
    if now.digest != stamp.digest:
        raise GoverningError(
            f"the copy of {stamp.record!r} is stale: its facts are {stamp.digest}, and are now"
            f" {now.digest}",
            code="G145",
            do="write it again by `hereabouts records write`, and take the copy out of use",
        )
    return record
