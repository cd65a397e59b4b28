"""Which rows of each indicator are hidden beside those that its policy hides by itself."""

from collections.abc import Mapping

import duckdb
import numpy as np

from hereabouts.disclosure.linear_system import Flags
from hereabouts.disclosure.protect_observations import protect_observations
from hereabouts.disclosure.treatment import Treatment
from hereabouts.errors import DisclosureError
from hereabouts.indicators.area_sql import Areas
from hereabouts.indicators.setting import setting_of
from hereabouts.model.observation import Marker
from hereabouts.model.policy import Scheme
from hereabouts.release.beside import what_stands_beside
from hereabouts.release.exact import exact_figures
from hereabouts.release.gate.earlier import Ledger, ledger_of, read_earlier, told_before
from hereabouts.release.gate.rows import Rows, families, rows_of
from hereabouts.release.gate.secondary import Member, hidden_together
from hereabouts.release.gate.worked_with import work_with
from hereabouts.release.request import ReleaseRequest

TOLD = 3
BESIDE = "hidden_beside"


def hidden_rows(
    connection: duckdb.DuckDBPyConnection,
    treatments: Mapping[str, Treatment],
    request: ReleaseRequest,
) -> dict[str, Flags]:
    """Rows to hide besides, by indicator, in the order of its exact figures that are published.

    Args:
        connection: sees `observations`, the place, and the products that policies read.
        treatments: by indicator.
        request: the project and its products' versions.

    Raises:
        DisclosureError: D302 a hidden count can be worked out whatever else is hidden, D311 or
            together with earlier releases; D107, D401, D402 what is counted does not add up, or
            the solver stopped early.
    """
    setting = setting_of(request.project)
    areas = Areas(connection, setting)
    found: dict[str, Flags] = {}
    connection.execute(
        f"create or replace temp table {BESIDE}"
        " (indicator varchar, area_type varchar, beside bigint)"
    )
    indicators = request.project.indicators.values()
    seen_to = [one for one in indicators if is_seen_to(treatments[one.id])]
    read_earlier(connection, request, seen_to)
    for family in families(seen_to):
        members = tuple(
            Member(one, treatments[one.id], frozenset(setting.published(one))) for one in family
        )
        work_with(connection, family, frozenset().union(*(m.published for m in members)), areas)
        rows = rows_of(connection, family, areas)
        primary = np.zeros(len(rows.level), np.bool_)
        for number, member in enumerate(members):
            shown = rows.of(number) & member.publishes(rows)
            primary[shown] = _primary(connection, member, request)
        ledger = ledger_of(connection, family)
        first = primary | _revised(rows, primary, members, ledger)
        hidden = hidden_together(rows, first, members, areas, ledger)
        if bool(hidden.failed.any()) and not ledger.is_first:
            alone = hidden_together(rows, primary, members, areas, ledger.without_earlier())
            _require_safe(rows, alone.failed, members, areas)
            places = _places(rows, hidden.failed, members, areas)
            raise told_before(int(hidden.failed.sum()), places)
        _require_safe(rows, hidden.failed, members, areas)
        for number, member in enumerate(members):
            shown = rows.of(number) & member.publishes(rows)
            found[member.indicator.id] = hidden.hidden[shown]
            _remember(connection, member, rows, rows.of(number) & hidden.hidden & ~primary)
    return found


def _revised(rows: Rows, primary: Flags, members: tuple[Member, ...], ledger: Ledger) -> Flags:
    """Rows shown as they are that differ by a small count from what was shown before."""
    found = np.zeros(len(primary), np.bool_)
    for number, member in enumerate(members):
        policy = member.treatment.policy
        if policy.scheme is Scheme.THRESHOLD:
            exact = rows.of(number) & member.publishes(rows) & ~primary
            found |= ledger.revised(rows, exact, policy.suppress_to)
    return found


def _remember(
    connection: duckdb.DuckDBPyConnection, member: Member, rows: Rows, beside: Flags
) -> None:
    """How many rows of each level were hidden beside others: for the officer who signs."""
    counted = np.bincount(rows.level[beside], minlength=len(rows.levels))
    told = [
        (member.indicator.id, level, int(count))
        for level, count in zip(rows.levels, counted, strict=True)
        if level in member.published
    ]
    if told:
        connection.executemany(f"insert into {BESIDE} values (?, ?, ?)", told)


def is_seen_to(treatment: Treatment) -> bool:
    """Whether rows are hidden beside others under a policy.

    Noise hides nothing, and what nobody is protected from needs nothing hidden beside it.
    """
    return treatment.protects and treatment.policy.hides_beside


def _primary(
    connection: duckdb.DuckDBPyConnection, member: Member, request: ReleaseRequest
) -> Flags:
    """Rows that the policy hides by themselves, and not those that came hidden."""
    exact = exact_figures(connection, member.indicator, levels=member.published)
    treatment = member.treatment
    near = what_stands_beside(
        connection, member.indicator, exact, treatment=treatment, request=request
    )
    few = near.also_hidden
    none = np.zeros(exact.value.shape, np.bool_)
    shown = protect_observations(
        exact, treatment=treatment, also_hidden=none if few is None else few
    )
    confidential = Marker.CONFIDENTIAL.value
    hidden: Flags = (shown.marker == confidential) & (exact.marker != confidential)
    return np.asarray(hidden, np.bool_)


def _require_safe(rows: Rows, failed: Flags, members: tuple[Member, ...], areas: Areas) -> None:
    if not bool(failed.any()):
        return
    raise DisclosureError(
        f"{int(failed.sum()):,} hidden counts could be worked out whatever else is hidden, such as"
        f" {_places(rows, failed, members, areas)}",
        code="D302",
        do="leave out an area type or a breakdown, or ask for a smaller `minimum_width`",
    )


def _places(rows: Rows, failed: Flags, members: tuple[Member, ...], areas: Areas) -> str:
    """The first few, in words, and never their counts."""
    return "; ".join(
        f"{members[rows.indicator[n]].indicator.id} of {level} {areas.codes(level)[rows.area[n]]}"
        for n in np.flatnonzero(failed)[:TOLD]
        for level in [rows.levels[rows.level[n]]]
    )
