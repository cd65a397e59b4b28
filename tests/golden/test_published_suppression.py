"""Tables whose protection or disclosure sdcTable's own tests publish, and one of rounding."""

import csv
import json
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from hereabouts.disclosure.attack.bounds import attack, bounds
from hereabouts.disclosure.attack.published import said_rounded
from hereabouts.disclosure.linear_system import Numbers, System, Whole, sums_along, system_of_sums
from hereabouts.disclosure.suppression.cost import usual_cost
from hereabouts.disclosure.suppression.joint import suppress
from tests.unit.disclosure.attack.test_published import policy
from tests.unit.disclosure.bundles import bundle, shown_but, small

pytestmark = pytest.mark.real
CODES = {
    "region": ["total", "A", "B", "C", "D"],
    "gender": ["total", "male", "female"],
}
#: Of the second file: two economic classifications of the same people, each with two levels.
OLD = {"total": None, "A": "total", "B": "total", "Aa": "A", "Ab": "A", "Ba": "B", "Bb": "B"}
NEW = {"total": None, "C": "total", "D": "total"} | {
    c + s: c for c in "CD" for s in ("a", "b", "c")
}
REGION = {"total": None, "R1": "total", "R2": "total"}
GENDER = {"total": None, "f": "total", "m": "total"}


def vector(shared_data: Path, name: str) -> dict[str, Any]:
    text = (shared_data / "methods" / name).read_text("utf-8")
    published: dict[str, Any] = json.loads(text)
    return published


def microdata(shared_data: Path, number: int) -> list[dict[str, str]]:
    path = shared_data / "methods" / f"sdcTable_microdata{number}.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def linked(shared_data: Path, *geographies: str) -> tuple[dict[str, Any], System, Numbers]:
    said = vector(shared_data, "sdc_linked_table_vector.json")
    names = list(said["cells"])
    labels = [
        [next(k for k, cells in enumerate(said[g].values()) if name in cells) for name in names]
        for g in geographies
    ]
    system, counts = bundle(list(said["cells"].values()), *labels, [0] * len(names))
    return said, system, counts


def worked_out(
    said: dict[str, Any], system: System, counts: Numbers, *also: str
) -> dict[str, list[float]]:
    names = list(said["cells"])
    blocks = np.arange(system.cells) < len(names)
    hidden = blocks & small(counts, said["primary_if_leq"])
    hidden[[names.index(name) for name in also]] = True
    lower, upper = bounds(shown_but(system, counts, hidden))
    found = zip(np.flatnonzero(hidden), lower, upper, strict=True)
    return {names[k]: [low, high] for k, low, high in found if names[k] in said["primary"]}


def test_each_linked_table_is_safe_alone(shared_data: Path) -> None:
    for geography in ("geo1", "geo2"):
        ends = worked_out(*linked(shared_data, geography))
        assert all(high > low for low, high in ends.values())


def test_linked_tables_together_give_a_count_away(shared_data: Path) -> None:
    said, system, counts = linked(shared_data, "geo1", "geo2")
    assert worked_out(said, system, counts) == said["lp_bounds_both_geos"]
    assert said["both_geos"] == {"exactly_disclosed": {"K": 3}}


def test_the_published_mend_of_linked_tables_mends_them(shared_data: Path) -> None:
    said, system, counts = linked(shared_data, "geo1", "geo2")
    assert worked_out(said, system, counts, "N") == said["lp_bounds_with_N"]


def test_joint_suppression_finds_a_mend_of_its_own(shared_data: Path) -> None:
    said, system, counts = linked(shared_data, "geo1", "geo2")
    blocks = np.arange(system.cells) < len(said["cells"])
    sensitive = blocks & small(counts, said["primary_if_leq"])
    cost = np.where(blocks, counts, np.inf)
    found = suppress(system, counts, sensitive, 4, cost)
    assert [list(said["cells"])[k] for k in np.flatnonzero(found.secondary)] == ["N"]
    assert attack(shown_but(system, counts, found.hidden), 4).is_safe


