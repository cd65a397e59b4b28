"""Products carried from one set of areas to another: codes Q811 to Q839."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "Q811": "Counts of areas that were split or redrawn come with weights that say how to "
    "share them out.\n\n"
    "Why: halving an area's count between its successors would invent people.\n\n"
    "Do: give `weights` in convert.yml: the population of each new area, of the age that the "
    "count is about. A new area without a row there, or all of whose parts weigh nothing, "
    "counts as unweighted.",
    "Q812": "Areas that are carried from one vintage to another are in the lookup between the "
    "two.\n\n"
    "Why: an area that is not there would drop out of the totals.\n\n"
    "Do: use the lookup of the year that the areas are of, or correct their codes; with "
    "`code_history` in place.yml the message says what retired codes became. If a little may be "
    "left out, say how much in `uncarried_at_most`; readers are told.",
    "Q821": "A conversion keeps the total of each count.\n\n"
    "Why: a lookup that counts an area twice, or drops a part of it, gives figures that look "
    "right area by area and are wrong together.\n\n"
    "Do: correct the lookup. A split area marked as unchanged or merged is counted once for each "
    "of its parts; leave `change` out to have it worked out from the codes.",
    "Q822": "Areas whose counts were shared out are, on average, no further from the truth than "
    "`error_at_most`.\n\n"
    "Why: an estimate that is wrong by a third is worse than none, because it looks like a "
    "figure.\n\n"
    "Do: weigh by people of the ages that are counted (`match`), or by a count nearer to what is "
    "counted. If the error must be lived with, raise the limit: it is said beside the figures.",
    "Q823": "What a conversion is measured against has areas and keys in common with it.\n\n"
    "Why: an error measured over nothing is no error, and would let anything pass.\n\n"
    "Do: give `hold_out` a product of the new areas whose keys have the same values. A year that "
    "only one side has is best left out of `keys`.",
    "Q824": "Counts that `round` makes whole again were whole before.\n\n"
    "Why: largest remainders keep the whole total of each old area, and there is none to keep.\n\n"
    "Do: take `round` out of convert.yml, or make the counts whole in the product that is "
    "converted.",
    "Q825": "Weights are nought or more.\n\n"
    "Why: a negative share would take people from one area and give too many to another.\n\n"
    "Do: give the column `minimum: 0` in its contract, so that such rows are put aside where "
    "they come in, or weigh by something else.",
}
