"""Records say what the project's files say, and mark what they do not. Nothing is invented."""

from datetime import date
from pathlib import Path

import pytest

from hereabouts.govern.records.article30 import controllers
from hereabouts.govern.records.known import Known
from hereabouts.govern.records.make import make_records
from hereabouts.govern.records.risks import overall, risks_of
from hereabouts.govern.records.said import listed, sentence, span
from hereabouts.govern.records.writing import Gap, Kind, Record, Table
from tests.unit.govern.people_place import declare
from tests.unit.govern.records.conftest import AGREEMENT, CONTRACT, ORGANISATIONS, Made, text_of


def answers(record: Record, caption: str) -> dict[object, object]:
    tables = [
        block
        for section in record.sections
        for block in section.blocks
        if isinstance(block, Table) and block.caption == caption
    ]
    return {row[0]: row[1] for row in tables[0].rows}


def test_there_is_a_record_of_each_kind_for_each_thing(records: Made) -> None:
    ids = [one.id for one in records()]
    assert ids[0] == "article30"
    assert "dpia/care.visits" in ids
    assert "privacy_notice/care" in ids
    assert "agreement/winter" in ids
    assert "playbook/care.by_area" in ids
    assert len(ids) == len(set(ids))
    assert {one.kind for one in records(Kind.DPIA)} == {Kind.DPIA}


def test_article_30_says_whose_why_of_whom_to_whom_and_how_long(records: Made) -> None:
    (record,) = records(Kind.ARTICLE_30)
    said = answers(record, "Care, visits")
    assert said["Purpose"] == "To know visits."
    assert said["Lawful basis"] == "Article 6(1)(e), public task"
    assert said["Special category condition"] == "Article 9(2)(h), health or social care"
    assert said["Whom it is about"] == "People who are visited"
    assert "8 years from the day in seen_on, then deleted" in str(said["How long it is kept"])
    (receives,) = answers(record, "Recipients of Care, visits under agreements").items()
    assert receives == ("Fen ICB", "Visits for winter")


def test_the_controller_is_named_with_the_officer(known: Known) -> None:
    (row,) = controllers(known).rows
    assert row == ("care", "Wold Council", "data@wold.example.org", "dpo@wold.example.org",
                   "Z1234567")  # fmt: skip


def test_what_is_made_from_other_products_says_so(records: Made) -> None:
    (record,) = records(Kind.ARTICLE_30)
    assert answers(record, "Care, last_visits")["Where it comes from"] == "Made from care.visits."


def test_what_the_files_do_not_say_is_asked_with_the_place_to_say_it(records: Made) -> None:
    (record,) = records(Kind.ARTICLE_30)
    asked = {gap.ask: gap.where for gap in record.missing}
    where = "customProperties.dataSubjects in products/care/last_visits/contract.odcs.yaml"
    assert asked["whom care.last_visits is about"] == where
    assert "whom care.visits is about" not in asked


@pytest.mark.parametrize(
    ("removed", "asked"),
    [
        (", domains: [care]", "who is the controller of care"),
        ("  data_protection_officer: dpo@wold.example.org,", "the data protection officer of Wold"),
        (" ico_registration: Z1234567,", "the ico registration of Wold Council"),
    ],
)
def test_a_party_of_whom_nothing_is_said_is_asked_for(
    sharing_place: Path, records: Made, removed: str, asked: str
) -> None:
    assert removed in ORGANISATIONS
    declare(sharing_place, "organisations.yml", ORGANISATIONS.replace(removed, ""))
    if "domains" in removed:  # an agreement of nobody's data is refused before
        (sharing_place / "agreements/winter.yml").unlink()
    (record,) = records(Kind.ARTICLE_30)
    assert any(gap.ask.startswith(asked) for gap in record.missing)


def test_only_what_is_so_is_said_of_security(records: Made) -> None:
    (bare,) = records(Kind.ARTICLE_30)
    (safe,) = records(
        Kind.ARTICLE_30, second_factor=True, encrypted_in_transit=True, chained_log=True
    )
    for words in ("second factor", "https address", "audit log"):
        assert words not in text_of(bare)
        assert words in text_of(safe)
    assert any("encrypted on its way" in gap.ask for gap in bare.judgements)
    assert not any("encrypted on its way" in gap.ask for gap in safe.judgements)


