"""P327 A correction is about something received, and about a file that source.yml names.

Why: a correction that can never be made looks like a fault that was dealt with.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.project.draft import Draft
from hereabouts.project.names import unknown_name

CODE = "P327"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each correction of a product or a file that receives nothing."""
    for product in draft.products.values():
        for correction in product.corrections:
            if product.source is None:
                problem = "this corrects what was received, and the product has no source"
                do = "correct it in the product that it was received for"
                yield ProjectError(problem, code=CODE, do=do, at=correction.at)
                continue
            known = [part.name for part in product.source.parts if part.name]
            if correction.file and correction.file not in known:
                name = correction.file
                yield unknown_name("file", name, known=known, code=CODE, at=correction.at)
