"""What a build would do, and the reason it gives."""

from pathlib import Path

from hereabouts.pipeline.build import look
from hereabouts.pipeline.plan import Step, order
from hereabouts.pipeline.workspace import open_workspace

INBOX = Path("inbox") / "membership.csv"
INDICATOR = Path("indicators") / "library" / "members.yml"


def planned(place: Path) -> dict[str, Step]:
    """Every step, by its name, in order."""
    found, _ = look(open_workspace(place))
    return {step.id: step for step in found.steps}


def running(place: Path) -> dict[str, str]:
    """Why each step that would run does."""
    return {step.id: step.reason for step in planned(place).values() if step.runs}


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_product_comes_after_those_it_reads(new: Path) -> None:
    products = open_workspace(new).project.products
    found = order(products)
    assert sorted(found) == sorted(products)
    for product in products.values():
        for name in product.inputs:
            assert found.index(name) < found.index(product.id)


def test_areas_boundaries_and_observations_come_after_every_product(new: Path) -> None:
    steps = list(planned(new))
    assert steps[-3:] == ["place.areas", "place.boundaries", "observations"]


def test_at_first_everything_is_made_because_it_never_was(new: Path) -> None:
    reasons = running(new)
    assert set(reasons.values()) == {"never made"}
    assert reasons.keys() == planned(new).keys()


def test_after_a_build_nothing_is_made(built: Path) -> None:
    assert running(built) == {}
    assert planned(built)["observations"].reason == "unchanged since version 0"


def test_new_bytes_make_their_product_and_what_reads_it(built: Path) -> None:
    edit(built / INBOX, "1410,212", "1411,212")
    assert running(built) == {
        "library.membership": "its files or what was received changed",
        "observations": "library.membership will change",
    }


def test_a_changed_indicator_makes_observations_alone(built: Path) -> None:
    edit(built / INDICATOR, "multiplier: 100", "multiplier: 1000")
    assert running(built) == {"observations": "its files or what was received changed"}


def test_the_same_bytes_written_again_make_nothing(built: Path) -> None:
    path = built / INBOX
    path.write_bytes(path.read_bytes())
    assert running(built) == {}


def test_what_cannot_be_had_leaves_its_readers_alone(built: Path) -> None:
    """The last good version stands, so nothing that reads it has a reason to change."""
    (built / INBOX).unlink()
    steps = planned(built)
    failed = steps["library.membership"]
    assert failed.error is not None
    assert failed.error.code == "S101"
    assert running(built) == {"library.membership": "what it is made from could not be had"}
    assert steps["observations"].reason == "unchanged since version 0"


def test_what_could_never_be_had_does_not_hide_that_its_readers_were_never_made(
    new: Path,
) -> None:
    (new / INBOX).unlink()
    reasons = running(new)
    assert reasons["library.membership"] == "what it is made from could not be had"
    assert reasons["observations"] == "never made"


def test_looking_changes_no_table(new: Path) -> None:
    look(open_workspace(new))
    assert not (new / ".hereabouts" / "lake").exists()
