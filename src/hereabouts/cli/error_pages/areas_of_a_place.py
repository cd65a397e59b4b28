"""Pages for areas of one's own, what lies in what, and outlines."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "Q403": "A base area is in one area of a custom type.\n\n"
    "Why: its people would be counted in both, and totals of the type would be too high.\n\n"
    "Do: leave it in one, or say `overlapping: yes` of the type.",
    "Q404": "A version of a custom area is made of the same base areas for ever.\n\n"
    "Why: readers who quote version 2 must find what it was. Only what was released counts: "
    "until then a list may be corrected.\n\n"
    "Do: give the new members a new `version` and `valid_from`, or put the old ones back.",
    "Q405": "Every postcode of a neighbourhood is in the lookup.\n\n"
    "Why: one that is not found would be left out unseen.\n\n"
    "Do: correct it, or use a lookup that keeps postcodes no longer in use, as the NSPL does.",
    "Q406": "Told, not refused: custom areas reach beyond the place.\n\n"
    "Why: only the part within the place is shown, and readers may take it for the whole.\n\n"
    "Do: nothing if that is meant; else list the base areas beyond it too, or check that both "
    "are of one year.",
    "Q407": "An area lies whole in one area of each type that its own nests in.\n\n"
    "Why: an orphan, or a part that nothing holds, is missing from the larger area's "
    "figures.\n\n"
    "Do: give it a parent in the base product, or do not say that the types nest.",
    "Q408": "An area lies in one area of each type that it is looked up in or nests in.\n\n"
    "Why: people of an area with two parents are counted twice.\n\n"
    "Do: leave one row per base area in its product; where areas truly cross, as wards and "
    "neighbourhoods may, take the type out of `nests_in`.",
    "Q409": "Told, not refused: base areas lie in no area of a type.\n\n"
    "Why: their people are in none of its figures; a lookup that has lost areas does the "
    "same.\n\n"
    "Do: nothing where there is no such area, as Wales has no integrated care board; else "
    "complete the lookup. `population:` in place.yml adds how many people they have.",
    "Q410": "Told, not refused: larger areas that no base area lies in.\n\n"
    "Why: they have no figures and no outline. Often codes are of another year.\n\n"
    "Do: leave them out of their product, or correct the codes.",
    "Q411": "A custom area has a member in the place.\n\n"
    "Why: an area of nothing has no figures. Codes may be of another census; postcodes may be "
    "under half of every base area they lie in.\n\n"
    "Do: correct the codes, or list more of the postcodes.",
    "Q412": "Outlines are in longitude and latitude by the time they are drawn.\n\n"
    "Why: eastings read as degrees are off the map.\n\n"
    "Do: set `crs: EPSG:27700` in source.yml for the British National Grid; the change is made "
    "as the file is read. A model hands `geometry` on as it finds it.",
    "Q413": "Told, not refused: outlines that cross themselves were mended.\n\n"
    "Why: what such a ring encloses is kept, which may not be what was meant.\n\n"
    "Do: look at them on the map, and tell whoever drew them.",
    "Q414": "Told, not refused: areas without an outline.\n\n"
    "Why: they are in tables and on no map.\n\n"
    "Do: ask for boundaries of the same year that cover the place.",
    "Q415": "A boundaries product has the outline of some area of its type.\n\n"
    "Why: outlines are matched by code; where none does, they are of another year or "
    "another kind of area, and the map would be empty.\n\n"
    "Do: name the boundaries of this type and vintage; the code column has the same name as "
    "in the product of areas.",
    "Q416": "Told, not refused: outlines of areas that the place does not have.\n\n"
    "Why: a file of the whole country is usual; codes of another year look the same.\n\n"
    "Do: nothing if the place is a part of what the file covers.",
    "Q417": "Told, not refused: outlines that do not meet their neighbours exactly.\n\n"
    "Why: a border is made simpler once for both its sides, so both need the same corners. "
    "Small overlaps are given to one of the two; over 1% of an area, all are left as they "
    "came and may show slivers.\n\n"
    "Do: where they were left so, ask for outlines drawn together.",
}
