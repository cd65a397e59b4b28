"""Joint suppression and the attack on real Census 2021 ethnic groups, in one run.

* nation: every small area of England and Wales with its MSOA, ward, council and ICB, for one
  group: protected jointly, then attacked; and rounded by the NHS rule, attacked, then repaired.
* councils: 20 councils drawn with a fixed seed, for four groups, under four schemes: how many
  small counts an attacker recovers exactly, how many to within 2, how many areas are hidden.

Needs the shared real data: HEREABOUTS_SHARED_DATA, or ../shared/data beside the checkout.

    python benchmarks/disclosure.py [nation] [councils] [--groups Asian ...]
"""

import argparse
import os
import resource
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
import numpy as np

from hereabouts.disclosure.attack.bounds import attack, bounds
from hereabouts.disclosure.attack.published import said_exactly, said_rounded
from hereabouts.disclosure.linear_system import Flags, Numbers, Sums, System, Whole, system_of_sums
from hereabouts.disclosure.suppress_and_round import protect
from hereabouts.disclosure.suppression.cost import usual_cost
from hereabouts.disclosure.suppression.joint import suppress
from hereabouts.disclosure.suppression.repair import repair
from hereabouts.errors import Location
from hereabouts.model.policy import Audience, DisclosurePolicy, Scheme

DATA = Path(os.environ.get("HEREABOUTS_SHARED_DATA", Path(__file__).parents[2] / "shared" / "data"))
GROUPS = {"Asian": "Asian%", "Black": "Black%", "Mixed": "Mixed%", "Other": "Other%"}
GEOGRAPHIES = ("msoa21_code", "ward24_code", "ltla24_code", "icb24_code")
WIDTH, NHS_WIDTH, SMALL = 5, 3, 7
NHS = DisclosurePolicy(
    name="nhs",
    title="The rule of Hospital Episode Statistics",
    scheme=Scheme.SUPPRESS_AND_ROUND,
    suppress_from=1,
    suppress_to=SMALL,
    round_to=5,
    hide_zero=False,
    audiences=(Audience.OPEN,),
    why="a benchmark",
    approved_by="nobody",
    review_on=None,
    at=Location("benchmarks/disclosure.py"),
)


@dataclass(frozen=True)
class Bundle:
    """Small areas and their sums, with true counts."""

    system: System
    counts: Numbers
    blocks: int  # how many cells are small areas; they come first
    council: Whole  # of each small area

    @property
    def small(self) -> Flags:
        return (self.counts > 0) & (self.counts <= SMALL)

    @property
    def total(self) -> Flags:
        return np.arange(self.system.cells) >= self.blocks


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", nargs="*", default=["nation", "councils"])
    parser.add_argument("--groups", nargs="*", default=list(GROUPS), choices=list(GROUPS))
    said = parser.parse_args()
    if "nation" in said.what:
        nation(said.groups)
    if "councils" in said.what:
        councils(said.groups)


def read(group: str) -> tuple[Numbers, list[Whole]]:
    """Counts of small areas of England and Wales, and numbers of their areas; -1 if none."""
    rows = duckdb.execute(
        f"""select coalesce(n, 0) as n, {", ".join(GEOGRAPHIES)}
        from read_csv(?, all_varchar = true) as area
        left join (select lsoa21_code, n from read_parquet(?) where ethnic_group like ?)
        using (lsoa21_code)
        where lsoa21_code[1] in ('E', 'W') order by lsoa21_code""",
        [
            str(DATA / "geography" / "lsoa21_hierarchy_derived.csv"),
            str(DATA / "census" / "ethnicity21_lsoa21.parquet"),
            GROUPS[group],
        ],
    ).fetchnumpy()
    labels = []
    for name in GEOGRAPHIES:
        codes = np.ma.filled(rows[name], "").astype(str)
        number = np.unique(codes, return_inverse=True)[1]
        labels.append(np.where(codes == "", -1, number).astype(np.int64))
    return np.asarray(rows["n"], dtype=np.float64), labels


