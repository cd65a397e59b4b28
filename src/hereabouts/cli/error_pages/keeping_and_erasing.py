"""Faults of keeping, holding, deleting and answering those whom data is about."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "G125": "A personal product is under a retention schedule.\n\n"
    "Why: personal data is kept no longer than it is needed, and nobody deletes what no rule "
    "names. It is a warning, and nothing stops for it.\n\n"
    "Do: write policies/retention/NAME.yml with the product under `products`.",
    "G126": "A retention schedule is looked at again by the day that it says.\n\n"
    "Why: law and practice change. It is a warning, and nothing stops on that day.\n\n"
    "Do: ask whoever approved it, and set a new `review_on`.",
    "G127": "What is confirmed is the heading of the list of keys, typed in full.\n\n"
    "Why: what is erased does not come back.\n\n"
    "Do: run `hereabouts retain erase` without --confirm and look at what would go; then type the "
    "heading, with commas between several.",
    "G128": "The answer to a person is written outside the project folder.\n\n"
    "Why: the folder is shared, and versioned for ever.\n\n"
    "Do: name another folder with --out, and delete it when the answer was sent.",
    "G129": "The folder for an answer can be written to.\n\n"
    "Do: name another with --out, or make room.",
    "G130": "The key that marks of people were made with is there.\n\n"
    "Why: who was erased is known by marks alone. Without the key nobody could be kept out of the "
    "next file, so nothing is built.\n\n"
    "Do: put .hereabouts/retention/key back from a backup. Keep a copy of it apart from the lake.",
    "G131": "Nothing is deleted of what a legal hold protects.\n\n"
    "Why: what a court or an inquiry may ask for must be there. Nothing at all was deleted.\n\n"
    "Do: leave it; or ask whoever placed the hold to lift it, with `lifted_on`; or let `hereabouts "
    "retain run` leave out the products with --leave-held.",
    "G133": "An archive is a folder outside the project folder.\n\n"
    "Why: the project folder is shared, and what is in .hereabouts is deleted with the rest.\n\n"
    "Do: name another in `archive_to`; mount a share or a bucket as a folder.",
    "G134": "An archive can be written.\n\n"
    "Why: nothing is deleted before the archive holds it, so nothing was deleted.\n\n"
    "Do: see that the folder is there, may be written to and has room.",
    "G135": "A deletion that was stopped is finished before another begins.\n\n"
    "Why: it may have deleted half of what its certificate will say.\n\n"
    "Do: run it again with the same schedule, or the same list of keys: it goes on where it "
    "stopped.",
    "G136": "A certificate can be written.\n\n"
    "Do: make room, and run the same command again. What was deleted is deleted, and the "
    "certificate will say so.",
    "G137": "A schedule that is to be run is one of policies/retention/.\n\n"
    "Do: type its name as the file has it, without `.yml`.",
    "G138": "A list of keys is CSV in UTF-8, with a heading and at least one value.\n\n"
    "Why: values of people stand in a file, never on a command line, where others see them and "
    "they are remembered.\n\n"
    "Do: save it as CSV in UTF-8, outside the project folder, and delete it afterwards.",
    "G139": "The heading of a list of keys is a column of some product, or the field that a column "
    "is the `sameAs` of.\n\n"
    "Why: a value is looked for where its kind is held. The heading is not repeated, as a file "
    "without one begins with a value.\n\n"
    "Do: name it as the contract or the dictionary does.",
}
