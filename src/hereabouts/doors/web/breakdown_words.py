"""What a breakdown and its categories are called where a reader chooses: by sex, age, condition."""

import re

from hereabouts.doors.web import words
from hereabouts.doors.web.languages import N_, translated
from hereabouts.release.manifest_model import ReleasedIndicator, ReleaseManifest

TOTAL = "all"
#: A word of the breakdown's title -> what its total is called.
TOTALS = {"age": N_("All ages"), "ages": N_("All ages"), "condition": N_("All conditions")}
TOTALS |= {"conditions": N_("All conditions"), "diagnosis": N_("All diagnoses"), "sex": N_("All")}
NUMBER = re.compile(r"\d+")
BEFORE = ("under", "less", "below", "up to", "<")


def breakdown_title(manifest: ReleaseManifest, indicator: ReleasedIndicator) -> str:
    """As the contract of its product calls the column, else its name: `Age band`, `Sex`."""
    name = indicator.breakdown or "category"
    products = (manifest.product(product) for product in indicator.products)
    titles = (one.title for p in products if p for one in p.columns if one.name == name)
    return words.sentence(next(titles, name).replace("_", " "))


def category_words(category: str, *, title: str) -> str:
    """A category as it is called; the total of a breakdown by age is `All ages`."""
    if category != TOTAL:
        return words.sentence(category)
    found = (TOTALS[word] for word in title.casefold().split() if word in TOTALS)
    return translated(next(found, N_("All")))


def in_order(categories: tuple[str, ...]) -> tuple[str, ...]:
    """The total first; ages and other categories with numbers by these, any others as they are."""
    others = [one for one in categories if one != TOTAL]
    first = tuple(one for one in categories if one == TOTAL)
    if not all(NUMBER.search(one) for one in others):
        return (*first, *others)
    return (*first, *sorted(others, key=_place))


def _place(category: str) -> tuple[int, bool, str]:
    """`Under 5` comes before `5 to 9`."""
    found = NUMBER.search(category)
    number = int(found.group()) if found else 0
    return number, not category.casefold().startswith(BEFORE), category
