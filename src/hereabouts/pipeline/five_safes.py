"""A five safes sheet: what is known of an extract, and what people must fill in.

Source:
    Desai, Ritchie and Welpton, Five Safes: designing data access for research (2016).
"""

from collections.abc import Iterator

from hereabouts.disclosure.anonymity import Anonymity
from hereabouts.model.policy_words import policy_words
from hereabouts.model.product import Product
from hereabouts.model.table import TableVersion
from hereabouts.pipeline.workspace import Workspace

BLANK = "*to fill in:*"


def five_safes(workspace: Workspace, product: Product, hiding: Anonymity | None) -> str:
    """The sheet of one product, as Markdown. It holds counts of rows, and no value.

    Args:
        workspace: the folder and its lake.
        product: the extract.
        hiding: how well its rows hide; None leaves that to be filled in.

    Raises:
        DataError: Q204 the product was never made.
    """
    table = workspace.made(product.id, reader="a five safes sheet", at=product.at)
    parts = (
        _about(product, table),
        _projects(product),
        _people(product),
        _settings(product),
        _data(product, hiding),
        _outputs(workspace, product),
    )
    return "\n".join(line for part in parts for line in (*part, ""))


def _about(product: Product, table: TableVersion) -> Iterator[str]:
    contract = product.contract
    yield f"# Five safes: {contract.title}"
    yield ""
    yield f"- product: `{product.id}`, contract version {contract.version}"
    yield f"- table: version {table.version}, made {table.facts.get('made_at', 'at some time')}"
    yield f"- sensitivity: {contract.sensitivity}" + (" (synthetic)" * contract.synthetic)
    yield f"- one row is: {contract.granularity or BLANK}"
    yield f"- {BLANK} who wrote this sheet, when, and when it is looked at again"


def _projects(product: Product) -> Iterator[str]:
    contract = product.contract
    yield "## Safe projects: is this a proper use of the data?"
    yield ""
    yield f"- purpose of the product: {contract.purpose or BLANK}"
    yield f"- how it may be used: {contract.usage or BLANK}"
    yield f"- what it cannot tell: {contract.limitations or BLANK}"
    yield f"- licence: {contract.licence or BLANK}"
    yield f"- {BLANK} the project, its benefit to the public, and its lawful basis"
    yield f"- {BLANK} the data protection impact assessment, and who approved the project"


def _people(product: Product) -> Iterator[str]:
    yield "## Safe people: can they be trusted to use it so?"
    yield ""
    yield f"- owner: {product.contract.owner or BLANK}"
    yield f"- {BLANK} who may use it, of which organisation, and until when"
    yield f"- {BLANK} their training in information governance, and the agreement they signed"


def _settings(product: Product) -> Iterator[str]:
    yield "## Safe settings: does the place of work prevent misuse?"
    yield ""
    if product.contract.sensitivity == "open":
        yield "- the product is open: no setting is asked for"
    else:
        yield "- the product is in no open release but as protected counts"
    yield f"- {BLANK} where it is kept, how people sign in, and what is logged"
    yield f"- {BLANK} whether rows can be copied out, and when they are deleted"


def _data(product: Product, hiding: Anonymity | None) -> Iterator[str]:
    columns = product.contract.columns
    yield "## Safe data: can people be recognised in it?"
    yield ""
    yield f"- columns: {', '.join(f'`{column.name}`' for column in columns)}"
    if hiding is None:
        yield f"- {BLANK} how well rows hide among each other (name columns with `--quasi`)"
    else:
        yield from _hiding(hiding)
    yield f"- {BLANK} which columns were left out or made coarser, and why the rest are needed"


def _hiding(found: Anonymity) -> Iterator[str]:
    yield f"- smallest group of rows that are alike: {found.smallest_group:,}"
    yield (
        f"- rows in groups of fewer than {found.k}: {found.rows_under_k:,} of {found.rows:,} "
        f"({found.share_under_k:.1%}), in {found.groups_under_k:,} of {found.groups:,} groups"
    )
    if found.fewest_values is not None:
        yield f"- fewest sensitive values in a group: {found.fewest_values:,}"


def _outputs(workspace: Workspace, product: Product) -> Iterator[str]:
    yield "## Safe outputs: can people be recognised in what comes out?"
    yield ""
    project = workspace.project
    users = [one for one in project.indicators.values() if product.id in one.products]
    for policy in dict.fromkeys(project.policies[one.policy].name for one in users):
        said = project.policies[policy]
        under = ", ".join(f"`{one.id}`" for one in users if one.policy == policy)
        yield f"- {under}: {said.title}. {' '.join(policy_words(said))}"
        yield f"    - approved by {said.approved_by}" + (
            f", to be looked at again by {said.review_on}" if said.review_on else ""
        )
    if not users:
        yield "- no indicator is made from it directly"
    yield f"- {BLANK} who checks other tables and charts before they leave, and by which rule"
