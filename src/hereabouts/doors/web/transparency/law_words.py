"""Points of the UK GDPR as pages say them, in the language of the page."""

from hereabouts.doors.web.languages import N_, gettext, translated
from hereabouts.model.lawful import CONDITIONS, LAWFUL_BASES

#: Marked here, for the words themselves are written where no language is known.
MARKED = (
    *(N_("consent"), N_("contract"), N_("legal obligation"), N_("vital interests")),
    *(N_("public task"), N_("recognised legitimate interest"), N_("legitimate interests")),
    *(N_("explicit consent"), N_("employment, social security and social protection law")),
    *(N_("not-for-profit bodies"), N_("made public by the person"), N_("legal claims and courts")),
    *(N_("substantial public interest"), N_("health or social care"), N_("public health")),
    N_("archiving, research and statistics"),
)


def law_words(point: str) -> str:
    """`Article 6(1)(e), public task`; empty for no point."""
    called = {**LAWFUL_BASES, **CONDITIONS}.get(point)
    if called is None:
        return point
    return gettext("Article %(point)s, %(called)s", point=point, called=translated(called))
