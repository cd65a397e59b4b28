"""Faults of what is standardised by age, averaged or ranked."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "Q711": "A standard or reference population has people, and a count of events that may be 0, "
    "in every age band.\n\n"
    "Why: a band without a weight would drop out of every rate, and a band without events out "
    "of what is expected.\n\n"
    "Do: complete it, or leave out the ages that the rate is not about: `below: 75` for those "
    "under 75.",
    "Q712": "Events, population and standard have the same age bands, in the same order, and the "
    "same areas.\n\n"
    "Why: events of one age over people of another give a rate that looks right.\n\n"
    "Do: give each one row per area and age band, and the same bands to all; write a count of 0 "
    "as 0.",
    "Q713": "Each value that is averaged or ranked belongs to one group.\n\n"
    "Why: values that slip by one row land in other areas' groups.\n\n"
    "Do: give as many groups as values; number groups to average from 0.",
    "Q714": "Areas are put into a whole number of groups, 2 or more.\n\n"
    "Why: one group ranks nobody.\n\n"
    "Do: give 5 for quintiles, 10 for deciles.",
    "Q715": "Age bands are made of whole bands of the European Standard Population, in rising "
    "order.\n\n"
    "Why: it says nothing of the ages inside a band of five years, except under 1.\n\n"
    "Do: use bands that begin at 0, 1 or a multiple of 5, up to 95.",
}
