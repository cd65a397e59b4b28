"""A supplier sends a file through the site, in a real browser, with and without a script."""

import re
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, expect

from hereabouts.cli import main
from hereabouts.pipeline.workspace import open_workspace
from tests.accessibility import violations
from tests.journeys.serving import served
from tests.unit.pipeline.supplier_report.three_trusts import (
    ALPHA,
    CONTRACT,
    PRODUCT,
    three_trusts,
)

pytestmark = [pytest.mark.journey, pytest.mark.browser]
GOOD = "Site code,Group,Heads\nS1,Reg N&M,12\nS2,Docs,3\n"
BAD = "Site code,Group,Heads\nS1,Reg N&M,many\nS2,Porters,<b>3</b>\n"
Link = Callable[..., str]


def run(place: Path, *arguments: str) -> str:
    done = CliRunner().invoke(main, [arguments[0], "--folder", str(place), *arguments[1:]])
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    strict = CONTRACT.replace('"0.9"', '"0.4"')
    root = three_trusts(tmp_path_factory.mktemp("sending") / "place", contract=strict)
    (root / "inbox" / "beta.xlsx").unlink()
    source = root / "products" / "workforce" / "staff" / "source.yml"
    text = source.read_text("utf-8")
    source.write_text(text[: text.index("  - name: beta")], "utf-8")
    (root / "inbox" / "alpha.csv").write_text(GOOD, "utf-8")
    run(root, "build")
    run(root, "release")
    return root


@pytest.fixture(scope="module")
def address(place: Path) -> Iterator[str]:
    yield from served(place, "--accept-deliveries")


@pytest.fixture
def link(place: Path, address: str) -> Link:
    """A new link: its address on the site."""

    def invite(*options: str) -> str:
        said = run(place, "invite", PRODUCT, "--file", "alpha", "--site", address, *options)
        return said.strip()

    return invite


