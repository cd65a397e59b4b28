"""A site whose address is https is asked in no other way."""

from pathlib import Path

from tests.unit.doors.web.conftest import MakeSite

PATHS = ("/", "/r/1/about", "/catalog.jsonld", "/nowhere", "/r/9/", "/static/nothing.js")


def test_browsers_are_told_so_by_every_answer(small_place: Path, make_site: MakeSite) -> None:
    client = make_site(small_place, address="https://place.example.org")
    for path in PATHS:
        assert client.get(path).headers["strict-transport-security"] == "max-age=31536000", path
    refused = client.ask("POST", "/")
    assert refused.status_code == 405
    assert refused.headers["strict-transport-security"] == "max-age=31536000"


def test_a_site_of_this_machine_does_not_lock_browsers_out(
    small_place: Path, make_site: MakeSite
) -> None:
    for address in ("", "http://localhost:8000"):
        client = make_site(small_place, address=address)
        for path in PATHS:
            assert "strict-transport-security" not in client.get(path).headers, path