def test_rounding_alone_is_undone_as_published(shared_data: Path) -> None:
    said = vector(shared_data, "sdc_round5_counterexample.json")
    system, counts = bundle(said["true"]["children"], [0, 0, 0])
    assert counts[3] == said["true"]["total"]
    shown = [*said["published"]["children"], said["published"]["total"]]
    numbers = np.array([np.nan if figure == "*" else figure for figure in shown])
    none = np.zeros(4, dtype=np.bool_)
    known = system.knowing(*said_rounded(numbers, policy(), secondary=none), hidden=~none)
    lower, upper = bounds(known)
    exact = [*said["attacker_exact"]["children"], said["attacker_exact"]["total"]]
    assert lower.tolist() == upper.tolist() == exact


@pytest.mark.parametrize("weighting", ["counts", "usual"])
def test_the_pattern_of_four_published_methods_is_met(shared_data: Path, weighting: str) -> None:
    """Cells 5, 6, 11 and 12 of 15 for OPT, HITAS, HYPERCUBE and SIMPLEHEURISTIC."""
    people = Counter((row["region"], row["gender"]) for row in microdata(shared_data, 1))
    codes = np.argwhere(np.ones((5, 3)))
    up = [np.array([-1] + [0] * (len(names) - 1)) for names in CODES.values()]
    system = system_of_sums(15, [sums_along(codes, axis, up[axis]) for axis in range(2)])
    counts = np.array(
        [
            sum(
                n
                for (r, g), n in people.items()
                if region in ("total", r) and gender in ("total", g)
            )
            for region in CODES["region"]
            for gender in CODES["gender"]
        ],
        dtype=np.float64,
    )
    cost = usual_cost(counts, total=np.any(codes == 0, axis=1)) if weighting == "usual" else counts
    sensitive = np.arange(15) == 5  # women of region A, of whom there are two
    assert counts[5] == 2
    found = suppress(system, counts, sensitive, 1, cost)
    assert (np.flatnonzero(found.hidden) + 1).tolist() == [5, 6, 11, 12]


def test_two_tables_of_the_same_people_are_protected_together(shared_data: Path) -> None:
    """Region by gender by the old classification, and by the new: they share their margins."""
    rows = microdata(shared_data, 2)
    tables = [(REGION, GENDER, OLD), (REGION, GENDER, NEW)]
    keys: dict[tuple[str, ...], int] = {}
    sums = []
    for kind, dimensions in zip("on", tables, strict=True):
        names = [list(dimension) for dimension in dimensions]
        codes = np.argwhere(np.ones([len(name) for name in names]))
        cells: Whole = np.array(
            [
                keys.setdefault(
                    key_of([names[k][code] for k, code in enumerate(row)], kind), len(keys)
                )
                for row in codes
            ]
        )
        for axis, dimension in enumerate(dimensions):
            above = np.array(
                [-1 if up is None else names[axis].index(up) for up in dimension.values()]
            )
            along = sums_along(codes, axis, above)
            sums.append(type(along)(cells[along.parent], cells[along.child]))
    counts = np.zeros(len(keys))
    for key, cell in keys.items():
        counts[cell] = sum(is_counted(row, key) for row in rows)
    assert counts.max() == 100
    system = system_of_sums(len(keys), sums)
    sensitive = small(counts, 3)
    alone = attack(shown_but(system, counts, sensitive), 4)
    assert len(alone.recovered_exactly) > 0
    found = suppress(system, counts, sensitive, 4, usual_cost(counts, total=counts > 10))
    assert attack(shown_but(system, counts, found.hidden), 4).is_safe


def key_of(categories: list[str], kind: str) -> tuple[str, ...]:
    """What a cell is called: the same in both tables where it is of all classes."""
    return (*categories, "" if categories[2] == "total" else kind)


def is_counted(row: dict[str, str], key: tuple[str, ...]) -> bool:
    region, gender, economy, kind = key
    said = row["ecoOld"] if kind == "o" else row["ecoNew"]
    wanted = ((region, row["region"]), (gender, row["gender"]))
    belongs = all(name in ("total", value) for name, value in wanted)
    return belongs and (economy == "total" or said.startswith(economy))
