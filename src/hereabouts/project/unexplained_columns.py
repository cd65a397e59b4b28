"""Columns that nobody explained: those whose contract, dictionary and glossary say nothing.

Nothing stops for it, for whoever reads a folder for the first time has many; those who lint are
told. A column is explained by a description in its contract, by a field of dictionary.yml that
has its name, or by a term of glossary.yml that is called what its title or its name is.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.product import Column, Product
from hereabouts.model.project import Project
from hereabouts.model.term import slug_of

CODE = "P517"
NAMED_AT_MOST = 5


def unexplained_columns(project: Project) -> Iterator[ProjectError]:
    """One warning for each product that has some; it is not to be raised."""
    words = {slug_of(name) for term in project.terms.values() for name in term.names}
    for product in project.products.values():
        found = [one.name for one in product.contract.columns if not _said(one, project, words)]
        if found:
            yield _warning(product, found)


def _said(column: Column, project: Project, words: set[str]) -> bool:
    if column.description or column.name in project.dictionary.fields:
        return True
    return bool({slug_of(column.title), slug_of(column.name)} & words)


def _warning(product: Product, found: list[str]) -> ProjectError:
    more = f" and {len(found) - NAMED_AT_MOST} more" if len(found) > NAMED_AT_MOST else ""
    return ProjectError(
        f"nothing explains {', '.join(found[:NAMED_AT_MOST])}{more}",
        code=CODE,
        do="describe each in the contract, or in dictionary.yml where products share it",
        at=product.contract.at,
    )
