"""Six indicators of the secret place, each protected in another way."""

BASIS = {
    "suppress_from": 1,
    "suppress_to": 7,
    "round_to": 5,
    "hide_zero": False,
}
POLICIES: dict[str, dict[str, object]] = {
    "rounded": {"scheme": "suppress_and_round", **BASIS},
    "exact": {
        "scheme": "threshold",
        "suppress_from": 1,
        "suppress_to": 5,
        "hide_zero": False,
        "minimum_width": 3,
    },
    "noisy": {
        "scheme": "cell_key",
        "suppress_to": 2,
        "noise": {"at_most": 5, "variance": 3},
    },
    "not_of_few": {
        "scheme": "suppress_and_round",
        **BASIS,
        "population": {"product": "care.people_there", "column": "people", "area": "area_code"},
        "minimum_population": {"area": 1000},
    },
    "money": {
        "scheme": "suppress_and_round",
        **BASIS,
        "dominance": {"contributor": "provider", "p_percent": 10},
    },
}
BY_YEAR = {"start_column": "starts", "end_column": "ends"}
TALLIES = {"product": "care.tallies"}
INDICATORS: dict[str, dict[str, object]] = {
    "members": {
        "method": "proportion",
        "numerator": {**TALLIES, "sum": "members"},
        "denominator": {**TALLIES, "sum": "residents"},
        "multiplier": 100000,
        "decimals": 1,
        "better": "higher",
        "policy": "rounded",
        "compare_to": "place",
        "inequality": "third",
        "hot_spots": "yes",
    },
    "loans": {
        "method": "count",
        "numerator": {**TALLIES, "sum": "loans"},
        "policy": "exact",
        "area_types": ["area", "district"],
    },
    "waits": {
        "method": "mean",
        "numerator": {**TALLIES, "sum": "minutes"},
        "denominator": {**TALLIES, "sum": "seen"},
        "decimals": 1,
        "better": "lower",
        "policy": "not_of_few",
    },
    "spending": {
        "method": "count",
        "numerator": {"product": "care.payments", "sum": "pounds"},
        "policy": "money",
        "area_types": ["area", "district"],
    },
    "calls": {
        "method": "count",
        "numerator": {"product": "care.calls", "sum": "calls"},
        "policy": "noisy",
        "spc": "yes",
        "area_types": ["area"],
    },
    "people": {
        "method": "count",
        "numerator": {"product": "care.people", "count": "rows"},
        "policy": "rounded",
        "breakdown": "service",
    },
}
