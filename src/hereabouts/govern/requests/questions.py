"""The five safes: what whoever asks for data is asked, and what the platform answers itself.

Source:
    Office for National Statistics and UK Data Service, the Five Safes: safe projects, people,
    settings, data and outputs. Scales to be weighed together, not marks to pass.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SafesQuestion:
    """One of the five, as it is asked."""

    key: str
    title: str
    asks: str
    is_answered_here: bool = False  # by the platform, from what it knows


FIVE_SAFES = (
    SafesQuestion(
        key="projects",
        title="Safe projects",
        asks="What will be done with the data, and who gains from it?",
    ),
    SafesQuestion(
        key="people",
        title="Safe people",
        asks="Until when is the training in handling information valid?",
        is_answered_here=True,
    ),
    SafesQuestion(
        key="settings",
        title="Safe settings",
        asks="Where will it be used: on this site only, or on which system of yours?",
    ),
    SafesQuestion(
        key="data",
        title="Safe data",
        asks="How sensitive is the product, and which of its columns stand for a person?",
        is_answered_here=True,
    ),
    SafesQuestion(
        key="outputs",
        title="Safe outputs",
        asks="What will be published or passed on, and who checks it first?",
    ),
)
ASKED = tuple(one for one in FIVE_SAFES if not one.is_answered_here)
