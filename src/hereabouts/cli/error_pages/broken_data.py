"""Rows and tables that broke their contract, or cannot be made: codes of the Q family."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "Q101": "A cell can be read as the type its column has in the contract. The row is kept "
    "in quarantine with what was written there.\n\n"
    "Why: a cell that is guessed at, or quietly emptied, is a wrong number that "
    "nobody sees.\n\n"
    "Do: correct the source, give the column the type it really has, or say how its "
    "dates are written with `format`.",
    "Q102": "A column that the contract requires, or that is part of its key, is filled in.\n\n"
    "Why: what is left out cannot be told from what is nothing, and a row without its "
    "key cannot be joined.\n\n"
    "Do: ask the publisher for the value, or take `required` away if the column may "
    "really be empty.",
    "Q103": "Text looks like the column's `pattern`.\n\n"
    "Why: a code of the wrong shape is most often a code from another list, and joins "
    "to nothing or to the wrong area.\n\n"
    "Do: correct the source, or correct the pattern; it matches anywhere in the text "
    "unless it has `^` and `$`.",
    "Q104": "A number is not below the column's `minimum`.\n\n"
    "Why: a count below nothing, or a figure far below all others, is most often a "
    'code for "missing" or a slip.\n\n'
    "Do: correct the source, turn the code into an empty cell in the product's model, "
    "or lower the minimum.",
    "Q105": "A number is not above the column's `maximum`.\n\n"
    'Why: a share above 100 or an age of 999 is most often a code for "missing", or '
    "another unit.\n\n"
    "Do: correct the source, turn the code into an empty cell in the product's model, "
    "or raise the maximum.",
    "Q106": "Text is as long as `minLength` and `maxLength` say.\n\n"
    "Why: text that is cut short or runs over comes from a system that lost part of "
    "it, or from the column beside it.\n\n"
    "Do: correct the source, or the limits in the contract.",
    "Q107": "A value is one of those that the column's `enum` lists.\n\n"
    "Why: a category that nobody expected would be in the totals and in no breakdown "
    "that anybody checked.\n\n"
    "Do: correct the spelling in the source or map it in the model; add the value to "
    "the list if it is new and right.",
    "Q108": "A value does not come twice in a column that the contract calls unique. Every "
    "row that shares the value is put aside.\n\n"
    "Why: nothing says which of the rows is right.\n\n"
    "Do: remove the repeat from the source, or take `unique` away if it was never "
    "true.",
    "Q109": "No two rows have the same primary key. Every row that shares one is put aside.\n\n"
    "Why: nothing says which is right, and a join on the key would count one thing "
    "twice.\n\n"
    "Do: remove the repeat from the source, or add to the key the column that tells "
    "the rows apart.",
    "Q110": "A value occurs in the column of the other product that the contract's "
    "relationship names.\n\n"
    "Why: a row that refers to nothing would drop out of every join without a word.\n\n"
    "Do: correct the code; or bring the other product up to date, if it is the one "
    "that lacks it.",
    "Q111": "A row keeps a rule of the contract that no row at all may break (`invalidValues` "
    "with `mustBe: 0`), so each row is judged by itself.\n\n"
    "Why: bad rows can then be put aside one by one, and the rest used.\n\n"
    "Do: correct the source, or change the rule with the owner's agreement.",
    "Q121": "The table has as many rows as the contract says (`rowCount`).\n\n"
    "Why: half a file is read as easily as a whole one, and this is how it is "
    "noticed.\n\n"
    "Do: ask for the file again, or change the number when the world has changed, as "
    "when areas are redrawn.",
    "Q122": "No more rows repeat each other than the contract allows (`duplicateValues`).\n\n"
    "Why: a file that was pasted twice doubles every total.\n\n"
    "Do: remove the repeats, or change the rule with the owner's agreement.",
    "Q123": "No more cells of a column are empty than the contract allows (`nullValues`).\n\n"
    "Why: a column that is suddenly half empty means that something changed at the "
    "publisher.\n\n"
    "Do: ask the publisher, or change the rule with the owner's agreement.",
    "Q124": "No more cells are empty, or hold a word that stands for empty, than the contract "
    "allows (`missingValues`).\n\n"
    "Why: `n/a` and `unknown` hide how much is missing.\n\n"
    "Do: ask the publisher, or change the rule with the owner's agreement.",
    "Q125": "No more cells are outside the valid values or pattern than the contract allows "
    "(`invalidValues`).\n\n"
    "Why: a few slips may be borne, and many mean that the list or the layout "
    "changed.\n\n"
    "Do: correct the source or the list, or change the rule with the owner's "
    "agreement.",
    "Q126": "The contract's own SQL about the whole table gives the number that it must.\n\n"
    "Why: some promises are about rows together, such as parts that add up to a "
    "total.\n\n"
    "Do: run the rule's query on the product to see what it counts, then correct the "
    "source or the rule.",
    "Q201": "What was received has every column that the contract expects, under its "
    "`physicalName`. Nothing was made, and the last good version stands.\n\n"
    "Why: a column that was renamed and then ignored would look like a column with "
    "nothing in it.\n\n"
    "Do: if the publisher renamed it, change `physicalName`; if the heading is on "
    "another row, change `header_rows` or `skip_rows`.",
    "Q202": "A model makes every column that its contract promises.\n\n"
    "Why: whoever reads the product relies on the contract and not on the model.\n\n"
    "Do: select the column in the model under the contract's name, or take it out of "
    "the contract.",
    "Q203": "A model runs. The database's own words are shown only where they cannot hold a "
    "value from the data.\n\n"
    "Why: a conversion error repeats the value it failed on, and that may be about a "
    "person.\n\n"
    "Do: try the model on its examples with `hereabouts test`; add an example with "
    "the kind of row that fails.",
    "Q204": "Everything that a step reads has been made at least once.\n\n"
    "Why: an empty table in its place would give zeros that nobody counted.\n\n"
    "Do: mend the product that is named first. The build said why it failed.",
    "Q301": "No more rows are in quarantine than the share that the contract allows "
    "(`badRowsAtMost`, 0 unless it says otherwise). The last good version stands.\n\n"
    "Why: a file that is mostly wrong should not replace one that was right.\n\n"
    "Do: see the rows and the rules they broke with `hereabouts quarantine PRODUCT`, "
    "and correct the source; raise `badRowsAtMost` only with the owner's agreement.",
    "Q302": "A rule about the whole table holds (its own page says which kind: Q121 to Q126). "
    "The last good version stands.\n\n"
    "Why: rows can each be right and the table still be wrong.\n\n"
    "Do: correct the source, or change the rule with the owner's agreement; "
    "`severity: warning` records a failure without stopping.",
    "Q303": "A rule of a contract can be run on the product's table.\n\n"
    "Why: a rule that cannot be run has shown nothing.\n\n"
    "Do: check that its SQL names columns of the contract and that its casts cannot "
    "fail (`try_cast`), and that its pattern is a regular expression.",
    "Q401": "A neighbourhood is made of areas that are there.\n\n"
    "Why: a neighbourhood that misses an area would have totals that are too low.\n\n"
    "Do: correct `members` in place.yml. Codes change with each census, so check "
    "which vintage they are of.",
    "Q402": "An area lies in larger areas that are listed by the product of their own type.\n\n"
    "Why: an area's figures would be added up to something with no name and no page.\n\n"
    "Do: add the larger areas to their product, or correct the codes in the column "
    "that `parents` names.",
    "Q501": "An area has one outline.\n\n"
    "Why: the map has room for one, and nothing says which is right.\n\n"
    "Do: keep one row per area in the product of boundaries, or join the parts into "
    "one multipolygon.",
    "Q502": "An outline is a polygon or a multipolygon.\n\n"
    "Why: a point or a line has no inside to colour.\n\n"
    "Do: choose the publisher's file of boundaries, and not of centres or lines.",
    "Q503": "An outline can be read: well-known binary, in longitude and latitude.\n\n"
    "Why: an area that cannot be drawn would be missing from the map without a word.\n\n"
    "Do: check the `geometry` column of the boundaries product, and `crs` in its "
    "source.yml.",
    "Q601": "An example in examples.yml comes out as expected.\n\n"
    "Why: it is how people who do not read SQL check what a model does.\n\n"
    "Do: run `hereabouts test`; mend the model, or correct the example if it was "
    "wrong.",
    "Q701": "A count is not negative.\n\n"
    "Why: confidence limits are defined for counts, and a negative one is most often "
    'a code for "missing".\n\n'
    "Do: give the column a `minimum` of 0 in its contract, so that such rows are put "
    "aside where they come in.",
    "Q702": "A confidence level is between 0.5 and 1.\n\n"
    "Why: a level written as 95 would give limits that mean nothing.\n\n"
    "Do: write 95% as `confidence: 0.95`.",
    "Q703": "The numerator of a proportion is no larger than its denominator.\n\n"
    "Why: a share above the whole means that the two count different things.\n\n"
    "Do: count in the numerator only what is in the denominator; if it is a rate of "
    "events, use the method `crude_rate`.",
}
