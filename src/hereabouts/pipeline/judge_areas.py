"""What is wrong with the areas of a place, all at once, and what is only to be told."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from hereabouts.engine.duckdb.session import Session
from hereabouts.errors import DataError, HereaboutsError
from hereabouts.geography.custom_areas import (
    beyond_sql,
    of_postcodes,
    overlaps_sql,
    unknown_postcodes_sql,
)
from hereabouts.geography.hierarchy import left_out_sql, made_of_nothing_sql, nesting_sql
from hereabouts.geography.membership import unknown_members_sql, unknown_parents_sql
from hereabouts.model.neighbourhood import Population
from hereabouts.model.place import AreaType, Place
from hereabouts.model.sensitivity import Sensitivity
from hereabouts.pipeline.became import became_words
from hereabouts.pipeline.workspace import Workspace

_SAID_AT_MOST = 3


def area_problems(workspace: Workspace, opened: Session) -> Iterator[HereaboutsError]:
    """Everything for which the areas cannot be used: Q401, Q402, Q403, Q405, Q407, Q408, Q411."""
    place = workspace.project.place
    yield from _unknown(workspace, opened, place)
    yield from _unknown_postcodes(opened, place)
    yield from _overlaps(opened, place)
    yield from _nesting(opened, place)
    yield from _empty(opened, place)


def area_warnings(workspace: Workspace, opened: Session) -> Iterator[str]:
    """What may be meant and is worth seeing: Q406, Q409, Q410."""
    place, connection = workspace.project.place, opened.connection
    for kind, areas, base_areas in connection.sql(beyond_sql(place)).fetchall():
        yield _told(
            f"{areas:,} areas of type '{kind}' reach beyond the place, by {base_areas:,} base"
            " areas: what is shown of them is of the part within it",
            "Q406",
        )
    left_out = left_out_sql(place, open_population(workspace))
    for kind, base_areas, total, share in connection.sql(left_out).fetchall():
        people = "" if share is None else f", with {100 * share:.1f}% of people,"
        yield _told(
            f"{base_areas:,} of {total:,} base areas{people} lie in no area of type '{kind}'",
            "Q409",
        )
    for kind, areas, first in connection.sql(made_of_nothing_sql()).fetchall():
        yield _told(
            f"no base area lies in {areas:,} areas of type '{kind}', such as {first!r}", "Q410"
        )


def open_population(workspace: Workspace) -> Population | None:
    """The place's count of people, where it is open, so that a share of it may be said."""
    people = workspace.project.place.population
    if people is None:
        return None
    contract = workspace.project.products[people.product].contract
    return people if contract.sensitivity is Sensitivity.OPEN else None


def _told(words: str, code: str) -> str:
    return f"{words} [{code}]"


def _some(codes: Iterable[str]) -> str:
    return ", ".join(map(repr, list(codes)[:_SAID_AT_MOST]))


def _unknown(workspace: Workspace, opened: Session, place: Place) -> Iterator[HereaboutsError]:
    connection = opened.connection
    members = [row[0] for row in connection.sql(unknown_members_sql(place)).fetchall()]
    if members:
        yield DataError(
            f"neighbourhoods name {len(members)} areas that are not there, such as"
            f" {_some(members)}{became_words(workspace, opened, members)}",
            code="Q401",
            do="correct `members` in place.yml; codes change with each census",
            at=place.at,
        )
    parents = connection.sql(unknown_parents_sql(place)).fetchall()
    if parents:
        said = ", ".join(f"{code!r} of type '{kind}'" for kind, code in parents[:_SAID_AT_MOST])
        yield DataError(
            f"'{place.base.product}' says its areas lie in {len(parents)} areas that no product"
            f" lists, such as {said}"
            f"{became_words(workspace, opened, [code for _, code in parents])}",
            code="Q402",
            do="add them to the product of their area type, or correct the codes",
            at=place.base.at,
        )


