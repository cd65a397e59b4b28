"""How one number was made, from what its release says: words, sums and sources."""

from dataclasses import dataclass

from hereabouts.doors.web import words
from hereabouts.doors.web.disclosure_words import rule_in_words
from hereabouts.doors.web.languages import N_, gettext, translated
from hereabouts.model.indicator import Method
from hereabouts.model.observation import Marker
from hereabouts.release.answers import Observation
from hereabouts.release.manifest_model import ReleasedIndicator, ReleasedProduct, ReleaseManifest

DIVIDED = (Method.PROPORTION, Method.CRUDE_RATE)
_HIDDEN = (
    N_("It is hidden: to show it, or what it is made of, could tell something of a few people."),
    (
        N_(
            "Whether it is small itself, or hidden so that a small one cannot be "
            "worked out from it, is not told: that would help to work it out."
        )
    ),
)


@dataclass(frozen=True, slots=True)
class Source:
    """A product the number rests on; `href` is its page."""

    product: ReleasedProduct
    href: str
    is_file: bool  # received as it is, not made from others


def value_sentences(seen: Observation, *, indicator: ReleasedIndicator) -> tuple[str, ...]:
    """The value with its limits, or why there is none."""
    said = words.say_value(seen, indicator=indicator)
    if seen.value is None:
        marker = seen.marker or Marker.NOT_AVAILABLE
        return (
            tuple(map(translated, _HIDDEN))
            if marker is Marker.CONFIDENTIAL
            else (gettext("There is no value: %(marker)s.", marker=translated(marker.words)),)
        )
    sentences = [gettext("The value is %(whole)s.", whole=said.whole)]
    if said.meaning:
        sentences.append(
            gettext(
                "It is marked %(marker)s: %(meaning)s.", marker=seen.marker, meaning=said.meaning
            )
        )
    limits = words.interval(seen, decimals=indicator.decimals)
    if limits:
        sentences.append(
            gettext(
                "Its %(confidence_words)s is %(limits)s.",
                confidence_words=words.confidence_words(indicator),
                limits=limits,
            )
        )
    return tuple(sentences)


def sum_words(seen: Observation, *, indicator: ReleasedIndicator) -> str | None:
    """`412 ÷ 5,210 × 100 = 7.9`, of what is released; None where it is no such sum."""
    if indicator.method not in DIVIDED or seen.value is None:
        return None
    if seen.numerator is None or not seen.denominator:
        return None
    made = seen.numerator / seen.denominator * indicator.multiplier
    part, whole = whole_number(seen.numerator), whole_number(seen.denominator)
    many = words.number(indicator.multiplier, decimals=0)
    comes_to = words.number(made, decimals=indicator.decimals)
    shown = words.number(seen.value, decimals=indicator.decimals)
    said = f"{part} ÷ {whole} × {many} = {comes_to}"
    if comes_to != shown:
        said += gettext(
            ", and %(shown)s was released: counts are rounded or changed by themselves", shown=shown
        )
    return said


def whole_number(value: float) -> str:
    """A count, with decimals only where it has some."""
    return words.number(value, decimals=0 if float(value).is_integer() else 1)


def protection_words(indicator: ReleasedIndicator) -> tuple[str, ...]:
    """The policy that was applied to every value of the indicator."""
    policy = indicator.policy
    if not policy.protects:
        return (f"{policy.title}. {policy.why}",)
    return (f"{policy.title}. {policy.why}", f"{rule_in_words(policy)}.")


def sources_of(
    manifest: ReleaseManifest, indicator: ReleasedIndicator
) -> tuple[ReleasedProduct, ...]:
    """The products the indicator is made from, and what those are made from, nearest first."""
    found: dict[str, ReleasedProduct] = {}
    waiting = list(indicator.products)
    while waiting:
        product = manifest.product(waiting.pop(0))
        if product is not None and product.id not in found:
            found[product.id] = product
            waiting += product.inputs
    return tuple(found.values())
