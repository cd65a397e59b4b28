"""P496 The classes of a map are said once, and its breaks rise.

Why: breaks say where classes begin, so `classes` and `number_of_classes` beside them would be
passed over; breaks that fall or repeat make classes with nothing in them; numbers of one
indicator mean nothing for another; and a map of need and supply has classes of its own.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.map_colours import ColourBy, MapColours
from hereabouts.model.page import Section
from hereabouts.project.draft import Draft

CODE = "P496"
Wrong = tuple[str, str, str]  # key, what is the matter, what to do


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each key about classes that cannot be meant."""
    for page in draft.pages.values():
        for number, section in enumerate(page.sections):
            for key, problem, do in _wrongs(section, section.colours):
                at = draft.at(page.at, "sections", number, key)
                yield ProjectError(problem, code=CODE, do=do, at=at)


def _wrongs(section: Section, colours: MapColours | None) -> Iterator[Wrong]:
    if colours is None:
        return
    if section.need:
        yield "need", "a map of need and supply has colours of its own", "leave its classes out"
        return
    breaks = colours.breaks
    if len(section.indicators) > 1 and (breaks or colours.about is not None):
        yield (
            "breaks" if breaks else "diverge_about",
            "a map of several indicators says numbers that can only be of one",
            "leave them out, or make a section for each",
        )
    if list(breaks) != sorted(set(breaks)):
        yield "breaks", "the breaks of a map do not rise", "write them from low to high, each once"
    plain = MapColours()
    if breaks and (colours.classes, colours.number) != (plain.classes, plain.number):
        yield "breaks", "a map says both its breaks and how to find them", "leave one of them out"
    if breaks and colours.colour is not ColourBy.VALUES:
        yield (
            "breaks",
            f"breaks are of values, and the map is coloured by {colours.colour.value}",
            "leave one of them out",
        )
    if colours.about is not None and colours.colour is not ColourBy.BENCHMARK:
        yield (
            "diverge_about",
            f"nothing is about a number on a map coloured by {colours.colour.value}",
            "take colour_by out, or make it benchmark",
        )
