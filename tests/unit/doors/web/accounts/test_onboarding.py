"""Many people at once, each with an outcome."""

import json

import pytest
import tablib
from django.core import mail
from django.test.utils import override_settings

from hereabouts.doors.web.account_settings import Accounts
from hereabouts.doors.web.accounts.keeping_people import end_account, roles_of
from hereabouts.doors.web.accounts.models import Account, Invitation, RoleHeld
from hereabouts.doors.web.accounts.onboarding import RowOutcome, onboard
from hereabouts.doors.web.accounts.wanted_person import COLUMNS
from hereabouts.model.person import Role
from tests.unit.doors.web.accounts.conftest import OpenBrowser
from tests.unit.doors.web.accounts.django_of import IN_MEMORY

ANN = ("ann@example.org", "Ann", "council", "health:reader", "2027-03-31")
BOB = ("bob@example.org", "Bob", "", "", None)


@pytest.fixture(autouse=True)
def nobody(open_browser: OpenBrowser) -> None:
    """Each test begins without anybody."""
    open_browser()  # the site is there
    Account.objects.all().delete()


def bring(*rows: tuple[object, ...], dry_run: bool = False) -> list[RowOutcome]:
    dataset = tablib.Dataset(*rows, headers=list(COLUMNS))
    return onboard(dataset, {"council"}, dry_run=dry_run, by="operator")


def outcomes(told: list[RowOutcome]) -> list[str]:
    return [one.outcome for one in told]


def test_new_people_have_accounts_roles_and_a_link() -> None:
    (told,) = bring(ANN)
    account = Account.objects.get(email="ann@example.org")
    assert (told.outcome, told.row) == ("new", 2)
    assert told.link.startswith("http://127.0.0.1:8000/account/invitation/")
    assert roles_of(account) == {("health", Role.READER)}
    assert not account.has_usable_password()


def test_the_same_file_again_changes_nothing() -> None:
    bring(ANN, BOB)
    again = bring(ANN, BOB)
    assert outcomes(again) == ["same", "same"]
    assert [one.link for one in again] == ["", ""]


@pytest.mark.parametrize(
    "change", [(1, "Anne"), (2, ""), (3, "*:owner"), (3, ""), (4, None), (4, "2028-01-01")]
)
def test_whatever_a_row_changes_is_changed(change: tuple[int, object]) -> None:
    bring(ANN)
    changed = list(ANN)
    changed[change[0]] = change[1]  # type: ignore[call-overload]
    assert outcomes(bring(tuple(changed))) == ["changed"]
    assert outcomes(bring(tuple(changed))) == ["same"]


def test_a_row_that_is_refused_stops_no_other() -> None:
    told = bring(ANN, ("ann", "", "", "", ""), BOB, ("BOB@example.org", "", "", "", ""))
    assert outcomes(told) == ["new", "refused", "new", "refused"]
    assert told[1].reason == "email: not an e-mail address"
    assert told[3].reason == "email: the same address is in a row above"
    assert told[3].link == ""
    assert Account.objects.count() == 2


def test_an_address_is_one_whatever_its_capitals() -> None:
    bring(ANN)
    assert outcomes(bring((" Ann@Example.ORG ", *ANN[1:]))) == ["same"]


def test_an_organisation_that_nobody_declared_is_refused() -> None:
    (told,) = bring((*ANN[:2], "elsewhere", *ANN[3:]))
    assert told.reason == "organisation: not one of organisations.yml"


def test_somebody_whose_account_ended_does_not_come_back_by_a_file() -> None:
    bring(ANN)
    end_account(Account.objects.get(), by="operator")
    (told,) = bring(ANN)
    assert (told.outcome, told.reason) == ("refused", "email: this account has ended")
    assert not Account.objects.get().is_active


def test_a_dry_run_says_the_same_and_does_nothing(accounts: Accounts) -> None:
    bring(ANN)
    before = log(accounts)
    rows = (("ann@example.org", "Anne", "council", "*:owner", ""), BOB, ("x", "", "", "", ""))
    tried = bring(*rows, dry_run=True)
    assert outcomes(tried) == ["changed", "new", "refused"]
    assert Account.objects.get().name == "Ann"
    assert RoleHeld.objects.count() == 1
    assert Invitation.objects.count() == 1
    assert log(accounts) == before
    assert outcomes(bring(*rows)) == outcomes(tried)


def test_a_thousand_people_come_in_one_go() -> None:
    rows = [
        (f"person{n}@example.org", f"Person {n}", "council", "health:reader; care:analyst", "")
        for n in range(1_000)
    ]
    rows[500] = ("nobody", *rows[500][1:])
    told = bring(*rows)
    assert [one.row for one in told] == list(range(2, 1_002))
    assert outcomes(told).count("new") == 999
    assert told[500].outcome == "refused"
    assert len({one.link for one in told}) == 1_000  # 999 links, and none
    assert RoleHeld.objects.count() == 2 * 999


def test_the_log_says_who_was_brought_by_their_ids_alone(accounts: Accounts) -> None:
    bring(ANN, BOB)
    said = [json.loads(line) for line in log(accounts)]
    assert said[-1]["action"] == "account.imported"
    assert said[-1]["detail"] == {"new": 2, "changed": 0, "same": 0, "refused": 0}
    assert "example.org" not in json.dumps(said)


def test_nothing_is_sent_where_the_site_sends_no_e_mail(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mail, "outbox", [], raising=False)
    with override_settings(EMAIL_BACKEND=IN_MEMORY):
        (told,) = bring(ANN)
    assert told.link
    assert mail.outbox == []


def log(accounts: Accounts) -> list[str]:
    (file,) = (accounts.root / ".hereabouts" / "audit").glob("*.jsonl")
    return file.read_text("utf-8").splitlines()
