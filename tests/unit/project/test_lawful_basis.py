"""The legal basis that a contract names is one that the law knows; what else it says is read."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hereabouts.model.lawful import CONDITIONS, LAWFUL_BASES, basis_words, condition_words
from hereabouts.project import load

CONTRACT = "products/library/membership/contract.odcs.yaml"


@pytest.fixture
def declare(place: Path) -> Callable[..., None]:
    """Add custom properties to a contract."""

    def write(**said: str) -> None:
        path = place / CONTRACT
        lines = "".join(f"  - {{property: {name}, value: '{said[name]}'}}\n" for name in said)
        path.write_text(path.read_text("utf-8").rstrip("\n") + "\n" + lines, "utf-8")

    return write


@pytest.mark.parametrize("point", [*LAWFUL_BASES])
def test_every_point_of_article_6_is_a_basis(
    declare: Callable[..., None], said: Callable[[], list[str]], point: str
) -> None:
    declare(lawfulBasis=point)
    assert said() == []
    assert basis_words(point).startswith(f"Article {point}, ")


@pytest.mark.parametrize("point", ["6(1)(g)", "public task", "9(2)(h)", "6(1)(E)"])
def test_anything_else_is_refused(
    declare: Callable[..., None], said: Callable[[], list[str]], point: str
) -> None:
    declare(lawfulBasis=point)
    (line,) = said()
    assert f"P540 lawfulBasis is '{point}'" in line


def test_a_condition_is_a_point_of_article_9(
    declare: Callable[..., None], said: Callable[[], list[str]]
) -> None:
    declare(specialCategoryCondition="9(2)(k)")
    (line,) = said()
    assert "P541 specialCategoryCondition is '9(2)(k)'" in line
    assert condition_words("9(2)(h)") == "Article 9(2)(h), health or social care"
    assert len(CONDITIONS) == 10


def test_what_a_contract_says_of_people_is_read(place: Path, declare: Callable[..., None]) -> None:
    declare(
        dataSubjects="Library members",
        recipients="The library software supplier",
        transfers="none",
        collectedFrom="Library members themselves",
        legalPower="Public Libraries and Museums Act 1964, section 7",
        automatedDecisions="none",
        legitimateInterests="To lend books",
        dpia="DPIA-7",
    )
    handling = load(place).products["library.membership"].handling
    assert handling.data_subjects == "Library members"
    assert handling.recipients == "The library software supplier"
    assert handling.transfers == "none"
    assert handling.collected_from == "Library members themselves"
    assert handling.power == "Public Libraries and Museums Act 1964, section 7"
    assert handling.automated_decisions == "none"
    assert handling.interests == "To lend books"
    assert handling.dpia == "DPIA-7"
