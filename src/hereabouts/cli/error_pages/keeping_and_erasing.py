"""Faults of keeping, holding, deleting and answering those whom data is about."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "G125": "A personal product is under a retention schedule.\n\n"
    "Why: personal data is kept no longer than it is needed, and nobody deletes what no rule "
    "names. It is a warning, and nothing stops for it.\n\n"
    "Do: write policies/retention/NAME.yml with the product under `products`.",
    "G126": "A retention schedule is looked at again by the day that it says.\n\n"
    "Why: law and practice change. It is a warning, and nothing stops on that day.\n\n"
    "Do: ask whoever approved it, and set a new `review_on`.",
}
