"""Every funnel that PHEindicatormethods 2.1.0 publishes, and 200 of FunnelPlotR 0.6.0.

Known faults of the reference, left there:
- The printed proportion limits are rounded to 6 decimals of a per cent.
- Ratio and rate limits come from a bisection that stops within 2e-7 (events) and 5e-5 (upper).
- FunnelPlotR writes z as 1.959964 and 3.090232; so do these tests, to compare the rest.
- Its limits of a ratio of counts use 1 / (4 d) as the variance, for points placed with about
  1 / n + 1 / d: half of all areas lie outside its 95% lines by chance alone. Ours use the
  points' own variance; the test gives the reference's, to compare the rest.
- Its limits of square roots are not squared, though points are drawn as ratios. Ours are.
- Six of its limits of proportions fold back below 0 or above 1. Ours stop there.
"""

import csv
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from hereabouts.statistics.funnel.count_limits import expected_at_limits, ratio_funnel
from hereabouts.statistics.funnel.overdispersed_limits import limits_about
from hereabouts.statistics.funnel.overdispersion import overdispersion
from hereabouts.statistics.funnel.proportion_limits import proportion_funnel
from hereabouts.statistics.funnel.scales import (
    LOG_RATIO,
    PROPORTION,
    RATIO_OF_COUNTS,
    ROOT_RATIO,
    Scale,
    placed,
)
from hereabouts.statistics.funnel.significance import (
    count_significance,
    proportion_significance,
    standardised_significance,
)
from hereabouts.statistics.intervals import Numbers
from tests.golden.conftest import Compare

pytestmark = pytest.mark.real
WORDS = {
    -2.0: "Low (0.001)",
    -1.0: "Low (0.025)",
    0.0: "Not significant",
    1.0: "High (0.025)",
    2.0: "High (0.001)",
}
TOO_FEW = "Not applicable for events less than 10 for dsrs"
SCALES: dict[str, Scale] = {
    "SR-SHMI": LOG_RATIO,
    "SR-CQC": ROOT_RATIO,
    "PR": PROPORTION,
    "RC": RATIO_OF_COUNTS,
}
Table = dict[str, list[str]]


def table(folder: Path, name: str) -> Table:
    columns: Table = defaultdict(list)
    with (folder / "methods" / name).open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            for heading, cell in row.items():
                columns[heading.strip()].append(cell)
    return columns


def phe(folder: Path, name: str) -> Table:
    return table(folder, f"PHEindicatormethods/testdata_funnel_{name}.csv")


def numbers(cells: list[str]) -> Numbers:
    return np.array([float(cell) if cell not in {"", "NA"} else np.nan for cell in cells])


def words(levels: Numbers) -> list[str]:
    return [TOO_FEW if np.isnan(level) else WORDS[level] for level in levels.tolist()]


def test_every_proportion_is_labelled_as_published(shared_data: Path, compare: Compare) -> None:
    tally = compare("testdata_funnel_prop_inputs.csv", "significance of proportions")
    given = phe(shared_data, "prop_inputs")
    x, n = numbers(given["numerator"]), numbers(given["denominator"])
    levels = proportion_significance(x, n, benchmark=x.sum() / n.sum())
    tally.same(words(levels), given["significance"])
    tally.cases = tally.labels
    assert tally.labels == 303


@pytest.mark.parametrize(
    ("file", "decimals"), [("prop_outputs", 6), ("prop_outputs_with_axis_variation", 8)]
)
def test_every_line_of_a_funnel_of_proportions_is_as_printed(
    shared_data: Path, compare: Compare, file: str, decimals: int
) -> None:
    printed = phe(shared_data, file)
    tally = compare(
        f"testdata_funnel_{file}.csv",
        "lines of proportions, as printed",
        within=2.0,  # the baseline is rounded as well
        of="its last printed digit",
        cases=len(printed["Baseline"]),
    )
    baseline, population = numbers(printed["Baseline"]), numbers(printed["Population"])
    for confidence, ending in ((0.95, "2s0025limit"), (0.998, "3s0001limit")):
        made = proportion_funnel(baseline[0] / 100, population, confidence=confidence)
        for limit, side in ((made.lower, "Lower"), (made.upper, "Upper")):
            wanted = numbers(printed[f"{side}{ending}"])
            tally.near(limit * 100, wanted, f"{side} at {confidence}", scale=10.0**-decimals)


def test_every_line_of_a_funnel_of_ratios_is_as_printed(
    shared_data: Path, compare: Compare
) -> None:
    printed = phe(shared_data, "ratio_outputs")
    lower, upper = (
        compare(
            "testdata_funnel_ratio_outputs.csv",
            f"{side} lines of ratios, bisected there",
            within=within,
            cases=len(printed["Observed_events"]),
        )
        for side, within in (("lower", 1e-6), ("upper", 1e-4))
    )
    events = numbers(printed["Observed_events"])
    for confidence, s in ((0.95, "2s"), (0.998, "3s")):
        expected = expected_at_limits(events, confidence=confidence)
        most, fewest = (numbers(printed[f"{side}_{s}_exp_events"]) for side in ("lower", "upper"))
        lower.near(expected.upper, most)
        upper.near(expected.lower, fewest)
        made = ratio_funnel(events, confidence=confidence)
        lower.near(made.lower * 100, numbers(printed[f"lower_{s}_isr"]))
        upper.near(made.upper * 100, numbers(printed[f"upper_{s}_isr"]))


