"""A release is made under embargo, and nothing that would break it is released meanwhile."""

import json
import re
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hereabouts.cli import main
from hereabouts.errors import ReleaseError
from hereabouts.model.embargo import Embargo
from hereabouts.model.policy import Audience
from hereabouts.pipeline.notices.held_back import due_now
from hereabouts.pipeline.publish import rehearse, release
from hereabouts.pipeline.status import status
from hereabouts.pipeline.workspace import open_workspace
from hereabouts.release.embargo import embargo_of, utc_now
from hereabouts.release.make import Release
from hereabouts.release.reader import latest, latest_folder

SOON = (utc_now() + timedelta(days=11)).replace(microsecond=0)
HELD = Embargo(until=SOON, why="Announced for then.")


def make(place: Path, embargo: Embargo | None, audience: Audience = Audience.OPEN) -> Release:
    return release(open_workspace(place), audience=audience, embargo=embargo)


def retitle(place: Path, title: str) -> None:
    """Change what a release would say, so that there is something to release."""
    path = place / "place.yml"
    said = re.sub(r"(?m)^title: .*$", f"title: {title}", path.read_text("utf-8"))
    path.write_text(said, "utf-8")


def code(place: Path, embargo: Embargo | None, audience: Audience = Audience.OPEN) -> str:
    with pytest.raises(ReleaseError) as refused:
        make(place, embargo, audience)
    return refused.value.code


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def test_a_release_says_its_embargo_and_is_not_the_newest(released: Path) -> None:
    before = latest_folder(released, audience=Audience.OPEN)
    retitle(released, "Coming")
    made = make(released, HELD)
    assert embargo_of(made.folder) == HELD
    assert json.loads((made.folder / "release.json").read_text())["embargo"]["why"] == HELD.why
    assert latest_folder(released, audience=Audience.OPEN) == before
    assert latest(released, audience=Audience.OPEN).manifest.place.title != "Coming"
    said = {row["release"]: row["embargo"] for row in status(open_workspace(released)).releases}
    assert said.pop(made.number) == f"until {HELD.words}"
    assert set(said.values()) == {""}


def test_what_would_show_it_before_is_refused(released: Path) -> None:
    retitle(released, "Coming")
    make(released, HELD)
    assert not make(released, None).new, "the same again is none, and stays under embargo"
    retitle(released, "Corrected")
    assert code(released, None) == "R322"
    assert code(released, Embargo(until=SOON - timedelta(minutes=1))) == "R322"
    with pytest.raises(ReleaseError, match="R322"):
        rehearse(open_workspace(released), audience=Audience.OPEN)
    assert make(released, Embargo(until=SOON)).new
    assert make(released, None, Audience.INTERNAL).new, "an internal one shows nobody any of it"


def test_a_release_that_was_withdrawn_holds_nothing_back(released: Path) -> None:
    retitle(released, "Coming")
    made = make(released, HELD)
    made.folder.rename(released.parent / made.folder.name)
    retitle(released, "Published after all")
    assert make(released, None).new


def test_an_embargo_that_can_do_nothing_is_refused(released: Path) -> None:
    assert code(released, HELD) == "R324", "the same is shown already"
    retitle(released, "Coming")
    assert code(released, Embargo(until=utc_now() - timedelta(minutes=1))) == "R321"
    assert code(released, HELD, Audience.INTERNAL) == "R323"
    make(released, HELD)
    assert code(released, Embargo(until=SOON + timedelta(hours=1))) == "R324"
    assert not make(released, HELD).new


def test_subscribers_are_told_when_it_is_over_and_not_before(released: Path) -> None:
    retitle(released, "Coming")
    made, layout = make(released, HELD), open_workspace(released).layout
    assert due_now(layout, made.number) == ()
    assert due_now(layout, None) == (), "it is remembered"
    assert due_now(layout, None, now=SOON) == (made.number,)
    assert due_now(layout, None, now=SOON) == (), "and told of once"
    assert due_now(layout, 1) == (1,), "one without an embargo is told of at once"


def test_one_that_was_withdrawn_is_never_told_of(released: Path) -> None:
    retitle(released, "Coming")
    made, layout = make(released, HELD), open_workspace(released).layout
    assert due_now(layout, made.number) == ()
    made.folder.rename(released.parent / made.folder.name)
    assert due_now(layout, None, now=SOON) == ()


def test_the_command_says_until_when(released: Path) -> None:
    retitle(released, "Coming")
    folder = ("--folder", str(released))
    made = run("release", *folder, "--embargo-until", "2999-12-10T09:30", "--json")
    assert made.exit_code == 0, made.output
    assert "under embargo until 9:30am on 10 December 2999" in made.stderr
    assert json.loads(made.stdout)["embargo_until"] == "2999-12-10T09:30:00+00:00"
    assert "until 9:30am on 10 December 2999" in run("status", *folder).output
    assert run("release", *folder, "--embargo-until", "tomorrow").exit_code == 16
    assert run("release", *folder, "--embargo-why", "So.").exit_code == 2
