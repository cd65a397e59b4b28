"""A place whose care visits are about people, and that shares them under an agreement."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from hereabouts.govern.records.known import Known, Measures
from hereabouts.govern.records.make import make_records
from hereabouts.govern.records.writing import Kind, Record
from hereabouts.project import load, write_new
from tests.unit.govern.people_place import declare, schedule, write_people_place

TODAY = date(2026, 11, 29)
ORGANISATIONS = """
wold: {title: Wold Council, kind: council, contact: data@wold.example.org,
  data_protection_officer: dpo@wold.example.org, ico_registration: Z1234567, domains: [care]}
fen_icb: {title: Fen ICB, kind: icb, contact: data@fen.example.org}
"""
AGREEMENT = """title: Visits for winter
providers: [wold]
recipients: [fen_icb]
purposes: [winter]
objective: To plan beds for winter.
benefits: People wait less.
lawful_basis: 6(1)(e)
special_category_condition: 9(2)(h)
power: Care Act 2014, section 3
products:
  - {product: care.visits, columns: [area_code, seen_on], areas: [D001], area_column: area_code}
starts_on: 2026-04-01
ends_on: 2027-03-31
review_on: 2027-01-15
retention: 2 y
disposal: Deleted.
method: Read on the site.
dpia: DPIA-7
approved_by: Ann Person
approved_on: 2026-03-20
"""
CONTRACT = "products/care/visits/contract.odcs.yaml"
SAID = """  - {property: dataSubjects, value: People who are visited}
  - {property: legalPower, value: 'Care Act 2014, section 9'}
  - {property: collectedFrom, value: The visiting nurses}
  - {property: transfers, value: None}
  - {property: automatedDecisions, value: None}
  - {property: dpia, value: DPIA-7}
"""
Made = Callable[..., tuple[Record, ...]]


@pytest.fixture(scope="session")
def written_place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder; to be copied, never changed."""
    folder = tmp_path_factory.mktemp("records") / "place"
    write_people_place(folder)
    declare(folder, "organisations.yml", ORGANISATIONS)
    declare(folder, "purposes.yml", "winter: To plan for winter.\n")
    declare(folder, "agreements/winter.yml", AGREEMENT)
    declare(folder, "policies/retention/visits.yml", schedule())
    path = folder / CONTRACT
    path.write_text(path.read_text("utf-8") + SAID, "utf-8")
    return folder


@pytest.fixture
def sharing_place(written_place: Path, tmp_path: Path) -> Path:
    """A copy that a test may change."""
    return Path(shutil.copytree(written_place, tmp_path / "place"))


@pytest.fixture
def known(written_place: Path) -> Known:
    """What is known of it on one day, with nothing set up to keep it safe."""
    return Known(project=load(written_place), today=TODAY)


@pytest.fixture
def blank_known(tmp_path: Path) -> Known:
    """A place that holds nothing about people."""
    write_new(tmp_path / "blank", starter="blank")
    return Known(project=load(tmp_path / "blank"), today=TODAY)


@pytest.fixture
def records(sharing_place: Path) -> Made:
    """Its records, as its files are when it is asked."""

    def make(
        only: Kind | None = None, *, today: date = TODAY, **measures: bool
    ) -> tuple[Record, ...]:
        known = Known(project=load(sharing_place), today=today, measures=Measures(**measures))
        return make_records(known, only=only)

    return make


def text_of(record: Record) -> str:
    """Everything it says, as words."""
    return repr(record)
