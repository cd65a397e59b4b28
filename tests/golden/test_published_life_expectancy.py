"""The life table that PHEindicatormethods 2.1.0 prints, and its table of life expectancies.

Known faults of the reference, left there:
- The printed limits were made with z = 1.96, not 1.959964, and are printed to 8 decimals: values
  agree to the last decimal, limits only once z is taken out (both are tested).
- `LE_testdata.csv` gives life expectancies and standard errors by decile of deprivation, with no
  deaths by age: nothing there can be computed from ages. It is what slopes are made from, and
  that is how it is used here.
"""

import csv
from collections import defaultdict
from pathlib import Path

import numpy as np
import pytest

from hereabouts.statistics.intervals import Numbers
from hereabouts.statistics.life_expectancy import life_expectancy
from hereabouts.statistics.slope_index import Simulation, slope_index
from tests.golden.conftest import Compare

AGES: Numbers = np.array([0.0, 1.0, *range(5, 91, 5)])
# fmt: off
PEOPLE: Numbers = np.array([
    7060, 35059, 46974, 48489, 43219, 38561, 46009, 57208, 61435, 55601, 50209, 56416, 46411,
    39820, 37978, 37039, 33288, 23306, 11936, 11936,
], dtype=np.float64)
DEATHS: Numbers = np.array([
    17, 9, 4, 8, 20, 15, 24, 33, 50, 71, 100, 163, 263, 304, 536, 872, 1390, 1605, 1936, 1937,
], dtype=np.float64)
# fmt: on
AT_BIRTH = (80.16960813, 79.88268548, 80.45653078)
AT_90 = (6.16210635, 5.887683386)


def test_the_printed_life_table(compare: Compare) -> None:
    values, limits = (
        compare("the printed life table", what, within=within, of="a year", cases=2)
        for what, within in (
            ("life expectancies", 5e-9),
            ("limits, z as printed", 1e-8),
        )
    )
    years = life_expectancy(AGES, PEOPLE, DEATHS).years
    values.near(years.value[[0, -1]], [AT_BIRTH[0], AT_90[0]], scale=1.0)
    rounded = 1.96 / 1.959963984540054
    for age, printed in ((0, AT_BIRTH[1]), (-1, AT_90[1])):
        below = years.value[age] - years.lower[age]
        limits.near(years.value[age] - below * rounded, printed, scale=1.0)
        assert years.lower[age] == pytest.approx(printed, abs=1e-5)
    assert years.upper[0] == pytest.approx(AT_BIRTH[2], abs=1e-5)


@pytest.mark.real
def test_the_gap_in_every_area_of_the_table_of_life_expectancies(shared_data: Path) -> None:
    """362 areas by sex and decile: each slope is that of an ordinary weighted fit."""
    path = shared_data / "methods" / "PHEindicatormethods" / "LE_testdata.csv"
    areas: dict[tuple[str, str], list[list[float]]] = defaultdict(list)
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            cells = [float(row[h] or "nan") for h in ("LifeExp", "Pop", "SE")]
            areas[row["Sex"], row["GeoCode"]].append(cells)
    table = np.array([rows for rows in areas.values() if len(rows) == 10])
    made = slope_index(
        table[..., 0], table[..., 1], table[..., 2], simulation=Simulation(draws=1_000)
    )
    for i, (value, people, _) in enumerate(table.transpose(0, 2, 1)):
        share = people / people.sum()
        middle = np.cumsum(share) - share / 2
        fitted = np.polyfit(middle, value, 1, w=np.sqrt(share))
        assert made.slope.value[i] == pytest.approx(fitted[0], rel=1e-9, abs=1e-9)
    assert (len(areas), len(table)) == (724, 722)  # two areas have fewer deciles
    assert not np.isnan(made.slope).any()
