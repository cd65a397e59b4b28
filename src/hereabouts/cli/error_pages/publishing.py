"""What stops a release, a reader or a write: codes of the D, A, L and R families."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "D101": "A disclosure policy hides counts from 1 up to some number, and rounds to 1 or "
    "more.\n\n"
    "Why: a policy that hides 3 to 7 shows 1 and 2, which tell the most.\n\n"
    "Do: set `suppress_from: 1`, `suppress_to: 1` or more and `round_to: 1` or more.",
    "D102": "The smallest count that a policy shows is not rounded down into those it hides.\n\n"
    "Why: 8 rounded to 5 would be shown as a number that the policy says is hidden.\n\n"
    "Do: choose `suppress_to` so that one more rounds up, such as 7 with `round_to: "
    "5`.",
    "D103": "A count is 0 or more, and small enough to be exact.\n\n"
    "Why: what is not a count cannot be called small or large.\n\n"
    "Do: check the indicator's numerator and denominator, and give their columns a "
    "`minimum` of 0.",
    "D104": "A count is a whole number.\n\n"
    "Why: the policy hides counts of people, and 2.5 is not one; half-times and hours "
    "are amounts.\n\n"
    "Do: count people or events, or use the method `mean` for sums of anything else.",
    "D201": "The check of what would be published found a small count. This goes into the "
    "message of D301.\n\n"
    "Why: the check shares no code with protection, so that a fault in one is seen by "
    "the other.\n\n"
    "Do: nothing was released. Report it: it is a fault in protection, and not in "
    "your folder.",
    "D202": "The check found a count that is not rounded as the policy says. This goes into "
    "the message of D301.\n\n"
    "Why: an exact count beside rounded ones lets hidden ones be worked out.\n\n"
    "Do: nothing was released. Report it: it is a fault in protection.",
    "D203": "The check found a number in a row that is marked as having none. This goes into "
    "the message of D301.\n\n"
    "Why: a marker on the page hides nothing if the download beside it holds the "
    "figure.\n\n"
    "Do: nothing was released. Report it: it is a fault in protection.",
    "D204": "The check found a row with neither a value nor a marker. This goes into the "
    "message of D301.\n\n"
    "Why: readers would take the gap for a zero.\n\n"
    "Do: nothing was released. Report it: it is a fault in protection.",
    "D205": "The check found a value or limit that does not follow from the counts shown "
    "beside it. This goes into the message of D301.\n\n"
    "Why: a value made from exact counts gives them away.\n\n"
    "Do: nothing was released. Report it: it is a fault in protection.",
    "D206": "The check found the sum behind a mean. This goes into the message of D301.\n\n"
    "Why: the sum and the mean together give the exact number of people.\n\n"
    "Do: nothing was released. Report it: it is a fault in protection.",
    "D207": "The check found a mean with more decimals than its indicator says. This goes "
    "into the message of D301.\n\n"
    "Why: enough decimals give the number of people behind a mean.\n\n"
    "Do: nothing was released. Report it: it is a fault in protection.",
    "D208": "The check found a mean without the count that it is based on. This goes into the "
    "message of D301.\n\n"
    "Why: nobody could tell whether it is of few people.\n\n"
    "Do: nothing was released. Report it: it is a fault in protection.",
    "D301": "What would be published passes a second check, by code that sees only what would "
    "be published. One finding stops the release.\n\n"
    "Why: a small count that has been published cannot be taken back.\n\n"
    "Do: nothing was released and the last release stands. Report the message; it "
    "holds no figure.",
    "A101": "A site shows only releases made for its audience.\n\n"
    "Why: an internal release holds figures that an open one hides.\n\n"
    "Do: ask the release's owner, or make a release for this audience.",
    "A102": "An internal release is served to this machine only.\n\n"
    "Why: there are no accounts yet, so everybody who reaches the address would see "
    "exact figures.\n\n"
    "Do: serve it on 127.0.0.1, or serve the open release.",
    "L101": "There is a table of that name, at that version.\n\n"
    "Why: what was never made, or was cleared away, cannot be read.\n\n"
    "Do: run `hereabouts build`. A version that was removed cannot be had again.",
    "L102": "A table uses only those features of Delta Lake that this reader understands.\n\n"
    "Why: with deletion vectors, deleted rows would come back.\n\n"
    "Do: rewrite the table without deletion vectors and column mapping, in the tool "
    "that wrote it.",
    "L201": "One build or release runs in a folder at a time.\n\n"
    "Why: two would each undo the other's plan.\n\n"
    "Do: wait for it to finish. If nothing runs, run it again: the lock ends with the "
    "process that held it.",
    "L301": "There is room to write.\n\n"
    "Why: a table is written whole before anybody sees it, so nothing that was there "
    "is harmed.\n\n"
    "Do: free some disk, and build again; the last good version is untouched.",
    "L302": "The lake can be written to.\n\n"
    "Why: a build makes new versions of tables and never changes old ones, and needs "
    "permission to add files.\n\n"
    "Do: check that the folder `.hereabouts/` can be written to, then build again.",
    "L303": "A file stays as it is while its bytes are kept.\n\n"
    "Why: a file that somebody is still writing is half of one version and half of "
    "the next.\n\n"
    "Do: wait until whoever writes it has finished, then build again.",
    "R101": "There is a release for this audience.\n\n"
    "Why: everything shown comes from a release, and never from a build.\n\n"
    "Do: run `hereabouts build`, then `hereabouts release`.",
    "R102": "There is a release of that number for this audience.\n\n"
    "Why: numbers are shared by all audiences, so an open release may be followed by "
    "an internal one.\n\n"
    "Do: use a number that `hereabouts status` lists.",
    "R103": "A release's `release.json` is whole and of this version of hereabouts.\n\n"
    "Why: a page made from half of it would leave out what matters, such as that "
    "figures are synthetic.\n\n"
    "Do: delete that release's folder and run `hereabouts release`, which makes a new "
    "one from the same versions.",
    "R104": "A release's `serve.duckdb` can be opened.\n\n"
    "Why: it holds every figure of the release.\n\n"
    "Do: delete that release's folder and run `hereabouts release`, which makes a new "
    "one from the same versions.",
    "R201": "There is room to write a release.\n\n"
    "Why: it is written beside the others and put in place at the end; earlier "
    "releases are untouched.\n\n"
    "Do: free some disk, then run `hereabouts release` again.",
    "R202": "Observations have been made before a release.\n\n"
    "Why: a release of nothing would empty the site.\n\n"
    "Do: run `hereabouts build`, and mend what it reports.",
    "R301": "An export ends in .parquet or .csv.\n\n"
    "Why: the ending says which of the two is written.\n\n"
    "Do: name a file with one of these endings.",
    "R302": "The file of an export can be written.\n\n"
    "Why: it is written whole under another name and then put in place.\n\n"
    "Do: name a folder that is there, has room and can be written to.",
}
