"""A reader who meets a word finds what it means, who says so and where it is used."""

import re
from pathlib import Path

import pytest

from hereabouts.doors.web.glossary.concepts import concepts_of
from hereabouts.doors.web.glossary.said_in import concepts_in, said
from hereabouts.release.reader import ReleaseReader
from tests.unit.doors.web.client import Client
from tests.unit.doors.web.conftest import MakeSite
from tests.unit.doors.web.glossary.conftest import explain


def text_of(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_the_glossary_lists_every_term_with_what_it_means(worded: Client) -> None:
    words = text_of(worded.get("/glossary").text)
    assert "Thrombolysis Treatment that dissolves a clot. Also called Clot-busting." in words
    assert "Full-time equivalent (FTE) A contract" in words
    assert "Owner: Stroke network." in words


def test_a_meaning_leads_to_other_terms_and_is_escaped(worded: Client) -> None:
    page = worded.get("/glossary").text
    assert '<a class="govuk-link" href="/glossary/treatment">Treatment</a> that pulls' in page
    assert "out &lt;quickly&gt;." in page
    assert "<quickly>" not in page


def test_a_term_says_who_owns_it_and_what_it_belongs_to(worded: Client) -> None:
    page = worded.get("/glossary/thrombolysis").text
    words = text_of(page)
    assert "Also called Clot-busting" in words
    assert "Owner Stroke network" in words
    assert "Is a kind or part of Treatment" in words
    assert "See also Thrombectomy" in words
    assert 'href="https://example.org/thrombolysis"' in page
    assert '<a class="govuk-link" href="/glossary/thrombolysis">' not in page  # itself


def test_what_is_said_of_one_term_is_shown_with_the_other(worded: Client) -> None:
    assert "See also Thrombolysis" in text_of(worded.get("/glossary/thrombectomy").text)
    words = text_of(worded.get("/glossary/treatment").text)
    assert "Kinds or parts of it Thrombectomy , Thrombolysis" in words
    assert "In the dictionary Area code" in words


def test_a_term_says_where_it_is_used(worded: Client) -> None:
    page = worded.get("/glossary/thrombolysis").text
    assert 'href="/indicator/access/within_30">Admissions within 30 minutes of a' in page
    nurse = worded.get("/glossary/nurse").text
    assert 'href="/indicator/workforce/nurses">Nurses in post' in nurse  # more than one of them
    treatment = worded.get("/glossary/treatment").text
    assert 'href="/about/stroke.access">Access to stroke units' in treatment  # by its field
    assert "No page, indicator or product" in worded.get("/glossary/thrombectomy").text


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/glossary/nothing", 404, "W420"),
        ("/glossary?x=1", 400, "W201"),
        ("/glossary/nurse?x=1", 400, "W201"),
        ("/dictionary?x=1", 400, "W201"),
        ("/glossary/<b>", 404, "W420"),
    ],
)
def test_what_is_not_there_is_said_with_its_code(
    worded: Client, path: str, status: int, code: str
) -> None:
    answer = worded.get(path)
    assert answer.status_code == status
    assert f"Code {code}" in answer.text


def test_every_page_that_says_a_term_leads_to_it(worded: Client) -> None:
    pages = {
        "/": "nurse",
        "/indicators": "thrombolysis",
        "/indicator/workforce/nurses": "nurse",
        "/area/icb22/E54000037": "nurse",
        "/about": "thrombolysis",
        "/dictionary": "nurse",
        "/compare?area=icb22/E54000037&area=icb22/E54000008": "thrombolysis",
    }
    for path, slug in pages.items():
        main, _, after = worded.get(path).text.partition("</main>")
        assert f'href="/glossary/{slug}"' in (main if path == "/dictionary" else after), path


def test_a_page_of_a_numbered_release_leads_to_words_of_that_release(worded: Client) -> None:
    assert 'href="/r/1/glossary/nurse"' in worded.get("/r/1/indicators").text


def test_a_page_that_says_no_term_has_no_list_of_them(worded: Client) -> None:
    assert "Words on this page" not in worded.get("/accessibility").text
    assert "Words on this page" not in worded.get("/glossary").text


def test_the_dictionary_says_what_the_data_is_about(worded: Client) -> None:
    page = worded.get("/dictionary").text
    words = text_of(page)
    assert "Person has one Area (lives in)." in words
    assert "Told apart by code" in words
    assert "code Area code. The code of an area." in words
    assert 'href="/about/stroke.access">Access to stroke units</a>' in page
    assert "<svg" in page


def test_a_relation_to_what_is_not_there_is_left_out(worded: Client) -> None:
    assert "has many" not in text_of(worded.get("/dictionary").text).partition("Fields")[0]


def test_a_release_of_before_has_pages_without_what_it_did_not_say(
    tmp_path: Path, make_site: MakeSite
) -> None:
    explain(tmp_path, glossary={"Nurse": "Whoever is registered as one."}, terms={}, dictionary={})
    site = make_site(tmp_path)
    assert "Whoever is registered as one." in site.get("/glossary/nurse").text
    assert "This release has no dictionary." in site.get("/dictionary").text


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Two full-time equivalents.", ["Full-time equivalent (FTE)"]),
        ("FTEs, and THROMBOLYSIS!", ["Full-time equivalent (FTE)", "Thrombolysis"]),
        ("full time-equivalent", ["Full-time equivalent (FTE)"]),
        ("a full-time job, equivalent", []),
        ("Nursery", []),
        ("", []),
    ],
)
def test_a_text_says_a_term_by_any_of_its_names(
    worded_reader: ReleaseReader, text: str, terms: list[str]
) -> None:
    assert [one.term for one in concepts_in(said([text]), worded_reader)] == terms


def test_a_name_does_not_go_over_from_one_text_to_the_next(worded_reader: ReleaseReader) -> None:
    assert list(concepts_in(said(["full-time", "equivalent"]), worded_reader)) == []


def test_terms_are_in_the_order_of_the_alphabet(worded_reader: ReleaseReader) -> None:
    assert list(concepts_of(worded_reader)) == sorted(concepts_of(worded_reader), key=str.casefold)
