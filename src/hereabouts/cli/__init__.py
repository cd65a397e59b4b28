"""One command, one file.

Standard output is data, standard error is words, and the exit status comes from the error.
"""

import click

from hereabouts import __version__
from hereabouts.cli import (
    build,
    demo,
    explain,
    export,
    init,
    lint,
    plan,
    quarantine,
    release,
    serve,
    status,
    test,
)

COMMANDS = (
    init,
    lint,
    plan,
    build,
    test,
    release,
    serve,
    status,
    quarantine,
    export,
    explain,
    demo,
)


class InOrderOfUse(click.Group):
    """Lists commands in the order that somebody needs them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """Names as declared, not sorted."""
        return list(self.commands)


@click.group(cls=InOrderOfUse, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="hereabouts")
def main() -> None:
    """One governed, linked and disclosure-safe picture of a place, published."""


for module in COMMANDS:
    main.add_command(module.command)
