"""The columns of a product, for programs that read tables."""

from hereabouts.doors.web.found.tabular import csvw, data_package
from hereabouts.doors.web.visit import Visit
from hereabouts.release.manifest_model import ReleasedProduct
from tests.unit.doors.catalogued_release import SITE


def product(visit: Visit, name: str) -> ReleasedProduct:
    found = visit.manifest.product(name)
    assert found is not None
    return found


def test_csvw_says_types_keys_and_patterns(catalogued: Visit) -> None:
    said = csvw(catalogued, product(catalogued, "stroke.access"), site=SITE)
    assert said["@type"] == "Schema"
    assert said["primaryKey"] == ["code"]
    assert said["columns"][0] == {
        "name": "code",
        "titles": "Code",
        "required": True,
        "datatype": {"base": "string", "format": "E[0-9]{8}"},
    }


def test_a_package_says_the_shape_of_a_table_and_none_of_its_rows(catalogued: Visit) -> None:
    said = data_package(catalogued, product(catalogued, "stroke.access"), site=SITE)
    assert (said["name"], said["version"]) == ("stroke.access", "2.0.0")
    assert said["licenses"] == [{"name": "MIT", "path": "https://spdx.org/licenses/MIT"}]
    (table,) = said["resources"]
    assert table["data"] == []
    assert table["schema"]["fields"][1]["constraints"] == {"enum": ["near", "far"]}


def test_values_that_may_not_be_told_are_no_constraint(catalogued: Visit) -> None:
    said = data_package(catalogued, product(catalogued, "care.members"), site=SITE)
    number, band = said["resources"][0]["schema"]["fields"]
    assert number["constraints"] == {"unique": True}
    assert "constraints" not in band
