"""Files that could not be told apart, and products that cannot be written: `hereabouts new`."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "S160": "A file that a product is to be made from is a CSV, a workbook (XLSX, XLS, XLSB or "
    "ODS), a Parquet file or a GeoJSON file, and is whole.\n\n"
    "Why: what a file is, is told by its first bytes and not by its name. A web page saved as "
    ".csv is not a table.\n\n"
    "Do: ask for the file itself, unpacked.",
    "S161": "A workbook has the sheet that `--sheet` names.\n\n"
    "Why: nothing is written for a sheet that is not there.\n\n"
    "Do: give one of the names in the message, in quotes.",
    "S162": "`headings` in source.yml names every column once.\n\n"
    "Why: with one more or one fewer, every name after it would stand over the wrong figures.\n\n"
    "Do: name each column that has a heading or a value, in order from the left.",
    "S163": "It can be seen which table of the file is meant, and what each of its rows is "
    "about.\n\n"
    "Why: a guess between two tables would be right half the time, and nobody would notice the "
    "other half.\n\n"
    "Do: name the sheet with `--sheet`, or the rows with `--header-rows` and `--data-rows`; "
    "where rows get their meaning from a title above them, give the file a column for it.",
    "S164": "Some columns of a table tell its rows apart.\n\n"
    "Why: without a key the same row sent twice counts twice, and a bad row cannot be pointed "
    "to.\n\n"
    "Do: name the columns with `--key`, once for each; if rows are the same in every column, "
    "ask the publisher which of them is right.",
    "S165": "The file that a product is to be made from is there.\n\n"
    "Why: it is looked at before anything is written.\n\n"
    "Do: give its path from where you are, or an address that begins with https://.",
    "P353": "A file of that name is not in `inbox/` yet, or is the same file.\n\n"
    "Why: another product may be made from the one that is there.\n\n"
    "Do: give the new file a name of its own.",
    "P352": "`--key` names columns of the table.\n\n"
    "Why: a key of a column that is not there tells nothing apart.\n\n"
    "Do: name a column as the message lists them; give `--key` once for each.",
}
