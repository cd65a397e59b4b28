"""The page of a product that was carried from other areas says how much is estimated."""

from tests.unit.doors.web.client import Client

HEADING = "Carried from other areas"


def test_a_converted_product_says_what_was_shared_out(site: Client) -> None:
    page = site.get("/about/workforce.staff").text
    assert HEADING in page
    assert "17% of &#39;Staff&#39; was shared out by residents." in page


def test_another_product_says_nothing_of_it(site: Client) -> None:
    assert HEADING not in site.get("/about/stroke.access").text
