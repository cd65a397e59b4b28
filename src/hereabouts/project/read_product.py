"""From the files of products/<domain>/<product>/ to the product."""

from collections.abc import Iterator, Mapping

from hereabouts.errors import Location, ProjectError
from hereabouts.model.definition import Definition
from hereabouts.model.product import Contract, Model, Product
from hereabouts.model.quality import QualityFile
from hereabouts.project.python_model import read_python
from hereabouts.project.read_contract import read_contract
from hereabouts.project.read_corrections import read_corrections
from hereabouts.project.read_examples import read_examples
from hereabouts.project.read_handling import read_handling
from hereabouts.project.read_quality import read_quality
from hereabouts.project.read_recipe import RECIPES, read_recipe
from hereabouts.project.read_source import read_source
from hereabouts.project.reader import Reader
from hereabouts.project.sql_model import Read, read_model

RECEIVED = "received"
_READ = {"sql": read_model, "python": read_python}


def read_product(
    reader: Reader,
    *,
    domain: str,
    name: str,
    files: Mapping[str, str],
    definitions: Mapping[str, Definition],
) -> Product | None:
    """The product, or None when the reader's problems gained a reason.

    Args:
        reader: of the project folder.
        domain: the outer folder.
        name: the inner folder.
        files: the product's files, from name to path.
        definitions: of the folder, for apply.yml.
    """
    before = len(reader.problems)
    folder = f"products/{domain}/{name}"
    contract = _contract(reader, files.get("contract.odcs.yaml"), folder=folder, domain=domain)
    source = None
    if fitted := reader.fitted(files.get("source.yml"), kind="source"):
        source = read_source(*fitted, problems=reader.problems)
    _refuse_two_ways(reader, files)
    model = _model(reader, files)
    recipe = read_recipe(reader, files, definitions)
    fitted = reader.fitted(files.get("examples.yml"), kind="examples")
    corrected = reader.fitted(files.get("corrections.yml"), kind="corrections")
    quality = reader.fitted(files.get("quality.yml"), kind="quality")
    if contract is None or len(reader.problems) > before:
        return None
    return Product(
        domain=domain,
        name=name,
        contract=contract,
        source=source,
        model=model,
        recipe=recipe,
        examples=read_examples(*fitted) if fitted else (),
        corrections=read_corrections(*corrected) if corrected else (),
        quality=read_quality(*quality) if quality else QualityFile(),
        handling=read_handling(reader.documents[contract.at.path].data),
        folder=str(reader.root / folder),
        at=contract.at,
    )


def _contract(reader: Reader, path: str | None, *, folder: str, domain: str) -> Contract | None:
    if path is None:
        do, at = f"write {folder}/contract.odcs.yaml", Location(folder)
        reader.problems.append(
            ProjectError("this product has no contract", code="P128", do=do, at=at)
        )
        return None
    fitted = reader.fitted(path, kind="contract", also="contract_in_use")
    return read_contract(*fitted, domain=domain, problems=reader.problems) if fitted else None


def _refuse_two_ways(reader: Reader, files: Mapping[str, str]) -> None:
    """A source may have a model; otherwise a product has one file that makes it."""
    ways = [name for name in ("model.sql", "model.py", *RECIPES) if name in files]
    if "source.yml" in files and any(name in RECIPES for name in ways):
        ways.insert(0, "source.yml")
    if len(ways) > 1:
        do, at = f"keep one of {' and '.join(ways)}", Location(files[ways[-1]])
        reader.problems.append(
            ProjectError("this product is made in two ways", code="P129", do=do, at=at)
        )


def _model(reader: Reader, files: Mapping[str, str]) -> Model | None:
    found = {"sql": files.get("model.sql"), "python": files.get("model.py")}
    if all(found.values()):
        return None
    for language, path in found.items():
        if path and (text := reader.text(path)) is not None:
            reads = _READ[language](text, path=path, problems=reader.problems)
            if "source.yml" not in files:
                reader.problems.extend(_received_in_vain(reads, path))
            return Model(
                language=language,
                text=text,
                inputs=tuple(read.table for read in reads if read.table != RECEIVED),
                path=str(reader.root / path),
                at=Location(path, 1),
            )
    return None


def _received_in_vain(reads: tuple[Read, ...], path: str) -> Iterator[ProjectError]:
    for read in reads:
        if read.table == RECEIVED:
            yield ProjectError(
                "this reads `received`, and the product has no source",
                code="P131",
                do="add source.yml beside the model, or read a product",
                at=Location(path, read.line),
            )
