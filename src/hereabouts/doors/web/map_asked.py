"""How a reader asks for a map to be coloured: part of the address of every page that has one."""

import math
from collections.abc import Mapping

from hereabouts.doors.web.address import AddressError, choose
from hereabouts.model.map_colours import (
    FEWEST_CLASSES,
    MOST_CLASSES,
    Classing,
    ColourBy,
    MapColours,
)

#: Its parameters.
LOOK = ("colour", "classes", "number", "breaks", "about")
NUMBERS = tuple(str(one) for one in range(FEWEST_CLASSES, MOST_CLASSES + 1))


def read_colours(asked: Mapping[str, str], declared: MapColours) -> MapColours:
    """What `asked` says, and where it says nothing what the page declares.

    To ask for classes is to ask for others than the breaks that are declared.

    Raises:
        AddressError: W202, an unknown way; W345, breaks or a middle that are no such numbers.
    """
    colour = choose(
        asked.get("colour"), among=tuple(ColourBy), otherwise=declared.colour, what="way to colour"
    )
    classes = choose(
        asked.get("classes"), among=tuple(Classing), otherwise=declared.classes, what="classes"
    )
    number = choose(
        asked.get("number"), among=NUMBERS, otherwise=str(declared.number), what="number"
    )
    chosen = "classes" in asked or "number" in asked
    kept = () if chosen else declared.breaks
    return MapColours(
        colour=ColourBy(colour),
        classes=Classing(classes),
        number=int(number),
        breaks=_breaks(asked["breaks"]) if "breaks" in asked else kept,
        about=_numbers(asked["about"], most=1)[0] if "about" in asked else declared.about,
    )


def asked_for(colours: MapColours) -> dict[str, str | int | None]:
    """The parameters that ask for `colours` wherever nothing is declared."""
    plain = MapColours()
    return {
        "colour": None if colours.colour == plain.colour else colours.colour.value,
        "classes": None if colours.classes == plain.classes else colours.classes.value,
        "number": None if colours.number == plain.number else colours.number,
        "breaks": ",".join(f"{one:.12g}" for one in colours.breaks) or None,
        "about": None if colours.about is None else f"{colours.about:.12g}",
    }


def _breaks(said: str) -> tuple[float, ...]:
    found = _numbers(said, most=MOST_CLASSES - 1)
    if list(found) != sorted(set(found)):
        raise _not_numbers()
    return found


def _numbers(said: str, *, most: int) -> tuple[float, ...]:
    parts = said.split(",")
    try:
        found = tuple(float(part) for part in parts)
    except ValueError:
        raise _not_numbers() from None
    if len(found) > most or not all(math.isfinite(one) and abs(one) < 1e12 for one in found):
        raise _not_numbers()
    return found


def _not_numbers() -> AddressError:
    return AddressError(
        "the classes of the map are not cut by numbers",
        code="W345",
        do=f"give 1 to {MOST_CLASSES - 1} rising numbers with commas between: breaks=10,20,30",
        status=400,
    )
