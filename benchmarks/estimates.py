"""Values with their 95% limits for many areas at once, against PHStatsMethods, in one run.

PHStatsMethods is the Python package of the Department of Health and Social Care. The same made-up
numbers go to both, already as each likes them (arrays; a data frame), and only the call is timed,
after one on a few rows, in processor time: neither uses a second core. PHStatsMethods adds no
descriptions (`metadata=False`). Every answer must be the same to a relative 1e-9, or the run
fails. An area has one row of counts, 20 values for a mean, 19 age bands for a standardised figure.
No count is 0: PHStatsMethods stops there, as the last line shows. It is stopped itself once a
process of it has taken `--limit` seconds of a processor, and is then not asked for more.

    python benchmarks/estimates.py [--areas 1000 10000 100000] [--rounds 3] [--limit 60]
        [--only STATISTIC ...]

PHStatsMethods is put in an environment of its own in a temporary folder.
"""

import argparse
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import timeit
from collections.abc import Callable
from pathlib import Path

import numpy as np

from hereabouts.statistics.dsr import directly_standardised_rate
from hereabouts.statistics.european_standard_population import european_standard_weights
from hereabouts.statistics.indirect import expected_events, standardised_ratio
from hereabouts.statistics.intervals import Numbers
from hereabouts.statistics.mean import mean_of_groups
from hereabouts.statistics.proportion import proportion
from hereabouts.statistics.quantiles import quantile_groups
from hereabouts.statistics.rate import crude_rate

RIVAL = "PHStatsMethods==0.1.16"
SCRIPT = Path(__file__).parent / "rivals" / "estimates_phstats.py"
VALUES, BANDS = 20, 19  # of an area
STANDARD = european_standard_weights(range(0, 95, 5))
Table = dict[str, np.ndarray]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--areas", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--limit", type=int, default=60)
    parser.add_argument("--only", nargs="+", choices=list(STATISTICS), default=list(STATISTICS))
    said = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        python = rival(Path(scratch))
        print(f"{said.rounds} rounds; {RIVAL}; ms, the median, and ratios (least to most)")
        print("| statistic | areas | ours, ms | PHStatsMethods, ms | ratio |")
        print("|---|---:|---:|---:|---:|")
        for statistic in said.only:
            compare(statistic, said, python, Path(scratch))
        print(of_nothing(python, Path(scratch)))


def rival(scratch: Path) -> Path:
    """A Python that has PHStatsMethods."""
    uv = shutil.which("uv") or str(Path(sys.executable).parent / "uv")
    place = scratch / "rival"
    subprocess.run([uv, "venv", "--quiet", "--python", sys.executable, str(place)], check=True)
    python = place / "bin" / "python"
    subprocess.run([uv, "pip", "install", "--quiet", "--python", str(python), RIVAL], check=True)
    return python


def compare(statistic: str, said: argparse.Namespace, python: Path, scratch: Path) -> None:
    """One line for each size; PHStatsMethods is left out once it has taken too long."""
    made, ours = STATISTICS[statistic]
    in_time = True
    for areas in said.areas:
        table = made(areas)
        mine, theirs = [], []
        for _ in range(said.rounds):
            seconds, answer = timed(ours, table)
            mine.append(seconds)
            their = run(statistic, table, python, scratch, said.limit) if in_time else None
            if their is None:
                in_time = False
                continue
            theirs.append(their[0])
            require_same(statistic, answer, their[1])
        print(line(statistic, areas, mine, theirs, said.limit))


def timed(call: Callable[[Table], Numbers], table: Table) -> tuple[float, Numbers]:
    """Seconds of a call, as many in a row as take a fifth of a second, and what it answers."""
    answer = call(table)
    number, seconds = timeit.Timer(lambda: call(table), timer=time.process_time).autorange()
    return seconds / number, answer


