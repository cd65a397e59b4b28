"""What an area of a map is filled with: a colour, and a pattern where a colour is not enough."""

from dataclasses import dataclass

from hereabouts.doors.web.languages import N_
from hereabouts.doors.web.palette import ink_on

PLAIN, HATCHED, DOTTED = 0, 1, 2

#: Light to dark of each side. More than, higher than and worse than are orange and hatched, so
#: that nobody has to tell the two hues apart.
#: Source: blue and orange of the Government Analysis Function, lightened as ColorBrewer's PuOr.
DARK_BLUE, PALE_BLUE, MIDDLE = "#2073BC", "#ADD1F1", "#f3f2f1"
PALE_ORANGE, DARK_ORANGE = "#F9C6A0", "#D4571E"
PALE_PURPLE, DARK_PURPLE = "#d9c8e6", "#7a4b9e"


@dataclass(frozen=True, slots=True)
class Fill:
    """The fill of one class, and what the legend calls it."""

    colour: str
    label: str
    pattern: int = PLAIN

    @property
    def ink(self) -> str:
        """Of its pattern."""
        return ink_on(self.colour)


def two_sided(labels: tuple[str, ...]) -> tuple[Fill, ...]:
    """Five classes from far below to far above."""
    looks = (
        (DARK_BLUE, PLAIN),
        (PALE_BLUE, PLAIN),
        (MIDDLE, PLAIN),
        (PALE_ORANGE, HATCHED),
        (DARK_ORANGE, HATCHED),
    )
    return tuple(
        Fill(colour, label, pattern) for (colour, pattern), label in zip(looks, labels, strict=True)
    )


#: How areas compare, by what a release says of them.
COMPARED = {
    "better": Fill(DARK_BLUE, N_("Better")),
    "lower": Fill(PALE_PURPLE, N_("Lower")),
    "similar": Fill(MIDDLE, N_("Similar")),
    "higher": Fill(DARK_PURPLE, N_("Higher"), HATCHED),
    "worse": Fill(DARK_ORANGE, N_("Worse"), HATCHED),
}
#: Of Gi*.
CLUSTERS = {
    "cold_1": Fill(DARK_BLUE, N_("Low, and so are its neighbours: strong")),
    "cold_5": Fill(PALE_BLUE, N_("Low, and so are its neighbours")),
    "neither": Fill(MIDDLE, N_("Neither")),
    "hot_5": Fill(PALE_ORANGE, N_("High, and so are its neighbours"), HATCHED),
    "hot_1": Fill(DARK_ORANGE, N_("High, and so are its neighbours: strong"), HATCHED),
}
#: Of local Moran.
NEIGHBOURS = {
    "low_low": Fill(DARK_BLUE, N_("Low among low")),
    "low_high": Fill(PALE_BLUE, N_("Low among high"), DOTTED),
    "neither": Fill(MIDDLE, N_("Much as chance would have it")),
    "high_low": Fill(PALE_ORANGE, N_("High among low"), DOTTED),
    "high_high": Fill(DARK_ORANGE, N_("High among high"), HATCHED),
}
