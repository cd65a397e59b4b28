"""P485 The place's main colour can be seen on a white page.

Why: it is the band at the top of every page and the line over every card. Words in it are made
darker by themselves until they can be read; a band that nobody can see would not be the place's.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.contrast import contrast
from hereabouts.project.draft import Draft

CODE = "P485"
LEAST = 3.0  # of graphics, by WCAG 2.2
WHITE = "#ffffff"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem when the colour is too pale."""
    if draft.place is None:
        return
    colour = draft.place.look.colour
    found = contrast(colour, WHITE)
    if found < LEAST:
        yield ProjectError(
            f"the colour {colour} can hardly be seen on white: its contrast is {found:.1f},"
            f" and {LEAST:g} is the least",
            code=CODE,
            do=f"choose a darker one, such as {_darker(colour)}",
            at=draft.at(draft.place.at, "look", "colour"),
        )


def _darker(colour: str) -> str:
    """The nearest colour of the same hue that can be seen."""
    parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    while contrast(colour, WHITE) < LEAST:
        parts = [int(part * 0.95) for part in parts]
        colour = "#" + "".join(f"{part:02x}" for part in parts)
    return colour
