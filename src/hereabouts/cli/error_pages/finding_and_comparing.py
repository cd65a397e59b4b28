"""What the site answers when areas cannot be found or compared: codes W320 to W339."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "W320": "A comparison is of ten areas or fewer.\n\n"
    "Why: more rows than that are a ranking, and every indicator has one.\n\n"
    "Do: leave some areas out, or open an indicator and look at its ranking.",
    "W321": "Each area of a comparison is one of the release, written `type/code`, such as "
    "`icb22/E54000037`.\n\n"
    "Why: a code that was mistyped or has been retired would leave an empty row.\n\n"
    "Do: search for the area by name, and follow the link to compare it.",
    "W322": "The areas of a comparison are of one kind, or are one area and smaller ones of one "
    "kind inside it.\n\n"
    "Why: counts of areas of different sizes say more of their size than of what is measured; an "
    "area beside its own parts says how these differ.\n\n"
    "Do: leave out the areas of another kind, or add the larger area that holds them all.",
}
