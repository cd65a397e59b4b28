"""Records, who receives data, and data maturity: codes G140 to G149 and W430."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "G140": "A copy of a record is a file that `hereabouts records write` wrote: HTML or DOCX.\n\n"
    "Do: name such a file. A copy that was printed says its facts at its foot: find the file of "
    "the same name.",
    "G141": "A copy of a record says at its foot which record it is, and a hash of its facts.\n\n"
    "Why: a copy without it cannot be told from one that is out of date.\n\n"
    "Do: write the record again by `hereabouts records write`.",
    "G142": "Records are written into a folder that may be written to.\n\n"
    "Do: name another folder, or make room on its disk. Files that were written are whole.",
    "G143": "Records as DOCX are written by the package python-docx.\n\n"
    "Do: pip install 'hereabouts[records]', or ask for --format html.",
    "G144": "A copy of a record is about something that the project still has.\n\n"
    "Why: the product, domain or agreement was renamed or taken away, so nothing says any more "
    "what the copy says.\n\n"
    "Do: take the copy out of use.",
    "G145": "A copy of a record says what the project says today.\n\n"
    "Why: facts changed since it was written: a contract, an agreement that came or ended, a "
    "retention schedule, or how the data is kept safe. Decisions must not rest on what was.\n\n"
    "Do: write the record again by `hereabouts records write`, carry over what people filled in, "
    "and take the old copy out of use.",
    "G146": "The project's files say every fact that its records need.\n\n"
    "Why: a record with a hole in it does not do what the law asks, and nothing is invented to "
    "fill the hole.\n\n"
    "Do: say each fact in the file that `hereabouts records check` names beside it. "
    "docs/how-to/write-the-records.md lists the properties of a contract that are read.",
    "G147": "The page of data maturity is written to a file that may be written.\n\n"
    "Do: name a file in a folder that exists, on a disk with room.",
    "W430": "A privacy notice has a page where the release has it.\n\n"
    "Why: a notice is released once no fact is missing from it; a draft would tell people half.\n\n"
    "Do: see /transparency for those there are; whoever owns the data runs "
    "`hereabouts records check` for what is missing.",
}
