"""P542 A topic of data maturity is judged once on a day.

Why: of two levels for one day, nobody could say which was meant.
"""

from collections import Counter
from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.project.draft import Draft

CODE = "P542"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each day that a topic was judged on twice."""
    maturity = draft.maturity
    for topic, judgements in maturity.topics.items() if maturity else ():
        days = Counter(one.assessed_on for one in judgements)
        for day in (day for day, count in days.items() if count > 1):
            yield ProjectError(
                f"{topic!r} is judged twice on {day.isoformat()}",
                code=CODE,
                do="keep the one that was meant",
                at=draft.at(maturity.at, topic) if maturity else None,
            )
