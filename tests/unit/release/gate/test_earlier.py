"""A release is held against earlier ones: what they said is mended, or the release refused."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from hereabouts.errors import DisclosureError
from hereabouts.model.policy import Audience
from hereabouts.release.attack.attack_release import attack_release
from hereabouts.release.gate import earlier
from hereabouts.release.said_before import HeldAgainst, held_against
from tests.unit.release.threshold_place import code, hidden, released, show, show_area

FIRST = (30, 40, 55, 60, 31, 45, 52, 38, 47, 50, 61, 33)
SMALL = (3, *FIRST[1:])
WORKED_OUT = "D321"
PEOPLE = (1410, 1685)  # of the first two areas


@pytest.fixture
def blind(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Call it, and the gate knows of no earlier release."""

    def nothing(_: Path, __: Audience) -> HeldAgainst:
        return HeldAgainst((), 0)

    return lambda: monkeypatch.setattr(earlier, "held_against", nothing)


def found(bundle: Path, *before: Path) -> int:
    """Rows that an attack works out too closely."""
    return sum(one.narrower_than_policy for one in attack_release(bundle, earlier=before))


def test_what_was_shown_of_a_neighbour_hides_another_in_its_stead(built: Path) -> None:
    """All were shown; then one became small, and its neighbours were known."""
    first = released(built, *FIRST)
    second = released(built, *SMALL)
    assert hidden(first) == []
    assert code(1) in hidden(second)
    assert found(second, first) == 0


def test_without_the_ledger_that_is_a_leak(built: Path, blind: Callable[[], None]) -> None:
    """The attack that every release undergoes finds it, and knows nothing of the gate."""
    blind()
    released(built, *FIRST)
    with pytest.raises(DisclosureError) as refused:
        released(built, *SMALL)
    assert refused.value.code == WORKED_OUT


def a_former_area(place: Path) -> tuple[Path, Path]:
    """Two areas were told together, and the second of them by itself never was."""
    first = released(place, *SMALL)
    for one in (code(1), code(2), "E07999001", "DG1"):
        show(first, area=one, count=None)
    show_area(first, (code(1), code(2)), count=43, people=sum(PEOPLE))
    second = released(place, *SMALL[:11], 90)
    return first, second


def test_an_area_that_is_no_more_hides_what_it_had_in_common(built: Path) -> None:
    first, second = a_former_area(built)
    assert {code(1), code(2)} <= set(hidden(second))
    assert found(second, first) == 0


def test_without_the_ledger_an_area_that_is_no_more_gives_one_away(
    built: Path, blind: Callable[[], None]
) -> None:
    blind()
    with pytest.raises(DisclosureError) as refused:
        a_former_area(built)
    assert refused.value.code == WORKED_OUT


def test_a_kind_of_area_that_is_published_no_more_is_still_held_against(built: Path) -> None:
    """All areas but a small one were told; their districts, told next, would tell that one."""
    publish_for(built, "area")
    first = released(built, *SMALL)
    publish_for(built, "district")
    second = released(built, *SMALL)
    assert hidden(first) == [code(1)]
    assert hidden(second) == ["E07999001"]
    assert found(second, first) == 0


def test_without_the_ledger_a_kind_that_is_published_no_more_gives_one_away(
    built: Path, blind: Callable[[], None]
) -> None:
    blind()
    publish_for(built, "area")
    released(built, *SMALL)
    publish_for(built, "district")
    with pytest.raises(DisclosureError) as refused:
        released(built, *SMALL)
    assert refused.value.code == WORKED_OUT


def publish_for(place: Path, *area_types: str) -> None:
    """Change what the indicator is published for."""
    path = next((place / "indicators").rglob("*.yml"))
    text = re.sub("area_types: .*", f"area_types: [{', '.join(area_types)}]", path.read_text())
    path.write_text(text)


def test_a_total_that_differs_by_a_small_count_is_hidden(built: Path) -> None:
    """One person more: shown, the two releases would say where one person came from."""
    first = released(built, *FIRST)
    second = released(built, 31, *FIRST[1:])
    assert hidden(first) == []
    assert hidden(second) == [code(1), "E07999001"]


def test_a_total_that_differs_by_more_is_shown(built: Path) -> None:
    released(built, *FIRST)
    assert hidden(released(built, 38, *FIRST[1:])) == []


def test_what_was_revised_leads_no_attack_astray(built: Path) -> None:
    """Were 30 still in the first area, 4 would be in the fifth: but there are 3, and 31."""
    first = released(built, *FIRST)
    for one in (code(5), "E07999001"):
        show(first, area=one, count=None)
    second = released(built, *SMALL)
    assert hidden(second) == [code(1), code(5)]
    assert found(second, first) == 1, "a reader cannot know which of the two was revised"


def test_what_an_earlier_release_told_outright_cannot_be_hidden(built: Path) -> None:
    first = released(built, *SMALL)
    show(first, area=code(1), count=3)
    with pytest.raises(DisclosureError, match=f"members of area {code(1)}") as refused:
        released(built, *SMALL[:11], 90)
    assert refused.value.code == "D311"
    assert " 3" not in refused.value.problem.replace("E01999", "")


def test_only_the_newest_of_many_are_read(tmp_path: Path) -> None:
    for number in range(1, 31):
        for audience in Audience:
            folder = tmp_path / f"{number:04d}-{audience}"
            folder.mkdir()
            (folder / "release.json").touch()
    held = held_against(tmp_path, Audience.OPEN, below=29)
    assert [path.name for path in held.folders][:: len(held.folders) - 1] == [
        "0005-open",
        "0028-open",
    ]
    assert held.left_out == 4
