"""How mature an organisation's use of data is: ten topics, five levels, judged by people.

The names of topics and levels are the framework's; what is said of each is in our own words.

Source:
    Data Maturity Assessment for Government (Government Data Quality Hub and Central Digital and
    Data Office, 2023), adapted from Data Orchard's framework; https://www.gov.uk/government/
    publications/data-maturity-assessment-for-government-framework.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from hereabouts.errors import Location

FRAMEWORK = (
    "https://www.gov.uk/government/publications/data-maturity-assessment-for-government-framework"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One of the ten: what it is called, and what people ask themselves."""

    title: str
    questions: tuple[str, ...]


#: Topic by the name it has in maturity.yml, in the framework's order.
TOPICS: Mapping[str, Topic] = {
    "engaging_with_others": Topic(
        title="Engaging with others",
        questions=(
            "Do partners and the public know what data there is, and how to ask for it?",
            "Does what they ask for change what is published?",
        ),
    ),
    "skills_and_knowledge": Topic(
        title="Having the right data skills and knowledge",
        questions=(
            "Does everybody who works with data know how to, and can they learn more?",
            "What happens when the one person who knows something leaves?",
        ),
    ),
    "systems": Topic(
        title="Having the right systems",
        questions=(
            "Can people do their work with the systems they have, or do they work round them?",
            "Do systems exchange data without anybody copying it by hand?",
        ),
    ),
    "knowing_your_data": Topic(
        title="Knowing the data you have",
        questions=(
            "Is there a list of all data that is held, and does somebody keep it true?",
            "Do people mean the same by the same word?",
        ),
    ),
    "decisions": Topic(
        title="Making decisions with data",
        questions=(
            "Which decisions of the last year rested on data, and can that be shown?",
            "Is it said how sure a figure is, and is that understood?",
        ),
    ),
    "ethics": Topic(
        title="Managing and using data ethically",
        questions=(
            "Who asks whether a use of data is right, and not only whether it is allowed?",
            "Are people told, and asked, before data about them is used in a new way?",
        ),
    ),
    "managing_data": Topic(
        title="Managing your data",
        questions=(
            "Is the quality of data measured, and does somebody act on what is found?",
            "Is data deleted when its time is over?",
        ),
    ),
    "protecting_data": Topic(
        title="Protecting your data",
        questions=(
            "Could somebody who has no need to see data about people see it?",
            "Was it tried what happens when data is lost or stolen?",
        ),
    ),
    "direction": Topic(
        title="Setting your data direction",
        questions=(
            "Is there a plan for data that leaders stand behind and pay for?",
            "Is it looked at how far the plan has got?",
        ),
    ),
    "responsibility": Topic(
        title="Taking responsibility for data",
        questions=(
            "Does every set of data have somebody who answers for it, and do they know?",
            "Do they have the time and the say to do so?",
        ),
    ),
}

#: Level -> what it is called, and what it means.
LEVELS: Mapping[int, tuple[str, str]] = {
    1: ("Beginning", "what the law demands is done, and data is not valued beyond it"),
    2: ("Emerging", "specialists see what data is worth, and most others do not yet"),
    3: ("Learning", "leaders value data, and others can use it with help"),
    4: ("Developing", "most people use data with little help, and some work with others on it"),
    5: ("Mastering", "data is used throughout, is looked to by others, and looks ahead"),
}


def level_words(level: int) -> str:
    """`3, Learning`."""
    return f"{level}, {LEVELS[level][0]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class MaturityAction:
    """What somebody will do to get further."""

    what: str
    owner: str
    by: date
    done_on: date | None = None

    def is_overdue(self, day: date) -> bool:
        """Whether it should have been done before `day`."""
        return self.done_on is None and self.by < day


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What people said of a topic on one day."""

    assessed_on: date
    level: int  # 1 to 5
    why: str
    assessed_by: str
    actions: tuple[MaturityAction, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Maturity:
    """maturity.yml: by topic, what was judged, oldest first."""

    topics: Mapping[str, tuple[Judgement, ...]]
    at: Location

    def latest(self, topic: str) -> Judgement | None:
        """What was judged last, or None where nobody has."""
        return self.topics.get(topic, ())[-1] if self.topics.get(topic) else None

    @property
    def days(self) -> tuple[date, ...]:
        """Every day on which something was judged, oldest first."""
        return tuple(sorted({one.assessed_on for said in self.topics.values() for one in said}))

    def level_on(self, topic: str, day: date) -> int | None:
        """The level that was last given to a topic on or before `day`; None where none was."""
        given = [one.level for one in self.topics.get(topic, ()) if one.assessed_on <= day]
        return given[-1] if given else None
