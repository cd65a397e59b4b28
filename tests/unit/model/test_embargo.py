"""An embargo ends at one moment, said as people in the United Kingdom say it."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.errors import ReleaseError
from hereabouts.model.embargo import LONDON, Embargo, read_moment


@pytest.mark.parametrize(
    ("said", "moment", "words"),
    [
        ("2026-12-10T09:30", datetime(2026, 12, 10, 9, 30, tzinfo=UTC), "9:30am on 10 December"),
        ("2026-07-01T09:30", datetime(2026, 7, 1, 8, 30, tzinfo=UTC), "9:30am on 1 July"),
        ("2026-12-10T00:05", datetime(2026, 12, 10, 0, 5, tzinfo=UTC), "12:05am on 10 December"),
        ("2026-12-10T13:00", datetime(2026, 12, 10, 13, 0, tzinfo=UTC), "1pm on 10 December"),
    ],
)
def test_a_moment_is_in_the_time_of_london(said: str, moment: datetime, words: str) -> None:
    found = read_moment(said)
    assert found == moment
    assert Embargo(until=found).words == f"{words} 2026"


@pytest.mark.parametrize(
    "said",
    [
        *("", "tomorrow", "2026-12-10", "2026-12-10 09:30", "2026-12-10T09:30Z", "10/12/2026"),
        *("2026-12-10T09:30:00", "2026-02-30T09:30", "2026-12-10T25:00", "٢٠٢٦-12-10T09:30"),
    ],
)
def test_what_is_no_moment_is_refused(said: str) -> None:
    with pytest.raises(ReleaseError, match="R320"):
        read_moment(said)


@pytest.mark.parametrize("said", ["2027-03-28T01:30", "2026-10-25T01:30"])
def test_a_time_that_is_not_there_or_comes_twice_is_refused(said: str) -> None:
    with pytest.raises(ReleaseError, match="clocks change"):
        read_moment(said)


@given(st.datetimes(datetime(2000, 1, 1), datetime(2037, 1, 1)))  # noqa: DTZ001  as it is written
def test_every_moment_is_read_as_it_is_written_or_refused(local: datetime) -> None:
    said = f"{local:%Y-%m-%dT%H:%M}"
    try:
        found = read_moment(said)
    except ReleaseError:
        one = local.replace(tzinfo=LONDON)
        assert one.utcoffset() != one.replace(fold=1).utcoffset()
        return
    back = found.astimezone(UTC).astimezone(LONDON)
    assert f"{back:%Y-%m-%dT%H:%M}" == said
    assert found.utcoffset() in (timedelta(0), timedelta(hours=1))
