import pytest

from hereabouts.errors import Location
from hereabouts.model.product import Source
from hereabouts.sources.naming import file_name


@pytest.mark.parametrize(
    ("location", "name"),
    [
        ({"path": "inbox/beds.csv"}, "beds.csv"),
        ({"path": "inbox\\beds.csv"}, "beds.csv"),
        ({"package": "place_data", "file": "data/areas.csv"}, "areas.csv"),
        ({"url": "https://example.org/open/bed%20days.csv?sig=S3CR3T"}, "bed days.csv"),
        ({"url": "https://example.org/"}, "the file"),
    ],
)
def test_a_file_is_called_what_a_person_calls_it(location: dict[str, str], name: str) -> None:
    source = Source(kind="csv", location=location, options={}, at=Location("source.yml", 1))
    assert file_name(source) == name
