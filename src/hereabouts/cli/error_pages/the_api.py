"""What the API, the sitemap and the site's address can be wrong in: codes W260 to W279."""

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
    "W267": "A site that is listed for search engines is an open one.\n\n"
    "Why: the addresses of an internal release are for colleagues.\n\n"
    "Do: go to its home page.",
    "W268": "There is a file of the sitemap at an address.\n\n"
    "Why: its files follow the kinds of area of the newest release.\n\n"
    "Do: see `/sitemap.xml` for those it has.",
    "W269": "HEREABOUTS_ADDRESS is the address of a site: http or https, a name, perhaps a "
    "port.\n\n"
    "Why: search engines are told it, and would be led astray by half of one.\n\n"
    "Do: write it as in `https://place.example.org`, without a path.",
}
