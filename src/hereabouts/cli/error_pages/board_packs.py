"""What stands in the way of a board pack: codes W310 to W319."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "W310": "A board pack is of a theme of the indicators, or of a declared page.\n\n"
    "Why: its first word is the name of a folder in indicators/ or of a file in pages/, as the "
    "release has them.\n\n"
    "Do: use one of the names that the message lists.",
    "W311": "A board pack has an indicator for the kind of area that it is of.\n\n"
    "Why: a pack with nothing in it would look like a fault in the data.\n\n"
    "Do: choose another theme; or a larger area that this one lies in, as its page shows.",
    "W312": "Board packs are made two at a time.\n\n"
    "Why: each takes a processor for a second or more, and pages would wait for them.\n\n"
    "Do: try again in a minute. To make many, use hereabouts pack.",
    "W313": "The libraries that write board packs are an extra of hereabouts.\n\n"
    "Why: they are 100 megabytes that a site without packs need not carry.\n\n"
    "Do: run pip install 'hereabouts[pack]', then start the site again.",
    "W314": "--area is the code of a kind of area, a stroke, and the code of an area: "
    "icb22/E54000037.\n\n"
    "Why: codes of two kinds of area may be alike.\n\n"
    "Do: copy both from the address of the area's page, which ends in /area/icb22/E54000037.",
    "W315": "A board pack is a .pdf or .pptx file.\n\n"
    "Why: the file's ending and --format must not say two things.\n\n"
    "Do: leave --format out, or give the file the same ending.",
}
