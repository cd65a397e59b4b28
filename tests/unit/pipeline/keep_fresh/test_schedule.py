"""When a source is asked again, and when the next run is."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hereabouts.model.product import Product
from hereabouts.pipeline.keep_fresh.loop import Schedule
from hereabouts.pipeline.keep_fresh.run_file import RunFile
from hereabouts.pipeline.keep_fresh.run_once import Report
from hereabouts.pipeline.keep_fresh.schedule import Asked, interval, is_to_be_asked, next_run
from hereabouts.project import load

NOW = datetime(2026, 3, 31, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def product(new: Path) -> Product:
    return load(new).products["library.membership"]


def fetched(product: Product, *, frequency: str = "", schedule: str = "") -> Product:
    """The product as it would be if its file came from the web."""
    assert product.source
    options = {"schedule": schedule} if schedule else {}
    source = replace(product.source, location={"url": "https://example.org/a"}, options=options)
    contract = replace(product.contract, frequency=frequency)
    return replace(product, source=source, contract=contract)


@pytest.mark.parametrize(
    ("frequency", "schedule", "wait"),
    [
        ("1 y", "", timedelta(days=1)),
        ("1 d", "", timedelta(hours=3)),
        ("1 h", "", timedelta(minutes=7.5)),
        ("1 y", "1 w", timedelta(weeks=1)),
        ("", "15 min", timedelta(minutes=15)),
    ],
)
def test_a_source_is_asked_as_often_as_it_may_have_changed(
    product: Product, frequency: str, schedule: str, wait: timedelta
) -> None:
    found = interval(fetched(product, frequency=frequency, schedule=schedule))
    assert found
    assert found.after(NOW) == NOW + wait


def test_a_file_in_the_folder_and_what_promises_nothing_are_looked_at_every_time(
    product: Product,
) -> None:
    assert product.contract.frequency == "1 y"
    assert interval(product) is None
    assert interval(fetched(product)) is None
    assert interval(replace(product, source=None)) is None


@pytest.mark.parametrize(
    ("age", "source", "failures", "is_asked"),
    [
        (2.9, "a", 0, False),
        (3.0, "a", 0, True),
        (0.1, "b", 0, True),
        (0.1, "a", 1, True),
    ],
)
def test_it_is_asked_when_it_is_time_or_changed_or_failed(
    product: Product, age: float, source: str, failures: int, is_asked: bool
) -> None:
    last = Asked(at=NOW - age * HOUR, source="a", failures=failures)
    daily = fetched(product, frequency="1 d")
    assert is_to_be_asked(daily, last, source=source, now=NOW) is is_asked
    assert is_to_be_asked(daily, None, source=source, now=NOW)


@pytest.mark.parametrize(
    ("took", "failures", "wait"),
    [
        (5, [], 60),
        (90, [], 90),
        (5, [0, 0], 60),
        (5, [1, 9], 5 + 1),
        (5, [3], 5 + 4),
        (5, [50], 60),
    ],
)
def test_the_next_run_is_on_time_or_sooner_after_a_failure(
    took: int, failures: list[int], wait: int
) -> None:
    ended = NOW + timedelta(minutes=took)
    found = next_run(NOW, ended, every=HOUR, failures=failures)
    assert found == NOW + timedelta(minutes=wait)


def test_jitter_is_a_tenth_at_most_and_one_run_has_no_next() -> None:
    report = Report(outcome="fresh", started=NOW, ended=NOW, kept=RunFile())
    found = {Schedule(every=HOUR, has_jitter=True).next(report) for _ in range(50)}
    times = [moment for moment in found if moment]
    assert len(times) > 10
    assert min(times) >= NOW + HOUR
    assert max(times) <= NOW + HOUR * 1.1
    assert Schedule(every=None).next(report) is None
