"""Files are checked, kept apart, and put in place only when their sender says so."""

import json
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hereabouts.doors.web.receiving import Checked
from hereabouts.errors import AccessError
from hereabouts.lake.objects import object_path
from hereabouts.pipeline.receiving.invitations import Invitations
from hereabouts.pipeline.receiving.office import ReceivingOffice
from hereabouts.pipeline.receiving.turnstile import Turnstile
from hereabouts.pipeline.supplier_report.judging import Bounds
from hereabouts.pipeline.workspace import open_workspace
from hereabouts.sources.received import sha256_of
from tests.unit.pipeline.supplier_report.three_trusts import (
    ALPHA,
    CONTRACT,
    PRODUCT,
    built,
    three_trusts,
)

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
GOOD = "Site code,Group,Heads\nS1,Reg N&M,12\nS2,Docs,3\n"
BAD = GOOD + "S3,Porters,7\n"


@pytest.fixture(scope="module")
def trusts_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    strict = CONTRACT.replace('"0.9"', '"0.34"')
    root = three_trusts(tmp_path_factory.mktemp("office") / "place", contract=strict)
    built(root)
    return root


@pytest.fixture
def trusts(trusts_once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(trusts_once, tmp_path / "place"))


@pytest.fixture
def office(trusts: Path) -> ReceivingOffice:
    return ReceivingOffice(trusts, environ={}, clock=lambda: NOW)


@pytest.fixture
def token(trusts: Path) -> str:
    links = Invitations(trusts / ".hereabouts", environ={})
    return links.invite(PRODUCT, "alpha", days=14, now=NOW)[0]


def check(office: ReceivingOffice, token: str, folder: Path, text: str | bytes) -> Checked:
    path = folder / "upload"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return office.check(token, path, name="C:\\staff\\march.csv")


def inbox(root: Path) -> str:
    return (root / "inbox" / "alpha.csv").read_text("utf-8")


def test_a_link_says_what_good_looks_like_under_the_suppliers_headings(
    office: ReceivingOffice, token: str
) -> None:
    asked = office.describe(token)
    assert (asked.title, asked.supplier, asked.file) == ("Staff in post", "Alpha Trust", "alpha")
    assert [column.heading for column in asked.columns] == ["Site code", "Group", "Heads"]
    assert "One of: Nursing, Medical, Reg N&M, Docs" in asked.columns[1].good
    assert asked.has_template


def test_the_template_is_a_workbook(office: ReceivingOffice, token: str) -> None:
    made = office.template(token)
    assert made is not None
    assert made[0] == "workforce.staff.alpha_trust.xlsx"
    assert made[1].startswith(b"PK")


def test_nothing_is_in_place_until_it_is_accepted(
    office: ReceivingOffice, token: str, trusts: Path, tmp_path: Path
) -> None:
    checked = check(office, token, tmp_path, GOOD)
    assert (checked.may_send, checked.faults, checked.name) == (True, 0, "march.csv")
    assert inbox(trusts) == ALPHA
    receipt = office.accept(token, checked.sha256)
    assert inbox(trusts) == GOOD
    assert office.receipt(token, receipt.number) == receipt
    assert built(trusts).latest(PRODUCT) is not None


def test_the_file_that_was_there_before_is_kept_by_its_hash(
    office: ReceivingOffice, token: str, trusts: Path, tmp_path: Path
) -> None:
    own = "Site code,Group,Heads\nS8,Docs,1\n"
    (trusts / "inbox" / "alpha.csv").write_text(own, "utf-8")  # never built
    before = sha256_of(trusts / "inbox" / "alpha.csv")
    office.accept(token, check(office, token, tmp_path, GOOD).sha256)
    objects = open_workspace(trusts).layout.objects
    assert object_path(objects, before).read_text("utf-8") == own


def test_faults_within_what_the_contract_allows_may_be_sent(
    office: ReceivingOffice, token: str, tmp_path: Path
) -> None:
    checked = check(office, token, tmp_path, BAD)
    assert (checked.may_send, checked.faults) == (True, 1)
    assert "Porters" in checked.body
    assert office.accept(token, checked.sha256).faults == 1


