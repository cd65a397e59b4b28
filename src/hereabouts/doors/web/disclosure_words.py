"""What the public is told of protection: rules, shares and totals, and nothing to attack with."""

from dataclasses import dataclass

from hereabouts.doors.web.languages import gettext, ngettext
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
    share = f"{100 * hidden / (hidden + shown):.1f}%" if hidden + shown else gettext("none")
    return DisclosureRow(indicator.title, rule_in_words(indicator.policy), hidden, share)


def rule_in_words(policy: ReleasedPolicy) -> str:
    """What a policy does to counts."""
    if policy.scheme == "cell_key":
        return gettext("Every count is moved by a little noise")
    beside = gettext(", with what would give them away") if policy.beside else ""
    rounded = (
        gettext("; others are rounded to %(round_to)s", round_to=policy.round_to)
        if policy.round_to > 1
        else ""
    )
    return gettext(
        "Counts up to %(suppress_to)s are hidden%(beside)s%(rounded)s",
        suppress_to=policy.suppress_to,
        beside=beside,
        rounded=rounded,
    )


def attack_sentences(attack: ReleasedAttack | None) -> tuple[str, ...]:
    """What the attack before the release came to; nothing for one that was not attacked."""
    if attack is None:
        return ()
    if not attack.cells_hidden:
        return (gettext("No value is hidden that an attack could work out."),)
    hidden = ngettext("%(num)s value is", "%(num)s values are", attack.cells_hidden)
    before = len(attack.held_against)
    beside = gettext(", together with the %(before)s before it", before=before) if before else ""
    said = gettext(
        "Before it was made, this release was attacked from its own "
        "figures%(beside)s: %(hidden)s hidden, of which %(recovered_exactly)s "
        "could be worked out exactly and %(narrower_than_policy)s more closely "
        "than their policy allows.",
        beside=beside,
        hidden=hidden,
        recovered_exactly=f"{attack.recovered_exactly:,}",
        narrower_than_policy=f"{attack.narrower_than_policy:,}",
    )
    return (said,)
