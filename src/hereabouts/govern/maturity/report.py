"""Each topic with its level, its evidence and its actions, and levels over time."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from hereabouts.govern.maturity.evidence import Evidence, Found, evidence_of
from hereabouts.govern.records.page import environment
from hereabouts.model.maturity import FRAMEWORK, LEVELS, TOPICS, Judgement, MaturityAction

HERE = Path(__file__).parent
DAYS_SHOWN = 8  # the newest days on which something was judged
Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicReport:
    """One topic. `judged` is oldest first; nobody but people gives a level."""

    name: str
    title: str
    questions: tuple[str, ...]
    judged: tuple[Judgement, ...]
    evidence: tuple[Evidence, ...]

    @property
    def latest(self) -> Judgement | None:
        """What was judged last, or None."""
        return self.judged[-1] if self.judged else None

    @property
    def actions(self) -> tuple[MaturityAction, ...]:
        """Those not done, of every judgement, the soonest due first."""
        waiting = [one for said in self.judged for one in said.actions if one.done_on is None]
        return tuple(sorted(waiting, key=lambda one: one.by))


def maturity_report(found: Found) -> tuple[TopicReport, ...]:
    """The ten topics, in the framework's order."""
    maturity = found.project.maturity
    return tuple(
        TopicReport(
            name=name,
            title=topic.title,
            questions=topic.questions,
            judged=maturity.topics.get(name, ()) if maturity else (),
            evidence=evidence_of(name, found),
        )
        for name, topic in TOPICS.items()
    )


def topics_json(topics: tuple[TopicReport, ...], *, today: date) -> list[Json]:
    """The same for programs."""
    return [_topic(one, today) for one in topics]


def page(topics: tuple[TopicReport, ...], found: Found) -> str:
    """The same as one page for staff, with levels over time."""
    maturity = found.project.maturity
    days = maturity.days[-DAYS_SHOWN:] if maturity else ()
    made = environment(HERE).get_template("maturity.html.j2")
    return made.render(
        topics=topics,
        levels=LEVELS,
        framework=FRAMEWORK,
        place=found.project.place.title,
        today=found.today,
        days=days,
        over_time=[
            (one.title, [maturity.level_on(one.name, day) if maturity else None for day in days])
            for one in topics
        ],
    )


def _topic(one: TopicReport, today: date) -> Json:
    return {
        "topic": one.name,
        "title": one.title,
        "level": one.latest.level if one.latest else None,
        "history": [
            {"assessed_on": said.assessed_on.isoformat(), "level": said.level, "why": said.why,
             "assessed_by": said.assessed_by}
            for said in one.judged
        ],
        "evidence": [
            {"what": said.what, "count": said.count, "of": said.of} for said in one.evidence
        ],
        "actions": [
            {"what": said.what, "owner": said.owner, "by": said.by.isoformat(),
             "overdue": said.is_overdue(today)}
            for said in one.actions
        ],
        "questions": list(one.questions),
    }  # fmt: skip
