"""The tables that a conversion goes through, in the order they are filled.

Shape:
    counts: old, the keys, the counts; one row per old area and keys.
    pairs: old, new (missing where an old area leads nowhere), is_divided.
    statuses: new, status, is_whole.
    weighed: old, new, the matched keys, weight; divided areas only.
    shares: old, new, share; divided areas only; of all the weights, whatever the keys.
    carried: old, new, the keys, is_divided, and the part of each count that goes there.
    converted: the new area column, the keys, the counts, status.
"""

PAIRS, STATUSES = "conversion_pairs", "conversion_statuses"
WEIGHED, SHARES = "conversion_weighed", "conversion_shares"
COUNTS, CARRIED = "conversion_counts", "conversion_carried"
CONVERTED = "conversion_converted"
