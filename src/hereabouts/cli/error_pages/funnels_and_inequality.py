"""Pages for what funnels, gaps between groups, life expectancy and pyramids cannot use."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "Q761": "Every area's counts have a place on the scale of the funnel.\n\n"
    "Why: the variance between areas is measured on a scale where points are roughly "
    "normal; 0 has no logarithm, and a share above the whole has no angle.\n\n"
    "Do: for 0 observed events use the square root scale, or leave the area out and say so; "
    "for shares, count in the numerator only what is in the denominator.",
    "Q762": "The benchmark of a funnel of proportions is a share from 0 to 1.\n\n"
    "Why: lines about 80 in place of 0.8 would mean nothing; and where no area has a "
    "denominator there is no average to draw lines about.\n\n"
    "Do: write 80% as 0.8, and see that some area has a denominator.",
    "Q763": "Every value of an inequality has a place on the scale it is fitted on.\n\n"
    "Why: 0 has no logarithm, and a share of 0 or 1, or one written as a percentage, has no "
    "logit.\n\n"
    "Do: give proportions as shares between 0 and 1 for `logit`, rates above 0 for `log`; or "
    "fit the values as given.",
    "Q764": "A slope is drawn through 2 groups or more.\n\n"
    "Why: a line needs two points; ten groups are usual.\n\n"
    "Do: give one column per group, from the most deprived to the least.",
    "Q765": "Limits are simulated with 1,000 draws or more.\n\n"
    "Why: of fewer draws the outermost few decide the limits, and another seed would give "
    "others.\n\n"
    "Do: leave the number of draws out, which draws 100,000.",
    "Q766": "The age bands of a life table start at 0 and go up, one for each column.\n\n"
    "Why: life expectancy at birth adds up the years lived in every band; without the first, "
    "or with two the wrong way round, it would be that of nobody.\n\n"
    "Do: give every band from birth to the oldest, in order, with the age it starts at: 0, 1, "
    "5, 10 and so on. A band whose counts are not known is missing, not left out.",
    "Q767": "The bands of a pyramid take in every age, and none in part.\n\n"
    "Why: an age left out would be people left out, and one in two bands would have to be "
    "guessed at.\n\n"
    "Do: start each band at one of the ages, the first band at the lowest; and give ages in "
    "order, one for each column.",
}
