"""More about each code of a project folder's problems, for `hereabouts explain CODE`."""

from collections.abc import Mapping
from inspect import cleandoc

from hereabouts.project.lint import RULES

#: Codes of files that cannot be read, or do not have the shape of their kind.
SHAPES: Mapping[str, str] = {
    "P100": "The file is YAML.\n\nWhy: a file that cannot be parsed declares nothing. The usual "
    "causes are tabs, a missing space after a colon, and text that holds `: ` without quotes.",
    "P101": "The file is one plain YAML document, without anchors, aliases or tags.\n\nWhy: what "
    "a partnership says must be readable aloud, and an alias sends the reader somewhere else.",
    "P102": "A key is said once.\n\nWhy: YAML readers keep the last of two without a word, so "
    "the first would be lost.",
    "P103": "Every key is one that the file's schema knows.\n\nWhy: a misspelt key would be "
    "ignored, and what it says with it.",
    "P104": "Every key that the schema asks for is there.\n\nWhy: a default that nobody chose "
    "is a decision that nobody made.",
    "P105": "A value has the type that the schema says.\n\nWhy: scalars are read as text, and "
    "the schema decides: this one could not be read as its type.",
    "P106": "A value is one of those the schema lists.\n\nWhy: each of them does something; "
    "another would do nothing.",
    "P107": "A value is within its limits, and written as it must be.\n\nWhy: the limit or "
    "pattern is in the schema, with its reason.",
    "P109": "A statement takes exactly one of its forms.\n\nWhy: two at once would contradict "
    "each other, and none would say nothing.",
    "P110": "A SQL model can be read as DuckDB's dialect.\n\nWhy: inputs and lineage come from "
    "reading it, before anything runs.",
    "P111": "A SQL model is exactly one SELECT.\n\nWhy: one query makes one table; a second "
    "statement could change what nobody asked to change.",
    "P112": "A model reads products and nothing else.\n\nWhy: what it reads is what a plan "
    "shows, an audit follows and a release pins. A file or setting would be none of these.",
    "P113": "A condition is one expression over the columns of one row.\n\nWhy: it is put after "
    "WHERE in a longer query and must not change the rest of it.",
    "P114": "A Python model has INPUTS and a function `model`.\n\nWhy: its inputs are read "
    "without running it.",
    "P116": "A folder or file name can be used in SQL as it stands.\n\nWhy: the file's path is "
    "its name, in models, addresses and tables.",
    "P428": "A list of members or postcodes is a CSV file in the folder neighbourhoods/.\n\n"
    "Why: it is part of what the project says, so it is kept and versioned with it; data comes "
    "in through products.\n\n"
    "Do: put the file there, in UTF-8 with a heading, and name its column.",
    "P431": "A list of postcodes has whole postcodes only.\n\n"
    "Why: a district such as AB1 covers thousands of addresses in many areas, and a misspelt "
    "postcode is one of somewhere else. Messages say the line, never the postcode.\n\n"
    "Do: write each as AB1 2CD; spaces and small letters do not matter.",
    "P117": "A file is UTF-8 text.\n\nWhy: any other encoding turns some letters into others.",
    "P118": "A file can be opened.\n\nWhy: what cannot be read cannot be checked.",
    "P120": "A contract's own properties say what the platform needs: its sensitivity, and "
    "whether it is synthetic, in the words that are known.\n\nWhy: how far data may travel is "
    "declared and never guessed.",
    "P121": "A contract has no two columns of one name.\n\nWhy: SQL does not tell capitals from "
    "small letters.",
    "P122": "A pattern is a regular expression that the engine can run.\n\nWhy: patterns are "
    "checked by RE2, which has no lookaround and no back-references, and never runs away.",
    "P123": "A relationship points to one column of one product.\n\nWhy: it is checked row by "
    "row, so it must be plain what it points to.",
    "P124": "A quality rule can be run as it stands.\n\nWhy: a rule that is skipped gives false "
    "comfort. Rules for people have `type: text`.",
    "P125": "A quality rule's SQL reads its own table alone.\n\nWhy: a rule is about what the "
    "contract promises, and is run while other tables may be changing.",
    "P126": "A period ends after it starts.\n\nWhy: `end` is the day after the last day.",
    "P127": "A source has only options of its kind.\n\nWhy: an option that nothing reads would "
    "seem to do something.",
    "P128": "A product has a contract.\n\nWhy: its purpose, owner, columns and sensitivity are "
    "said there and nowhere else.",
    "P129": "A product is made in one way.\n\nWhy: of two models, or a "
    "model and a convert.yml or apply.yml, nobody could say which is right.",
    "P130": "The folder has a place.yml.\n\nWhy: it says which folder is a project, and what "
    "its areas are.",
    "P131": "Only a source product's model reads `received`.\n\nWhy: without source.yml nothing "
    "is received.",
    "P132": "A new project is written into an empty folder.\n\nWhy: nothing of yours is "
    "overwritten.",
    "P133": "A starter is one of those that come with the program.",
    "P134": "The folder of a new project can be written to.",
    "P350": "A new product's folder is not there yet.\n\nWhy: what somebody has written is never "
    "overwritten.",
    "P351": "A product's domain and name are lower case letters, digits and underscores, and "
    "begin with a letter.\n\nWhy: the path of a product is its name in SQL.",
    "P354": "A new product's folder can be written to.\n\nWhy: contract, source.yml and examples "
    "are written beside the others, for you to read and correct.",
    "P364": "What a contract says of quality can be acted upon: the limits for amber and red are "
    "percentages, and `reconciles` says which sums agree with which.\n\nWhy: a limit that is not "
    "read is no limit, and totals that are not compared always agree.",
    "P336": "A file whose date is said has a layout for that date.\n\nWhy: a file read by the "
    "wrong year's layout gives the right shape and the wrong figures.",
    "P337": "The layout that a file names is one that source.yml describes.",
    "P338": "Every file and layout of a source has a name of its own.\n\nWhy: reports, "
    "corrections and quarantine speak of them by name.",
    "P370": "A revision to compare with is in the folder's git repository.\n\nWhy: what a "
    "contract was is known from its history, or from a file.",
    "P371": "A contract that a command names is a file that can be opened.\n\nWhy: without it "
    "there is nothing to compare.",
    "P373": "A supplier that a command names is one that the product's source.yml names.\n\nWhy: "
    "headings and values are the supplier's own, and another's would be refused.",
    "P374": "What suppliers are asked for is a source product that is received row for row.\n\n"
    "Why: where a model or `unpivot` changes the shape of a file, a template in the shape of the "
    "contract would not be read.",
    "P375": "The folder that files for suppliers go to can be written to.\n\nWhy: a file that "
    "is half written would be sent.",
    "P411": "A window is a length of time that rolls, such as `30 days` or `3 months`, or whole "
    "ones of the calendar, such as `calendar month`; a gap within an episode is in minutes, "
    "hours, days or weeks.\n\nWhy: *in a month* means either, and the two find different people.",
    "P412": "A window rolls or is of the calendar, and not both at once.\n\nWhy: thirty days of a "
    "calendar are no window, and three calendar months do not roll. To use both, make two clauses "
    "of `any_of`.",
    "P413": "Some age is at least the minimum and at most the maximum; both are included.\n\nWhy: "
    "a rule for nobody finds nobody, and that would look like good news.",
    "P444": "A disclosure policy is looked at again by the day that it says.\n\nWhy: what "
    "protects people changes with what else is published about them. It is a warning, and nothing "
    "stops on that day: ask whoever approved it, and set a new `review_on`.",
    "P484": "A logo is a small PNG or SVG picture beside place.yml that only draws.\n\nWhy: every "
    "page shows it, so it must be light; and a picture that holds a script, or fetches something "
    "from elsewhere, could tell others who is reading.\n\nDo: save it as PNG, or as plain SVG "
    "without scripts, links and fonts from elsewhere, of at most 50,000 bytes.",
    "P500": "A column's classification is open, internal or personal.\n\n"
    "Why: the standard allows any word there, and a word that is not known protects nothing.\n\n"
    "Do: write one of the three, or leave it out: then it is the product's own sensitivity.",
    "P501": "No column is more sensitive than its product.\n\n"
    "Why: a product is shown as its sensitivity says, with all of its columns.\n\n"
    "Do: raise the product's sensitivity under customProperties, or take the column out of it.",
    "P517": "Every column is explained: by a description in its contract, by a field of "
    "dictionary.yml of the same name, or by a term of glossary.yml that is called as the column "
    "or its title is.\n\n"
    "Why: whoever is given a product reads its columns first, and guesses where nothing is "
    "said.\n\n"
    "Do: describe what only one product has in its contract, and what several share once, in "
    "dictionary.yml. It is a warning: nothing stops for it.",
}


def explanations() -> Mapping[str, str]:
    """Code -> what the rule is and why, for every code of a project folder."""
    rules = {str(rule.CODE): _without_code(rule.__doc__ or "") for rule in RULES}
    return {**SHAPES, **rules}


def _without_code(docstring: str) -> str:
    return cleandoc(docstring).partition(" ")[2]