def test_an_assessment_has_the_seven_steps_and_leaves_judgement_to_people(records: Made) -> None:
    (visits, _last, _areas) = records(Kind.DPIA)
    steps = [one.heading for one in visits.sections]
    assert [one.split(":")[0] for one in steps] == [f"Step {n}" for n in range(1, 8)]
    asked = [gap.ask for gap in visits.judgements]
    assert "advice of the data protection officer" in asked
    assert "the overall risk of each" in asked


def test_a_risk_is_scored_only_where_both_parts_are_known(known: Known) -> None:
    found = {one.what: one for one in risks_of(known, known.project.products["care.visits"])}
    kept = found["It is kept longer than it is needed"]
    assert (kept.likelihood, kept.severity, kept.overall) == ("Remote", "Severe", "Low")
    wrong = found["It is wrong or out of date, and acted upon"]
    assert isinstance(wrong.likelihood, Gap)
    assert isinstance(wrong.overall, Gap)
    unkept = risks_of(known, known.project.products["care.last_visits"])[2]
    assert (unkept.likelihood, unkept.overall) == ("Probable", "High")


@pytest.mark.parametrize(
    ("likelihood", "severity", "risk"),
    [
        ("Remote", "Severe", "Low"),
        ("Possible", "Severe", "High"),
        ("Possible", "Significant", "Medium"),
        ("Probable", "Significant", "High"),
        ("Probable", "Minimal", "Low"),
    ],
)
def test_the_matrix_is_the_commissioner_s(likelihood: str, severity: str, risk: str) -> None:
    assert overall(likelihood, severity) == risk


def test_an_agreement_s_text_names_what_is_shared_and_nobody_who_signed_elsewhere(
    records: Made,
) -> None:
    (record,) = records(Kind.AGREEMENT)
    shared = answers(record, "Columns of Care, visits that are shared")
    assert list(shared) == ["seen_on", "area_code"]
    assert shared["seen_on"] == "seen_on. The day."
    text = text_of(record)
    assert "Only rows whose area_code is D001." in text
    assert "31 March 2027" in text
    assert "2 years" in text
    assert [row[0] for row in record.sections[-1].blocks[0].rows] == ["Wold Council", "Fen ICB"]  # type: ignore[union-attr]


def test_an_agreement_that_opens_everything_leaves_out_what_stands_for_one_person(
    sharing_place: Path, records: Made
) -> None:
    path = sharing_place / CONTRACT
    text = path.read_text("utf-8")
    marked = text.replace("      - name: nhs_number\n", "      - name: nhs_number\n"
                          "        classification: personal\n")  # fmt: skip
    assert marked != text
    path.write_text(marked, "utf-8")
    everything = AGREEMENT.replace("columns: [area_code, seen_on], ", "")
    declare(sharing_place, "agreements/winter.yml", everything)
    (record,) = records(Kind.AGREEMENT)
    columns = list(answers(record, "Columns of Care, visits that are shared"))
    assert "name" in columns
    assert "nhs_number" not in columns


def test_a_playbook_says_how_it_is_made_and_what_to_do_when_it_fails(records: Made) -> None:
    found = {one.name: text_of(one) for one in records(Kind.PLAYBOOK)}
    assert "path inbox/visits.csv" in found["care.visits"]
    assert "These are made from it, so a fault in it reaches them: " in found["care.visits"]
    assert "hereabouts report care.visits" in found["care.visits"]
    assert "hereabouts report" not in found["care.last_visits"]
    assert "It is made by model.sql." in found["care.last_visits"]


def test_an_agreement_that_is_over_is_nobody_s_to_receive_by(records: Made) -> None:
    (before,) = records(Kind.ARTICLE_30, today=date(2027, 3, 31))
    (after,) = records(Kind.ARTICLE_30, today=date(2027, 4, 1))
    assert "Fen ICB" in text_of(before)
    assert "Fen ICB" not in text_of(after)


def test_a_place_without_data_about_people_has_no_assessment(blank_known: Known) -> None:
    kinds = {one.kind for one in make_records(blank_known)}
    assert kinds == {Kind.ARTICLE_30, Kind.PLAYBOOK}


def test_words_are_put_as_people_say_them() -> None:
    assert [span("2 y"), span("1 m"), span("P7Y"), span("for ever")] == [
        "2 years", "1 month", "7 years", "for ever"]  # fmt: skip
    assert [listed(()), listed(["a"]), listed(["a", "b", "c"])] == ["", "a", "a, b and c"]
    assert sentence("to  know\nmore") == "To know more."
