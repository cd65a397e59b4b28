"""Signals in words."""

from dataclasses import dataclass

from hereabouts.doors.web import words
from hereabouts.doors.web.changes.said_changes import Speaker, speaker_of
from hereabouts.doors.web.control_words import CAUSES
from hereabouts.doors.web.languages import N_, gettext, translated
from hereabouts.model.indicator import Polarity
from hereabouts.release.changes.signals import Rule, Signal
from hereabouts.release.changes.standing import Band
from hereabouts.release.manifest_model import ReleasedIndicator, ReleaseManifest

RULES = {
    Rule.SPC: N_("Control chart"),
    Rule.BENCHMARK: N_("Compared with its benchmark"),
    Rule.RANK: N_("Place in the ranking"),
}


@dataclass(frozen=True, slots=True)
class SaidSignal:
    """A signal in a heading and a sentence."""

    rule: Rule
    title: str  # District 1: waits in time
    sentence: str


def say_signal(signal: Signal, manifest: ReleaseManifest) -> SaidSignal:
    """A signal of the release that `manifest` describes."""
    speaker = speaker_of(manifest, signal.indicator)
    newest = signal.now.newest
    said = {Rule.SPC: _cause, Rule.BENCHMARK: _side, Rule.RANK: _band}[signal.rule]
    return SaidSignal(
        rule=signal.rule,
        title=f"{newest.area_name}: {words.in_sentence(signal.indicator.short_title)}",
        sentence=gettext(
            "%(said)s, in %(period)s.",
            said=said(signal, speaker),
            period=words.in_sentence(speaker.period(newest)),
        ),
    )


def _cause(signal: Signal, speaker: Speaker) -> str:
    found = words.in_sentence(translated(CAUSES[signal.now.cause]))
    value = speaker.said(signal.now.newest).whole
    return gettext(
        "On its control chart the newest value, %(value)s, is %(found)s", value=value, found=found
    )


def _side(signal: Signal, speaker: Speaker) -> str:
    was, now = speaker.compares(signal.was.newest), speaker.compares(signal.now.newest)
    return gettext(
        "%(whole)s: now %(now)s, where it was %(was)s",
        whole=speaker.said(signal.now.newest).whole,
        now=now,
        was=was,
    )


def _band(signal: Signal, speaker: Speaker) -> str:
    was, now = signal.was.band, signal.now.band
    if now is Band.BETWEEN and was is not None:
        return gettext(
            "No longer surely in the %(quarter)s quarter of areas",
            quarter=_quarter(was, speaker.indicator),
        )
    named = _quarter(now, speaker.indicator) if now else ""
    return gettext("Now surely in the %(named)s quarter of areas, at 95%% confidence", named=named)


def _quarter(band: Band, indicator: ReleasedIndicator) -> str:
    if indicator.better is Polarity.NEITHER:
        return gettext("highest") if band is Band.FIRST else gettext("lowest")
    return gettext("best") if band is Band.FIRST else gettext("worst")
