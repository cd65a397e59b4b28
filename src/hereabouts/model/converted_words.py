"""What came of a conversion, in plain sentences."""

from collections.abc import Iterator

from hereabouts.model.converted import Converted, ConvertedCount, MeasuredError


def conversion_words(converted: Converted) -> tuple[str, ...]:
    """Sentences for readers: what was estimated, how well, and what was left out."""
    return tuple(_sentences(converted))


def _sentences(converted: Converted) -> Iterator[str]:
    yield (
        f"Converted from {converted.source}: {converted.areas_before:,} areas to"
        f" {converted.areas_after:,}."
    )
    for count in converted.counts:
        yield _shared_out(count, converted.shared_by)
    if converted.error:
        yield from _measured(converted.error)
    elif converted.areas_apportioned:
        yield "The error that this makes was not measured."
    for count in converted.counts:
        yield from _left_out(count)


def _shared_out(count: ConvertedCount, shared_by: str) -> str:
    if not count.apportioned:
        return f"None of {count.title!r} had to be shared out."
    how = f" by {shared_by}" if shared_by else ""
    return f"{_percent(count.share_apportioned)} of {count.title!r} was shared out{how}."


def _measured(error: MeasuredError) -> Iterator[str]:
    if error.wmape_apportioned is not None:
        yield (
            f"Measured against {error.against}, the areas so estimated were off by"
            f" {_percent(error.wmape_apportioned)} on average."
        )
    if error.wmape is not None:
        yield (
            f"All areas together were off by {_percent(error.wmape)}, which includes any real"
            f" change between the two counts."
        )
    if error.weighed_by_itself:
        yield "The same count also gave the weights, so the true error is larger than that."


def _left_out(count: ConvertedCount) -> Iterator[str]:
    if count.uncarried:
        yield f"{_percent(count.uncarried)} of {count.title!r} could not be carried over."
    if count.beside_missing:
        share = _percent(count.beside_missing / count.before)
        yield f"{share} of {count.title!r} lies in areas another part of which is missing."


def _percent(share: float) -> str:
    """17%, 7.3%, 0.04%: two figures, and never 0% of what is something."""
    percent = 100 * share
    if percent >= 10 or percent == 0:
        return f"{percent:.0f}%"
    return f"{percent:.2g}%" if percent >= 0.01 else "less than 0.01%"
