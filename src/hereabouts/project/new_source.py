"""The source.yml of a new product, each guess with its reason."""

from hereabouts.project.new_plan import NewProduct
from hereabouts.project.new_yaml import entry

HEADER = "# yaml-language-server: $schema=../../../.hereabouts/schema/source.json"
REASONS = {
    "sheet": "the one that holds the table",
    "encoding": "found in the file's bytes",
    "delimiter": "found in the file's lines",
    "markers": "what stands where a number should, and the GSS marker it was taken for: check each",
}


def source_text(product: NewProduct) -> str:
    """`source.yml`: where the file is, and how it is read."""
    proposal = product.proposal
    place, where = product.location
    lines = [HEADER, *entry("kind", proposal.kind), *entry(place, where)]
    for name, value in proposal.options.items():
        why = proposal.reasons.get(name) or REASONS.get(name, "")
        lines += entry(name, value, why=why)
    return "\n".join(lines) + "\n"
