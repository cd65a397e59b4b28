"""What came of a conversion, in plain sentences."""

from collections.abc import Iterator
from dataclasses import dataclass

from hereabouts.model.converted import Converted, ConvertedCount, MeasuredError


def conversion_words(converted: Converted, *, whole_percents: bool = False) -> tuple[str, ...]:
    """Sentences for readers: what was estimated, how well, and what was left out.

    Args:
        converted: what came of it.
        whole_percents: say no share more closely than to one per cent, for data that is not
            open, of which a share times a known total would be a small count.
    """
    return tuple(_Words(whole_percents).sentences(converted))


@dataclass(frozen=True, slots=True)
class _Words:
    whole_percents: bool

    def sentences(self, converted: Converted) -> Iterator[str]:
        yield (
            f"Converted from {converted.source}: {converted.areas_before:,} areas to"
            f" {converted.areas_after:,}."
        )
        for count in converted.counts:
            yield self.shared_out(count, converted.shared_by)
        if converted.error:
            yield from self.measured(converted.error)
        elif converted.areas_apportioned:
            yield "The error that this makes was not measured."
        for count in converted.counts:
            yield from self.left_out(count)

    def shared_out(self, count: ConvertedCount, shared_by: str) -> str:
        if not count.apportioned:
            return f"None of {count.title!r} had to be shared out."
        how = f" by {shared_by}" if shared_by else ""
        return f"{self.percent(count.share_apportioned)} of {count.title!r} was shared out{how}."

    def measured(self, error: MeasuredError) -> Iterator[str]:
        if error.wmape_apportioned is not None:
            yield (
                f"Measured against {error.against}, the areas so estimated were off by"
                f" {self.percent(error.wmape_apportioned)} on average."
            )
        if error.wmape is not None:
            yield (
                f"All areas together differ from it by {self.percent(error.wmape)}, which includes"
                " any real change between the two counts."
            )
        if error.weighed_by_itself:
            yield "The same count also gave the weights, which flatters the error."

    def left_out(self, count: ConvertedCount) -> Iterator[str]:
        if count.uncarried:
            yield f"{self.percent(count.uncarried)} of {count.title!r} could not be carried over."
        if count.beside_missing:
            share = self.percent(count.beside_missing / count.before)
            yield f"{share} of {count.title!r} lies in areas another part of which is missing."

    def percent(self, share: float) -> str:
        """17%, 7.3%, 0.04%: two figures, and never 0% of what is something."""
        percent = 100 * share
        if percent >= 10 or percent == 0:
            return f"{percent:.0f}%"
        if self.whole_percents:
            return f"{percent:.0f}%" if percent >= 1 else "less than 1%"
        return f"{percent:.2g}%" if percent >= 0.01 else "less than 0.01%"
