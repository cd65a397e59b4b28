"""What stops a site from being published as files: codes W300 to W309."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "W300": "A site that is published as files is an open one.\n\n"
    "Why: a host of files asks nobody who they are.\n\n"
    "Do: publish the open release. For colleagues, `hereabouts serve --audience internal` shows "
    "the internal one on this machine.",
    "W301": "`--area-types` names kinds of area that the release has.\n\n"
    "Do: use some of those that the message lists, with commas between them.",
    "W302": "The folder to publish to is new, empty, or holds a site that was published before.\n\n"
    "Why: publishing removes files that the site no longer has, and must not remove yours.\n\n"
    "Do: name another folder. Files that you put into a published site yourself stay there, as "
    "long as its `manifest.json` does.",
    "W303": "Every page that a published site leads to was made, and every link on its pages leads "
    "to a file.\n\n"
    "Why: a host of files has no way to answer what it has no file for. The folder is left as it "
    "was.\n\n"
    "Do: publish again, if the project or the program changed meanwhile. Otherwise it is a "
    "fault of the program: please report the message, which names the page and the link.",
    "W304": "`--base-url` is the address of a site: http or https, a name, perhaps a port, perhaps "
    "a folder.\n\n"
    "Why: feeds, the sitemap and cards of pages are told it, and half an address leads nowhere."
    "\n\nDo: write it as in `https://place.example.org` or `https://example.org/place`.",
    "W305": "The folder to publish to can be written, and there is room for the site.\n\n"
    "Why: new files are written beside the old ones, which stay until all is ready.\n\n"
    "Do: make room, or see who may write there, and publish again.",
}