def test_more_faults_than_that_may_not_be_sent(
    office: ReceivingOffice, token: str, trusts: Path, tmp_path: Path
) -> None:
    checked = check(office, token, tmp_path, BAD + "S4,Porters,7\nS5,Porters,1\n")
    assert not checked.may_send
    assert checked.why_not == "3 rows are at fault, and at most 34.0% of rows may be"
    with pytest.raises(AccessError) as refused:
        office.accept(token, checked.sha256)
    assert refused.value.code == "A305"
    assert inbox(trusts) == ALPHA


@pytest.mark.parametrize(
    ("sent", "why"),
    [
        ("Site code,Group\nS1,Docs\n", "The file cannot be read"),
        (b"PK\x03\x04" + b"\0" * 600, "The file cannot be read"),
        (b"\0" * 5_000, "The file cannot be read"),
        ("Site code,Group,Heads\n", "The file has no rows"),
    ],
    ids=["a column is missing", "packed", "no text", "no rows"],
)
def test_what_is_no_such_file_is_refused_in_words(
    office: ReceivingOffice, token: str, tmp_path: Path, sent: str | bytes, why: str
) -> None:
    assert check(office, token, tmp_path, sent).why_not == why


def test_only_what_was_checked_last_by_the_same_link_can_be_accepted(
    office: ReceivingOffice, token: str, trusts: Path, tmp_path: Path
) -> None:
    first = check(office, token, tmp_path, GOOD)
    check(office, token, tmp_path, BAD)
    links = Invitations(trusts / ".hereabouts", environ={})
    other = links.invite(PRODUCT, "alpha", days=14, now=NOW)[0]
    for who, sha256 in ((token, first.sha256), (other, first.sha256), (token, "../../x")):
        with pytest.raises(AccessError) as refused:
            office.accept(who, sha256)
        assert refused.value.code == "A305"


def test_a_key_that_another_supplier_sent_is_a_fault_without_any_of_its_cells(
    office: ReceivingOffice, token: str, tmp_path: Path
) -> None:
    checked = check(office, token, tmp_path, GOOD + "S9,Reg N&M,1\n")
    assert "must not repeat" in checked.body
    assert "Location" not in checked.body


def test_the_log_says_who_and_when_and_no_value(
    office: ReceivingOffice, token: str, trusts: Path, tmp_path: Path
) -> None:
    receipt = office.accept(token, check(office, token, tmp_path, BAD).sha256)
    text = (trusts / ".hereabouts" / "deliveries.jsonl").read_text("utf-8")
    said = json.loads(text)
    assert said["receipt"] == receipt.number
    assert (said["link"], said["rows"], said["faults"]) == (token.partition(".")[0], 3, 1)
    assert token.partition(".")[2] not in text
    assert "Porters" not in text


def test_a_check_that_takes_too_long_ends(trusts: Path, token: str, tmp_path: Path) -> None:
    bounds = Bounds(memory_limit="1GB", threads=1, seconds=0.0)
    hurried = ReceivingOffice(trusts, environ={}, bounds=bounds, clock=lambda: NOW)
    rows = "".join(f"S{n % 10},Docs,{n}\n" for n in range(400_000))
    checked = check(hurried, token, tmp_path, "Site code,Group,Heads\n" + rows)
    assert "more time or memory" in checked.body
    assert not checked.may_send


def test_a_file_that_is_asked_for_no_more_ends_its_links(
    office: ReceivingOffice, token: str, trusts: Path
) -> None:
    source = trusts / "products" / "workforce" / "staff" / "source.yml"
    source.write_text(source.read_text("utf-8").replace("name: alpha", "name: other"), "utf-8")
    with pytest.raises(AccessError) as refused:
        office.describe(token)
    assert refused.value.code == "A303"


def test_an_expired_link_takes_nothing(trusts: Path, token: str, tmp_path: Path) -> None:
    late = ReceivingOffice(trusts, environ={}, clock=lambda: NOW + timedelta(days=15))
    with pytest.raises(AccessError) as refused:
        check(late, token, tmp_path, GOOD)
    assert refused.value.code == "A302"
    assert not (trusts / ".hereabouts" / "arrivals").exists()


def test_one_more_than_may_wait_is_turned_away() -> None:
    narrow = Turnstile(most_waiting=0, seconds=0.01)
    with narrow.turn(), pytest.raises(AccessError) as refused, narrow.turn():
        pass
    assert refused.value.code == "A304"
    with narrow.turn():
        pass
