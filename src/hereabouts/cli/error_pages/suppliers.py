"""Telling suppliers what was wrong, and taking files from them: A30x, P39x, Q39x, L393."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "P390": "A product that suppliers are told of, or send to, has a source.yml.\n\n"
    "Why: a product that is made from others has no supplier.\n\n"
    "Do: name the product that the file is received for.",
    "P391": "A supplier or file that a command names is one that source.yml names.\n\n"
    "Why: a report holds cells of a file, and must not go to somebody else.\n\n"
    "Do: use the `supplier` or `name` of one of its `files`.",
    "P392": "A supplier is told of a file that was received, and whose bytes are still kept.\n\n"
    "Why: a report is made from the bytes themselves, so that it can say which cells.\n\n"
    "Do: have the file sent, and run `hereabouts build`.",
    "P394": "A file that is sent through the site goes to a `path` under inbox/ in the folder.\n\n"
    "Why: a link must not write anywhere else on the machine.\n\n"
    "Do: set `path: inbox/...` for the file in source.yml.",
    "P395": "A link that is withdrawn is one that was made here.\n\n"
    "Why: to believe that a link was withdrawn when it was not would leave a door open.\n\n"
    "Do: use an id that `hereabouts invite PRODUCT --list` shows.",
    "P396": "Reports are written outside the project folder, or under .hereabouts/.\n\n"
    "Why: a report holds cells of what a supplier sent; the folder goes to version control.\n\n"
    "Do: use `--to ../reports` or `--to .hereabouts/reports`.",
    "Q390": "A model of a product with suppliers keeps `_row` of `received`.\n\n"
    "Why: `_row` says which file, row and column something came from. Without it a row could be "
    "anybody's, and nobody is shown it.\n\n"
    "Do: add `_row` to the columns that model.sql selects.",
    "Q391": "A file is checked, as it is sent, within a minute and in bounded memory.\n\n"
    "Why: one file must not keep the site from everybody else.\n\n"
    "Do: send it in smaller parts, or in the way that large files come in.",
    "A301": "A link to send a file is one that was made here, whole and unchanged.\n\n"
    "Why: whoever has the link may send, so nobody can make one up.\n\n"
    "Do: open the whole link as it was sent, or ask for a new one.",
    "A302": "A link to send a file works for some days.\n\n"
    "Why: a link that is found later in somebody's mail must not work.\n\n"
    "Do: make a new one with `hereabouts invite`.",
    "A303": "A link to send a file works until it is withdrawn, or its file is not asked for.\n\n"
    "Why: a link that went to the wrong person can be ended.\n\n"
    "Do: make a new one with `hereabouts invite`.",
    "A304": "One file is checked at a time, and two may wait.\n\n"
    "Why: checks take memory and time that pages need.\n\n"
    "Do: wait half a minute, and send it again.",
    "A305": "What is accepted is the file that was checked last by the same link.\n\n"
    "Why: nobody accepts what nobody has looked at. A checked file is kept for a day.\n\n"
    "Do: open the link again, and choose the file once more.",
    "A306": "A form is sent from the page that this site showed to the same browser.\n\n"
    "Why: another site must not send files in somebody's name.\n\n"
    "Do: open the link again; the browser must keep this site's cookie.",
    "L393": "The folder that reports are written into can be written to.\n\n"
    "Why: a report that is half written would be sent.\n\n"
    "Do: name another folder with --to, or close the report in the program that has it open.",
}
