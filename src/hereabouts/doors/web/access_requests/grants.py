"""The grants that decisions rest on, as the database has them."""

from collections.abc import Sequence

from django.db import close_old_connections

from hereabouts.doors.web.access_requests.models import GrantHeld
from hereabouts.model.agreement import EVERYTHING
from hereabouts.model.grant import Grant
from hereabouts.model.person import Person


def grants_of(person: Person) -> Sequence[Grant]:
    """Every grant the person was ever given: those that are over say in a refusal that they are."""
    close_old_connections()
    held = GrantHeld.objects.select_related("request__asker").filter(
        request__asker__public_id=person.id
    )
    return tuple(map(grant_of, held))


def grant_of(held: GrantHeld) -> Grant:
    """A grant as a decision sees it."""
    request = held.request
    return Grant(
        id=str(held.id),
        person=str(request.asker.public_id),
        product=request.product,
        purpose=request.purpose,
        areas=tuple(request.areas) or (EVERYTHING,),
        starts=held.starts,
        ends=held.ends,
        revoked=held.revoked_at is not None,
    )
