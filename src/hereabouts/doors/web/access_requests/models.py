"""What is kept of requests, of what was done to each, and of what came of them."""

from typing import Any
from uuid import uuid4

from django.conf import settings
from django.db import models

from hereabouts.govern.requests.steps import RequestState


class AccessRequest(models.Model):
    """Somebody asks for a product, for a purpose, until a day."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    asker = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="access_requests"
    )
    product = models.CharField(max_length=200)  # domain.product
    purpose = models.CharField(max_length=100)  # a name in purposes.yml
    areas: Any = models.JSONField(default=list)  # codes; none is every one
    answers: Any = models.JSONField(default=dict)  # of the five safes, by key
    until = models.DateField()  # the last day asked for
    state = models.CharField(max_length=20, default=RequestState.ASKED.value)
    made_at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"request:{self.id}"


class RequestStep(models.Model):
    """What was done to a request, by whom, in which words."""

    request = models.ForeignKey(AccessRequest, on_delete=models.CASCADE, related_name="steps")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True)
    what = models.CharField(max_length=20)  # asked, or a govern.requests.steps.Step
    words = models.TextField(blank=True)

    class Meta:
        """In the order in which they were taken."""

        ordering = ("at", "id")

    def __str__(self) -> str:
        return f"{self.what} of {self.request_id}"


class GrantHeld(models.Model):
    """What approvers gave: one person, one product, one purpose, until a moment."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    request = models.OneToOneField(AccessRequest, on_delete=models.CASCADE, related_name="grant")
    starts = models.DateTimeField()
    ends = models.DateTimeField()  # the first moment at which it does not hold any more
    revoked_at = models.DateTimeField(null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"grant:{self.id}"
