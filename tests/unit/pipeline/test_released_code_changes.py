"""What codes became leaves with a release where the history is open, of the place's areas alone."""

from pathlib import Path

import duckdb

from hereabouts.model.policy import Audience
from hereabouts.release.reader import latest
from tests.unit.pipeline.test_custom_areas import TITLE, built, edit, receive, released

DECLARED = "code_history: {product: carry.history, years: {2011: was, 2021: is}}\n"
#: Cut in two; cut in two, one of them elsewhere; all of it elsewhere; unchanged.
HISTORY = """was,is
E01888001,E01999001
E01888001,E01999002
E01888002,E01999003
E01888002,E01777001
E01888003,E01777001
E01999004,E01999004
"""


def with_history(place: Path, *, sensitivity: str = "open") -> list[tuple[str, str, str]]:
    """What a release of a place with a history says that codes became."""
    receive(place, "history", HISTORY)
    contract = next((place / "products/carry/history").glob("*contract*"))
    text = contract.read_text("utf-8")
    assert "value: open" in text
    contract.write_text(text.replace("value: open", f"value: {sensitivity}"), "utf-8")
    edit(place, TITLE, TITLE + DECLARED)
    assert built(place).errors == ()
    released(place)
    database = place / ".hereabouts/releases/0001-open/serve.duckdb"
    with duckdb.connect(str(database), read_only=True) as connection:
        return connection.execute("from retired_areas").fetchall()


def test_codes_that_became_areas_of_the_place_leave_with_it(new: Path) -> None:
    assert with_history(new) == [
        ("E01888001", "E01999001", "2021"),
        ("E01888001", "E01999002", "2021"),
        ("E01888002", "E01777001", "2021"),
        ("E01888002", "E01999003", "2021"),
    ]
    retired = latest(new, audience=Audience.OPEN).retired(" e01888002 ")
    assert retired is not None
    assert [area.code for area in retired.successors] == ["E01999003"]
    assert (retired.since, retired.elsewhere) == ("2021", ("E01777001",))


def test_a_history_that_is_not_open_never_leaves(new: Path) -> None:
    assert with_history(new, sensitivity="internal") == []


def test_a_place_without_a_history_knows_no_retired_code(new: Path) -> None:
    assert built(new).errors == ()
    released(new)
    assert latest(new, audience=Audience.OPEN).retired("E01888001") is None
