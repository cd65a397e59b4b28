"""P553 A post on a pre-release list says who fills it: an account, or a role.

Why: a post that nobody can be found for opens nothing; one that named only an organisation would
open to everybody in it.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.project.draft import Draft

CODE = "P553"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each post that says neither, or both."""
    for one in draft.pre_release.values():
        for number, post in enumerate(one.people):
            if bool(post.person) == bool(post.roles):
                said = "both an account and roles" if post.person else "nobody who fills it"
                yield ProjectError(
                    f"the post {post.post!r} names {said}",
                    code=CODE,
                    do="say either `person`, the id of an account, or `roles`, as [library:owner]",
                    at=draft.at(one.at, "people", number),
                )
