"""What a policy file says, and what it may not say. The blank starter's policy, rewritten."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from hereabouts.model.noise import Noise
from hereabouts.model.policy import DisclosurePolicy, Dominance, PopulationOf, Scheme
from hereabouts.project import find_problems
from hereabouts.project.reviews_due import reviews_due

PATH = "policies/disclosure/small_counts.yml"
HEAD = "title: A policy\naudiences: [open]\napproved_by: The guardian\n"
THRESHOLD = "scheme: threshold\nsuppress_from: 1\nsuppress_to: 4\nhide_zero: no\nminimum_width: 3\n"
NOISE = "scheme: cell_key\nsuppress_to: 2\nnoise: {at_most: 5, variance: 3}\n"
PEOPLE = "population: {product: library.membership, column: residents_count, area: area_code}\n"

Say = Callable[[str], list[str]]


@pytest.fixture
def says(place: Path, said: Callable[[], list[str]]) -> Say:
    """Every problem of the place when its policy says this, without path and line."""

    def say(text: str) -> list[str]:
        (place / PATH).write_text(HEAD + text, encoding="utf-8")
        return [line.partition(" ")[2] for line in said()]

    return say


def policy(place: Path, text: str) -> DisclosurePolicy:
    (place / PATH).write_text(HEAD + text, encoding="utf-8")
    project, problems = find_problems(place)
    assert not problems
    assert project
    return project.policies["small_counts"]


def test_ten_five_hides_under_ten_and_rounds_to_five(place: Path) -> None:
    found = policy(place, "scheme: ten_five\n")
    assert found.scheme is Scheme.SUPPRESS_AND_ROUND
    assert (found.suppress_from, found.suppress_to, found.round_to) == (1, 9, 5)
    assert not found.hide_zero


def test_a_threshold_leaves_what_it_shows_as_it_is(place: Path) -> None:
    found = policy(place, THRESHOLD)
    assert (found.scheme, found.round_to, found.minimum_width) == (Scheme.THRESHOLD, 1, 3)


def test_a_cell_key_policy_says_what_its_noise_is_like(place: Path) -> None:
    found = policy(place, NOISE)
    assert found.noise == Noise(at_most=5, variance=3, never_to=2)


def test_approval_population_and_dominance_are_read(place: Path) -> None:
    text = THRESHOLD + PEOPLE + "minimum_population: {area: 1000}\napproved_on: 2026-01-31\n"
    found = policy(place, text + "dominance: {contributor: area_code, p_percent: 10}\n")
    assert found.approved_on == date(2026, 1, 31)
    assert found.minimum_population == {"area": 1000}
    assert found.population == PopulationOf(
        product="library.membership", column="residents_count", area="area_code"
    )
    assert found.dominance == Dominance(contributor="area_code", p_percent=10)


def test_dominance_is_one_rule_or_the_other(says: Say) -> None:
    assert (
        says(THRESHOLD + "dominance: {contributor: area_code, largest: 2, share_percent: 75}\n")
        == []
    )
    both = "dominance: {contributor: area_code, p_percent: 10, largest: 2, share_percent: 75}\n"
    assert {line.split()[0] for line in says(THRESHOLD + both)} <= {"P103", "P109"}
    assert says(THRESHOLD + both) != []


@pytest.mark.parametrize("missing", ["suppress_to", "hide_zero", "minimum_width"])
def test_a_threshold_says_every_number_itself(says: Say, missing: str) -> None:
    lines = [line for line in THRESHOLD.splitlines() if not line.startswith(missing)]
    assert says("\n".join(lines) + "\n") == [f"P104 the file has no '{missing}'"]


def test_a_minimum_population_needs_a_population(says: Say) -> None:
    found = says(THRESHOLD + "minimum_population: {area: 1000}\n")
    assert found == ["P104 the file has no 'population'"]


def test_a_policy_that_protects_nobody_is_refused(
    place: Path, said: Callable[[], list[str]]
) -> None:
    text = HEAD.replace("[open]", "[]") + THRESHOLD
    (place / PATH).write_text(text, encoding="utf-8")
    assert said() == [
        f"{PATH}:2 P441 policy 'small_counts' names no audience, so it protects nobody"
    ]


@pytest.mark.parametrize("first", [0, 2])
def test_a_policy_that_leaves_out_counts_of_one_is_refused(says: Say, first: int) -> None:
    text = THRESHOLD.replace("suppress_from: 1", f"suppress_from: {first}")
    assert says(text) == [f"P441 policy 'small_counts' begins to hide at {first}"]


@pytest.mark.parametrize(
    ("text", "scheme", "key"),
    [
        ("scheme: ten_five\nsuppress_to: 4\n", "ten_five", "suppress_to"),
        (THRESHOLD + "round_to: 5\n", "threshold", "round_to"),
        (NOISE + "hide_zero: yes\n", "cell_key", "hide_zero"),
        (
            "scheme: none\nwhy: roads\ndominance: {contributor: area_code, p_percent: 10}\n",
            "none",
            "dominance",
        ),
    ],
)
def test_a_number_that_the_scheme_does_not_use_is_refused(
    says: Say, text: str, scheme: str, key: str
) -> None:
    assert says(text) == [f"P442 scheme '{scheme}' makes no use of '{key}'"]


def test_noise_that_cannot_be_made_is_refused(says: Say) -> None:
    """A count of 1 moved by -1 or by 2 to 5 varies by 2 at the very least."""
    assert says(NOISE.replace("variance: 3", "variance: 1.5")) == [
        "P443 no noise moves a count of 1 by at most 5 with variance 1.5"
    ]


def test_a_review_that_is_overdue_is_a_warning_and_stops_nothing(place: Path) -> None:
    policy(place, THRESHOLD + "review_on: 2026-06-30\n")
    project, problems = find_problems(place)
    assert project
    assert not problems
    assert list(reviews_due(project, date(2026, 6, 30))) == []
    (due,) = reviews_due(project, date(2026, 7, 1))
    assert due.code == "P444"
    assert due.at
    assert due.at.path == PATH
    assert "by 2026-06-30" in due.problem


def test_a_population_that_is_not_there_is_refused(says: Say) -> None:
    text = THRESHOLD + PEOPLE + "minimum_population: {area: 1000, wrad: 1000}\n"
    assert says(text) == ["P445 unknown area type 'wrad'"]
    text = text.replace(", wrad: 1000", "")
    assert says(text.replace("library.membership", "library.member")) == [
        "P445 unknown product 'library.member'"
    ]
    assert says(text.replace("residents_count", "residents")) == [
        "P445 unknown column of library.membership: 'residents'"
    ]
    assert says(text.replace("column: residents_count", "column: area_code")) == [
        "P445 column 'area_code' is not of numbers and cannot be added up"
    ]


def test_a_review_before_the_approval_is_refused(says: Say) -> None:
    dates = "approved_on: 2026-06-30\nreview_on: 2026-06-30\n"
    found = says(THRESHOLD + dates)
    assert found == ["P446 policy 'small_counts' is to be reviewed before it was approved"]
