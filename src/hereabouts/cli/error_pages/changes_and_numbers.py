"""What a page about changes, a feed or an explained number answers when it cannot be shown."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "W280": "`since` is the number of a release, in figures.\n\n"
    "Why: a release is known by its number, and by nothing else.\n\n"
    "Do: write `since=1`, or follow a link under `Compare with another release`.",
    "W281": "`since` names a release that came before and is still here.\n\n"
    "Why: two releases are compared from what both of them published. One that was withdrawn, "
    "or that is for another audience, publishes nothing here.\n\n"
    "Do: choose one that the message lists, or leave `since` out for the one before.",
    "W282": "A page of changed figures is of an indicator of its release.\n\n"
    "Why: an indicator may be gone, and the page of the whole release says so.\n\n"
    "Do: choose one from the page without `indicator`.",
    "W283": "`period` is the first day of a period.\n\n"
    "Why: two periods may be called alike, and never begin on the same day.\n\n"
    "Do: write it as `period=2024-01-01`, or follow a link marked `How` beside a value.",
    "W284": "A number that is to be explained is in the release, shown or hidden.\n\n"
    "Why: an area may not have been measured in that period, or not by that part.\n\n"
    "Do: follow a link marked `How` from the area's page or from the ranking.",
    "W285": "A feed of a theme is of a theme that the newest release has.\n\n"
    "Why: a theme is there for as long as it has an indicator with a value.\n\n"
    "Do: see the page of all indicators, and follow the feed that its page names.",
}
