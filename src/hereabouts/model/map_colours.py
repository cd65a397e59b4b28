"""How the areas of a map are told apart: by which classes of what."""

from dataclasses import dataclass
from enum import StrEnum

FEWEST_CLASSES, MOST_CLASSES = 3, 5


class ColourBy(StrEnum):
    """What decides the colour of an area."""

    VALUES = "values"
    BENCHMARK = "benchmark"  # how far above or below, with a palette of two sides
    SIGNIFICANCE = "significance"  # better, similar or worse; or higher, similar or lower
    CLUSTERS = "clusters"  # Gi*: high or low together with its neighbours
    NEIGHBOURS = "neighbours"  # local Moran: like or unlike its neighbours


class Classing(StrEnum):
    """How values are cut into classes."""

    QUANTILE = "quantile"  # as many areas in each
    JENKS = "jenks"  # natural breaks: values of a class are as near each other as can be
    EQUAL = "equal"  # each as wide as any other


@dataclass(frozen=True, slots=True, kw_only=True)
class MapColours:
    """What a page declares, or a reader asks for. `breaks` come before `classes` and `number`."""

    colour: ColourBy = ColourBy.VALUES
    classes: Classing = Classing.QUANTILE
    number: int = MOST_CLASSES
    breaks: tuple[float, ...] = ()  # ascending
    about: float | None = None  # with BENCHMARK: a number to be about instead of the benchmark


#: What is drawn where nothing is said.
PLAIN = MapColours()
