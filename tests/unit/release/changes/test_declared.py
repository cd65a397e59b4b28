"""What two releases say differently of their indicators."""

from dataclasses import replace

import pytest

from hereabouts.release.changes.declared import declared_changes
from hereabouts.release.manifest_model import ReleaseManifest
from hereabouts.release.reader import ReleaseReader
from tests.unit.doors.changed_place import NEW, OLD, SEEN


def test_indicators_come_and_go_and_get_new_periods(releases: dict[int, ReleaseReader]) -> None:
    found = declared_changes(releases[1].manifest, releases[2].manifest)
    assert [one.id for one in found.added] == [NEW]
    assert [one.id for one in found.gone] == [OLD]
    assert [period.label for period in found.new_periods[SEEN]] == ["Mar 2025"]
    assert found.gone_periods[SEEN] == ()
    assert found.redefined == ()
    assert found.comparable == {SEEN}


def with_seen(manifest: ReleaseManifest, **said: object) -> ReleaseManifest:
    changed = tuple(
        replace(one, **said) if one.id == SEEN else one  # type: ignore[arg-type]
        for one in manifest.indicators
    )
    return replace(manifest, indicators=changed)


@pytest.mark.parametrize(
    ("said", "fields", "means_another"),
    [
        ({"unit": "per 100"}, ("unit",), True),
        ({"multiplier": 1.0}, ("multiplier",), True),
        ({"spc": None}, ("spc",), True),
        ({"title": "Other words"}, ("title",), False),
        ({"notes": ("Read with care.",)}, ("notes",), False),
    ],
)
def test_a_redefinition_says_which_fields_and_whether_figures_can_still_be_compared(
    releases: dict[int, ReleaseReader],
    said: dict[str, object],
    fields: tuple[str, ...],
    means_another: bool,
) -> None:
    was = releases[2].manifest
    found = declared_changes(was, with_seen(was, **said))
    (one,) = found.redefined
    assert (one.fields, one.means_another) == (fields, means_another)
    assert (SEEN in found.comparable) is not means_another


def test_what_is_counted_is_held_against_only_where_both_say(
    releases: dict[int, ReleaseReader],
) -> None:
    said = releases[2].manifest
    silent, one, other = (with_seen(said, counts=text) for text in ("", "people", "visits"))
    assert not declared_changes(silent, one).redefined
    assert declared_changes(one, other).redefined[0].means_another
