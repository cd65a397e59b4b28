"""What is wrong with how a place wants to look: code P484."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "P484": "A logo is a small PNG or SVG picture in the project folder that only draws.\n\n"
    "Why: every page shows it, so it must be light; and a picture that holds a script, or fetches "
    "something from elsewhere, could act on a reader's behalf or tell others who is reading.\n\n"
    "Do: save it as PNG, or as plain SVG without scripts, links and fonts from elsewhere, of at "
    "most 50,000 bytes, beside `place.yml`.",
}
