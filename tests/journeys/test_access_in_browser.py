"""Asked for, approved, used, over, refused: in a real browser, with a real OpenID provider."""

import re
import sqlite3
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Locator, Page, expect

from hereabouts.cli import main
from tests.journeys import oidc_provider
from tests.journeys.signing_in import SignInSite, signing_in
from tests.journeys.visiting import KNOWN, at_provider, check, press, visit
from tests.unit.doors.web.access_requests.asked_place import make_asked_place

pytest.importorskip("allauth", reason="the extra `accounts` is not installed")
pytestmark = [pytest.mark.journey, pytest.mark.browser]

NURSE = f"nurse@{oidc_provider.TRUSTED}"
INTERNAL = "Internal: not for publication"
NEXT_MONTH = (datetime.now(UTC) + timedelta(days=30)).date().isoformat()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SignInSite]:
    """The nurse is of the health board; whoever is known owns the council's data."""
    folder = tmp_path_factory.mktemp("asking")
    make_asked_place(folder / "place", approver=KNOWN)
    with signing_in(folder / "place", folder) as served:
        served.bring(f"{KNOWN},Known,*:owner")
        yield served


def ask(page: Page) -> str:
    """Fill in the form; the address of the request."""
    page.goto("/account/requests/new/")
    check(page)
    press(page, "Send the request")
    expect(page.locator(".govuk-error-summary")).to_contain_text("Choose what it is for.")
    check(page)
    page.get_by_label("What data do you need?").select_option("stroke.access")
    page.get_by_label("To have enough beds.").check()
    page.get_by_label("Until when?").fill(NEXT_MONTH)
    page.get_by_label("Safe projects").fill("A plan of beds; patients gain.")
    page.get_by_label("Safe settings").fill("On this site only.")
    page.get_by_label("Safe outputs").fill("Nothing leaves.")
    press(page, "Send the request")
    expect(page.get_by_text("This request was asked.")).to_be_visible()
    check(page)
    return page.url


def answer(page: Page, request: str, choice: str, words: str = "") -> None:
    page.goto("/account/requests/")
    expect(page.get_by_text("For you to decide")).to_be_visible()
    check(page)
    page.goto(request)
    page.get_by_label(choice).check()
    page.get_by_label("In your words").fill(words)
    press(page, "Continue")


def end_in(place: Path, seconds: float) -> None:
    """The grant's own end comes near: nothing else is changed, and time does the rest."""
    ends = (datetime.now(UTC) + timedelta(seconds=seconds)).replace(tzinfo=None)
    with sqlite3.connect(place / ".hereabouts" / "app.db", timeout=20) as connection:
        connection.execute("update access_requests_grantheld set ends = ?", [str(ends)])


def use(page: Page) -> None:
    """Say what the work is for, and see more at the same address."""
    page.goto("/account/access/")
    check(page)
    page.get_by_label("To have enough beds.").check()
    press(page, "Work on this")
    expect(page).to_have_url(re.compile(r"/$"))
    expect(page.get_by_text(INTERNAL)).to_contain_text("You work on: To have enough beds.")
    check(page)
    expect(row_of(page)).to_contain_text("Yes: its approvers granted it to you")


def row_of(page: Page) -> Locator:
    page.goto("/account/access/")
    return page.get_by_role("row", name="stroke.access")


def see_it_end(page: Page, place: Path) -> None:
    end_in(place, 6)
    page.goto("/indicator/access/within_30")
    expect(page.get_by_text(INTERNAL)).to_be_visible()
    time.sleep(7)
    page.reload()
    expect(page.get_by_text(INTERNAL)).to_be_hidden()
    expect(row_of(page)).to_contain_text("it has ended")


def audited(site: SignInSite) -> None:
    """Every step is in the audit log, whose chain holds."""
    steps = [one for one in site.audit() if one["action"].startswith("request.")]
    assert [one["detail"]["state"] for one in steps] == ["asked", "granted", "asked", "refused"]
    assert {"page.read", "data.view", "purpose.said"} <= {one["action"] for one in site.audit()}
    verified = CliRunner().invoke(main, ["audit", "verify", "-C", str(site.place)])
    assert verified.exit_code == 0, verified.output


def test_asked_approved_used_over_and_refused(browser: Browser, site: SignInSite) -> None:
    with visit(browser, site) as nurse, visit(browser, site) as owner:
        at_provider(nurse, NURSE)
        at_provider(owner, KNOWN)
        nurse.goto("/")
        expect(nurse.get_by_text(INTERNAL)).to_be_hidden()
        answer(owner, ask(nurse), "Approve it")
        expect(owner.get_by_text("This request was granted.")).to_be_visible()
        use(nurse)
        see_it_end(nurse, site.place)
        again = ask(nurse)
        answer(owner, again, "Refuse it", "The plan is made.")
        nurse.goto(again)
        expect(nurse.get_by_text("This request was refused.")).to_be_visible()
        expect(nurse.locator("main")).to_contain_text("The plan is made.")
    audited(site)
