"""Write the three files of a new product. What is there already is never overwritten."""

import re
from pathlib import Path

from hereabouts.errors import Location, ProjectError
from hereabouts.project.new_contract import contract_text
from hereabouts.project.new_examples import examples_text
from hereabouts.project.new_plan import NewProduct
from hereabouts.project.new_source import source_text

NAME = re.compile(r"[a-z][a-z0-9_]*")


def write_product(root: Path, product: NewProduct) -> tuple[Path, ...]:
    """Write `products/<domain>/<name>/`: contract, source and examples.

    Returns:
        The files, relative to `root`.

    Raises:
        ProjectError: P350 the product is there already; P351 its name is none; P354 the folder
            cannot be written to.
    """
    folder = product_folder(root, product.domain, product.name)
    texts = {
        "contract.odcs.yaml": contract_text(product),
        "source.yml": source_text(product),
        "examples.yml": examples_text(product),
    }
    try:
        (root / folder).mkdir(parents=True)
        for name, text in texts.items():
            (root / folder / name).write_text(text, encoding="utf-8")
    except OSError as error:
        raise ProjectError(
            f"the folder {folder} cannot be written to: {error.strerror or 'unknown reason'}",
            code="P354",
            do="choose a folder that you may write to, on a disk with room",
        ) from error
    return tuple(folder / name for name in texts)


def product_folder(root: Path, domain: str, name: str) -> Path:
    """Where a new product goes, relative to the project folder.

    Raises:
        ProjectError: P350 it is there already; P351 a name is none.
    """
    for what, said in (("domain", domain), ("name", name)):
        if not NAME.fullmatch(said):
            raise ProjectError(
                f"the {what} of a product cannot be {said!r}",
                code="P351",
                do=f"give --{what} in lower case letters, digits and underscores, beginning with "
                "a letter",
            )
    folder = Path("products") / domain / name
    if (root / folder).exists():
        raise ProjectError(
            f"there is a product '{domain}.{name}' already, and it is not overwritten",
            code="P350",
            do="give another --name",
            at=Location(folder.as_posix()),
        )
    return folder
