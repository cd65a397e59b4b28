"""How a page or a number is cited: who, when, what, where."""

from hereabouts.doors.web import words
from hereabouts.doors.web.languages import gettext
from hereabouts.release.manifest_model import ReleaseManifest


def citation(manifest: ReleaseManifest, what: str, *, address: str) -> str:
    """`Demo partnership (2026). Stroke care: Exeter. Release 3, 24 November 2026. /r/3/...`.

    Args:
        manifest: of the release.
        what: the page's title.
        address: within the site, of that release.
    """
    place = manifest.place
    who = place.organisation or place.title
    title = place.title if what == place.title else f"{place.title}: {what}"
    made = manifest.made_at
    return gettext(
        "%(who)s (%(year)s). %(title)s. Release %(number)s, %(long_date)s. %(address)s",
        who=who,
        year=made.year,
        title=title,
        number=manifest.number,
        long_date=words.long_date(made),
        address=address,
    )
