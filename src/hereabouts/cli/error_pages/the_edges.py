"""What the site answers at its edges, such as areas that are no more: codes W350 to W359."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "W350": "The code was right once, but the area was abolished, split, merged or given another "
    "code.\n\n"
    "Why: figures are of the areas of the release. The answer is 410, gone, since the code will "
    "not come back; it names and links the areas that took its place, as the place's "
    "`code_history` says.\n\n"
    "Do: follow the link to the area that took its place. An older release may still have the "
    "area itself: its address begins with `/r/` and the release's number.",
}
