"""Changes of figures in words: "Rose from 8.1% to 8.9%, now higher than England (worse)"."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from hereabouts.doors.web import words
from hereabouts.doors.web.comparator import benchmark_title
from hereabouts.doors.web.comparison import Comparison, Judgement, Side, compared_as
from hereabouts.doors.web.languages import N_, gettext, translated
from hereabouts.doors.web.words import Said
from hereabouts.model.observation import Marker
from hereabouts.release.answers import Observation
from hereabouts.release.changes.changed import Changed, Kind
from hereabouts.release.changes.signals import side_of
from hereabouts.release.manifest_model import ReleasedIndicator, ReleaseManifest


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks of one indicator: what it is, and what its benchmark is called."""

    indicator: ReleasedIndicator
    benchmark: str | None

    def said(self, one: Observation | None) -> Said:
        """The value or its marker."""
        return words.say_value(one, indicator=self.indicator)

    def period(self, one: Observation) -> str:
        """What its period is called."""
        found = (p.label for p in self.indicator.periods if p.start == one.period_start)
        return next(found, words.long_date(one.period_start))

    def compares(self, one: Observation) -> str:
        """`higher than England (worse)`, or nothing where nothing is compared."""
        found = compared_as(one.compared, indicator=self.indicator)
        return comparison_words(found, self.benchmark) if found and self.benchmark else ""


def speaker_of(manifest: ReleaseManifest, indicator: ReleasedIndicator) -> Speaker:
    """Who speaks of `indicator` as `manifest` does."""
    name = indicator.compare_to
    return Speaker(indicator, benchmark_title(manifest, name) if name else None)


def comparison_words(found: Comparison, benchmark: str) -> str:
    """`similar to England`, `higher than England (worse)`."""
    if found.side is Side.SIMILAR:
        return gettext("similar to %(benchmark)s", benchmark=benchmark)
    judged = "" if found.judgement is Judgement.NONE else f" ({translated(found.judgement.value)})"
    return gettext(
        "%(value)s than %(benchmark)s%(judged)s",
        value=translated(found.side.value),
        benchmark=benchmark,
        judged=judged,
    )


def change_words(changed: Changed, speaker: Speaker) -> str:
    """What became of one figure."""
    was, now = changed.was, changed.now
    if was is not None and now is not None and changed.kind in _TOLD_OF_BOTH:
        return _TOLD_OF_BOTH[changed.kind](was, now, speaker)
    if now is not None and changed.kind in (Kind.SHOWN, Kind.ADDED):
        return _shown_words(was, now, speaker)
    return translated(_ABSENT[changed.kind])


def moved_words(was: Observation, now: Observation, speaker: Speaker) -> str:
    """From one value to another: of two periods where they differ, and which side it came to."""
    if now.value is None:
        return gettext("No value: %(why)s", why=_why(now))
    if was.value is None:
        return gettext(
            "Now %(whole)s; %(why)s before", whole=speaker.said(now).whole, why=_why(was)
        )
    then, here = speaker.said(was).whole, speaker.said(now).whole
    if was.period_start != now.period_start:
        dated = gettext("in %(period)s", period=words.in_sentence(speaker.period(was)))
        then = f"{then} {dated}"
        here = gettext(
            "%(here)s in %(period)s", here=here, period=words.in_sentence(speaker.period(now))
        )
    return f"{_verb(was.value, now.value, then, here)}{_now_on(was, now, speaker)}"


def _verb(was: float, now: float, then: str, here: str) -> str:
    if then == here:
        return (
            gettext("Still %(here)s, but for less than is shown", here=here)
            if was != now
            else gettext("Still %(here)s", here=here)
        )
    if was == now:
        return gettext("The same: %(then)s, %(here)s", then=then, here=here)
    return gettext(
        "%(ell)s from %(then)s to %(here)s",
        ell="Rose" if now > was else "Fell",
        then=then,
        here=here,
    )


def _now_on(was: Observation, now: Observation, speaker: Speaker) -> str:
    if not speaker.compares(now) or side_of(was.compared) == side_of(now.compared):
        return ""
    return gettext(", now %(compares)s", compares=speaker.compares(now))


def _shown_words(was: Observation | None, now: Observation, speaker: Speaker) -> str:
    if now.value is None:
        return gettext("New: %(why)s", why=_why(now))
    here = speaker.said(now).whole
    if was is None:
        return gettext("New: %(here)s", here=here)
    if was.marker is Marker.CONFIDENTIAL:
        return gettext("Shown now: %(here)s. It was hidden", here=here)
    return gettext("Available now: %(here)s. It was %(why)s", here=here, why=_why(was))


def _why(one: Observation) -> str:
    return translated((one.marker or Marker.NOT_AVAILABLE).words)


def _marked(was: Observation, now: Observation, _speaker: Speaker) -> str:
    if now.value is None:
        return gettext("No value: %(why)s. It was %(why2)s", why=_why(now), why2=_why(was))
    then = was.marker.words if was.marker else gettext("an ordinary figure")
    return gettext(
        "Now %(figure)s; it was %(then)s",
        figure=now.marker.words if now.marker else "an ordinary figure",
        then=then,
    )


def _compared(was: Observation, now: Observation, speaker: Speaker) -> str:
    if side_of(was.compared) == side_of(now.compared):
        sure = bool(now.compared and now.compared.endswith("998"))
        return gettext(
            "Still %(compares)s, now at %(sure)s%% confidence",
            compares=speaker.compares(now),
            sure="99.8" if sure else "95",
        )
    return gettext(
        "Now %(compares)s; it was %(compares2)s",
        compares=speaker.compares(now),
        compares2=speaker.compares(was),
    )


def _limits(_was: Observation, _now: Observation, _speaker: Speaker) -> str:
    return gettext("The same value, with other limits or other counts")


_TOLD_OF_BOTH: Mapping[Kind, Callable[[Observation, Observation, Speaker], str]] = {
    Kind.REVISED: moved_words,
    Kind.MARKED: _marked,
    Kind.COMPARED: _compared,
    Kind.LIMITS: _limits,
}
_ABSENT = {
    Kind.HIDDEN: N_("Hidden now, to protect people's confidentiality"),
    Kind.WITHDRAWN: N_("Not available now"),
    Kind.GONE: N_("Not in this release"),
}
#: What a number of figures became, for a summary.
KIND_WORDS = {
    Kind.REVISED: N_("revised"),
    Kind.SHOWN: N_("shown now"),
    Kind.HIDDEN: N_("hidden now"),
    Kind.WITHDRAWN: N_("not available now"),
    Kind.MARKED: N_("marked otherwise"),
    Kind.COMPARED: N_("compared otherwise"),
    Kind.LIMITS: N_("with other limits or counts"),
    Kind.ADDED: N_("new"),
    Kind.GONE: N_("gone"),
}
