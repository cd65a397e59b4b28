"""What areas that are no more became, as a release says it."""

from dataclasses import dataclass
from typing import Any

from hereabouts.release.answers import Area

#: A release made by an earlier version has no table of them.
HAS_RETIRED = "select count(*) from duckdb_tables() where table_name = 'retired_areas'"
RETIRED = "select became, since from retired_areas where code = ? order by became"
SUCCESSORS = """
    select a.area_type, a.area_code, a.area_name, a.number
    from areas a semi join retired_areas r on r.became = a.area_code and r.code = ?
    order by a.area_name, a.area_type, a.area_code
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retired:
    """A code that is no longer used, and what took its place."""

    code: str
    since: str  # a day as 2023-04-01 or a year as 2024; empty where nobody says
    successors: tuple[Area, ...]
    elsewhere: tuple[str, ...]  # codes of those that are not of the place


class RetiredAnswers:
    """Answers about codes of the past; a part of `ReleaseReader`."""

    def retired(self, code: str) -> Retired | None:
        """What became of the area that had `code`, or None where no such code is known.

        Case and spaces round it do not matter.
        """
        wanted = code.strip().upper()
        if not self._rows(HAS_RETIRED, [])[0][0]:
            return None
        found = self._rows(RETIRED, [wanted])
        if not found:
            return None
        successors = self._areas(SUCCESSORS, [wanted])
        here = {area.code for area in successors}
        return Retired(
            code=wanted,
            since=found[0][1] or "",
            successors=successors,
            elsewhere=tuple(became for became, _since in found if became not in here),
        )

    def _rows(self, sql: str, sought: Any) -> list[tuple[Any, ...]]:
        raise NotImplementedError

    def _areas(self, sql: str, sought: Any) -> tuple[Area, ...]:
        raise NotImplementedError
