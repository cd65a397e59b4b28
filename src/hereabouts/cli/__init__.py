"""One command, one file.

Standard output is data, standard error is words, and the exit status comes from the error.
"""

from importlib import import_module

import click

from hereabouts import __version__

#: Name, also its module's (`-` as `_`), and what it does; in the order that somebody needs them.
COMMANDS = {
    "init": "Write a new project folder: a small made-up place, ready to change.",
    "new": "Look at a file, and write and build the product that it makes.",
    "lint": "Check the project folder: everything wrong with it, at once.",
    "diff": "Say what changed in a contract, and whom it breaks.",
    "schema": "Give suppliers a template and a schema that check before they send.",
    "plan": "Say what a build would make, and why.",
    "build": "Make what changed, in order. Safe to stop at any moment.",
    "run": "Keep products fresh: build on a schedule, and tell owners.",
    "test": "Run the examples beside each product.",
    "release": "Make a numbered, immutable release of what was built.",
    "attack": "Try to work out what a release hides, from its published files alone.",
    "may-show": "Say whether a sum over areas of your choice may be told.",
    "serve": "Serve the site, from the newest release.",
    "accounts": "Say who may sign in to the site: invite, import, list, end.",
    "publish": "Write the whole open site as files, for any web host.",
    "status": "Say what was made, how its rows fared, and what was released.",
    "check": "Say how good each product is: its rating, score and six dimensions.",
    "invite": "Make a link by which a supplier may send a file through the site.",
    "report": "Tell each supplier what was wrong with the file it sent.",
    "definitions": "List the rules for who is seen often, and how far they agree.",
    "quarantine": "List the rows that broke a product's contract; correct them.",
    "pack": "Write the board pack of a theme in an area: PDF or PPTX.",
    "glossary": "Write the glossary of the newest release for other catalogues.",
    "export": "Write what the newest release holds to a file.",
    "catalogue": "Describe the newest release for the catalogues of others.",
    "anonymity": "Say how well the rows of a product hide among each other.",
    "five-safes": "Write what is known of an extract, and what people must fill in.",
    "access": "Say who may use what: test policies, ask them, rehearse a change.",
    "requests": "List requests for data, and remind people of them.",
    "audit": "Read, export and verify the audit log.",
    "records": "Write what the law asks to be written down: assessments, notices, playbooks.",
    "retain": "Delete or archive what was kept long enough; erase people.",
    "subject-access": "Write what is held about a person, for that person.",
    "maturity": "Say how mature the use of data is, with evidence, and how that changed.",
    "explain": "Say more about an error's code.",
    "demo": "Make the stroke-care demo, from nothing to a site.",
}


class OnDemand(click.Group):
    """Imports a command when it is asked for: most need no web server, and none needs all."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """Names as declared, not sorted."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command, or None for click to say that there is none."""
        if cmd_name not in COMMANDS:
            return None
        module = cmd_name.replace("-", "_")
        command: click.Command = import_module(f"hereabouts.cli.{module}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The list above, without importing anything."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=OnDemand, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="hereabouts")
def main() -> None:
    """One governed, linked and disclosure-safe picture of a place, published."""
