"""Whether a product came when it was promised."""

from dataclasses import replace
from datetime import UTC, date, datetime

from hereabouts.model.product import Contract
from hereabouts.model.quality import Assurance
from hereabouts.quality.timely import timely
from tests.unit.quality.small_contract import column, contract

CAME = datetime(2026, 1, 15, tzinfo=UTC)


def monthly(**said: object) -> Contract:
    assurance = Assurance(**said)  # type: ignore[arg-type]
    promise = contract(column("code"))
    return replace(promise, frequency="1 m", latency="5 d", assurance=assurance)


def on(day: str) -> datetime:
    return datetime.fromisoformat(day).replace(tzinfo=UTC)


def test_it_is_due_after_its_frequency_and_its_latency() -> None:
    found = timely(monthly(), last_received=CAME, newest_period=None, now=on("2026-02-20"))
    assert [m.passes for m in found.measures] == [True]
    late = timely(monthly(), last_received=CAME, newest_period=None, now=on("2026-02-23"))
    assert ([m.passes for m in late.measures], late.overdue_days) == ([False], 3)
    assert late.reasons == (), "amber: by less than a whole period"


def test_overdue_by_more_than_a_whole_period_is_a_reason_for_red() -> None:
    found = timely(monthly(), last_received=CAME, newest_period=None, now=on("2026-03-21"))
    assert [reason.name for reason in found.reasons] == ["freshness"]


def test_a_file_on_time_that_holds_old_figures_is_late_by_its_period() -> None:
    found = timely(
        monthly(period_column="month"),
        last_received=CAME,
        newest_period=date(2025, 10, 1),
        now=on("2026-01-16"),
    )
    assert {m.name: m.passes for m in found.measures} == {"freshness": True, "period": False}
    assert [reason.name for reason in found.reasons] == ["period"]


def test_nothing_is_overdue_before_it_is_generally_available() -> None:
    found = timely(
        monthly(available_from=date(2027, 1, 1)),
        last_received=CAME,
        newest_period=None,
        now=on("2026-12-01"),
    )
    assert (found.overdue_days, found.reasons) == (0, ())


def test_without_a_promise_time_measures_nothing() -> None:
    plain = contract(column("code"))
    found = timely(plain, last_received=CAME, newest_period=None, now=on("2036-12-01"))
    assert (found.freshness, found.measures, found.overdue_days) == (None, (), 0)
