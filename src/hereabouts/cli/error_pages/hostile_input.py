"""Files and servers that would cost more than they may, or are not what they say."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "S170": "A file's address is one of the public internet.\n\n"
    "Why: an address that leads to this machine, its network or its cloud would let whoever "
    "writes a `url`, or answers it, read what only we can reach. Redirects are held to it too.\n\n"
    "Do: correct `url`. For a server of your own, write `allow_private_addresses: true` in "
    "source.yml, or set HEREABOUTS_ALLOW_PRIVATE_ADDRESSES to 1 for a whole machine.",
    "S171": "A server sends us on at most five times.\n\n"
    "Why: some send a visitor round in a circle, often to have a cookie set.\n\n"
    "Do: open the address in a browser, and give the one where the file is in the end.",
    "S172": "What comes from an address is a file of data.\n\n"
    "Why: a page that asks to sign in, or says in words that a file has moved, often comes with "
    "a status that says all is well. It is never read as data, and the last good version "
    "stands.\n\n"
    "Do: open the address in a browser, and correct `url` to where the file itself is.",
    "S173": "A workbook unpacks to a size that its own lists declare and that is within bounds: "
    "`max_unpacked_bytes` (2 GiB unless said), at most 200 times its packed size once above 64 MB, "
    "and at most 10,000 parts.\n\n"
    "Why: a few kilobytes can unpack to more than any disk or memory holds.\n\n"
    "Do: ask its owner what the file is. If it is right, set `max_unpacked_bytes` to more than "
    "it unpacks to, or have it saved as CSV.",
    "S174": "A workbook's parts are what a spreadsheet program writes: each once, inside the file, "
    "and without definitions of their own (DOCTYPE).\n\n"
    "Why: two parts of one name are read differently by different programs, and definitions in "
    "XML can grow without end or reach for other files.\n\n"
    "Do: open the file in a spreadsheet program, save it as a new XLSX, and use that.",
    "S175": "A sheet's cells lie within a block of at most 50 million.\n\n"
    "Why: one stray cell in the last row and column makes a sheet of 17 thousand million cells, "
    "and the empty ones would have to be held too.\n\n"
    "Do: delete the rows and columns below and beside the data, and save; or set `max_cells`; or "
    "have it saved as CSV.",
    "S176": "A workbook is read within a time and a memory that are bounded.\n\n"
    "Why: a damaged or hostile workbook can make any reader work without end. It is read in a "
    "process of its own, which is then ended, and the last good version stands.\n\n"
    "Do: open the file in a spreadsheet program, save it as a new XLSX or CSV, and use that.",
    "S177": "A CSV is plain text.\n\n"
    "Why: what is packed (zip, gzip and others) is not unpacked on the way, because one packed "
    "file may hold many, and any number of bytes.\n\n"
    "Do: unpack it and give the file inside. A workbook is read with `kind: spreadsheet`.",
    "S178": "A CSV can be cut into rows within bounds: a line is at most `max_line_bytes` (16 MiB "
    "unless said), a cell that runs over lines at most 1,000 lines and 1 MiB, and at most a "
    "million lines are no rows.\n\n"
    "Why: a quotation mark that never closes makes one cell of the rest of the file, and it would "
    "fill the memory.\n\n"
    "Do: look at the line that the message names, and put its quotation marks right; if a line is "
    "truly that long, set `max_line_bytes`.",
    "S179": "A file stays as it is while it is read.\n\n"
    "Why: half of one state and half of another is neither. What was kept is always what its "
    "hash says.\n\n"
    "Do: wait until whoever writes it has finished; have it written under another name, and "
    "renamed when it is whole.",
}
