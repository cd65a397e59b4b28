"""Numbers and markers as people read them."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from hereabouts.doors.web.languages import (
    day_in_words,
    gettext,
    ordinal_in_welsh,
    spoken,
    translated,
)
from hereabouts.model.indicator import Polarity
from hereabouts.model.languages import ENGLISH
from hereabouts.model.observation import Marker
from hereabouts.release.answers import Observation
from hereabouts.release.manifest_model import ReleasedIndicator

EN_DASH = "–"  # between the ends of a period
MINUS = "−"
MONTHS = re.compile(
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sep(?:t|tember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b"
)


@dataclass(frozen=True, slots=True)
class Said:
    """A value for a page: what to print, and for a marker what it means."""

    text: str
    meaning: str | None = None  # None for an ordinary number
    unit: str = ""  # `%` follows at once, a word after a space

    @property
    def whole(self) -> str:
        """With its unit."""
        if not self.unit:
            return self.text
        return f"{self.text}%" if self.unit == "%" else f"{self.text} {self.unit}"

    @property
    def is_marker(self) -> bool:
        """Whether it stands for a value that is not there."""
        return self.meaning is not None and self.text.endswith("]")


def number(value: float, *, decimals: int) -> str:
    """With thousands separators and a true minus sign; minus nothing is nothing."""
    text = f"{value:,.{decimals}f}"
    if text.startswith("-") and not text.strip("-0.,"):
        text = text[1:]
    return text.replace("-", MINUS)


def with_unit(value: float, *, indicator: ReleasedIndicator) -> str:
    """`87.3%`, `25.1 minutes`, `1,200 nurses`, `12.0 per 100,000`."""
    text = number(value, decimals=indicator.decimals)
    return Said(text, unit=unit_of(indicator)).whole


def unit_of(indicator: ReleasedIndicator) -> str:
    """The unit as it is printed after a number."""
    return "%" if indicator.unit in ("percent", "%") else translated(indicator.unit)


def say_value(observation: Observation | None, *, indicator: ReleasedIndicator) -> Said:
    """A value with its unit, or the marker and what it means."""
    if observation is None:
        return marked(Marker.NOT_AVAILABLE)
    if observation.value is None:
        return marked(observation.marker or Marker.NOT_AVAILABLE)
    text, unit = number(observation.value, decimals=indicator.decimals), unit_of(indicator)
    if observation.marker:
        return Said(
            f"{observation.marker.value} {text}", translated(observation.marker.words), unit
        )
    return Said(text, unit=unit)


def marked(marker: Marker) -> Said:
    """A marker in place of a value."""
    return Said(marker.value, translated(marker.words))


def interval(observation: Observation, *, decimals: int) -> str | None:
    """`41.2 to 45.9`, or None where there is no interval."""
    if observation.lower is None or observation.upper is None:
        return None
    low = number(observation.lower, decimals=decimals)
    return gettext(
        "%(low)s to %(upper)s", low=low, upper=number(observation.upper, decimals=decimals)
    )


def ordinal(rank: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th, 22nd."""
    if spoken() != ENGLISH:
        return ordinal_in_welsh(rank)
    teens = 10 <= rank % 100 <= 20
    ending = "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")
    return f"{rank:,}{ending}"


def long_date(day: date | datetime) -> str:
    """24 November 2026."""
    return day_in_words(day)


def count_of(count: int, *, singular: str, plural: str) -> str:
    """`1 area`, `1,200 areas`, of words that are data's own."""
    return f"{count:,} {singular if count == 1 else plural}"


def sentence(text: str) -> str:
    """With a capital, and the rest as it is; an e-mail address stays what it is."""
    return text if "@" in text.partition(" ")[0] else text[:1].upper() + text[1:]


def in_sentence(title: str) -> str:
    """A title or period inside a sentence: its first letter small, unless initials or a month."""
    if not title[1:2].islower() or MONTHS.match(title):
        return title
    return title[0].lower() + title[1:]


def first_rank_is(indicator: ReleasedIndicator) -> str:
    """What rank 1 means for this indicator."""
    return {
        Polarity.HIGHER: gettext("1 is the highest, which is best"),
        Polarity.LOWER: gettext("1 is the lowest, which is best"),
        Polarity.NEITHER: gettext("1 is the highest"),
    }[indicator.better]


def confidence_words(indicator: ReleasedIndicator) -> str:
    """`95% confidence interval`."""
    return gettext(
        "%(confidence)s%% confidence interval", confidence=f"{indicator.confidence * 100:g}"
    )
