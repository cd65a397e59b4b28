"""What a reader may ask of a map's colours: codes W345 to W349."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "W345": "The classes of a map are cut by numbers.\n\n"
    "Why: `breaks` in an address are the lowest value of each class but the first, and `about` is "
    "the value that colours are above or below.\n\n"
    "Do: give breaks as one to four rising numbers with commas between, such as breaks=10,20,30; "
    "give about as one number.",
}