def bundle(counts: Numbers, labels: Sequence[Whole], council: Whole) -> Bundle:
    """A cell for each small area and each area of each geography, and the sums between them."""
    blocks = len(counts)
    sums: list[Sums] = []
    values, cells = [counts], blocks
    for label in labels:
        inside = np.flatnonzero(label >= 0)
        number = np.unique(label[inside], return_inverse=True)[1]
        sums.append(Sums(cells + number, inside))
        values.append(np.bincount(number, weights=counts[inside]).astype(np.float64))
        cells += len(values[-1])
    return Bundle(system_of_sums(cells, sums), np.concatenate(values), blocks, council)


def jointly(made: Bundle) -> tuple[System, Flags]:
    cost = usual_cost(made.counts, total=made.total)
    found = suppress(made.system, made.counts, made.small, WIDTH, cost)
    return exact(made, found.hidden), found.hidden


def primary_only(made: Bundle) -> tuple[System, Flags]:
    return exact(made, made.small), made.small


def by_rule(made: Bundle) -> tuple[System, Flags]:
    shown, hidden = protect(made.counts, NHS)
    none = np.zeros(len(hidden), dtype=np.bool_)
    return made.system.knowing(*said_rounded(shown, NHS, secondary=none), hidden=hidden), hidden


def by_rule_repaired(made: Bundle) -> tuple[System, Flags]:
    published, hidden = by_rule(made)
    cost = usual_cost(made.counts, total=made.total)
    more = repair(published, made.counts, cost, minimum_width=NHS_WIDTH, sensitive_to=SMALL)
    if not more.is_safe:
        print(f"  {len(more.failures)} cells could not be mended")
    shown = np.where(hidden | more.secondary, np.nan, protect(made.counts, NHS).counts)
    lower, upper = said_rounded(shown, NHS, secondary=more.secondary)
    both = hidden | more.secondary
    return made.system.knowing(lower, upper, hidden=both), both


def exact(made: Bundle, hidden: Flags) -> System:
    shown = np.where(hidden, np.nan, made.counts)
    return made.system.knowing(*said_exactly(shown), hidden=hidden)


SCHEMES: dict[str, Callable[[Bundle], tuple[System, Flags]]] = {
    "small counts hidden, nothing else": primary_only,
    "joint suppression": jointly,
    "NHS rule": by_rule,
    "NHS rule, repaired": by_rule_repaired,
}


def nation(groups: Sequence[str]) -> None:
    for group in groups:
        counts, labels = read(group)
        made = bundle(counts, labels, labels[2])
        print(
            f"{group}: {made.blocks:,} small areas, {made.system.cells:,} cells, "
            f"{np.sum(made.small):,} of them small",
            flush=True,
        )
        for name, protected in SCHEMES.items():
            clock, cpu = time.perf_counter(), time.process_time()
            published, hidden = protected(made)
            made_in = time.perf_counter() - clock
            least = WIDTH if name == "joint suppression" else NHS_WIDTH
            found = attack(published, least, sensitive_to=SMALL)
            print(
                f"  {name}: {made_in:.1f} s to protect, "
                f"{time.perf_counter() - clock - made_in:.1f} s to attack, "
                f"{time.process_time() - cpu:.1f} CPU s; "
                f"hidden {np.mean(hidden[: made.blocks]):.1%} of small areas, "
                f"{np.sum(hidden[made.blocks :])} sums; "
                f"exact {len(found.recovered_exactly):,}, "
                f"under {least} apart {len(found.narrower_than_policy):,}; "
                f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10} MB, "
                f"load {os.getloadavg()[0]:.1f}",
                flush=True,
            )


def councils(groups: Sequence[str]) -> None:
    """Twenty councils, each with its MSOAs, wards and total."""
    for group in groups:
        counts, labels = read(group)
        chosen = np.random.default_rng(5).choice(labels[2].max() + 1, 20, replace=False)
        inside = np.isin(labels[2], chosen)
        made = bundle(counts[inside], [label[inside] for label in labels[:3]], labels[2][inside])
        print(f"{group}: {made.blocks:,} small areas, {np.sum(made.small):,} small counts")
        for name, protected in SCHEMES.items():
            clock = time.process_time()
            published, hidden = protected(made)
            lower, upper = bounds(published)
            width = (upper - lower)[made.small[hidden]]
            print(
                f"  | {name} | {np.mean(width == 0):.2%} | {np.mean(width <= 2):.2%} | "
                f"{np.mean(hidden[: made.blocks]):.1%} | {time.process_time() - clock:.1f} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
