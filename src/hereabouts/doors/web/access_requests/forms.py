"""What is filled in to ask for data, and to answer."""

import re
from datetime import date
from typing import Any

from django import forms

from hereabouts.doors.web.access_requests.deciding import LONGEST
from hereabouts.govern.access.facts import Facts
from hereabouts.govern.requests.questions import ASKED

_CODE = re.compile(r"[A-Za-z0-9_-]{1,20}")
MOST_AREAS, LONGEST_ANSWER = 50, 2_000


class RequestForm(forms.Form):
    """A product, a purpose, whose rows, until when, and the questions of the five safes."""

    product = forms.ChoiceField(error_messages={"required": "Choose what you ask for."})
    purpose = forms.ChoiceField(error_messages={"required": "Choose what it is for."})
    areas = forms.CharField(required=False, max_length=1_500)
    until = forms.DateField(error_messages={"required": "Say until when you need it."})

    def __init__(self, facts: Facts, today: date, *said: Any) -> None:
        super().__init__(*said)
        self._today = today
        offered = sorted(one.id for one in facts.products.values() if one.is_requestable)
        choice: Any = self.fields["product"]
        choice.choices = [(name, facts.products[name].title or name) for name in offered]
        choice = self.fields["purpose"]
        choice.choices = list(facts.purposes.items())
        for question in ASKED:
            self.fields[question.key] = forms.CharField(
                max_length=LONGEST_ANSWER,
                widget=forms.Textarea,
                label=question.asks,
                error_messages={"required": f"Answer the question of {question.title.lower()}."},
            )

    def clean_areas(self) -> list[str]:
        """Codes, each once; none is every area."""
        codes = list(dict.fromkeys(re.split(r"[\s,;]+", self.cleaned_data["areas"].strip())))
        codes = [code for code in codes if code]
        if len(codes) > MOST_AREAS or not all(_CODE.fullmatch(code) for code in codes):
            raise forms.ValidationError(f"Write up to {MOST_AREAS} codes of areas, by commas.")
        return codes

    def clean_until(self) -> date:
        """A day from today to a year from now."""
        until: date = self.cleaned_data["until"]
        if not self._today <= until <= self._today + LONGEST:
            raise forms.ValidationError("Choose a day within a year from today.")
        return until

    @property
    def answers(self) -> dict[str, str]:
        """To the questions of the five safes."""
        return {one.key: self.cleaned_data[one.key] for one in ASKED}


class AnswerForm(forms.Form):
    """A step, and in words why."""

    step = forms.ChoiceField(
        choices=[(one, one) for one in ("approve", "refuse", "withdraw", "revoke")]
    )
    words = forms.CharField(required=False, max_length=LONGEST_ANSWER)

    def clean(self) -> dict[str, Any]:
        """Whoever is refused, or loses what was granted, is told why."""
        said: dict[str, Any] = super().clean() or {}
        if said.get("step") in ("refuse", "revoke") and not said.get("words", "").strip():
            self.add_error("words", "Say why: whoever asked reads it.")
        return said
