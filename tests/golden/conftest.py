"""Counts of what golden tests compare, which tools/prove_statistics.py prints."""

from collections.abc import Callable, Iterator
from dataclasses import asdict
from typing import Any

import pytest

from tests.golden.tally import Tally

Compare = Callable[..., Tally]


@pytest.fixture
def compare(record_property: Callable[[str, Any], None]) -> Iterator[Compare]:
    """Starts a count: `compare("testdata_Rate.xlsx", "crude rates")`."""
    tallies: list[Tally] = []

    def start(source: str, what: str, **within: Any) -> Tally:
        tallies.append(Tally(source, what, **within))
        return tallies[-1]

    yield start
    for tally in tallies:
        record_property("compared", asdict(tally))
