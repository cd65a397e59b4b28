"""How an indicator is worked out, in sentences."""

from hereabouts.doors.web.words import confidence_words, number
from hereabouts.model.indicator import Method, Polarity
from hereabouts.release.manifest_model import ReleasedIndicator


def method_sentences(indicator: ReleasedIndicator) -> tuple[str, ...]:
    """What is divided by what, and whose intervals are used."""
    many = number(indicator.multiplier, decimals=0)
    interval = confidence_words(indicator)
    return {
        Method.COUNT: (
            f"A count, in {indicator.unit}.",
            "It has no interval, and larger areas have larger counts.",
        ),
        Method.CRUDE_RATE: (
            f"The number of events divided by the population, times {many}.",
            f"The {interval} is Byar's.",
        ),
        Method.PROPORTION: (
            f"The part divided by the whole, times {many}.",
            f"The {interval} is Wilson's.",
        ),
        Method.MEAN: (
            "A mean, weighted by how many people or events each smaller area has.",
            "It has no interval.",
        ),
    }[indicator.method]


def better_words(indicator: ReleasedIndicator) -> str:
    """Which way is better."""
    return {
        Polarity.HIGHER: "Higher is better.",
        Polarity.LOWER: "Lower is better.",
        Polarity.NEITHER: "Neither higher nor lower is better.",
    }[indicator.better]
