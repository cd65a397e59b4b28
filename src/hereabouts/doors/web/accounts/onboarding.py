"""Many people at once, from a spreadsheet: each row has its own outcome."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, ClassVar

import tablib
from django.core.exceptions import ValidationError
from django.db import transaction
from import_export import fields, resources, widgets
from import_export.instance_loaders import CachedInstanceLoader

from hereabouts.doors.web.accounts import invitations
from hereabouts.doors.web.accounts.audit_trail import record
from hereabouts.doors.web.accounts.clock import CLOCK
from hereabouts.doors.web.accounts.keeping_people import (
    CHANGED,
    NEW,
    REFUSED,
    SAME,
    hold,
    hold_only,
    roles_of,
)
from hereabouts.doors.web.accounts.models import Account, Invitation
from hereabouts.doors.web.accounts.wanted_person import WantedPerson, parse_person

OUTCOMES = {"new": NEW, "update": CHANGED, "skip": SAME}
WANTED = "wanted"


@dataclass(frozen=True, slots=True, kw_only=True)
class RowOutcome:
    """What became of one row."""

    row: int  # as a spreadsheet counts them: the headings are row 1
    email: str
    outcome: str  # new, changed, same or refused
    reason: str = ""
    link: str = ""  # of the invitation, where this site sends no e-mail


class Address(widgets.CharWidget):
    """An e-mail address is one whatever its capitals."""

    def clean(self, value: Any, row: Any = None, **_others: Any) -> str:  # noqa: ARG002  # theirs
        """As accounts have it."""
        return str(value or "").strip().lower()


class PeopleResource(resources.ModelResource):
    """django-import-export's way of an account: rows are checked, compared and saved one by one."""

    email = fields.Field(attribute="email", column_name="email", widget=Address())

    class Meta:
        """Rows are known by their e-mail address; a row that says nothing new is passed over."""

        model = Account
        import_id_fields: ClassVar[tuple[str, ...]] = ("email",)
        fields: ClassVar[tuple[str, ...]] = ("email", "name", "organisation", "training_valid_to")
        instance_loader_class = CachedInstanceLoader  # everybody in one question
        skip_unchanged = True
        skip_diff = True
        store_instance = True
        store_row_values = True
        use_transactions = True

    def __init__(self, organisations: Collection[str], *, by: str) -> None:
        super().__init__()
        self._organisations, self._by = organisations, by
        self._seen: set[str] = set()

    def before_import_row(self, row: Any, **_others: Any) -> None:
        """Refuse a row that is not right, with everything that is wrong with it."""
        wanted, wrong = parse_person(row, self._organisations)
        if wanted is None:
            raise ValidationError(list(wrong))
        if wanted.email in self._seen:
            raise ValidationError(["email: the same address is in a row above"])
        self._seen.add(wanted.email)
        row[WANTED], row["email"] = wanted, wanted.email

    def after_init_instance(self, instance: Any, new: Any, row: Any, **_others: Any) -> None:
        """Nobody whose account has ended comes back by a spreadsheet."""
        if new:
            instance.set_unusable_password()
        elif not instance.is_active:
            raise ValidationError(["email: this account has ended"])
        row["is_new"] = new

    def import_instance(self, instance: Any, row: Any, **_others: Any) -> None:
        """What the row says, in its own types."""
        wanted: WantedPerson = row[WANTED]
        row["differs"] = row["is_new"] or any(
            getattr(instance, name) != getattr(wanted, name) for name in self.Meta.fields
        )
        for name in self.Meta.fields:
            setattr(instance, name, getattr(wanted, name))

    def skip_row(self, instance: Any, _original: Any, row: Any, *_others: Any) -> bool:
        """Whether the row says what is so already, roles with it."""
        return not row["differs"] and roles_of(instance) == row[WANTED].roles

    def after_save_instance(self, instance: Any, row: Any, **said: Any) -> None:
        """Roles are rows of their own. The log holds what was done, not what would be."""
        if said["dry_run"]:
            hold_only(instance, row[WANTED].roles)
        else:  # the record of the whole file is waited for, and these are written before it
            hold(instance, row[WANTED].roles, by=self._by, durable=False)


def onboard(
    dataset: tablib.Dataset, organisations: Collection[str], *, dry_run: bool, by: str
) -> list[RowOutcome]:
    """Make and change accounts as the rows say, and invite whoever is new.

    Rows that are refused do not stop the others. A dry run says the same, and changes nothing.

    Args:
        dataset: rows of `read_sheet`.
        organisations: ids in organisations.yml.
        dry_run: whether only to say what would be.
        by: who asks, as the audit log says it.
    """
    with transaction.atomic():
        result = PeopleResource(organisations, by=by).import_data(dataset, dry_run=dry_run)
        for one in (fault for row in result.rows for fault in row.errors):
            raise one.error  # no fault of a row: nothing of the file is kept
    rows = list(enumerate(result.rows, 2))
    invited = {} if dry_run else _invite([one for _number, one in rows if one.is_new()], by=by)
    told = [_outcome(number, one, invited) for number, one in rows]
    if not dry_run:
        counts = {name: sum(one.outcome == name for one in told) for name in _NAMES}
        record("account.imported", by=by, about="accounts", detail=counts)
    return told


_NAMES = (NEW, CHANGED, SAME, REFUSED)


def _invite(rows: list[Any], *, by: str) -> dict[str, Invitation]:
    made = invitations.invite([one.instance for one in rows], now=CLOCK.moment())
    for one in made:
        about = f"account:{one.account.public_id}"
        record("account.invited", by=by, about=about, durable=False)
    invitations.send(made)
    return {one.account.email: one for one in made}


def _outcome(number: int, row: Any, invited: dict[str, Invitation]) -> RowOutcome:
    email = str(row.row_values.get("email") or "")
    outcome = OUTCOMES.get(row.import_type, REFUSED)
    wrong = row.validation_error.messages if row.validation_error else []
    made = invited.get(email) if outcome == NEW else None
    return RowOutcome(
        row=number,
        email=email,
        outcome=outcome,
        reason="; ".join(wrong),
        link=invitations.link_of(made) if made and not invitations.sends_mail() else "",
    )
