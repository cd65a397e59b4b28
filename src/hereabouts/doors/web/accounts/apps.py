"""The Django app."""

from importlib import import_module

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Listens to what happens to accounts, once Django is ready."""

    name = "hereabouts.doors.web.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Connect to allauth's signals."""
        import_module("hereabouts.doors.web.accounts.events").connect()
