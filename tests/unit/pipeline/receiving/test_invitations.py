"""Links: signed or kept as a hash, for some days, withdrawn at will."""

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hereabouts.errors import AccessError, ProjectError
from hereabouts.pipeline.receiving.invitations import Invitations

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
SIGNED = {"HEREABOUTS_SECRET_KEY": "a secret of this place"}


@pytest.fixture(params=[{}, SIGNED], ids=["kept as a hash", "signed"])
def links(request: pytest.FixtureRequest, tmp_path: Path) -> Invitations:
    return Invitations(tmp_path, environ=request.param)


def refused(links: Invitations, token: str, *, now: datetime = NOW) -> str:
    with pytest.raises(AccessError) as found:
        links.read(token, now=now)
    assert not token or token not in str(found.value)
    return found.value.code


def test_a_link_is_good_for_its_product_and_file_until_it_expires(links: Invitations) -> None:
    token, _ = links.invite("workforce.staff", "alpha", days=14, now=NOW)
    found = links.read(token, now=NOW + timedelta(days=13, hours=23))
    assert (found.product, found.file) == ("workforce.staff", "alpha")
    assert refused(links, token, now=NOW + timedelta(days=14)) == "A302"


def test_a_link_that_was_tampered_with_is_none_of_ours(links: Invitations) -> None:
    token, made = links.invite("workforce.staff", "alpha", days=14, now=NOW)
    other, _ = links.invite("workforce.staff", "beta", days=14, now=NOW)
    proof = token.partition(".")[2]
    wrong = [
        token[:-1] + ("A" if token[-1] != "A" else "B"),
        made.id,
        f"{made.id}.",
        f"{other.partition('.')[0]}.{proof}",
        "",
        f"{made.id}.é",
    ]
    assert {refused(links, one) for one in wrong} == {"A301"}


def test_a_link_is_withdrawn_by_its_id(links: Invitations) -> None:
    token, made = links.invite("workforce.staff", "alpha", days=14, now=NOW)
    links.withdraw(made.id)
    assert refused(links, token) == "A303"
    with pytest.raises(ProjectError, match="no link with that id"):
        links.withdraw("nothing")


def test_what_is_kept_does_not_make_a_link(links: Invitations, tmp_path: Path) -> None:
    token, _ = links.invite("workforce.staff", "alpha", days=14, now=NOW)
    path = tmp_path / "invitations.json"
    assert token.partition(".")[2] not in path.read_text("utf-8")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_record_that_was_changed_by_hand_is_not_signed(tmp_path: Path) -> None:
    links = Invitations(tmp_path, environ=SIGNED)
    token, _ = links.invite("workforce.staff", "alpha", days=1, now=NOW)
    path = tmp_path / "invitations.json"
    path.write_text(path.read_text("utf-8").replace("2026-03-03", "2036-03-03"), "utf-8")
    assert refused(links, token) == "A301"


def test_a_signed_link_is_not_good_under_another_secret(tmp_path: Path) -> None:
    token, _ = Invitations(tmp_path, environ=SIGNED).invite("a.b", "", days=1, now=NOW)
    assert refused(Invitations(tmp_path, environ={}), token) == "A301"
    assert refused(Invitations(tmp_path, environ={"HEREABOUTS_SECRET_KEY": "x"}), token) == "A301"
