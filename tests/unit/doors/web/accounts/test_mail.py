"""E-mail: links lead to the site's own address, whatever a request says that it is."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core import mail

from hereabouts.doors.web.account_settings import Accounts, MailServer
from hereabouts.doors.web.accounts import invitations
from hereabouts.doors.web.accounts.clock import CLOCK
from hereabouts.doors.web.accounts.database import file_of
from hereabouts.doors.web.accounts.models import Account
from hereabouts.doors.web.app import create_app
from hereabouts.doors.web.site_settings import SiteSettings
from tests.unit.doors.web.accounts.browser import PASSWORD, Browser, enrolled
from tests.unit.doors.web.accounts.conftest import KEY
from tests.unit.doors.web.accounts.django_of import IN_MEMORY, django_of

SERVER = MailServer(
    host="mail.example.org",
    port=587,
    user="",
    password="",
    sender="data@example.org",
    is_encrypted_at_once=False,
)
ADDRESS = "https://place.example.org"


@pytest.fixture(scope="module")
def browser(
    small_place: Path, migrated: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Browser]:
    """At a site with an https address, which sends e-mail."""
    root = tmp_path_factory.mktemp("mail") / "place"
    shutil.copytree(small_place, root)
    shutil.copy(migrated, file_of(root))
    accounts = Accounts(root=root, key=KEY, address=ADDRESS, mail=SERVER)
    hosts = frozenset({"place.example.org"})
    settings = SiteSettings(root=root, accounts=accounts, secret_key=KEY, hosts=hosts)
    with (
        django_of(accounts, EMAIL_BACKEND=IN_MEMORY),
        Browser(create_app(settings=settings), base=ADDRESS) as opened,
    ):
        enrolled("ann@example.org")
        yield opened


@pytest.fixture(autouse=True)
def empty(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test begins with nothing sent, and leaves what it sent to no other."""
    assert browser
    monkeypatch.setattr(mail, "outbox", [], raising=False)


def test_an_invitation_goes_to_the_one_who_is_invited(browser: Browser) -> None:
    account = Account.objects.make("bob@example.org")
    made = invitations.invite([account], now=CLOCK.moment())
    assert invitations.send(made) == 1
    (letter,) = mail.outbox
    assert letter.to == ["bob@example.org"]
    assert letter.from_email == "data@example.org"
    (link,) = re.findall(r"https?://\S+/account/\S+", letter.body)
    assert link.startswith(f"{ADDRESS}/account/invitation/")
    assert browser.get(link.removeprefix(ADDRESS)).status_code == 200


def test_a_forgotten_password_is_set_anew_by_a_link(browser: Browser) -> None:
    browser.get("/account/password/reset/")
    answer = browser.post("/account/password/reset/", email="ann@example.org")
    assert answer.headers["location"] == "/account/password/reset/done/"
    (letter,) = mail.outbox
    (link,) = re.findall(r"https://\S+/account/password/reset/key/\S+", letter.body)
    form = browser.get(link.removeprefix(ADDRESS)).headers["location"]
    browser.get(form)
    browser.post(form, password1="orange tractor moon", password2="orange tractor moon")
    account = Account.objects.get(email="ann@example.org")
    assert account.check_password("orange tractor moon")
    assert browser.get(link.removeprefix(ADDRESS)).status_code == 200
    assert not browser.is_in()  # a second factor is still asked for
    account.set_password(PASSWORD)
    account.save()


@pytest.mark.parametrize("host", ["place.example.org:9999", "PLACE.example.org:1"])
def test_a_made_up_host_is_in_no_e_mail(browser: Browser, host: str) -> None:
    browser.get("/account/password/reset/", host=host)
    token = browser.cookie("hereabouts_form")
    browser.ask(
        "POST",
        "/account/password/reset/",
        data={"email": "ann@example.org", "csrfmiddlewaretoken": token},
        headers={"host": host, "origin": ADDRESS, "referer": f"{ADDRESS}/"},
    )
    for letter in mail.outbox:
        assert host not in letter.body
        assert f"{ADDRESS}/account/password/reset/key/" in letter.body


def test_whether_somebody_has_an_account_is_not_told_by_a_forgotten_password(
    browser: Browser,
) -> None:
    answer = browser.post("/account/password/reset/", email="unknown@example.org")
    assert answer.headers["location"] == "/account/password/reset/done/"
    assert mail.outbox == []


def test_cookies_leave_by_https_alone(browser: Browser) -> None:
    said = browser.post("/account/login/", login="ann@example.org", password=PASSWORD)
    cookies = said.headers.get_list("set-cookie")
    assert cookies
    assert all("Secure" in cookie for cookie in cookies)
