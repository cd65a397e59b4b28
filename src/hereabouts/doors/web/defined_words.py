"""Who defined a custom area and what it is made of, and of which year areas are, in words."""

from hereabouts.doors.web import words
from hereabouts.release.manifest_model import (
    ReleasedAreaType,
    ReleasedNeighbourhood,
    ReleaseManifest,
)


def kind_words(kind: ReleasedAreaType) -> str:
    """`Lower layer super output area, 2021 boundaries`: the year where it is said."""
    return f"{kind.title}, {kind.vintage} boundaries" if kind.vintage else kind.title


def defined_words(manifest: ReleaseManifest, one: ReleasedNeighbourhood) -> tuple[str, ...]:
    """`Defined by ..., version ..., from ... Made of 14 LSOAs.`, why, and how well it fits."""
    base = next(kind for kind in manifest.area_types if kind.base)
    year = f" ({base.vintage})" if base.vintage else ""
    kinds = {
        "singular": words.in_sentence(base.title),
        "plural": words.in_sentence(base.plural),
    }
    made = words.count_of(one.members, **kinds) + year
    said = [f"Made of {made}."]
    if one.owner:
        since = f", from {words.long_date(one.valid_from)}" if one.valid_from else ""
        said = [
            f"Defined by {one.owner}, version {one.version}{since}, made of {made}.",
            words.sentence(one.why.rstrip(".")) + ".",
        ]
    if one.way == "postcodes":
        said.append(_fit(one, base))
    return tuple(said)


def _fit(one: ReleasedNeighbourhood, base: ReleasedAreaType) -> str:
    """What the best fit takes in and leaves out."""
    kind = words.in_sentence(base.title)
    fitted = words.count_of(one.postcodes, singular="postcode", plural="postcodes")
    least = f"{100 * one.least_share:.0f}" if one.least_share is not None else "0"
    out = words.count_of(one.postcodes_outside, singular="postcode lies", plural="postcodes lie")
    return (
        f"Best fitted to {fitted}: each {kind} is in if most of its postcodes are, at least"
        f" {least}% of every one here; {out} in others, left out."
    )
