"""A CKAN portal: packages, resources, a DataStore with pages, and refusals that say `success`."""

import json
from dataclasses import dataclass
from typing import Any

from tests.peers.replay import Question, Reply, as_json

RESOURCE = "6f0e4b5e-0000-4000-8000-00000000aaaa"
FILE = b"area,beds\nX01,3\n"


def refusal(status: int, message: str) -> Reply:
    error = {"message": message, "__type": "Not Found Error"}
    return as_json({"help": "", "success": False, "error": error}, status)


@dataclass
class Portal:
    values: list[str]  # numbers as they are written
    most: int = 2
    active: bool = True
    first_row: int = 1  # a reload numbers the rows anew
    total_later: int = 0
    file_at: str = ""

    def __call__(self, question: Question) -> Reply:
        action = question.path.rpartition("/")[2]
        if question.path == "/beds.csv":
            return Reply(FILE)
        if action == "resource_show" and question.query["id"] == RESOURCE:
            return self.success(self.resource(question))
        if action == "package_show" and question.query["id"] == "beds":
            return self.success(
                {"resources": [self.resource(question), {"id": "b", "name": "Notes"}]}
            )
        if action == "datastore_search":
            return self.page(question)
        return refusal(404, "Not found")

    def resource(self, question: Question) -> dict[str, Any]:
        url = self.file_at or f"http://{question.headers['Host']}/beds.csv"
        return {"id": RESOURCE, "name": "Beds", "url": url, "datastore_active": self.active}

    def success(self, result: Any) -> Reply:
        return as_json({"help": "", "success": True, "result": result})

    def page(self, question: Question) -> Reply:
        asked = question.query
        start = int(asked["offset"])
        end = start + min(self.most, int(asked["limit"]))
        records = [
            f'{{"_id": {number + self.first_row}, "area": "X{number:02}", "beds": {value}}}'
            for number, value in enumerate(self.values[start:end], start=start)
        ]
        fields = json.dumps([{"id": "_id", "type": "int"}, {"id": "area"}, {"id": "beds"}])
        total = len(self.values) + (self.total_later if start else 0)
        return as_json(
            f'{{"success": true, "result": {{"fields": {fields}, "total": {total}, '
            f'"records": [{", ".join(records)}]}}}}'
        )
