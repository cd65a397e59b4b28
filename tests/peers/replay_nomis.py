"""A dataset as the Nomis API gives it: pages of CSV whose rows say their place and how many."""

from dataclasses import dataclass

from tests.peers.replay import Question, Reply

HEADING = '"DATE","GEOGRAPHY_CODE","OBS_VALUE","RECORD_OFFSET","RECORD_COUNT"'


@dataclass
class Dataset:
    values: list[str]
    most: int = 3
    total_later: int = 0  # added to RECORD_COUNT after the first page
    repeats: bool = False

    def __call__(self, question: Question) -> Reply:
        asked = question.query
        if not question.path.endswith(".data.csv"):
            return Reply(b"Error: dataset is not known", headers={"Content-Type": "text/plain"})
        if "geography" not in asked:
            return Reply(b"Query is incomplete: no value for geography", 200)
        start = int(asked["recordoffset"])
        end = start + min(self.most, int(asked["recordlimit"]))
        total = len(self.values) + (self.total_later if start else 0)
        place = 0 if self.repeats else start
        rows = [
            f'"2021","X{number:08}",{value},{number},{total}'
            for number, value in enumerate(self.values[place:end], start=place)
        ]
        return Reply(
            "\r\n".join([HEADING, *rows, ""]).encode(), headers={"Content-Type": "text/csv"}
        )
