"""Names beside points."""

from hereabouts.doors.web.sections.short_names import without_shared_words


def test_words_that_every_name_has_at_its_ends_are_left_out() -> None:
    names = [f"NHS {name} Integrated Care Board" for name in ("Devon", "Kent and Medway", "Dorset")]
    assert without_shared_words(names) == ["Devon", "Kent and Medway", "Dorset"]


def test_names_that_share_nothing_stay() -> None:
    assert without_shared_words(["Adur", "Arun", "Barnet"]) == ["Adur", "Arun", "Barnet"]


def test_no_name_is_left_empty() -> None:
    names = ["North East", "North East Kent", "North East Essex"]
    assert without_shared_words(names) == names


def test_two_may_begin_alike_by_chance() -> None:
    assert without_shared_words(["West Ham", "West End"]) == ["West Ham", "West End"]
