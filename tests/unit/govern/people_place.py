"""A made-up place with records of people who do not exist: to keep, hold, delete and show."""

from collections.abc import Callable
from pathlib import Path

from hereabouts.pipeline.build import build
from hereabouts.pipeline.progress import Silent
from hereabouts.pipeline.workspace import open_workspace
from hereabouts.project import write_new

ANNA, BEN, CARA = "9990000018", "9990000026", "9990000034"
VISITS = f"""NHS number,Name,Seen on,Seen by,Area
{ANNA},Anna Plantedlongago,2015-03-01,Nurse Onlooker,D001
{ANNA},Anna Plantedlongago,2025-03-01,Nurse Onlooker,D002
{BEN},Ben Plantedlately,2026-02-01,Doctor Bystander,D001
{CARA},Cara Plantedtoo,2026-03-01,Doctor Bystander,D003
"""
_COLUMN = """      - name: {name}
        physicalName: {heading}
        description: {words}
        logicalType: {type}
"""
_CONTRACT = """apiVersion: v3.2.0
kind: DataContract
id: {id}
name: {title}
version: 1.0.0
status: active
domain: care
description: {{purpose: {purpose}}}
team: {{name: Doggerland care, members: [{{username: care@example.org, role: owner}}]}}
schema:
  - name: {id}
    logicalType: object
    properties:
{columns}customProperties:
  - {{property: sensitivity, value: personal}}
  - {{property: lawfulBasis, value: 6(1)(e)}}
  - {{property: specialCategoryCondition, value: 9(2)(h)}}
  - {{property: licence, value: none}}
  - {{property: badRowsAtMost, value: 0.5}}
"""
_THIRD = "        customProperties: [{property: thirdParty, value: true}]\n"
_PERSON = _COLUMN.format(
    name="nhs_number", heading="NHS number", words="The number of the person.", type="string"
)
_KEY = "        required: true\n        primaryKey: true\n"
_VISIT = "".join(
    (
        _PERSON + _KEY,
        _COLUMN.format(name="name", heading="Name", words="Who was seen.", type="string"),
        _COLUMN.format(name="seen_on", heading="Seen on", words="The day.", type="date") + _KEY,
        _COLUMN.format(name="seen_by", heading="Seen by", words="Who saw them.", type="string"),
        _THIRD,
        _COLUMN.format(name="area_code", heading="Area", words="Where they live.", type="string"),
    )
)
_LAST = "".join(
    (
        _PERSON.replace("nhs_number", "person").replace("NHS number", "person"),
        "        customProperties: [{property: sameAs, value: nhs_number}]\n",
        _COLUMN.format(name="last_on", heading="last_on", words="The last day.", type="date"),
    )
)
_AREAS = "".join(
    (
        _COLUMN.format(name="area_code", heading="area_code", words="Where.", type="string"),
        _COLUMN.format(name="people", heading="people", words="How many.", type="integer"),
    )
)


def write_people_place(folder: Path) -> None:
    """The blank starter, with visits, the last visit of each person, and counts by area."""
    write_new(folder, starter="blank")
    (folder / "inbox/visits.csv").write_text(VISITS, "utf-8")
    visits = _contract(folder, "visits", _VISIT)
    (visits / "source.yml").write_text("kind: csv\npath: inbox/visits.csv\n", "utf-8")
    last = _contract(folder, "last_visits", _LAST)
    _model(last, "select nhs_number as person, max(seen_on) as last_on from care.visits group by 1")
    by_area = _contract(folder, "by_area", _AREAS)
    counted = "select area_code, count(distinct nhs_number)::bigint as people"
    _model(by_area, f"{counted} from care.visits group by 1")


def build_place(folder: Path) -> None:
    """Bring its lake up to date."""
    built = build(open_workspace(folder), progress=Silent())
    assert built.errors == ()


def scanned(folder: Path, *values: str) -> list[str]:
    """Every file in which one of the values stands, byte by byte."""
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and any(value.encode() in path.read_bytes() for value in values)
    )


def declare(folder: Path, path: str, text: str) -> None:
    """Write a file of the project folder."""
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(text, "utf-8")


def schedule(*, keep: str = "8 y", counted_from: str = "seen_on", then: str = "delete") -> str:
    """policies/retention/visits.yml."""
    return f"""record_type: Visits
products: [care.visits]
keep: {keep}
counted_from: {counted_from}
then: {then}
authority: Records Management Code of Practice
driver: legal
approved_by: Records manager
approved_on: 2026-01-05
review_on: 2027-01-05
"""


Declare = Callable[[str, str], None]


def _contract(folder: Path, name: str, columns: str) -> Path:
    product = folder / "products/care" / name
    product.mkdir(parents=True)
    text = _CONTRACT.format(
        id=name, title=f"Care, {name}", purpose=f"To know {name}.", columns=columns
    )
    (product / "contract.odcs.yaml").write_text(text, "utf-8")
    return product


def _model(product: Path, sql: str) -> None:
    (product / "model.sql").write_text(sql + "\n", "utf-8")
