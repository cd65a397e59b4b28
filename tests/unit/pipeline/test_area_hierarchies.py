"""Everything that is wrong with what lies in what, at once; and what is only told."""

from pathlib import Path

from tests.unit.pipeline.test_custom_areas import DG1, SHORT, TITLE, built, codes, edit, receive

DISTRICT = "    short: District\n"
AREA = "    short: Area\n"
CONTRACT = "products/geography/area/contract.odcs.yaml"
MODEL = "products/geography/area/model.sql"


def edit_file(place: Path, path: str, *changes: tuple[str, str]) -> None:
    text = (place / path).read_text("utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    (place / path).write_text(text, "utf-8")


def area_model(place: Path, district: str, *, more: str = "") -> None:
    """Have areas lie in the district that this SQL says, which may be none."""
    (place / MODEL).write_text(
        f"select area_code, area_name, {district} as district_code, district_name, geometry"
        f" from received{more}\n"
    )
    may = '        required: true\n        logicalTypeOptions: {pattern: "^E07999'
    edit_file(place, CONTRACT, (may, may.partition("\n")[2]))
    only = ("FROM geography.area", "FROM geography.area WHERE district_code IS NOT NULL")
    edit_file(place, "products/geography/district/model.sql", only)


def test_an_orphan_a_torn_area_and_an_unknown_member_are_told_at_once(new: Path) -> None:
    area_model(new, "case when area_code <> 'E01999012' then district_code end")
    edit(new, AREA, AREA + "    nests_in: [district]\n")
    edit(new, SHORT, SHORT + "    nests_in: [district]\n")
    edit(new, DG1, "members: [E01999002, E01999007, E01888001]")
    made = built(new)
    assert codes(made) == ["Q401", "Q407", "Q408"]
    said = str(made.errors[0])
    assert "1 areas of type 'area' do not lie whole in an area of type 'district'" in said
    assert "such as 'E01999012' [Q407]" in said
    assert "1 areas of type 'neighbourhood' lie in two or more areas of type 'district'" in said


def test_a_base_area_in_two_larger_areas_would_be_counted_twice(new: Path) -> None:
    twice = " union all select area_code, area_name, 'E07999002', 'South Dogger', geometry"
    area_model(new, "district_code", more=f"{twice} from received where area_code = 'E01999001'")
    key = "        primaryKey: true\n"
    district = "businessName: District code\n"
    edit_file(new, CONTRACT, (district, district + key), ("mustBe: 12", "mustBe: 13"))
    made = built(new)
    assert "Q408" in codes(made)
    assert "such as 'E01999001', in 'E07999001' and 'E07999002'" in str(made.errors[0])


def test_a_lookup_that_loses_areas_says_so_with_the_share_of_people_where_that_is_open(
    new: Path,
) -> None:
    area_model(new, "case when area_code <> 'E01999012' then district_code end")
    receive(new, "people", "area,count\nE01999001,75\nE01999012,25\n")
    edit(new, TITLE, f"{TITLE}population: {{product: carry.people, code: area, column: count}}\n")
    made = built(new)
    assert made.errors == ()
    told = "place.areas: 1 of 12 base areas, with 25.0% of people, lie in no area of type"
    assert any(note.startswith(told) for note in made.notes)
    contract = new / "products/carry/people/contract.odcs.yaml"
    contract.write_text(contract.read_text().replace("value: open", "value: internal"))
    assert any(
        "1 of 12 base areas lie in no area of type 'district' [Q409]" in note
        for note in built(new).notes
    )


def test_a_larger_area_that_nothing_lies_in_is_told(new: Path) -> None:
    model = new / "products/geography/district/model.sql"
    model.write_text(
        model.read_text().rstrip().rstrip(";")
        + "\nunion all select 'E07999009' as district_code, 'Lost' as district_name\n"
    )
    (new / "products/geography/district/examples.yml").unlink()
    made = built(new)
    assert made.errors == ()
    assert any(
        "no base area lies in 1 areas of type 'district', such as 'E07999009' [Q410]" in note
        for note in made.notes
    )
