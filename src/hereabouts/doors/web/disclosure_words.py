"""What the public is told of protection: rules, shares and totals, and nothing to attack with."""

from dataclasses import dataclass

from hereabouts.doors.web import words
from hereabouts.release.attacked_model import ReleasedAttack
from hereabouts.release.manifest_model import ReleasedIndicator, ReleasedPolicy, ReleaseManifest


@dataclass(frozen=True, slots=True)
class DisclosureRow:
    """One indicator: its rule in words, and how much of it is hidden."""

    title: str
    rule: str
    hidden: int
    share: str  # of rows that would have a value


def disclosure_rows(manifest: ReleaseManifest) -> tuple[DisclosureRow, ...]:
    """A row for each indicator that its policy protects from this audience."""
    return tuple(_row(manifest, one) for one in manifest.observed if one.policy.protects)


def _row(manifest: ReleaseManifest, indicator: ReleasedIndicator) -> DisclosureRow:
    mine = [one for one in manifest.disclosure.by_indicator if one.indicator == indicator.id]
    hidden, shown = (sum(getattr(one, name) for one in mine) for name in ("hidden", "shown"))
    share = f"{100 * hidden / (hidden + shown):.1f}%" if hidden + shown else "none"
    return DisclosureRow(indicator.title, rule_in_words(indicator.policy), hidden, share)


def rule_in_words(policy: ReleasedPolicy) -> str:
    """What a policy does to counts."""
    if policy.scheme == "cell_key":
        return "Every count is moved by a little noise"
    beside = ", with what would give them away" if policy.beside else ""
    rounded = f"; others are rounded to {policy.round_to}" if policy.round_to > 1 else ""
    return f"Counts up to {policy.suppress_to} are hidden{beside}{rounded}"


def attack_sentences(attack: ReleasedAttack | None) -> tuple[str, ...]:
    """What the attack before the release came to; nothing for one that was not attacked."""
    if attack is None:
        return ()
    if not attack.cells_hidden:
        return ("No value is hidden that an attack could work out.",)
    hidden = words.count_of(attack.cells_hidden, singular="value is", plural="values are")
    before = len(attack.held_against)
    beside = f", together with the {before} before it" if before else ""
    said = (
        f"Before it was made, this release was attacked from its own figures{beside}: {hidden}"
        f" hidden, of which {attack.recovered_exactly:,} could be worked out exactly and"
        f" {attack.narrower_than_policy:,} more closely than their policy allows."
    )
    return (said,)
