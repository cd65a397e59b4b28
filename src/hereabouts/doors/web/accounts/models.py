"""What is kept of people: who they are, what they are to each domain, and how they were invited."""

from typing import Any, ClassVar
from uuid import uuid4

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone

EVERY_DOMAIN = "*"


class AccountManager(BaseUserManager):
    """Makes accounts; an e-mail address is one whatever its capitals."""

    def make(self, email: str, **said: Any) -> "Account":
        """A new account, which cannot sign in until its invitation is accepted."""
        account: Account = self.model(email=email.strip().lower(), **said)
        account.set_unusable_password()
        account.save(using=self._db)
        return account

    def get_by_natural_key(self, username: str | None) -> "Account":
        """The account of an e-mail address."""
        found: Account = self.get(email=(username or "").strip().lower())
        return found


class Account(AbstractBaseUser):
    """Somebody who may sign in. `public_id` is what the rest of the platform knows of them."""

    public_id = models.UUIDField(default=uuid4, unique=True, editable=False)
    email = models.EmailField(max_length=254, unique=True)
    name = models.CharField(max_length=200, blank=True)
    organisation = models.CharField(max_length=100, blank=True)  # id in organisations.yml
    training_valid_to = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    is_active = models.BooleanField(default=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[AccountManager] = AccountManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return f"person:{self.public_id}"


class RoleHeld(models.Model):
    """What somebody is to a domain, or to every one."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="roles_held")
    domain = models.CharField(max_length=100)  # of products; * is all of them
    role = models.CharField(max_length=20)  # of model.person.Role

    class Meta:
        """Each role of a domain is held once."""

        constraints = (
            models.UniqueConstraint(fields=("account", "domain", "role"), name="role_held_once"),
        )

    def __str__(self) -> str:
        return f"{self.domain}:{self.role}"


class Invitation(models.Model):
    """A link by which one person may set up their account, once."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="invitations")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"invitation:{self.id}"