def run(
    statistic: str, table: Table, python: Path, scratch: Path, limit: int
) -> tuple[float, Numbers] | None:
    """What PHStatsMethods takes and answers; None if it takes more than `limit` seconds."""
    given, answer = scratch / "given.npz", scratch / "answer.npz"
    np.savez(given, **table)  # type: ignore[arg-type]  # mypy takes them for savez's own flags
    command = [str(python), str(SCRIPT), statistic, str(given), str(answer), str(limit)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode == -signal.SIGXCPU:
        return None
    done.check_returncode()
    return float(done.stdout), np.load(answer)["answer"]


def require_same(statistic: str, ours: Numbers, theirs: Numbers) -> None:
    alike = np.isclose(ours, theirs, rtol=1e-9, atol=0, equal_nan=True)
    if ours.shape != theirs.shape or not alike.all():
        raise SystemExit(f"{statistic}: {(~alike).sum():,} of {alike.size:,} figures differ")


def line(statistic: str, areas: int, mine: list[float], theirs: list[float], limit: int) -> str:
    ours = f"| {statistic} | {areas:,} | {statistics.median(mine) * 1000:.3g}"
    if len(theirs) < len(mine):
        return f"{ours} | over {limit * 1000:,} | |"
    ratios = sorted(their / own for own, their in zip(mine, theirs, strict=True))
    spread = f"{statistics.median(ratios):,.0f} ({ratios[0]:,.0f} to {ratios[-1]:,.0f})"
    return f"{ours} | {statistics.median(theirs) * 1000:,.0f} | {spread} |"


def of_nothing(python: Path, scratch: Path) -> str:
    """What both make of an area without events."""
    table: Table = {"events": np.array([0, 50]), "people": np.array([900, 1_000])}
    _, lower, upper = ours_of_rates(table)
    ours = f"With one count of 0, ours gives {lower[0]:.1f} to {upper[0]:.1f} per 100,000"
    try:
        run("crude rate", table, python, scratch, 60)
    except subprocess.CalledProcessError as stopped:
        return f"{ours}; PHStatsMethods stops: {stopped.stderr.strip().splitlines()[-1]}"
    return f"{ours}, and PHStatsMethods goes on."


def counts(areas: int) -> Table:
    """Events from 1, so that exact limits and Byar's are both asked for, and people."""
    random = np.random.default_rng(areas)
    people = random.integers(500, 20_000, areas)
    events = random.poisson(people * random.uniform(0.0002, 0.05, areas))
    return {"events": np.clip(events, 1, people), "people": people}


def samples(areas: int) -> Table:
    random = np.random.default_rng(areas)
    area = np.repeat(np.arange(areas), VALUES)
    return {"area": area, "value": random.normal(50, 10, area.size)}


def bands(areas: int) -> Table:
    """Counts by age; some areas have under 10 events in all, for which no rate is given."""
    random = np.random.default_rng(areas)
    people = random.integers(50, 2_000, (areas, BANDS))
    events = random.poisson(people * random.uniform(0.0005, 0.02, (areas, 1)))
    events[:, 0] += events.sum(axis=1) == 0
    reference = np.arange(1, BANDS + 1)
    columns = {
        "events": events,
        "people": people,
        "area": np.broadcast_to(np.arange(areas)[:, None], people.shape),
        "standard": np.broadcast_to(STANDARD, people.shape),
        "ref_events": np.broadcast_to(reference * 55, people.shape),
        "ref_people": np.broadcast_to(100_000 + reference, people.shape),
    }
    return {name: column.ravel() for name, column in columns.items()}


def ranked(areas: int) -> Table:
    random = np.random.default_rng(areas)
    return {"value": random.normal(size=areas).round(3), "region": np.arange(areas) % 10}


def ours_of_rates(table: Table) -> Numbers:
    return np.stack(crude_rate(table["events"], table["people"], multiplier=100_000))


def ours_of_proportions(table: Table) -> Numbers:
    return np.stack(proportion(table["events"], table["people"], multiplier=100))


def ours_of_means(table: Table) -> Numbers:
    area = table["area"]
    return np.stack(mean_of_groups(table["value"], area, groups=int(area[-1]) + 1))


def ours_of_direct(table: Table) -> Numbers:
    events, people = (table[name].reshape(-1, BANDS) for name in ("events", "people"))
    return np.stack(directly_standardised_rate(events, people, STANDARD, multiplier=100_000))


def ours_of_indirect(table: Table) -> Numbers:
    events, people = (table[name].reshape(-1, BANDS) for name in ("events", "people"))
    reference = table["ref_events"][:BANDS], table["ref_people"][:BANDS]
    return np.stack(standardised_ratio(events.sum(axis=1), expected_events(people, *reference)))


def ours_of_quantiles(table: Table) -> Numbers:
    made = quantile_groups(table["value"], groups=10, highest_first=True, within=table["region"])
    return made[None]


#: Each statistic: its input, and how ours is asked. The rival's script asks by the same names.
STATISTICS: dict[str, tuple[Callable[[int], Table], Callable[[Table], Numbers]]] = {
    "crude rate": (counts, ours_of_rates),
    "proportion": (counts, ours_of_proportions),
    "mean": (samples, ours_of_means),
    "directly standardised rate": (bands, ours_of_direct),
    "indirectly standardised ratio": (bands, ours_of_indirect),
    "quantile": (ranked, ours_of_quantiles),
}


if __name__ == "__main__":
    main()
