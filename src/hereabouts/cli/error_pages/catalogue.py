"""What stops a product from being catalogued: codes P500 to P509 and W400 to W419."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "P500": "A column's classification is open, internal or personal.\n\n"
    "Why: the standard allows any word there, and a word that is not known protects nothing.\n\n"
    "Do: write one of the three, or leave it out: then it is the product's own sensitivity.",
    "P501": "No column is more sensitive than its product.\n\n"
    "Why: a product is shown as its sensitivity says, with all of its columns.\n\n"
    "Do: raise the product's sensitivity under customProperties, or take the column out of it.",
}
