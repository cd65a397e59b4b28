"""The public is told the rule, the share hidden and what an attack came to, and never where."""

from hereabouts.doors.web.disclosure_words import attack_sentences, disclosure_rows, rule_in_words
from hereabouts.release.attacked_model import ReleasedAttack
from hereabouts.release.manifest_model import ReleasedPolicy
from hereabouts.release.manifest_parsing import parse_manifest
from tests.unit.doors.small_manifest import manifest

POLICY = ReleasedPolicy(name="nhs", title="NHS", why="People.", scheme="suppress_and_round")


def attack(hidden: int, *before: int) -> ReleasedAttack:
    return ReleasedAttack(
        cells_hidden=hidden,
        recovered_exactly=0,
        narrower_than_policy=2,
        held_against=before,
        families=(),
    )


def test_each_protected_indicator_has_its_rule_and_the_share_that_is_hidden() -> None:
    said = parse_manifest(manifest(1, "open", "A place"))
    mine = [one for one in said.disclosure.by_indicator if one.indicator == "access.within_30"]
    hidden, shown = (sum(getattr(one, name) for one in mine) for name in ("hidden", "shown"))
    rows = {row.title: row for row in disclosure_rows(said)}
    row = rows["Admissions within 30 minutes of a thrombolysis unit"]
    assert row.hidden == hidden
    share = f"{100 * hidden / (hidden + shown):.1f}%" if hidden + shown else "none"
    assert row.share == share


def test_a_rule_is_said_in_words() -> None:
    assert rule_in_words(POLICY) == "Counts up to 7 are hidden; others are rounded to 5"


def test_an_attack_is_told_in_totals_with_how_many_releases_it_was_held_against() -> None:
    (said,) = attack_sentences(attack(1200, 1, 2))
    assert "together with the 2 before it" in said
    assert "1,200 values are hidden" in said
    assert "2 more closely than their policy allows" in said


def test_a_release_that_was_never_attacked_claims_nothing() -> None:
    assert attack_sentences(None) == ()
