"""Areas of one's own, made: from a list, a product and postcodes; and when they are refused."""

import json
from pathlib import Path
from typing import Any

import duckdb
import pytest

from hereabouts.errors import ProblemsError
from hereabouts.model.policy import Audience
from hereabouts.pipeline.build import Built, build
from hereabouts.pipeline.progress import Silent
from hereabouts.pipeline.publish import release
from hereabouts.pipeline.workspace import open_workspace
from tests.unit.converting import add_received

DG1 = "members: [E01999002, E01999003, E01999006]"
SHORT = "    short: Neighbourhood\n"
TITLE = "title: Doggerland\n"
WHO = "owner: Doggerland partnership, version: 1, valid_from: 2026-04-01, why: Teams work by it."
LOOKUP = "postcode_lookup: {product: carry.nspl, postcode: pcds, base: area}\n"
#: Of E01999001, 2 of 3 are the neighbourhood's; of E01999002, half; of E01999003, 1 of 3.
NSPL = """pcds,area
AB1 1AA,E01999001
AB1 1AB,E01999001
AB1 1AC,E01999001
AB1 2AA,E01999002
AB1 2AB,E01999002
AB1 3AA,E01999003
AB1 3AB,E01999003
AB1 3AC,E01999003
AB1 9ZZ,E01888001
"""
POSTCODES = "postcodes: [AB1 1AA, ab11ab, AB1 2AA, AB1 3AA]"
PCN = (
    "  pcn:\n    title: PCN\n    plural: PCNs\n    short: PCN\n    members_from:"
    " {product: carry.pcn, code: area, neighbourhood: pcn, name: called}\n"
)


def edit(place: Path, old: str, new: str) -> None:
    path = place / "place.yml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def receive(place: Path, name: str, text: str) -> None:
    (place / "products/carry").mkdir(exist_ok=True)
    add_received(place, name, text)


def built(place: Path) -> Built:
    return build(open_workspace(place), progress=Silent())


def codes(made: Built) -> list[str]:
    """Of everything that was refused."""
    return [
        one.code
        for error in made.errors
        for one in (error.problems if isinstance(error, ProblemsError) else (error,))
    ]


def members(place: Path, kind: str) -> dict[str, list[str]]:
    table = open_workspace(place).lake.open("place/members")
    with duckdb.connect() as connection:
        rows = connection.execute(
            "select area_code, list(base_code order by base_code) from read_parquet($1)"
            " where area_type = $2 group by 1 order by 1",
            [list(table.files), kind],
        ).fetchall()
    return dict(rows)


def released(place: Path) -> dict[str, Any]:
    made = release(open_workspace(place), audience=Audience.OPEN)
    said: dict[str, Any] = json.loads((made.folder / "release.json").read_text())
    return said


def of_postcodes(place: Path, said: str = POSTCODES) -> None:
    receive(place, "nspl", NSPL)
    edit(place, DG1, said)
    edit(place, TITLE, TITLE + LOOKUP)


def test_a_base_area_is_in_when_most_of_its_postcodes_are(new: Path) -> None:
    of_postcodes(new)
    assert built(new).errors == ()
    assert members(new, "neighbourhood") == {"DG1": ["E01999001"]}


def test_a_release_says_how_well_postcodes_fit(new: Path) -> None:
    of_postcodes(new)
    assert built(new).errors == ()
    (one,) = released(new)["neighbourhoods"]
    assert (one["way"], one["members"], one["postcodes"]) == ("postcodes", 1, 4)
    assert (one["postcodes_outside"], one["least_share"]) == (2, 0.6667)
    assert one["best_fit"] == [
        {"code": "E01999001", "postcodes": 2, "of": 3, "member": True},
        {"code": "E01999002", "postcodes": 1, "of": 2, "member": False},
        {"code": "E01999003", "postcodes": 1, "of": 3, "member": False},
    ]


def test_postcodes_that_the_lookup_lacks_are_refused_and_never_said(new: Path) -> None:
    of_postcodes(new, "postcodes: [AB1 1AA, AB1 1AB, ZZ9 9ZZ]")
    made = built(new)
    assert codes(made) == ["Q405"]
    assert "1 of 3 postcodes of neighbourhood 'DG1' are not in 'carry.nspl'" in str(made.errors[0])
    assert "ZZ9" not in str(made.errors[0])


def test_a_neighbourhood_that_no_base_area_is_mostly_in_is_refused(new: Path) -> None:
    of_postcodes(new, "postcodes: [AB1 2AA]")
    assert codes(built(new)) == ["Q411"]


def test_a_whole_set_of_areas_comes_from_a_product_and_may_overlap_other_sets(new: Path) -> None:
    rows = "U1,E01999002,North\nU1,E01999003,North\nU2,E01999001,South\nU2,E01888001,South\n"
    receive(new, "pcn", "pcn,area,called\n" + rows + "U3,E01888002,Elsewhere\n")
    edit(new, SHORT, SHORT + PCN)
    made = built(new)
    assert made.errors == ()
    assert members(new, "pcn") == {"U1": ["E01999002", "E01999003"], "U2": ["E01999001"]}
    assert members(new, "neighbourhood")["DG1"] == ["E01999002", "E01999003", "E01999006"]
    assert any("1 areas of type 'pcn' reach beyond the place" in note for note in made.notes)


def test_a_base_area_in_two_areas_of_a_set_is_refused_unless_they_may_overlap(new: Path) -> None:
    receive(new, "pcn", "pcn,area,called\nU1,E01999002,North\nU2,E01999002,South\n")
    edit(new, SHORT, SHORT + PCN)
    made = built(new)
    assert codes(made) == ["Q403"]
    assert "1 base areas are in more than one area of type 'pcn'" in str(made.errors[0])
    edit(new, "    short: PCN\n", "    short: PCN\n    overlapping: yes\n")
    assert built(new).errors == ()
    assert members(new, "pcn") == {"U1": ["E01999002"], "U2": ["E01999002"]}


def test_a_set_of_another_census_is_refused(new: Path) -> None:
    receive(new, "pcn", "pcn,area,called\nU1,E01888001,North\n")
    edit(new, SHORT, SHORT + PCN)
    assert codes(built(new)) == ["Q411"]


def test_a_version_that_was_released_keeps_its_members(new: Path) -> None:
    edit(new, "E01999006]}", f"E01999006], {WHO}}}")
    assert built(new).errors == ()
    (one,) = released(new)["neighbourhoods"]
    assert (one["owner"], one["version"]) == ("Doggerland partnership", "1")
    assert (one["valid_from"], one["why"]) == ("2026-04-01", "Teams work by it.")
    edit(new, "E01999003, E01999006]", "E01999003]")
    made = built(new)
    assert codes(made) == ["Q404"]
    assert "when version '1' was released (3 base areas then, 2 now)" in str(made.errors[0])
    edit(new, "version: 1", "version: 2")
    assert built(new).errors == ()


@pytest.mark.parametrize("who", [WHO, None])
def test_until_it_is_released_or_where_no_version_is_said_members_may_change(
    new: Path, who: str | None
) -> None:
    if who:
        edit(new, "E01999006]}", f"E01999006], {who}}}")
    assert built(new).errors == ()
    if not who:
        released(new)
    edit(new, "E01999003, E01999006]", "E01999003]")
    assert built(new).errors == ()
    assert members(new, "neighbourhood") == {"DG1": ["E01999002", "E01999003"]}
