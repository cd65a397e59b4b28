"""Outlines as a product declares them, and what is to be told of those."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from hereabouts.engine.duckdb.session import Session
from hereabouts.errors import DataError
from hereabouts.geography.boundaries import Boundaries, from_wkb
from hereabouts.geography.fitting import fit_together
from hereabouts.model.place import AreaType
from hereabouts.model.sql import identifier, qualified

NOT_MEETING = "Q417"
_SAID_AT_MOST = 3


def read_declared(
    opened: Session, area_type: AreaType, *, names: Mapping[str, str], told: list[str]
) -> Boundaries:
    """The outlines of every area of the type; one without keeps its number.

    Args:
        opened: sees the product.
        area_type: has `boundaries`.
        names: of every area of the type, by code.
        told: gains what is worth seeing: Q413 outlines mended, Q414 areas without one, Q416
            outlines of areas that are not the place's, Q417 outlines that do not quite meet.

    Raises:
        DataError: Q415 no area of the type has an outline; and as `from_wkb` does.
    """
    sql = (
        f"select cast({identifier(area_type.code_column)} as varchar), geometry"
        f" from {qualified(area_type.boundaries or '')} where geometry is not null"
    )
    rows = opened.connection.execute(sql).fetchall()
    known = [(code, wkb) for code, wkb in rows if code in names]
    if names and not known:
        raise DataError(
            f"'{area_type.boundaries}' has the outline of no area of type '{area_type.code}'",
            code="Q415",
            do="check that its codes are of the same year as the areas, and of the same type",
            at=area_type.at,
        )
    lacking = sorted(names.keys() - {code for code, _ in known})
    unknown = sorted({str(code) for code, _ in rows} - names.keys())
    # An area without an outline keeps its place, or every number after it would be wrong.
    shapes = [*known, *((code, None) for code in lacking)]
    codes = [code for code, _ in shapes]
    read = from_wkb(codes, [names[code] for code in codes], [wkb for _, wkb in shapes])
    told.extend(_words(area_type, _Seen(lacking, unknown, read.mended)))
    return _fitted(read, area_type, told)


class _Seen(NamedTuple):
    lacking: Sequence[str]
    unknown: Sequence[str]
    mended: Sequence[str]


def _words(area_type: AreaType, seen: _Seen) -> Iterator[str]:
    said = {
        "outlines crossed themselves and were mended": (seen.mended, "Q413"),
        f"{area_type.plural} have no outline and are on no map": (seen.lacking, "Q414"),
        "outlines are of no area of the place": (seen.unknown, "Q416"),
    }
    for words, (codes, code) in said.items():
        if codes:
            yield f"{area_type.boundaries}: {len(codes):,} {words}, such as {_some(codes)} [{code}]"


def _fitted(read: Boundaries, area_type: AreaType, told: list[str]) -> Boundaries:
    shapes, unfit, fits = fit_together(read.shapes)
    if not unfit.any():
        return read
    codes = [code for code, one in zip(read.codes, unfit, strict=True) if one]
    did = "were fitted to them" if fits else "were left so, for they overlap by more than 1%"
    told.append(
        f"{area_type.boundaries}: {len(codes):,} outlines do not meet their neighbours exactly"
        f" and {did}, such as {_some(codes)} [{NOT_MEETING}]"
    )
    return replace(read, shapes=shapes)


def _some(codes: Sequence[str]) -> str:
    return ", ".join(map(repr, codes[:_SAID_AT_MOST]))
