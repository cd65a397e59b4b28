"""What a site answers when it cannot show a page: codes of the W family."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "W101": "The site's styles and scripts have been built.\n\n"
    "Why: pages would work without them, and look broken.\n\n"
    "Do: in a checkout, run `make demo` or `make test`, which build them; or install "
    "hereabouts from its wheel, which holds them.",
    "W102": "The address and port can be listened on.\n\n"
    "Why: two programs cannot share one.\n\n"
    "Do: stop the other, or choose another with `--port`.",
    "W201": "An address has only parts that its page understands, each of them once.\n\n"
    "Why: a part that is ignored would make two addresses of one page, and promise a "
    "choice that was not made.\n\n"
    "Do: leave out what follows the `?`, or follow a link from the page.",
    "W202": "A choice in an address is one that the page offers.\n\n"
    "Why: a near guess would show figures that nobody asked for.\n\n"
    "Do: use one of the choices that the message lists, or follow a link.",
    "W203": "There is a page, or a page of a table, at an address.\n\nDo: start at the home page.",
    "W204": "An address names an indicator of the newest release.\n\n"
    "Why: an indicator may have been renamed, and its address with it.\n\n"
    "Do: choose one from the home page.",
    "W205": "An address names a kind of area of the release.\n\nDo: search for the area by name.",
    "W206": "An address names an area of its kind.\n\n"
    "Why: codes change when areas are redrawn, so an old link may name one that is no "
    "more.\n\n"
    "Do: search for it by name.",
    "W207": "An address names a product of the release.\n\n"
    "Do: choose one from the page about this data.",
    "W208": "An address names a period and a kind of area that its indicator has.\n\n"
    "Do: follow a link from the indicator's page.",
    "W209": "A kind of area has a map or outlines.\n\n"
    "Why: a place may list areas without boundaries, and then only tables are shown.\n\n"
    "Do: use the table or the CSV file, or add a product of boundaries to the place.",
    "W210": "There is a file or data at an address.\n\n"
    "Why: names of files change with their content, so an old one may be gone.\n\n"
    "Do: reload the page, and follow its links.",
}
