"""P550 A pre-release list names organisations and domains that there are.

Why: a name with a typing error opens nothing, and somebody finds out on the morning of
publication.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.pre_release import EVERYTHING, PreReleaseList, parts_of_role
from hereabouts.project.draft import Draft
from hereabouts.project.names import unknown_name

CODE = "P550"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each organisation or domain of a list that is declared nowhere."""
    for one in draft.pre_release.values():
        yield from _of_list(draft, one, {product.domain for product in draft.products.values()})


def _of_list(draft: Draft, one: PreReleaseList, domains: set[str]) -> Iterator[ProjectError]:
    for number, post in enumerate(one.people):
        if post.organisation not in draft.organisations:
            yield unknown_name(
                "organisation",
                post.organisation,
                known=draft.organisations,
                code=CODE,
                at=draft.at(one.at, "people", number, "organisation"),
            )
        for place, role in enumerate(post.roles):
            domain, _role = parts_of_role(role)
            if domain not in {*domains, EVERYTHING}:
                at = draft.at(one.at, "people", number, "roles", place)
                yield unknown_name("domain", domain, known=domains, code=CODE, at=at)
