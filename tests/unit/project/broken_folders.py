"""Edits that break the blank starter, one rule at a time, and what is then said."""

AREA = "products/geography/area/contract.odcs.yaml"
DISTRICT = "products/geography/district/contract.odcs.yaml"
MEMBERSHIP = "products/library/membership/contract.odcs.yaml"
MEMBERS = "indicators/library/members.yml"
POLICY = "policies/disclosure/small_counts.yml"
NONE = "title: None\nscheme: none\naudiences: []\napproved_by: A\n"

#: code -> the one edit (file, old, new) and everything that is then said.
BROKEN: dict[str, tuple[str, str, str, list[str]]] = {
    "P302 in a model": (
        "products/geography/district/model.sql",
        "FROM geography.area",
        "FROM geography.aera",
        [
            (
                "products/geography/district/examples.yml:5 P323 "
                "unknown table of this product 'geography.area'"
            ),
            "products/geography/district/model.sql:3 P302 unknown product 'geography.aera'",
        ],
    ),
    "P302 in an indicator": (
        MEMBERS,
        "denominator: {product: library.membership",
        "denominator: {product: library.member",
        [f"{MEMBERS}:7 P302 unknown product 'library.member'"],
    ),
    "P302 in the place": (
        "place.yml",
        "boundaries: geography.area",
        "boundaries: geography.lines",
        ["place.yml:17 P302 unknown product 'geography.lines'"],
    ),
    "P303 in a sum": (
        MEMBERS,
        "sum: members_count}",
        "sum: member_count}",
        [f"{MEMBERS}:6 P303 unknown column of library.membership: 'member_count'"],
    ),
    "P303 in a condition": (
        MEMBERS,
        "sum: members_count}",
        "sum: members_count, where: \"sex = 'F'\"}",
        [f"{MEMBERS}:6 P303 unknown column of library.membership: 'sex'"],
    ),
    "P303 in the area": (
        MEMBERS,
        "column: area_code",
        "column: area",
        [f"{MEMBERS}:8 P303 unknown column of library.membership: 'area'"],
    ),
    "P303 in a breakdown": (
        MEMBERS,
        "unit: percent",
        "unit: percent\nbreakdown: sex",
        [f"{MEMBERS}:12 P303 unknown column of library.membership: 'sex'"],
    ),
    "P303 in a period": (
        MEMBERS,
        "{label: 2025, start: 2025-01-01, end: 2026-01-01}",
        "{start_column: month, end_column: month}",
        [f"{MEMBERS}:9 P303 unknown column of library.membership: 'month'"] * 2,
    ),
    "P304": (
        MEMBERS,
        "policy: small_counts",
        "policy: small",
        [f"{MEMBERS}:15 P304 unknown disclosure policy 'small'"],
    ),
    "P305 at home": (
        "place.yml",
        "home_area_type: district",
        "home_area_type: ward",
        ["place.yml:6 P305 unknown area type 'ward'"],
    ),
    "P490": (
        "place.yml",
        "home_area_type: district",
        "home_area_type: district\nlanguages: [en, de]",
        ["place.yml:7 P490 the site has no words in 'de'"],
    ),
    "P305 in an indicator": (
        MEMBERS,
        "[area, district, neighbourhood]",
        "[area, ward]",
        [f"{MEMBERS}:14 P305 unknown area type 'ward'"],
    ),
    "P306": (
        "pages/home.yml",
        "[library.members]",
        "[library.members, library.visits]",
        ["pages/home.yml:4 P306 unknown indicator 'library.visits'"],
    ),
    "P307 a column": (
        "place.yml",
        "parents: {district: district_code}",
        "parents: {district: district}",
        ["place.yml:16 P307 unknown column of geography.area: 'district'"],
    ),
    "P307 no boundaries": (
        "place.yml",
        "boundaries: geography.area",
        "boundaries: library.membership",
        ["place.yml:17 P307 unknown column of library.membership: 'geometry'"],
    ),
    "P308": (
        MEMBERSHIP,
        "to: geography.area.area_code",
        "to: geography.area.code",
        [f"{MEMBERSHIP}:29 P308 unknown column of geography.area: 'code'"],
    ),
    "P308 a product": (
        MEMBERSHIP,
        "to: geography.area.area_code",
        "to: geography.place.area_code",
        [f"{MEMBERSHIP}:29 P308 unknown product 'geography.place'"],
    ),
    "P309 no members": (
        "place.yml",
        "[E01999002, E01999003, E01999006]",
        "[]",
        ["place.yml:30 P309 neighbourhood 'DG1' has no members"],
    ),
    "P309 a member twice": (
        "place.yml",
        "E01999006]",
        "E01999002]",
        ["place.yml:30 P309 area 'E01999002' is already in neighbourhood 'DG1'"],
    ),
    "P309 not a code": (
        "place.yml",
        "E01999006]",
        "' ']",
        ["place.yml:30 P309 ' ' is not a code"],
    ),
    "P311 rounds to zero": (
        POLICY,
        "suppress_to: 7\nround_to: 5",
        "suppress_to: 1\nround_to: 5",
        [f"{POLICY}:6 P311 rounding to 5 would show some counts as 0 that are not"],
    ),
    "P311 hides nothing": (
        POLICY,
        "suppress_from: 1",
        "suppress_from: 9",
        [f"{POLICY}:5 P311 suppress_from is 9 and suppress_to is 7"],
    ),
    "P314": (
        DISTRICT,
        (
            "team:\n  name: Doggerland data team\n  members:\n"
            "    - {username: data@example.org, role: owner}\n"
        ),
        "",
        [f"{DISTRICT}:2 P314 product 'geography.district' has no owner"],
    ),
    "P316": (
        MEMBERSHIP,
        "        primaryKey: true\n",
        "",
        [f"{MEMBERSHIP}:21 P316 product 'library.membership' has no primary key"],
    ),
    "P317 a count with": (
        MEMBERS,
        "method: proportion",
        "method: count",
        [f"{MEMBERS}:7 P317 a count has no denominator"],
    ),
    "P317 a proportion without": (
        MEMBERS,
        "denominator: {product: library.membership, sum: residents_count}\n",
        "",
        [f"{MEMBERS}:5 P317 a proportion needs a denominator"],
    ),
    "P318": (
        "place.yml",
        "    base: yes\n",
        "",
        [
            "place.yml:7 P318 exactly one area type is the base; here it is none",
            "place.yml:15 P321 'area' is not the base area type and has parents",
        ],
    ),
    "P319": (
        MEMBERS,
        "sum: residents_count",
        "sum: area_code",
        [f"{MEMBERS}:7 P319 column 'area_code' is a string and cannot be added up"],
    ),
    "P321": (
        "place.yml",
        "    parents: {district: district_code}\n",
        "",
        ["place.yml:8 P321 no column of geography.area says which 'district' an area lies in"],
    ),
    "P322": (
        AREA,
        "{metric: rowCount, mustBe: 12, dimension: coverage}",
        "{metric: duplicateValues, arguments: {properties: [code]}, mustBe: 0}",
        [f"{AREA}:47 P322 unknown column 'code'"],
    ),
    "P323 a column": (
        "products/geography/district/examples.yml",
        "{district_code: E07999002, district_name: South Dogger}\n",
        "{district_code: E07999002, district: South Dogger}\n",
        [
            (
                "products/geography/district/examples.yml:11 P323 "
                "unknown column of geography.district: 'district'"
            )
        ],
    ),
    "P324": (
        DISTRICT,
        "  - {property: synthetic, value: true}\n",
        "",
        [
            (
                f"{DISTRICT}:30 P324 product 'geography.district' is made from "
                "'geography.area', which is synthetic"
            )
        ],
    ),
    "P325": (
        MEMBERS,
        "sum: residents_count}",
        "sum: residents_count, of_all: yes}",
        [f"{MEMBERS}:7 P325 the denominator is of all, and there is no breakdown"],
    ),
    "P326": (
        DISTRICT,
        "        businessName: District\n",
        (
            "        businessName: District\n"
            "        customProperties: [{property: markerOf, value: nme}]\n"
        ),
        [f"{DISTRICT}:26 P326 unknown column 'nme'"],
    ),
}
