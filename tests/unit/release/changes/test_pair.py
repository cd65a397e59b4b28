"""Two releases side by side, figure by figure."""

from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hereabouts.errors import ReleaseError
from hereabouts.release.changes.changed import Changed, Kind
from hereabouts.release.changes.pair import Pair
from hereabouts.release.reader import ReleaseReader
from tests.unit.doors.changed_place import DISTRICT, SEEN, Figure, build, hidden

ALL = (1_000, 0)


def of_district(pair: Pair, n: int) -> Changed:
    (found,) = pair.changed(area=(DISTRICT, f"E0700000{n:X}"), page=ALL)
    return found


@pytest.mark.parametrize(
    ("district", "kind"),
    [
        (3, Kind.REVISED),
        (4, Kind.HIDDEN),
        (5, Kind.SHOWN),
        (7, Kind.SHOWN),
        (8, Kind.LIMITS),
        (9, Kind.MARKED),
    ],
)
def test_each_figure_is_told_by_what_became_of_it(pair: Pair, district: int, kind: Kind) -> None:
    found = of_district(pair, district)
    assert found.kind is kind
    assert found.key.area_name == f"District {district}"


def test_a_revised_figure_has_both_values(pair: Pair) -> None:
    found = of_district(pair, 3)
    assert found.was is not None
    assert found.now is not None
    assert (found.was.value, found.now.value) == (61.0, 62.5)


def test_a_figure_that_is_hidden_now_is_not_repeated_from_before(pair: Pair) -> None:
    found = of_district(pair, 4)
    assert found.was is None
    assert found.now is not None
    assert found.now.value is None
    assert found.key.value is None
    assert found.key.numerator is None


def test_a_figure_that_is_shown_now_says_why_it_was_not(pair: Pair) -> None:
    found = of_district(pair, 5)
    assert found.was is not None
    assert found.was.marker is not None
    assert found.was.marker.value == "[c]"
    assert found.was.value is None


def test_a_new_period_is_not_told_figure_by_figure(pair: Pair) -> None:
    assert {one.kind for one in pair.changed(page=ALL)}.isdisjoint({Kind.ADDED, Kind.GONE})


def test_counts_are_of_what_is_listed(pair: Pair) -> None:
    listed = pair.changed(page=ALL)
    assert sum(one.figures for one in pair.counts()) == len(listed) == 6
    assert pair.changed(kind=Kind.SHOWN, page=ALL) == tuple(
        one for one in listed if one.kind is Kind.SHOWN
    )
    assert pair.changed(page=(2, 2)) == listed[2:4]


def test_an_indicator_that_means_another_thing_is_not_compared(
    releases: dict[int, ReleaseReader],
) -> None:
    changed = Pair(releases[2], releases[4])
    assert changed.counts() == ()
    (redefined,) = changed.declared.redefined
    assert redefined.fields == ("unit",)
    assert redefined.means_another


def test_a_release_is_not_different_from_itself(releases: dict[int, ReleaseReader]) -> None:
    assert Pair(releases[1], releases[1]).counts() == ()


def test_a_release_made_before_areas_were_compared_can_be_read(
    releases: dict[int, ReleaseReader], tmp_path: Path
) -> None:
    old = build(tmp_path, 1, months=14, told={})
    with duckdb.connect(str(old / "serve.duckdb")) as connection:
        for table in ("observations", "observations_by_area"):
            connection.execute(f"alter table {table} drop compared")
    assert Pair(ReleaseReader(old), releases[2]).changed(page=ALL)


def test_a_row_in_one_release_alone_is_told(tmp_path: Path) -> None:
    before = build(tmp_path, 1, months=2, told={(1, 0): None})
    after = build(tmp_path, 2, months=2, told={(2, 0): None})
    found = Pair(ReleaseReader(before), ReleaseReader(after)).changed(page=ALL)
    assert [(one.kind, one.key.area_code[-1]) for one in found] == [
        (Kind.ADDED, "1"),
        (Kind.GONE, "2"),
    ]
    assert found[1].was is None
    assert found[1].now is None


def test_a_release_that_cannot_be_read_is_said(
    releases: dict[int, ReleaseReader], tmp_path: Path
) -> None:
    broken = ReleaseReader(build(tmp_path, 1, months=2, told={}))
    (broken.folder / "serve.duckdb").unlink()
    with pytest.raises(ReleaseError, match="0001-open cannot be read") as caught:
        Pair(broken, releases[2])
    assert caught.value.code == "R104"


FIGURES = st.one_of(
    st.builds(Figure, st.sampled_from([40.0, 41.0, 50.0]), marker=st.sampled_from([None, "[e]"])),
    st.just(hidden()),
    st.just(hidden("[x]")),
)


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(before=st.lists(FIGURES, min_size=12, max_size=12), after=st.permutations(range(12)))
def test_no_number_is_told_that_the_later_release_does_not_show(
    tmp_path_factory: pytest.TempPathFactory, before: list[Figure], after: list[int]
) -> None:
    root = tmp_path_factory.mktemp("any")
    shuffled = [before[n] for n in after]
    folders = [
        build(root, n, months=1, told={(at, 0): one for at, one in enumerate(figures, start=1)})
        for n, figures in enumerate((before, shuffled), start=1)
    ]
    for one in Pair(*map(ReleaseReader, folders)).changed(indicator=SEEN, page=ALL):
        at = int(one.key.area_code[-1], 16) - 1
        said = {each.value for each in (one.was, one.now) if each and each.value is not None}
        shown = shuffled[at].value
        assert said <= {before[at].value, shown}
        assert shown is not None or not said
