"""Policies that look beyond a row's own counts, released: the blank starter's, rewritten."""

from pathlib import Path
from typing import NamedTuple

import duckdb
import pytest

from hereabouts.errors import DisclosureError
from hereabouts.model.policy import Audience
from hereabouts.pipeline.publish import release
from hereabouts.pipeline.workspace import open_workspace

HEAD = "title: A policy\naudiences: [open]\napproved_by: The guardian\n"
NHS = "scheme: suppress_and_round\nsuppress_from: 1\nsuppress_to: 7\nround_to: 5\nhide_zero: no\n"
NOISE = "scheme: cell_key\nsuppress_to: 2\nnoise: {at_most: 5, variance: 3}\n"
PEOPLE = "population: {product: library.membership, column: residents_count, area: area_code}\n"
SECRET = "HEREABOUTS_CELL_KEY_SECRET"  # noqa: S105  the name of the variable
LONG = "a secret of thirty-two characters"
HARBOUR = ("E01999002", "E01999003", "E01999006")  # the neighbourhood DG1


class Shown(NamedTuple):
    """A released row."""

    numerator: float | None
    denominator: float | None
    marker: str | None


def released(place: Path, policy: str) -> dict[str, Shown]:
    """What is shown of each area when the policy says this."""
    (place / "policies/disclosure/small_counts.yml").write_text(HEAD + policy, encoding="utf-8")
    workspace = open_workspace(place)
    assert release(workspace, audience=Audience.OPEN).new
    table = workspace.lake.latest("published/observations_open")
    assert table
    with duckdb.connect() as connection:
        rows = connection.execute(
            "select area_code, numerator, denominator, marker from read_parquet(?)",
            [list(table.files)],
        ).fetchall()
    return {row[0]: Shown(*row[1:]) for row in rows}


def residents(place: Path) -> dict[str, int]:
    lines = (place / "inbox/membership.csv").read_text("utf-8").splitlines()[1:]
    return {line.split(",")[0]: int(line.split(",")[1]) for line in lines}


def test_areas_of_few_people_are_hidden_and_those_of_another_type_are_not(built: Path) -> None:
    people = residents(built)
    least = sorted(people.values())[len(people) // 2]
    before = released(built, NHS)
    after = released(built, NHS + PEOPLE + f"minimum_population: {{area: {least}}}\n")
    few = {area for area, count in people.items() if count < least}
    assert few
    assert {area for area in after if after[area] != before[area]} == {
        area for area in few if before[area].marker is None
    }
    assert all(after[area] == Shown(None, None, "[c]") for area in few)


def test_a_neighbourhood_has_the_people_of_its_areas(built: Path) -> None:
    whole = sum(residents(built)[area] for area in HARBOUR)
    at_least = PEOPLE + f"minimum_population: {{neighbourhood: {whole}}}\n"
    assert released(built, NHS + at_least)["DG1"].marker is None
    one_more = at_least.replace(str(whole), str(whole + 1))
    assert released(built, NHS + one_more)["DG1"].marker == "[c]"


# Infinity less itself, of cells that are hidden already and are not looked at after it.
def test_a_threshold_shows_exact_figures_with_more_hidden_than_what_is_small(built: Path) -> None:
    """Three members in E01999007: the others of its district would give them away."""
    threshold = "scheme: threshold\nsuppress_from: 1\nsuppress_to: 7\nhide_zero: no\n"
    shown = released(built, threshold + "minimum_width: 5\n")
    assert shown["E01999007"].marker == "[c]"
    assert sum(row.marker == "[c]" for row in shown.values()) > 1
    assert shown["E01999002"] == Shown(388, 1685, None)


def test_noise_moves_counts_and_the_same_areas_always_get_the_same(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SECRET, LONG)
    shown = released(built, NOISE)
    moved = [
        row.denominator - residents(built)[area]
        for area, row in shown.items()
        if area in residents(built) and row.denominator is not None
    ]
    assert len(moved) > 3
    assert any(moved)
    assert max(map(abs, moved)) <= 5
    assert released(built, NOISE + "why: the same again\n") == shown
    monkeypatch.setenv(SECRET, LONG.upper())
    assert released(built, NOISE + "why: another secret\n") != shown


def test_noise_without_a_secret_is_refused(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SECRET, raising=False)
    with pytest.raises(DisclosureError) as caught:
        released(built, NOISE)
    assert caught.value.code == "D122"


def test_sums_that_one_contributor_dominates_are_hidden(built: Path) -> None:
    """Each small area is a contributor of its own here, so an area dominates itself.

    Of an area without members there is nothing to tell.
    """
    shown = released(built, NHS + "dominance: {contributor: area_code, p_percent: 10}\n")
    nobody = "E01999010"
    assert all(shown[area].marker == "[c]" for area in residents(built) if area != nobody)
    assert shown[nobody].numerator == 0
    assert shown["DG1"].marker is None


def test_dominance_without_a_column_of_contributors_is_refused(built: Path) -> None:
    with pytest.raises(DisclosureError) as caught:
        released(built, NHS + "dominance: {contributor: provider, p_percent: 10}\n")
    assert caught.value.code == "D124"
