"""Postcodes leave with a release only where the lookup is open, and of the place alone."""

from pathlib import Path

import duckdb

from hereabouts.model.policy import Audience
from hereabouts.release.reader import latest
from tests.unit.pipeline.test_custom_areas import (
    LOOKUP,
    NSPL,
    TITLE,
    built,
    edit,
    receive,
    released,
)

AB3 = ["AB13AA", "AB13AB", "AB13AC"]


def with_lookup(place: Path, *, sensitivity: str = "open", rows: str = NSPL) -> Path:
    """A release of a place that names a lookup, and its database."""
    receive(place, "nspl", rows)
    contract = next((place / "products/carry/nspl").glob("*contract*"))
    text = contract.read_text("utf-8")
    assert "value: open" in text
    contract.write_text(text.replace("value: open", f"value: {sensitivity}"), "utf-8")
    edit(place, TITLE, TITLE + LOOKUP)
    assert built(place).errors == ()
    released(place)
    return latest(place, audience=Audience.OPEN).folder / "serve.duckdb"


def postcodes(database: Path) -> list[str]:
    with duckdb.connect(str(database), read_only=True) as connection:
        return [row[0] for row in connection.execute("from postcodes order by all").fetchall()]


def test_a_postcode_finds_the_base_area_and_the_larger_ones_it_lies_in(new: Path) -> None:
    with_lookup(new)
    reader = latest(new, audience=Audience.OPEN)
    for typed in ("AB1 3AA", "ab13aa", " ab1 3aa "):
        found = reader.areas_of_postcode(typed)
        assert found[0].code == "E01999003"
        larger = reader.parents(found[0].area_type, code=found[0].code)
        assert found[1:] == larger
        assert larger
    for other in ("AB1 4AA", "AB1", "E01999003", "", "AB1 3AA extra"):
        assert reader.areas_of_postcode(other) == ()


def test_postcodes_elsewhere_and_those_in_two_areas_are_left_out(new: Path) -> None:
    rows = NSPL + "AB1 2AA,E01999001\n"
    found = postcodes(with_lookup(new, rows=rows))
    assert "AB19ZZ" not in found  # in an area that is not the place's
    assert "AB12AA" not in found
    assert [one for one in found if one.startswith("AB13")] == AB3


def test_a_lookup_that_is_not_open_never_leaves(new: Path) -> None:
    assert postcodes(with_lookup(new, sensitivity="internal")) == []


def test_a_place_without_a_lookup_has_no_postcodes(new: Path) -> None:
    assert built(new).errors == ()
    released(new)
    assert postcodes(new / ".hereabouts/releases/0001-open/serve.duckdb") == []
    assert latest(new, audience=Audience.OPEN).areas_of_postcode("AB1 3AA") == ()
