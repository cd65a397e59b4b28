"""Signals in words."""

from dataclasses import dataclass

from hereabouts.doors.web import words
from hereabouts.doors.web.changes.said_changes import Speaker, speaker_of
from hereabouts.doors.web.control_words import CAUSES
from hereabouts.model.indicator import Polarity
from hereabouts.release.changes.signals import Rule, Signal
from hereabouts.release.changes.standing import Band
from hereabouts.release.manifest_model import ReleasedIndicator, ReleaseManifest

RULES = {
    Rule.SPC: "Control chart",
    Rule.BENCHMARK: "Compared with its benchmark",
    Rule.RANK: "Place in the ranking",
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
        sentence=f"{said(signal, speaker)}, in {words.in_sentence(speaker.period(newest))}.",
    )


def _cause(signal: Signal, speaker: Speaker) -> str:
    found = words.in_sentence(CAUSES[signal.now.cause])
    value = speaker.said(signal.now.newest).whole
    return f"On its control chart the newest value, {value}, is {found}"


def _side(signal: Signal, speaker: Speaker) -> str:
    was, now = speaker.compares(signal.was.newest), speaker.compares(signal.now.newest)
    return f"{speaker.said(signal.now.newest).whole}: now {now}, where it was {was}"


def _band(signal: Signal, speaker: Speaker) -> str:
    was, now = signal.was.band, signal.now.band
    if now is Band.BETWEEN and was is not None:
        return f"No longer surely in the {_quarter(was, speaker.indicator)} quarter of areas"
    named = _quarter(now, speaker.indicator) if now else ""
    return f"Now surely in the {named} quarter of areas, at 95% confidence"


def _quarter(band: Band, indicator: ReleasedIndicator) -> str:
    if indicator.better is Polarity.NEITHER:
        return "highest" if band is Band.FIRST else "lowest"
    return "best" if band is Band.FIRST else "worst"
