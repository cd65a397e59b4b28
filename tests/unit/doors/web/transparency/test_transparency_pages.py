"""Anybody can see who receives which data, under which law, until when and how often."""

import re
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from hereabouts.doors.web.pages.transparency import kept_words
from hereabouts.doors.web.transparency.law_words import MARKED, law_words
from hereabouts.doors.web.transparency.reads import month_known
from hereabouts.model.lawful import CONDITIONS, LAWFUL_BASES
from hereabouts.model.policy import Audience
from hereabouts.release.reader import latest
from tests.unit.doors.web.client import Client
from tests.unit.doors.web.reading_age import grade


def words_of(site: Client, path: str) -> str:
    page = site.get(path)
    assert page.status_code == 200, page.text
    main = page.text.split("<main", 1)[1].split("</main>", 1)[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())


def test_every_agreement_is_listed_the_soonest_to_end_first(telling: Client) -> None:
    words = words_of(telling, "/transparency")
    assert words.index("Care in the past") < words.index("Planning care together")
    assert "Exeter City Council, Friends of the unit" in words
    assert "Article 6(1)(e), public task, Health and Social Care Act 2012" in words
    assert "From 1 January 2026 until 31 December 2027" in words
    assert "1,200 times" in words


def test_what_a_page_says_of_time_is_true_on_any_day(telling: Client) -> None:
    words = words_of(telling, "/transparency")
    assert "From 1 February 2026 until 31 December 2026; revoked from 3 June 2026" in words
    assert "Read in October 2026" in words
    for passing in ("last month", "in force", "today", "currently", "expired"):
        assert passing not in words.lower()


def test_an_agreement_says_all_that_the_register_has(telling: Client) -> None:
    words = words_of(telling, "/transparency/care_planning")
    for said in (
        *("To see who needs care this winter.", "Fewer people wait.", "Read on the site."),
        *("Article 9(2)(h), health or social care", "Deleted <at once>.", "Kept for 2 years"),
        *("Columns: Band. Only of some areas: 3.", "October 2026 1,200 times"),
        *("September 2026 Fewer than 5 times", "Impact assessment Yes"),
    ):
        assert said in words
    assert "August 2026" not in words  # the log began in the middle of it


def test_one_that_opens_everything_says_what_that_leaves_out(telling: Client) -> None:
    words = words_of(telling, "/transparency/care_past")
    assert "Every column but those that stand for one person." in words
    assert "Kept for 1 month" in words
    assert "Only of some areas" not in words


def test_the_product_s_page_leads_to_the_agreement(telling: Client) -> None:
    assert 'href="/transparency/care_planning"' in telling.get("/about/care.members").text
    assert 'href="/about/care.members"' in telling.get("/transparency/care_planning").text


def test_a_privacy_notice_is_a_page_and_is_escaped(telling: Client) -> None:
    assert 'href="/privacy/care"' in telling.get("/transparency").text
    page = telling.get("/privacy/care").text
    assert "Write to &lt;us&gt;." in page
    assert "<li>Your name</li>" in page


def test_where_nothing_is_shared_that_is_said(silent: Client) -> None:
    words = words_of(silent, "/transparency")
    assert "No agreement lets anybody else use this data." in words
    assert "Privacy notices" not in words
    assert 'href="/transparency"' not in silent.get("/").text


def test_every_page_leads_there_where_something_is_shared(telling: Client) -> None:
    assert 'href="/transparency">Who receives data</a>' in telling.get("/").text


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/transparency?x=1", 400, "W201"),
        ("/transparency/nothing", 404, "W403"),
        ("/transparency/care_planning?x=1", 400, "W201"),
        ("/privacy/nothing", 404, "W430"),
        ("/privacy/care?x=1", 400, "W201"),
        ("/agreements.json?x=1", 400, "W201"),
    ],
)
def test_what_is_not_there_is_said_with_its_code(
    telling: Client, path: str, status: int, code: str
) -> None:
    answer = telling.get(path)
    assert answer.status_code == status
    assert code in answer.text


def test_the_register_has_the_fields_of_the_public_one(telling: Client) -> None:
    answer = telling.get("/agreements.json")
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["access-control-allow-origin"] == "*"
    said = answer.json()
    assert (said["as_at"], said["reads_counted_since"]) == ("2026-11-24", "2026-08-15")
    planning, past = said["agreements"]
    assert planning["url"] == "http://localhost/transparency/care_planning"
    assert planning["controllers"] == ["NHS Devon ICB"]
    assert planning["powers"] == ["Health and Social Care Act 2012"]
    assert (planning["start_date"], planning["end_date"]) == ("2026-01-01", "2027-12-31")
    assert (planning["status"], planning["status_as_at"]) == ("Active", "2026-11-24")
    assert past["status"] == "Revoked"
    assert planning["reads"] == [
        {"month": "2026-09", "count": None, "fewer_than_5": True},
        {"month": "2026-10", "count": 1200, "fewer_than_5": False},
    ]
    assert planning["disclosed_information"][0]["columns"] == ["Band"]


def test_the_register_of_a_release_can_be_cited(telling: Client) -> None:
    number = re.search(r"/r/(\d+)/", telling.get("/").text)
    assert number
    assert telling.get(f"/r/{number[1]}/agreements.json").json()["agreements"]
    assert telling.get("/r/99/agreements.json").status_code == 404


@pytest.mark.parametrize("path", ["/transparency", "/transparency/care_planning"])
def test_the_pages_read_easily(telling: Client, path: str) -> None:
    page = telling.get(path).text
    main = page.split("<main", 1)[1].split("</main>", 1)[0]
    found = re.findall(r"<p class=\"govuk-body[^>]*>(.*?)</p>", main, re.DOTALL)
    said = [re.sub(r"<[^>]+>", "", one) for one in found]
    assert grade(" ".join(said)) <= 9.0


def test_every_point_of_the_law_is_said_in_words_that_can_be_translated() -> None:
    assert {*LAWFUL_BASES.values(), *CONDITIONS.values()} == set(MARKED)
    assert law_words("6(1)(e)") == "Article 6(1)(e), public task"
    assert law_words("") == ""


def test_a_period_of_keeping_is_said_in_words() -> None:
    said = [kept_words(one) for one in ("1 y", "12 m", "3 w", "for ever")]
    assert said == ["1 year", "12 months", "3 weeks", "for ever"]


def test_months_begin_with_the_first_whole_one_and_end_before_the_release(
    telling: Client,
) -> None:
    words = words_of(telling, "/transparency/care_planning")
    months = re.findall(r"(\w+ 2026) (?:1,200|Fewer|Not at all)", words)
    assert months == ["October 2026", "September 2026"]


@pytest.mark.parametrize(
    ("since", "month"),
    [
        (None, None),
        (date(2026, 10, 1), date(2026, 10, 1)),
        (date(2025, 12, 31), date(2026, 10, 1)),
        (date(2026, 10, 2), None),
        (date(2026, 11, 3), None),
    ],
)
def test_a_month_is_known_when_all_of_it_was_counted(
    telling_place: Path, since: date | None, month: date | None
) -> None:
    manifest = latest(telling_place, audience=Audience.OPEN).manifest
    assert month_known(replace(manifest, reads_since=since)) == month


def test_where_nothing_was_counted_no_number_is_shown(silent: Client) -> None:
    assert "Read in" not in words_of(silent, "/transparency")
