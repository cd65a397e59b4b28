"""A person is told what is held, what it means, why, since when and who else sees it."""

import csv
import stat
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from hereabouts.errors import GoverningError
from hereabouts.govern.retention.erase import erase
from hereabouts.govern.retention.holdings import holdings
from hereabouts.govern.retention.people import Keys
from hereabouts.govern.retention.run import Order
from hereabouts.govern.subject_access.clock import deadline
from hereabouts.govern.subject_access.find import REDACTED, HeldOf, find_held
from hereabouts.govern.subject_access.write import write_answer
from hereabouts.project import load
from tests.unit.govern.people_place import ANNA, BEN, VISITS, build_place, declare, schedule

TODAY = date(2026, 11, 29)
AGREEMENT = """title: Visits for the winter plan
providers: [doggerland]
recipients: [wold_icb]
purposes: [winter_plan]
objective: To plan for winter.
lawful_basis: 6(1)(e)
special_category_condition: 9(2)(h)
products: [{product: care.visits}]
starts_on: 2026-04-01
ends_on: 2027-03-31
review_on: 2027-01-15
retention: 2 y
dpia: DPIA 7
approved_by: Director
approved_on: 2026-03-20
"""
ORGANISATIONS = """
doggerland: {title: Doggerland Council, kind: council, code: E06000099, domains: [care]}
wold_icb: {title: Wold ICB, kind: icb}
"""


def found(folder: Path, *values: str) -> list[HeldOf]:
    held = holdings(folder, load(folder))
    with held.session() as session:
        return list(find_held(held, session, Keys({"nhs_number": values}), TODAY))


def share(folder: Path) -> None:
    declare(folder, "agreements/winter.yml", AGREEMENT)
    declare(folder, "organisations.yml", ORGANISATIONS)
    declare(folder, "purposes.yml", "winter_plan: To plan beds for winter.\n")


def test_every_product_that_knows_the_person_is_found(people_place: Path) -> None:
    last, visits = found(people_place, f"{ANNA[:3]} {ANNA[3:]}")
    assert (last.product.id, last.rows) == ("care.last_visits", ((ANNA, "2025-03-01"),))
    assert visits.rows == (
        (ANNA, "Anna Plantedlongago", "2015-03-01", REDACTED, "D001"),
        (ANNA, "Anna Plantedlongago", "2025-03-01", REDACTED, "D002"),
    )


def test_a_row_that_was_not_accepted_is_held_too(people_place: Path) -> None:
    declare(people_place, "inbox/visits.csv", VISITS + f"{BEN},Ben,on a Tuesday,Nurse X,D001\n")
    build_place(people_place)
    (visits,) = [one for one in found(people_place, BEN) if one.product.id == "care.visits"]
    assert visits.refused == ((BEN, "Ben", "on a Tuesday", REDACTED, "D001"),)
    assert visits.earlier_rows == 1


def test_the_answer_explains_itself_and_says_nothing_of_others(
    people_place: Path, tmp_path: Path
) -> None:
    share(people_place)
    declare(people_place, "policies/retention/visits.yml", schedule())
    held = found(people_place, ANNA)
    due = deadline(date(2026, 11, 25))
    written = write_answer(load(people_place), held, tmp_path / "answer", today=TODAY, due=due)
    page = (tmp_path / "answer/index.html").read_text("utf-8")
    for words in (
        "To know visits.",
        "6(1)(e) and 9(2)(h)",
        "8 y (Records Management Code of Practice)",
        "Wold ICB, under Visits for the winter plan (01 April 2026 to 31 March 2027; 6(1)(e))",
        "To plan beds for winter.",
        "Who saw them. Shown as [about somebody else].",
        "To be answered by 25 December 2026.",
    ):
        assert words in page
    everything = "".join(path.read_text("utf-8") for path in written)
    for somebody_else in ("Nurse Onlooker", "Doctor Bystander", BEN, "Plantedlately"):
        assert somebody_else not in everything
    assert {stat.S_IMODE(path.stat().st_mode) for path in written} == {0o600}
    with (tmp_path / "answer/care.visits.csv").open(encoding="utf-8", newline="") as file:
        heading, first, *_ = csv.reader(file)
    assert heading[-1] == "Accepted"
    assert first[:3] == [ANNA, "Anna Plantedlongago", "2015-03-01"]


def test_a_cell_is_never_run_by_a_spreadsheet(people_place: Path, tmp_path: Path) -> None:
    declare(people_place, "inbox/visits.csv", VISITS + f"{BEN},=cmd(),2026-05-01,Nurse,D001\n")
    build_place(people_place)
    write_answer(
        load(people_place), found(people_place, BEN), tmp_path / "a", today=TODAY, due=None
    )
    assert "'=cmd()" in (tmp_path / "a/care.visits.csv").read_text("utf-8")


def test_an_answer_is_not_written_into_the_shared_folder(people_place: Path) -> None:
    with pytest.raises(GoverningError, match="G128"):
        write_answer(load(people_place), [], people_place / "docs/a", today=TODAY, due=None)
    assert not (people_place / "docs").exists()


def test_of_a_person_who_was_erased_nothing_is_found(people_place: Path) -> None:
    held = holdings(people_place, load(people_place))
    order = Order(by="DPO", now=datetime(2026, 11, 29, tzinfo=UTC))
    erase(held, Keys({"nhs_number": (ANNA,)}), order, reason="Request 12")
    assert found(people_place, ANNA) == []
    assert len(found(people_place, BEN)) == 2
