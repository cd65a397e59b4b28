"""Keeping products fresh, and telling their owners: codes P380 to P389."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "P380": "An environment variable that notices.yml names is set.\n\n"
    "Why: addresses and passwords that are secret are kept out of the folder, so they come from "
    "the account that runs.\n\n"
    "Do: set it where `hereabouts run` is started: for systemd, in its EnvironmentFile.",
    "P381": "A webhook takes the notices that are sent to it.\n\n"
    "Why: a notice that is refused will be refused again. It waits for twenty runs and is then "
    "let go.\n\n"
    "Do: correct the address in notices.yml; a redirect is not followed, and an address on your "
    "own network needs `allow_private_addresses: true`.",
    "P382": "A mail server takes the notices that are sent through it.\n\n"
    "Why: they are encrypted on the way or not sent. A notice waits for twenty runs and is then "
    "let go.\n\n"
    "Do: correct `email:` in notices.yml with whoever looks after the mail server; SSL_CERT_FILE "
    "names a certificate of your own to trust.",
    "P383": "One `hereabouts run` keeps a folder fresh.\n\n"
    "Why: two would ask sources twice and tell owners twice.\n\n"
    "Do: stop the other; if there is none, its lock ended with its process.",
    "P384": "The folder for the files of systemd can be written to.\n\n"
    "Do: name another with --systemd, and copy the files from there.",
}
