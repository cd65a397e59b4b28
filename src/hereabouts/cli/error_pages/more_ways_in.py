"""Databases, SFTP servers and watched folders that give nothing."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "S180": "The library that this way in needs is installed.\n\n"
    "Why: who only reads files need not carry drivers.\n\n"
    "Do: install the extra that the message names, such as `hereabouts[database]`.",
    "S181": "The environment variable that source.yml names is set where the build runs.\n\n"
    "Why: secrets are never written in the project folder, so they are found by name.\n\n"
    "Do: set it for the account that runs the build; for a timer, in its own environment file.",
    "S182": "The database or SSH server that is named can be reached.\n\n"
    "Why: the last good version stands until it can.\n\n"
    "Do: check the host, the port, this machine's firewall, and for ODBC the driver's name.",
    "S183": "The server lets our account in.\n\n"
    "Why: it alone knows why it does not; its own words may hold secrets, and are not shown.\n\n"
    "Do: check the account and what the environment variable holds, and ask the owner.",
    "S184": "A query is one SELECT that reads and does nothing else.\n\n"
    "Why: building a product must never change what it is made from. The transaction is read "
    "only as well.\n\n"
    "Do: write one SELECT, with WITH for its steps; what it cannot say can be a view there.",
    "S185": "The database answers the query.\n\n"
    "Why: a table or column may be misspelt, or closed to this account.\n\n"
    "Do: run the query in the database's own tool with the same account, which says more.",
    "S186": "What is asked for comes within `max_seconds`, ten minutes unless source.yml says "
    "otherwise.\n\n"
    "Why: a build must end, and a slow query hurts the database's other users.\n\n"
    "Do: narrow the query, ask for an index, fetch by `cursor`, or give it longer.",
    "S187": "The server stays until the last byte.\n\n"
    "Why: half a file is never kept.\n\n"
    "Do: try again; if it goes on, ask the server's owner what ends the connection.",
    "S188": "Each column has a name of its own, and a type that becomes text without loss.\n\n"
    "Why: a contract finds columns by name; bytes and shapes have no one text.\n\n"
    "Do: name columns with `as`; turn bytes into text in the query, or leave them out.",
    "S189": "A `cursor` is a column that has an order and no blanks.\n\n"
    "Why: only rows above its last value are fetched, and a blank is never above anything.\n\n"
    "Do: choose a number, date or time that only grows, or fetch everything without `cursor`.",
    "S191": "A database gives no more rows than `max_rows`.\n\n"
    "Why: a join that goes wrong multiplies rows.\n\n"
    "Do: check the query; if the rows are right, set `max_rows` higher.",
    "S192": "An SFTP server shows the key that source.yml knows it by.\n\n"
    "Why: another key may mean another machine that wants our password or our trust.\n\n"
    "Do: compare the fingerprint in the message with the owner's, by telephone and not by "
    "e-mail; if they agree, write it as `host_key`.",
    "S195": "The SFTP server has a file that fits `remote_path`, and lets us read it.\n\n"
    "Why: nothing is made from what is not there.\n\n"
    "Do: correct `remote_path`, or ask whoever puts the file there.",
    "S196": "A file is whole and still when it is taken.\n\n"
    "Why: a file that is being written is half of one.\n\n"
    "Do: wait; best, it is written under another name and renamed when it is whole.",
    "S197": "The watched folder has a file whose name fits `match`.\n\n"
    "Why: a misspelt name would otherwise be passed over in silence.\n\n"
    "Do: put the file there, rename it, or correct `match`; capitals do not matter.",
    "S198": "A watched folder is inside the project folder, or inside the folder that an "
    "environment variable names.\n\n"
    "Why: a project that somebody else wrote must not read this machine's other files.\n\n"
    "Do: move the folder, or allow it with `folder_env`.",
    "S199": "A file in a watched folder is not a link to somewhere else.\n\n"
    "Why: whoever may put files there could otherwise have any file of this machine read.\n\n"
    "Do: put the file itself there.",
}