@pytest.fixture(params=[True, False], ids=["with a script", "without a script"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    with browser.new_context(java_script_enabled=request.param) as context:
        context.set_default_timeout(20_000)
        yield context.new_page()


def send(page: Page, tmp_path: Path, text: str, *, name: str = "march.csv") -> None:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    page.get_by_label("Choose the file").set_input_files(path)
    page.get_by_role("button", name="Check the file").click()


def inbox(place: Path) -> str:
    return (place / "inbox" / "alpha.csv").read_text("utf-8")


def test_a_faulty_file_is_shown_its_cells_and_a_good_one_is_taken_and_built(
    page: Page, place: Path, link: Link, tmp_path: Path
) -> None:
    (place / "inbox" / "alpha.csv").write_text(ALPHA, "utf-8")
    page.goto(link())
    expect(page.get_by_role("rowheader", name="Site code")).to_be_visible()
    send(page, tmp_path, BAD)
    expect(page.get_by_role("heading", level=1)).to_have_text("This file cannot be sent yet")
    cells = page.get_by_role("region", name=re.compile("Cells at fault")).get_by_role("row")
    expect(cells.nth(1)).to_have_text(re.compile(r"2\s*C\s*Heads\s*many\s*'Heads' must be a whole"))
    expect(cells.nth(3)).to_contain_text("<b>3</b>")
    assert page.get_by_role("button", name="Send it").count() == 0
    assert inbox(place) == ALPHA

    page.get_by_role("link", name="Choose a corrected file").click()
    send(page, tmp_path, GOOD)
    expect(page.get_by_role("heading", level=1)).to_have_text("You can send this file")
    assert inbox(place) == ALPHA
    page.get_by_role("button", name="Send it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("File sent")
    assert re.search(r"number\s+\d{8}-[0-9A-F]{6}", page.inner_text("main"))
    assert inbox(place) == GOOD
    run(place, "build")
    made = open_workspace(place).latest(PRODUCT)
    assert made is not None
    assert (made.facts["rows_in"], made.facts["rows_quarantined"]) == ("2", "0")


def test_faults_within_what_is_allowed_are_sent_by_that_name(
    page: Page, place: Path, link: Link, tmp_path: Path
) -> None:
    page.goto(link())
    send(page, tmp_path, f"{GOOD}S3,Porters,1\n")
    page.get_by_role("button", name="Send it with these faults").click()
    expect(page.get_by_text("of which 1 is set aside")).to_be_visible()
    assert inbox(place).endswith("Porters,1\n")


def test_no_file_is_said_beside_the_field(page: Page, link: Link) -> None:
    page.goto(link())
    page.get_by_role("button", name="Check the file").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose a file")


def test_every_page_of_it_is_accessible(browser: Browser, link: Link, tmp_path: Path) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        complaints: list[str] = []
        page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)

        def accessible() -> None:
            assert violations(page) == []

        page.goto(link())
        accessible()
        page.get_by_role("button", name="Check the file").click()
        accessible()
        send(page, tmp_path, BAD)
        accessible()
        page.get_by_role("link", name="Choose a corrected file").click()
        send(page, tmp_path, GOOD)
        page.get_by_role("button", name="Send it").click()
        accessible()
        assert [one for one in complaints if "policy" in one.lower()] == []


def test_the_template_is_downloaded_by_the_link(link: Link) -> None:
    answer = httpx.get(f"{link()}/template.xlsx")
    assert answer.status_code == 200
    assert answer.content.startswith(b"PK")
    assert "attachment" in answer.headers["content-disposition"]


def test_links_that_are_not_good_are_refused(place: Path, link: Link) -> None:
    at = link()
    assert httpx.get(f"{at[:-1]}!").status_code == 404
    assert httpx.get(f"{at.rpartition('/')[0]}/made.up").status_code == 404
    token_id = at.rpartition("/")[2].partition(".")[0]
    run(place, "invite", PRODUCT, "--revoke", token_id)
    answer = httpx.get(at)
    assert answer.status_code == 410
    assert "This link was withdrawn" in answer.text


def test_a_link_that_has_expired_is_refused(place: Path, link: Link) -> None:
    at = link("--days", "1")
    path = place / ".hereabouts" / "invitations.json"
    kept = path.read_text("utf-8")
    path.write_text(re.sub(r'"expires_at": "\d{4}', '"expires_at": "2020', kept), "utf-8")
    assert httpx.get(at).status_code == 410
    path.write_text(kept, "utf-8")


def test_nobody_keeps_or_lists_a_page_of_a_link(link: Link) -> None:
    headers = httpx.get(link()).headers
    assert headers["cache-control"] == "private, no-store"
    assert headers["x-robots-tag"] == "noindex, nofollow"
    assert "'unsafe-inline'" not in headers["content-security-policy"]


def test_a_form_from_elsewhere_is_refused(link: Link, place: Path) -> None:
    before = inbox(place)
    answer = httpx.post(link(), files={"file": ("x.csv", GOOD)})
    assert answer.status_code == 403
    assert "from another visit, or another site" in answer.text
    assert inbox(place) == before


def test_too_much_is_refused_before_it_is_read(link: Link) -> None:
    at = httpx.URL(link())
    connection = HTTPConnection(at.host, at.port or 80, timeout=10)
    connection.putrequest("POST", at.path)
    connection.putheader("Content-Length", str(60 * 1024 * 1024))
    connection.endheaders()
    answer = connection.getresponse()
    assert answer.status == 413
    assert b"at most 50 MB" in answer.read()
    connection.close()


def test_a_link_is_asked_only_so_often(link: Link) -> None:
    at = link()
    codes = {httpx.post(at).status_code for _ in range(25)}
    assert 429 in codes


def test_nothing_can_be_sent_where_deliveries_are_not_taken(place: Path, link: Link) -> None:
    at = link()
    for address in served(place):
        path = at[at.index("/send/") :]
        assert httpx.get(address + path).status_code == 404
        assert httpx.post(address + path).status_code == 405
