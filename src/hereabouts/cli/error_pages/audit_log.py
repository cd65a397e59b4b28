"""The audit log: codes G101 to G104."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "G101": "Every record of the audit log holds the hash of the one before it.\n\n"
    "Why: so nothing can be altered, taken out, added or moved unseen by whoever keeps the log.\n\n"
    "Do: keep the file as it is, tell whoever answers for information governance, and compare it "
    "with the last exported copy by `hereabouts audit verify --against FOLDER`.",
    "G102": "The audit log holds everything that an exported copy of it holds.\n\n"
    "Why: a chain whose end was cut off still holds; only a copy kept elsewhere shows it.\n\n"
    "Do: keep both as they are, and tell whoever answers for information governance.",
    "G103": "A folder to compare with holds an exported copy of the audit log.\n\n"
    "Do: name the folder that `hereabouts audit export FOLDER` wrote.",
    "G104": "An exported copy of the audit log is only ever added to.\n\n"
    "Why: a copy that could be written over would prove nothing. This folder holds records that "
    "the log does not.\n\n"
    "Do: find out which of the two was altered; export into a new folder meanwhile.",
}
