"""Whoever may see a part of a release is answered as if the rest were not there."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.errors import ReleaseError
from hereabouts.model.policy import Audience
from hereabouts.release.answers import Observation
from hereabouts.release.reader import ReleaseReader, open_release
from hereabouts.release.scope import Scope
from tests.unit.doors.small_release import build_small_release

START = date(2017, 1, 1)
WITHIN, MINUTES, NURSES = "access.within_30", "access.travel_minutes", "workforce.nurses"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("place")
    build_small_release(folder)
    return folder


@pytest.fixture(scope="module")
def whole(root: Path) -> ReleaseReader:
    return open_release(root, number=1, audience=Audience.OPEN)


def seen(root: Path, scope: Scope) -> ReleaseReader:
    return open_release(root, number=1, audience=Audience.OPEN, scope=scope)


def everything(reader: ReleaseReader, *, of: ReleaseReader) -> Iterator[Observation]:
    """Every observation that can be asked for, by indicator and area type."""
    for indicator in of.manifest.indicators:
        for area_type in indicator.area_types:
            yield from reader.observations(indicator.id, area_type=area_type)


def test_an_indicator_that_may_not_be_seen_is_nowhere(root: Path, whole: ReleaseReader) -> None:
    reader = seen(root, Scope(whole=frozenset({WITHIN})))
    assert [one.id for one in reader.manifest.indicators] == [WITHIN]
    assert reader.manifest.indicator_of(NURSES) is None
    assert {one.indicator for one in everything(reader, of=whole)} == {WITHIN}
    kind = whole.manifest.indicator_of(NURSES)
    assert kind
    for area_type in kind.area_types:
        for area in reader.areas(area_type):
            told = {one.indicator for one in reader.profile(area_type, code=area.code)}
            assert told <= {WITHIN}


def test_products_of_what_may_not_be_seen_are_not_named(root: Path, whole: ReleaseReader) -> None:
    nurses = whole.manifest.indicator_of(NURSES)
    within = whole.manifest.indicator_of(WITHIN)
    assert nurses
    assert within
    assert set(nurses.products) - set(within.products)
    manifest = seen(root, Scope(whole=frozenset({WITHIN}))).manifest
    named = {one.id for one in manifest.products}
    assert set(within.products) <= named
    assert not named & (set(nurses.products) - set(within.products))
    assert {one.indicator for one in manifest.disclosure.by_indicator} <= {WITHIN}


def test_pages_leave_out_sections_about_what_may_not_be_seen(root: Path) -> None:
    manifest = seen(root, Scope(whole=frozenset({WITHIN}))).manifest
    named = {name for page in manifest.pages for name in page.indicators}
    named |= {n for page in manifest.pages for one in page.sections for n in one.all_indicators}
    assert named <= {WITHIN}


def test_nothing_at_all_may_be_seen_by_whom_nothing_is_opened(
    root: Path, whole: ReleaseReader
) -> None:
    reader = seen(root, Scope())
    assert not list(everything(reader, of=whole))
    assert not reader.manifest.indicators


@given(data=st.data())
def test_a_part_is_what_the_whole_says_of_those_areas(
    root: Path, whole: ReleaseReader, data: st.DataObject
) -> None:
    """Areas named, and those that lie in them; nothing worked out from all areas together."""
    every = list(everything(whole, of=whole))
    codes = sorted({one.area_code for one in every})
    chosen = frozenset(data.draw(st.sets(st.sampled_from(codes), min_size=1, max_size=3)))
    reader = seen(root, Scope(whole=frozenset({MINUTES}), parts={WITHIN: chosen}))
    within = chosen | {
        area.code
        for kind in whole.manifest.area_types
        for area in whole.areas(kind.code)
        if {parent.code for parent in whole.parents(kind.code, code=area.code)} & chosen
    }
    kinds = {kind.code for kind in whole.manifest.area_types}
    expected = {
        one
        for one in every
        if one.indicator == MINUTES
        or (one.indicator == WITHIN and one.area_code in within and one.area_type in kinds)
    }
    assert set(everything(reader, of=whole)) == expected


def test_no_query_reaches_what_lies_behind_the_views(root: Path) -> None:
    """The database itself is attached, so nothing may be asked but through the reader."""
    reader = seen(root, Scope(whole=frozenset({WITHIN})))
    cursor = reader._cursor()  # noqa: SLF001
    found = cursor.execute("select distinct indicator from observations").fetchall()
    assert found == [(WITHIN,)]
    with pytest.raises(duckdb.Error, match="disabled"):
        cursor.execute(f"select * from read_csv('{root / 'place.yml'}')")
    with pytest.raises(duckdb.Error):
        cursor.execute("set enable_external_access = true")


def test_a_bundle_that_cannot_be_read_is_said_as_ever(tmp_path: Path) -> None:
    build_small_release(tmp_path)
    (database,) = tmp_path.rglob("serve.duckdb")
    database.write_bytes(b"no database")
    with pytest.raises(ReleaseError) as refused:
        seen(tmp_path, Scope())
    assert refused.value.code == "R104"


def test_two_who_may_see_the_same_have_one_key() -> None:
    one = Scope(whole=frozenset({WITHIN, MINUTES}), parts={NURSES: frozenset({"a", "b"})})
    two = Scope(whole=frozenset({MINUTES, WITHIN}), parts={NURSES: frozenset({"b", "a"})})
    assert one.key == two.key
    assert one.key != Scope(whole=frozenset({WITHIN})).key
