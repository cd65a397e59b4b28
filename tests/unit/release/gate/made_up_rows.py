"""Rows of a made-up place: small areas E1 and E2 make up board B1, E3 and W4 make up B2."""

from dataclasses import dataclass

import numpy as np

from hereabouts.disclosure.linear_system import System
from hereabouts.indicators.area_sql import Areas
from hereabouts.release.gate.rows import Rows
from tests.unit.indicators.made_up import SETTING, place

LEVELS = ("england", "icb", "lsoa")


@dataclass(frozen=True)
class Row:
    code: str
    numerator: float
    denominator: float = np.nan
    indicator: int = 0
    category: int = 0

    @property
    def level(self) -> str:
        return "england" if self.code == "E92" else "icb" if self.code[0] == "B" else "lsoa"


def areas() -> Areas:
    return Areas(place(), SETTING)


def rows_of(rows: list[Row], known: Areas) -> Rows:
    return Rows(
        levels=LEVELS,
        indicator=np.array([row.indicator for row in rows], np.int64),
        level=np.array([LEVELS.index(row.level) for row in rows], np.int64),
        area=np.array([known.codes(row.level).tolist().index(row.code) for row in rows], np.int64),
        period=np.zeros(len(rows), np.int64),
        slot=np.array([row.category for row in rows], np.int64),
        numerator=np.array([row.numerator for row in rows], np.float64),
        denominator=np.array([row.denominator for row in rows], np.float64),
    )


def equations(system: System, rows: list[Row]) -> list[str]:
    """Such as `E1 + E2 - B1`, in no order."""
    found = []
    for number in range(len(system.slack)):
        mine = np.flatnonzero(system.row == number)
        terms = sorted(
            (-system.sign[entry], rows[system.cell[entry]].indicator, rows[system.cell[entry]].code)
            for entry in mine
        )
        found.append(" ".join(f"{'-' if sign > 0 else '+'}{code}" for sign, _, code in terms))
    return sorted(found)
