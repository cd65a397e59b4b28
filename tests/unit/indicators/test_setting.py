"""What is estimated stays so in whatever is made from it, while its column `status` is kept."""

from pathlib import Path

from hereabouts.indicators.setting import setting_of
from hereabouts.project import load, write_new
from tests.unit.converting import add_conversion, contract


def derive(place: Path, name: str, columns: str, *, of: str) -> None:
    folder = place / "products/carry" / name
    folder.mkdir(parents=True)
    (folder / "contract.odcs.yaml").write_text(contract(name, columns.split(", ")))
    (folder / "model.sql").write_text(f"select distinct {columns} from carry.{of}\n")


def test_status_is_believed_of_what_was_converted_and_of_what_is_made_from_it(
    tmp_path: Path,
) -> None:
    place = tmp_path / "place"
    write_new(place, starter="blank")
    add_conversion(place)
    derive(place, "by_area", "area, status", of="carried")
    derive(place, "named", "area, status", of="by_area")
    derive(place, "without", "area, age", of="carried")
    derive(place, "unrelated", "area, age", of="people")
    found = setting_of(load(place)).converted
    assert found == {"carry.carried", "carry.by_area", "carry.named"}
