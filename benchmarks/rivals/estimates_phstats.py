"""PHStatsMethods on one statistic; prints the processor seconds of a call.

The system ends it (SIGXCPU) when it has taken LIMIT seconds of a processor.

python benchmarks/rivals/estimates_phstats.py STATISTIC INPUT.npz ANSWER.npz LIMIT
"""

import resource
import sys
import time
import timeit
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import PHStatsMethods  # type: ignore[import-not-found]  # not in our own environment

PLAIN = {"metadata": False, "confidence": 0.95}
CALLS: dict[str, Callable[[pd.DataFrame], pd.DataFrame]] = {
    "crude rate": lambda t: PHStatsMethods.ph_rate(
        t, "events", "people", multiplier=100_000, **PLAIN
    ),
    "proportion": lambda t: PHStatsMethods.ph_proportion(
        t, "events", "people", multiplier=100, **PLAIN
    ),
    "mean": lambda t: PHStatsMethods.ph_mean(t, "value", "area", **PLAIN),
    "directly standardised rate": lambda t: PHStatsMethods.ph_dsr(
        t, "events", "people", "standard", "area", euro_standard_pops=False, **PLAIN
    ),
    "indirectly standardised ratio": lambda t: PHStatsMethods.ph_ISRatio(
        t, "events", "people", "ref_events", "ref_people", "area", refvalue=100, **PLAIN
    ),
    "quantile": lambda t: PHStatsMethods.ph_quantile(t, "value", ["region"], 10, invert=True),
}
ANSWERS = ["Value", "lower_95_ci", "upper_95_ci"]


def main() -> None:
    statistic, given, answer = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    resource.setrlimit(resource.RLIMIT_CPU, (int(sys.argv[4]), resource.RLIM_INFINITY))
    table = pd.DataFrame(dict(np.load(given)))
    call = CALLS[statistic]
    call(table.head(190))  # what is loaded or compiled at the first call is not counted
    made: list[pd.DataFrame] = []
    timer = timeit.Timer(lambda: made.append(call(table)), timer=time.process_time)
    number, seconds = timer.autorange()
    found = ["quantile"] if statistic == "quantile" else ANSWERS
    np.savez(answer, answer=made[-1][found].to_numpy(dtype=np.float64).T)
    print(seconds / number)


if __name__ == "__main__":
    main()
