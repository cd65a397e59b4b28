"""Other names of terms and indicators, for finding them."""

from collections.abc import Callable
from pathlib import Path

from hereabouts.project import load

Edit = Callable[[str, str, str], None]
Say = Callable[[], list[str]]
MEMBER = "Member: A resident who holds a library card that has not expired."


def test_a_term_may_be_called_otherwise_too(place: Path, edit: Edit) -> None:
    edit("glossary.yml", MEMBER, "Member:\n  means: Has a card.\n  also_called: [reader, user]")
    project = load(place)
    assert project.glossary["Member"] == "Has a card."
    assert project.also_called == {"Member": ("reader", "user")}
    assert project.glossary["Resident"] == "A person whose usual address is in the area."


def test_other_names_without_a_meaning_are_refused(edit: Edit, said: Say) -> None:
    edit("glossary.yml", MEMBER, "Member:\n  also_called: [reader]")
    assert any("glossary.yml:" in problem and "means" in problem for problem in said())


def test_an_indicator_may_be_called_otherwise_too(place: Path, edit: Edit) -> None:
    edit("indicators/library/members.yml", "\nwhy:", "\nalso_called: [readers]\nwhy:")
    assert load(place).indicators["library.members"].also_called == ("readers",)
    edit("indicators/library/members.yml", "also_called: [readers]\n", "")
    assert load(place).indicators["library.members"].also_called == ()
