"""How well hot spots keep their promise, what that costs, and how long they take.

Prints, over maps of 17 by 20 areas: in how many of the maps that chance alone draws anything is
found at a false discovery rate of 5 %; how many areas of a planted cluster are found; seconds.

    python benchmarks/hot_spots.py [--maps 600]
"""

import argparse
import time
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from hereabouts.statistics.empirical_bayes import (
    locally_smoothed_rate,
    smoothed_rate,
    standardised_rate,
)
from hereabouts.statistics.false_discovery import q_values, two_sided_p
from hereabouts.statistics.getis_ord import gi_star
from hereabouts.statistics.hot_spots import hot_spots
from hereabouts.statistics.neighbours import Neighbours, neighbours_of_pairs
from hereabouts.statistics.similar_areas import similar_areas

Numbers = NDArray[np.float64]
Judge = Callable[[Numbers, Neighbours], Numbers]
AREAS = 340
PEOPLE = np.linspace(60, 3000, AREAS)  # few at one end of the map, many at the other
NULLS: dict[str, Callable[[np.random.Generator], Numbers]] = {
    "normal": lambda rng: rng.normal(size=AREAS),
    "Poisson, mean 8": lambda rng: rng.poisson(8, AREAS).astype(float),
    "Poisson, mean 1": lambda rng: rng.poisson(1, AREAS).astype(float),
    "exponential": lambda rng: rng.exponential(size=AREAS),
    "lognormal, 0.7": lambda rng: rng.lognormal(0, 0.7, AREAS),
}


def grid(rows: int, columns: int) -> Neighbours:
    """Each area next to the eight around it."""
    place = np.pad(np.arange(rows * columns).reshape(rows, columns), 1, constant_values=-1)
    first, second = [], []
    for up, left in [(-1, -1), (-1, 0), (-1, 1), (0, -1), (0, 1), (1, -1), (1, 0), (1, 1)]:
        first.append(place[1:-1, 1:-1].ravel())
        second.append(np.roll(place, (up, left), (0, 1))[1:-1, 1:-1].ravel())
    one, other = np.concatenate(first), np.concatenate(second)
    return neighbours_of_pairs(one[other >= 0], other[other >= 0], areas=rows * columns)


def by_values(values: Numbers, neighbours: Neighbours) -> Numbers:
    """q of the values as they are."""
    return q_values(two_sided_p(gi_star(values, neighbours)))


def by_scores(values: Numbers, neighbours: Neighbours) -> Numbers:
    """q as released, of normal scores."""
    return hot_spots(values, neighbours).q


def share_found(draw: Callable[[], Numbers], judge: Judge, *, maps: int) -> float:
    """In how many maps of chance alone something is found, as a share."""
    neighbours = grid(17, 20)
    return sum(bool((judge(draw(), neighbours) <= 0.05).any()) for _ in range(maps)) / maps


def of_shapes(maps: int) -> None:
    for name, draw in NULLS.items():
        shares = []
        for judge in (by_values, by_scores):
            rng = np.random.default_rng(5)
            shares.append(share_found(lambda d=draw, r=rng: d(r), judge, maps=maps))  # type: ignore[misc]
        print(f"{name:20} values {shares[0]:6.1%}   scores {shares[1]:6.1%}")


def of_rates(maps: int) -> None:
    neighbours = grid(17, 20)
    kinds: dict[str, Callable[[Numbers, Numbers], Numbers]] = {
        "as they are": np.divide,
        "smoothed": smoothed_rate,
        "locally smoothed": lambda x, n: locally_smoothed_rate(x, n, neighbours),
        "standardised": standardised_rate,
    }
    for name, rate in kinds.items():
        rng = np.random.default_rng(8)

        def draw(rate: Callable[[Numbers, Numbers], Numbers] = rate) -> Numbers:
            risk = 0.02 * rng.gamma(10, 0.1, AREAS)  # noqa: B023 - drawn before rng is replaced
            events = rng.poisson(PEOPLE * risk).astype(float)  # noqa: B023
            return rate(events, PEOPLE)

        print(f"rates {name:20} {share_found(draw, by_scores, maps=maps):6.1%}")


def of_planted(maps: int) -> None:
    for side, width, deviations in [(7, 3, 2), (18, 4, 2), (50, 5, 2), (50, 5, 1)]:
        neighbours, where = grid(side, side), np.zeros((side, side), dtype=bool)
        where[1 : 1 + width, 1 : 1 + width] = True
        planted, rng = where.ravel(), np.random.default_rng(0)
        found = [0.0, 0.0]
        for _ in range(maps):
            values = rng.normal(size=side * side) + deviations * planted
            for at, judge in enumerate((by_values, by_scores)):
                found[at] += float((judge(values, neighbours) <= 0.05)[planted].mean()) / maps
        print(
            f"{width * width} of {side * side} areas higher by {deviations} deviations:"
            f" values find {found[0]:.0%}, scores {found[1]:.0%}"
        )


def of_time() -> None:
    rng, neighbours = np.random.default_rng(0), grid(189, 189)
    events = rng.poisson(20, neighbours.areas).astype(np.float64)
    people = rng.normal(1600, 200, neighbours.areas).round().astype(np.float64)
    started = time.perf_counter()
    hot_spots(standardised_rate(events, people), neighbours)
    print(f"hot spots of {neighbours.areas:,} areas: {time.perf_counter() - started:.2f} s")
    for areas in (330, 7_264):
        measures, started = rng.normal(size=(areas, 6)), time.perf_counter()
        similar_areas(measures, weights=np.ones(6), count=15)
        print(f"15 like each of {areas:,} by 6 measures: {time.perf_counter() - started:.2f} s")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--maps", type=int, default=600)
    chosen = parser.parse_args()
    of_shapes(chosen.maps)
    of_rates(chosen.maps)
    of_planted(chosen.maps // 3)
    of_time()
