"""Files, packages and addresses that cannot be fetched or read: codes of the S family."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "S101": "The file that source.yml names is there.\n\n"
    "Why: nothing is made from what is not there, and the last good version stands.\n\n"
    "Do: put it where `path` says, counted from the project folder, or correct "
    "`path`; capitals matter.",
    "S102": "`path` names a file that this account may read.\n\n"
    "Why: a folder, or a file that is locked or closed to us, cannot be read.\n\n"
    "Do: name the file itself, close it in other programs, and let the account that "
    "runs the build read it.",
    "S103": "The Python package that source.yml names is installed. It is found and never "
    "run.\n\n"
    "Why: a package is one way to publish open data, and its version says exactly "
    "which.\n\n"
    "Do: install it beside hereabouts, and give its import name, with `_` and not "
    "`-`.",
    "S104": "The package is installed at the version that source.yml asks for.\n\n"
    "Why: another version may hold other figures under the same name.\n\n"
    "Do: install that version, or change `version` once somebody has looked at the "
    "new files.",
    "S105": "The package holds the file that source.yml names.\n\n"
    "Why: files move and are renamed between versions.\n\n"
    "Do: give `file` as its path inside the package, such as `data/areas.csv`.",
    "S106": "`url` is a whole address that begins with http or https, and does not lead from "
    "https to something less.\n\n"
    "Why: what comes over plain http can be changed on its way.\n\n"
    "Do: give the https address that the file is at now.",
    "S107": "The server gives the file when asked.\n\n"
    'Why: a page that says "not found" is not data, and is never read as such.\n\n'
    "Do: open the address in a browser; correct `url` if the file has moved, and wait "
    "if the server asks for it.",
    "S108": "The server answers in time and does not break off.\n\n"
    "Why: half a file is not kept.\n\n"
    "Do: try again; if it goes on, check the address and this machine's proxy "
    "settings.",
    "S109": "There is room and permission to keep what is fetched.\n\n"
    "Why: it is written whole under `.hereabouts/` before anything reads it.\n\n"
    "Do: free some disk, or let the account that runs the build write there.",
    "S110": "A file has the SHA-256 that source.yml gives as its `checksum`.\n\n"
    "Why: a checksum is how a publisher's quiet correction is noticed.\n\n"
    "Do: ask the owner what changed; if the new file is right, write its SHA-256 as "
    "`checksum`.",
    "S111": "A file is no larger than `max_bytes`, 2 GiB unless source.yml says otherwise.\n\n"
    "Why: a wrong address can send without end and fill a disk.\n\n"
    "Do: if its size is right, set `max_bytes` to more than that.",
    "S112": "A source is of a known kind and has one location: `path`, `package` with `file`, "
    "or `url`.\n\n"
    "Why: with two, nobody could say which was read.\n\n"
    "Do: give exactly one, and one of the kinds csv, spreadsheet, parquet or geojson.",
    "S120": "An option of source.yml is written in a way that can be understood.\n\n"
    "Why: an option that is read wrongly shifts headings or letters, and every figure "
    "after them.\n\n"
    "Do: write it as the message shows.",
    "S121": "A CSV file has a heading row that can be read, where source.yml says it is.\n\n"
    "Why: columns are found by their headings and never by their place.\n\n"
    "Do: check that the file is whole, and check `skip_rows` (the lines above the "
    "heading), `encoding` and `quote`.",
    "S122": "Each column has a heading of its own.\n\n"
    "Why: of two columns with one name, nobody could say which was meant.\n\n"
    "Do: change one of them in the file, or correct which row holds the headings.",
    "S123": "No column is called `_row`.\n\n"
    "Why: the number of each row in the file goes by that name here, so that "
    "quarantine can say where it was.\n\n"
    "Do: give that column another heading in the file.",
    "S124": "Two independent counts of a CSV file's rows agree.\n\n"
    "Why: where they differ, a quotation mark or a line break is read in two ways, "
    "and rows would be lost or made up.\n\n"
    "Do: check `delimiter` and `quote` in source.yml, and save the file again as "
    "plain CSV.",
    "S125": "A CSV file has line breaks.\n\n"
    "Why: without them it is another kind of file, and would fill the memory as one "
    "endless line.\n\n"
    "Do: open it in a text editor, and set `kind` to what it is.",
    "S130": "A workbook can be opened.\n\n"
    "Why: one that is cut short or protected by a password shows nothing, or only "
    "part.\n\n"
    "Do: open it in a spreadsheet program; if that fails too, ask for it again, and "
    "take any password off.",
    "S131": "A workbook has the sheet that source.yml names, or only one.\n\n"
    "Why: sheets are renamed each year, and the first sheet is often a cover.\n\n"
    "Do: set `sheet` to one of the names in the message.",
    "S132": "The rows that `header_rows` names hold headings.\n\n"
    "Why: publishers add and remove lines above a table.\n\n"
    "Do: open the sheet, and set `header_rows` to the row of the headings as its row "
    "numbers show it.",
    "S140": "A Parquet file is whole.\n\n"
    "Why: its index is at its end, so a file that is cut short has lost it.\n\n"
    "Do: ask for it again, or set `kind` to the kind of file it is.",
    "S142": "Coordinates can be longitude and latitude, once they are converted from the "
    "coordinate system they are said to be in.\n\n"
    "Why: metres read as degrees put a county in the sea off Africa.\n\n"
    "Do: set `crs` in source.yml, such as `crs: EPSG:27700` for the British National "
    "Grid.",
    "S143": "A file says in a known way which coordinate system it is in.\n\n"
    "Why: the same pair of numbers is in different places in different systems.\n\n"
    "Do: ask its owner, and set `crs` in source.yml.",
    "S150": "A GeoJSON file is whole.\n\n"
    "Why: half of its areas would be read as all of them.\n\n"
    "Do: ask for it again, or set `kind` to the kind of file it is.",
    "S190": "The Python package with the demo's data is installed.\n\n"
    "Why: the demo is made from a published package of real stroke data, which a "
    "place of your own does not need.\n\n"
    "Do: install it with `pip install 'hereabouts[demo]'`.",
}
