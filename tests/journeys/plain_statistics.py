"""Statistics as they are in the papers, in loops, to hold figures of a release against."""

from math import sqrt
from statistics import NormalDist, fmean, pstdev
from typing import Any


def wilson(x: float, n: float, z: float) -> tuple[float, float]:
    p, s = x / n, z * z / n
    half = z * sqrt(p * (1 - p) / n + s / (4 * n))
    return 100 * (p + s / 2 - half) / (1 + s), 100 * (p + s / 2 + half) / (1 + s)


def beside(england: float, at95: tuple[float, float], at998: tuple[float, float]) -> str:
    """Fewer is better."""
    for limits, confidence in ((at998, "998"), (at95, "95")):
        if england < limits[0]:
            return f"worse_{confidence}"
        if england > limits[1]:
            return f"better_{confidence}"
    return "similar"


def standardised(shown: list[Any]) -> dict[str, float]:
    """Assunção and Reis (1999)."""
    events, people = sum(x for _, x, _ in shown), sum(n for _, _, n in shown)
    mean = events / people
    spread = sum(n * (x / n - mean) ** 2 for _, x, n in shown) / people
    between = max(spread - mean / (people / len(shown)), 0)
    return {code: (x / n - mean) / sqrt(between + mean / n) for code, x, n in shown}


def blom(values: dict[str, float]) -> dict[str, float]:
    """Normal scores; ties share the mean of their ranks."""
    ordered = sorted(values.values())
    first = {value: at for at, value in reversed(list(enumerate(ordered, 1)))}
    last = {value: at for at, value in enumerate(ordered, 1)}
    rank = {value: (first[value] + last[value]) / 2 for value in ordered}
    score = NormalDist().inv_cdf
    return {k: score((rank[v] - 0.375) / (len(ordered) + 0.25)) for k, v in values.items()}


def gi_star(values: dict[str, float], borders: list[Any]) -> dict[str, float]:
    """Ord and Getis (1995), the area itself counted once."""
    around = {code: {code} for code in values}
    for one, other in borders:
        around[one].add(other)
    count, mean, spread = len(values), fmean(values.values()), pstdev(values.values())
    found = {}
    for code, near in around.items():
        error = spread * sqrt((count * len(near) - len(near) ** 2) / (count - 1))
        found[code] = (sum(values[one] for one in near) - mean * len(near)) / error
    return found


def discoveries(z: dict[str, float]) -> set[str]:
    """Benjamini and Hochberg (1995), at 5 %."""
    p = sorted((2 * NormalDist().cdf(-abs(score)), code) for code, score in z.items())
    cut_at = max((n for n, (one, _) in enumerate(p, 1) if one <= 0.05 * n / len(p)), default=0)
    return {code for _, code in p[:cut_at]}
