"""Who defined a custom area and what it is made of, and of which year areas are, in words."""

from hereabouts.doors.web import words
from hereabouts.doors.web.languages import gettext, ngettext
from hereabouts.release.manifest_model import (
    ReleasedAreaType,
    ReleaseManifest,
)
from hereabouts.release.manifest_neighbourhood import ReleasedNeighbourhood


def kind_words(kind: ReleasedAreaType) -> str:
    """`Lower layer super output area, 2021 boundaries`: the year where it is said."""
    return (
        gettext(
            "%(kind_title)s, %(vintage)s boundaries", kind_title=kind.title, vintage=kind.vintage
        )
        if kind.vintage
        else kind.title
    )


def defined_words(manifest: ReleaseManifest, one: ReleasedNeighbourhood) -> tuple[str, ...]:
    """`Defined by ..., version ..., from ... Made of 14 LSOAs.`, why, and how well it fits."""
    base = next(kind for kind in manifest.area_types if kind.base)
    year = f" ({base.vintage})" if base.vintage else ""
    kinds = {
        "singular": words.in_sentence(base.title),
        "plural": words.in_sentence(base.plural),
    }
    made = words.count_of(one.members, **kinds) + year
    said = [gettext("Made of %(made)s.", made=made)]
    if one.owner:
        since = (
            gettext(", from %(long_date)s", long_date=words.long_date(one.valid_from))
            if one.valid_from
            else ""
        )
        said = [
            gettext(
                "Defined by %(owner)s, version %(version)s%(since)s, made of %(made)s.",
                owner=one.owner,
                version=one.version,
                since=since,
                made=made,
            ),
            words.sentence(one.why.rstrip(".")) + ".",
        ]
    if one.way == "postcodes":
        said.append(_fit(one, base))
    return tuple(said)


def _fit(one: ReleasedNeighbourhood, base: ReleasedAreaType) -> str:
    """What the best fit takes in and leaves out."""
    kind = words.in_sentence(base.title)
    fitted = ngettext("%(num)s postcode", "%(num)s postcodes", one.postcodes)
    least = f"{100 * one.least_share:.0f}" if one.least_share is not None else "0"
    out = ngettext("%(num)s postcode lies", "%(num)s postcodes lie", one.postcodes_outside)
    return gettext(
        "Best fitted to %(fitted)s: each %(kind)s is in if most of its postcodes "
        "are, at least %(least)s%% of every one here; %(out)s in others, left "
        "out.",
        fitted=fitted,
        kind=kind,
        least=least,
        out=out,
    )