@pytest.mark.parametrize("file", ["rate_outputs", "rate_outputs_2", "rate_outputs_3"])
def test_every_line_of_a_funnel_of_rates_is_as_printed(
    shared_data: Path, compare: Compare, file: str
) -> None:
    printed = phe(shared_data, file)
    tally = compare(
        f"testdata_funnel_{file}.csv",
        "lines of rates, bisected there",
        within=1e-4,
        cases=len(printed["Events"]),
    )
    events, baseline = numbers(printed["Events"]), numbers(printed["baseline"])
    for confidence, s in ((0.95, "2s"), (0.998, "3s")):
        made = ratio_funnel(events, confidence=confidence)
        tally.near(made.lower * baseline, numbers(printed[f"lower_{s}_limit"]))
        tally.near(made.upper * baseline, numbers(printed[f"upper_{s}_limit"]))


def test_every_ratio_is_labelled_as_published(shared_data: Path, compare: Compare) -> None:
    tally = compare("testdata_funnel_ratio_inputs.csv", "significance of ratios")
    given = phe(shared_data, "ratio_inputs")
    levels = count_significance(numbers(given["obs"]), numbers(given["expected"]))
    tally.same(words(levels), given["significance"])
    tally.cases = tally.labels
    assert tally.labels == 300


@pytest.mark.parametrize("tag", ["with_0", "without_0"])
@pytest.mark.parametrize("per", [100, 100_000])
def test_every_rate_is_labelled_as_published(
    shared_data: Path, compare: Compare, tag: str, per: int
) -> None:
    what = f"significance of rates and standardised rates per {per:,}, {tag.replace('_', ' ')}"
    tally = compare("testdata_funnel_rate_dsr_inputs.csv", what)
    given = phe(shared_data, "rate_dsr_inputs")
    all_events = numbers(given["count"])
    kept = np.ones(len(all_events), dtype=bool) if tag == "with_0" else all_events > 0
    events = all_events[kept]
    crude = numbers(given[f"rate_crude_per_{per}"])[kept]
    people = np.where(events == 0, numbers(given["pop"])[kept], events / np.where(crude, crude, 1))
    people = np.where(events == 0, people / per, people)
    levels = count_significance(events, people, benchmark=events.sum() / people.sum())
    dsr = numbers(given["rate_dsr"])[kept]
    standardised = standardised_significance(events, dsr)
    for kind, found in (("crude", levels), ("dsr", standardised)):
        tally.same(words(found), np.array(given[f"{kind}_per_{per}_{tag}"])[kept].tolist(), kind)
    tally.cases = len(events)
    assert tally.cases == (40 if tag == "with_0" else 39)


def sets(folder: Path) -> Iterator[tuple[str, Table, Table]]:
    """Each set's type, its rows and its lines."""
    rows, lines = (table(folder, f"funnelplotr_oracle_{name}.csv") for name in ("sets", "limits"))
    for name in dict.fromkeys(rows["set"]):
        of_set = only(rows, name)
        yield of_set["type"][0], of_set, only(lines, name)


def only(whole: Table, name: str) -> Table:
    kept = [i for i, cell in enumerate(whole["set"]) if cell == name]
    return {heading: [cells[i] for i in kept] for heading, cells in whole.items()}


def test_phi_and_tau_squared_of_200_sets(shared_data: Path, compare: Compare) -> None:
    tally = compare("funnelplotr_oracle_sets.csv", "phi and tau squared", within=1e-12)
    for kind, rows, _ in sets(shared_data):
        spread = overdispersion(
            SCALES[kind], numbers(rows["numerator"]), numbers(rows["denominator"])
        )
        tally.near(spread.phi, float(rows["phi"][0]))
        # a variance next to 0 is compared as 0 is
        tau2 = float(rows["tau2"][0])
        tally.near(spread.tau2, tau2, scale=max(tau2, 0.01))
        tally.cases += 1
    assert tally.cases == 200


#: The standard error that the reference takes for its lines.
REFERENCE_ERROR: dict[str, Callable[[Numbers], Numbers]] = {
    "SR-SHMI": lambda d: 1 / np.sqrt(d),
    "SR-CQC": lambda d: 1 / (2 * np.sqrt(d)),
    "PR": lambda d: 1 / (2 * np.sqrt(d)),
    "RC": lambda d: 1 / (2 * np.sqrt(d)),
}


def test_4000_widened_limits_but_six_that_fold_back(shared_data: Path, compare: Compare) -> None:
    tally = compare("funnelplotr_oracle_limits.csv", "widened limits, but six that fold back")
    folded = 0
    for kind, rows, lines in sets(shared_data):
        x, d = numbers(rows["numerator"]), numbers(rows["denominator"])
        tau2 = float(rows["tau2"][0])
        scale = SCALES[kind]
        error = REFERENCE_ERROR[kind](numbers(lines["number_seq"]))
        target = placed(scale, x, d).target
        for level, reach in (("95", 1.959964), ("998", 3.090232)):
            made = limits_about(scale, error, target=target, tau2=tau2, reach=reach)
            for limit, side in ((made.lower, "odll"), (made.upper, "odul")):
                wanted = numbers(lines[side + level])
                if scale is ROOT_RATIO:
                    wanted = np.maximum(wanted, 0) ** 2
                alike = np.isclose(limit, wanted, rtol=1e-9, atol=1e-12)
                assert alike.all() or kind == "PR", (kind, level, side)
                tally.near(limit[alike], wanted[alike], f"{kind} {side}{level}")
                folded += int((~alike).sum())
        tally.cases += 1
    assert (tally.figures, folded) == (3_994, 6)
