"""What words and columns mean: the glossary, the dictionary, and their pages."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "W420": "A term that an address names is in the glossary of the release.\n\n"
    "Why: a term that was renamed or taken away has no page; a release of that time still has "
    "it.\n\n"
    "Do: start at the page of the glossary.",
    "W421": "A glossary is exported with the address of the site that explains its terms.\n\n"
    "Why: other catalogues know a term by its address, which must be the same every time.\n\n"
    "Do: give `--address https://place.example.org`, or set HEREABOUTS_ADDRESS as for the site.",
}
