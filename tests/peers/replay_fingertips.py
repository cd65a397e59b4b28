"""The CSV of Fingertips: one answer, with value notes and categories."""

from dataclasses import dataclass

from tests.peers.replay import Question, Reply, as_json

HEADING = (
    "Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area Name,Area Type,Sex,Age,"
    "Category Type,Category,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,"
    "Lower CI 99.8 limit,Upper CI 99.8 limit,Count,Denominator,Value note,Recent Trend,"
    "Compared to England value or percentiles,Compared to Regions value or percentiles,"
    "Time period Sortable,New data,Compared to goal"
)


@dataclass
class Profiles:
    values: list[str]  # empty has a value note

    def __call__(self, question: Question) -> Reply:
        if not question.path.endswith("/api/all_data/csv/by_indicator_id"):
            return as_json({"Message": "No HTTP resource was found"}, 404)
        if "indicator_ids" not in question.query:
            return Reply(b"Parameter indicator_ids is missing")
        rows = [
            f'90000,"Made-up, of all",E92000001,England,X{number:08},Area {number},District,'
            f"Persons,All ages,,,2022/23,{value},,,,,{value},100,"
            f"{'' if value else 'Value suppressed for disclosure control'},Cannot be calculated,"
            "Not compared,Not compared,20220000,,"
            for number, value in enumerate(self.values)
        ]
        return Reply("\n".join([HEADING, *rows, ""]).encode(), headers={"Content-Type": "text/csv"})
