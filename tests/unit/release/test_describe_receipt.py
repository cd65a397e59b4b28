"""What a release says of the file that a product came in, to whom."""

from pathlib import Path

import pytest

from hereabouts.model.policy import Audience
from hereabouts.pipeline.publish import release
from hereabouts.pipeline.workspace import open_workspace
from hereabouts.release.describe import Json


def described(place: Path, audience: Audience, product: str) -> Json:
    products: list[Json] = release(open_workspace(place), audience=audience).description["products"]
    return next(one for one in products if one["id"] == product)


def test_rows_of_a_product_that_is_not_open_are_rounded_up_and_its_file_is_not_described(
    built: Path,
) -> None:
    said = described(built, Audience.OPEN, "library.membership")
    assert (said["rows"], said["quarantined"], said["rows_rounded"]) == (20, 0, True)
    assert (said["origin"], said["sha256"]) == ("whoever supplies it", None)
    assert said["fetched_at"]


@pytest.mark.parametrize(
    ("audience", "product"),
    [(Audience.OPEN, "geography.area"), (Audience.INTERNAL, "library.membership")],
)
def test_all_is_said_of_an_open_product_and_inside(
    built: Path, audience: Audience, product: str
) -> None:
    said = described(built, audience, product)
    assert (said["rows"], said["quarantined"], said["rows_rounded"]) == (12, 0, False)
    assert said["origin"].startswith("inbox/")
    assert len(said["sha256"]) == 64


def test_a_product_that_was_not_received_came_from_nowhere(built: Path) -> None:
    said = described(built, Audience.OPEN, "geography.district")
    assert (said["fetched_at"], said["origin"], said["sha256"]) == (None, None, None)
