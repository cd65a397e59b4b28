"""What Django is told of access requests."""

from django.apps import AppConfig


class AccessRequestsConfig(AppConfig):
    """Access requests."""

    name = "hereabouts.doors.web.access_requests"
    label = "access_requests"
    verbose_name = "Access requests"
    default_auto_field = "django.db.models.BigAutoField"
