"""What the API answers when it cannot give what is asked: codes of the W family from W260."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "W260": "A request to the API has only parameters that its endpoint knows, and at most 20.\n\n"
    "Why: a parameter that is ignored looks like one that was obeyed, and gives figures that "
    "nobody asked for.\n\n"
    "Do: use the names that the message lists; `/api/v1/docs` has them all.",
    "W261": "A parameter of the API is given once.\n\n"
    "Why: of two values, one would be ignored.\n\n"
    "Do: give it once; a list has commas between its values, as in `area=E07000040,E07000041`.",
    "W262": "A request to the API has the parameters that its endpoint cannot do without.\n\n"
    "Do: add the one that the message names.",
    "W263": "The value of a parameter is one that the release has.\n\n"
    "Why: a near guess would give figures that nobody asked for.\n\n"
    "Do: use one that the message lists, or look it up at the address that it names.",
    "W264": "The value of a parameter is written as it must be: a whole number in its range, a "
    "text that is not too long, a list that has not too many values.\n\n"
    "Do: give what the message says.",
    "W266": "There is something of the API at an address.\n\n"
    "Do: start at `/api/v1`, which lists every endpoint.",
}