def _unknown_postcodes(opened: Session, place: Place) -> Iterator[HereaboutsError]:
    if place.postcode_lookup is None or not of_postcodes(place):
        return
    found = opened.connection.sql(unknown_postcodes_sql(place.postcode_lookup)).fetchall()
    for code, lacking, given in found:
        at = next(n.at for n in place.neighbourhoods if n.code == code)
        yield DataError(
            f"{lacking:,} of {given:,} postcodes of neighbourhood {code!r} are not in"
            f" '{place.postcode_lookup.product}'",
            code="Q405",
            do="correct them, or use a lookup that keeps postcodes no longer in use, as the NSPL"
            " does",
            at=at,
        )


def _overlaps(opened: Session, place: Place) -> Iterator[HereaboutsError]:
    shared: dict[str, list[tuple[str, list[str]]]] = defaultdict(list)
    for kind, base_code, codes in opened.connection.sql(overlaps_sql()).fetchall():
        shared[kind].append((base_code, codes))
    for kind in place.area_types:
        if kind.code in shared and not kind.overlapping:
            yield _overlap(kind, shared[kind.code], place)


def _overlap(kind: AreaType, shared: list[tuple[str, list[str]]], place: Place) -> DataError:
    base_code, codes = shared[0]
    said = f"such as {base_code!r}, in {' and '.join(map(repr, codes[:_SAID_AT_MOST]))}"
    if kind.custom:
        return DataError(
            f"{len(shared):,} base areas are in more than one area of type '{kind.code}', {said}",
            code="Q403",
            do="leave each in one, or say `overlapping: yes` of the type if that is meant",
            at=kind.at,
        )
    return DataError(
        f"'{place.base.product}' says {len(shared):,} base areas lie in two areas of type"
        f" '{kind.code}', {said}",
        code="Q408",
        do="leave one row and one larger area for each base area, or people are counted twice",
        at=place.base.at,
    )


def _nesting(opened: Session, place: Place) -> Iterator[HereaboutsError]:
    sql = nesting_sql(place)
    found = opened.connection.sql(sql).fetchall() if sql else ()
    lost: dict[tuple[str, str], list[str]] = defaultdict(list)
    torn: dict[tuple[str, str], list[str]] = defaultdict(list)
    for kind, parent, code, holders, _ in found:
        (torn if holders > 1 else lost)[kind, parent].append(code)
    at = {kind.code: kind.at for kind in place.area_types}
    for (kind, parent), codes in lost.items():
        yield DataError(
            f"{len(codes):,} areas of type '{kind}' do not lie whole in an area of type"
            f" '{parent}', such as {_some(codes)}",
            code="Q407",
            do=f"give them a parent in '{place.base.product}', or take '{parent}' out of"
            " `nests_in`",
            at=at[kind],
        )
    for (kind, parent), codes in torn.items():
        yield DataError(
            f"{len(codes):,} areas of type '{kind}' lie in two or more areas of type '{parent}',"
            f" such as {_some(codes)}",
            code="Q408",
            do=f"correct the lookup, or take '{parent}' out of `nests_in`: they do not nest",
            at=at[kind],
        )


def _empty(opened: Session, place: Place) -> Iterator[HereaboutsError]:
    found = {kind: (areas, first) for kind, areas, first
             in opened.connection.sql(made_of_nothing_sql()).fetchall()}  # fmt: skip
    there = {
        row[0] for row in opened.connection.sql("select area_type from place.areas").fetchall()
    }
    for kind in place.area_types:
        if kind.custom and kind.code in found:
            areas, first = found[kind.code]
            problem = f"{areas:,} areas of type '{kind.code}' have no member, such as {first!r}"
        elif kind.members_from and kind.code not in there:
            problem = f"no area of type '{kind.code}' has a member in this place"
        else:
            continue
        yield DataError(
            problem,
            code="Q411",
            do="check that codes are of the same year as the base areas; of postcodes, more than"
            " half of a base area's are needed",
            at=kind.at,
        )
