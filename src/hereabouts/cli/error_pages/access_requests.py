"""Requests for data: codes A140 to A142."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "A140": "A request is answered once.\n\n"
    "Why: two who decide at the same moment must not both be right.\n\n"
    "Do: open the request again: somebody else has answered it meanwhile, or whoever asked has "
    "withdrawn it.",
    "A141": "A request is taken where somebody is there to decide about it.\n\n"
    "Why: one that is routed to nobody would wait for ever. Those who may decide are named by the "
    "`roles` of the product's contract, or are owners of its domain, have an account here, and are "
    "not whoever asks.\n\n"
    "Do: ask whoever answers for the product, or have an owner of its domain invited.",
    "A142": "A request is decided by the approvers of the product's contract, each once.\n\n"
    "Why: two approvals are by two people, and nobody approves their own request.\n\n"
    "Do: leave it to the others.",
}
