"""A release says how often its products come, and when the next of each is due."""

from datetime import date, datetime
from pathlib import Path

from tests.unit.pipeline.test_custom_areas import built, receive, released


def test_a_promise_leaves_with_the_release(new: Path) -> None:
    receive(new, "yearly", "area,number\nE01999001,5\n")
    receive(new, "unpromised", "area,number\nE01999001,5\n")
    path = next((new / "products/carry/yearly").glob("*contract*"))
    promise = "slaProperties:\n  - {property: frequency, value: 1, unit: y}\n"
    promise += "  - {property: latency, value: 10, unit: d}\n"
    path.write_text(path.read_text("utf-8") + promise, "utf-8")
    assert built(new).errors == ()
    products = {one["id"]: one for one in released(new)["products"]}
    promised, other = products["carry.yearly"], products["carry.unpromised"]
    came = datetime.fromisoformat(promised["fetched_at"]).date()
    days = (date.fromisoformat(promised["next_due"]) - came).days
    assert promised["frequency"] == "1 y"
    assert days in (375, 376)
    assert (other["frequency"], other["next_due"]) == ("", None)
