"""What stops a product from being catalogued: codes W400 to W419."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "W400": "A catalogue for others says where each thing is, so the site's address is needed.\n\n"
    "Why: an address of this machine would lead readers of another catalogue nowhere.\n\n"
    "Do: say it with --address, or in HEREABOUTS_ADDRESS as the site itself is told it.",
    "W401": "A record of the UK Cross-Government Metadata Exchange Model has an e-mail address to "
    "ask at, a licence and a description.\n\n"
    "Why: the model demands them, and a record without them is refused wherever it is sent. What "
    "lacks one of them is left out by name; here that was everything.\n\n"
    "Do: give place.yml a `contact` that is an e-mail address, and each contract a licence.",
    "W402": "A product has its columns for programs under /catalog/, by its domain and name.\n\n"
    "Why: a program that asks for one that is gone should learn so, and not get an empty table.\n\n"
    "Do: follow the links from the product's page, or see /catalogue for those there are.",
    "W403": "An agreement has a page where the release has it.\n\n"
    "Why: a release says what was agreed on the day it was made; one that was taken out since, or "
    "that came later, is in another release.\n\n"
    "Do: look for it in the catalogue, or in the newest release.",
    "W404": "A definition has a page where the release has it.\n\n"
    "Why: definitions are agreed anew, and a rule that is gone should not look as if it stood.\n\n"
    "Do: look for it in the catalogue, or in the glossary by the term that it defines.",
    "W405": "The catalogue is written to a file whose folder exists, has room and can be written "
    "to.\n\n"
    "Why: a catalogue that is half there would be harvested as if the rest were gone.\n\n"
    "Do: name another file with --out, or leave it out for standard output.",
}
