"""Tables of the officers, their seats and mandates. Rights are read from here at every request, never cached."""

from __future__ import annotations

import secrets

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from article3.terms.communication import Level
from article3.terms.sitting import MandateRole


def random_id() -> str:
    """32 hexadecimal characters: says nothing about order."""
    return secrets.token_hex(16)


class Officer(AbstractUser):
    """A person with an account. `opaque_id` is the only form that enters files and the journal."""

    opaque_id = models.CharField(max_length=32, unique=True, default=random_id, editable=False)
    nationality = models.CharField(_("nationality"), max_length=2)

    REQUIRED_FIELDS = ["nationality"]

    @property
    def shown_name(self) -> str:
        """The officer's name for the officer's own screen and colleagues of the same seat."""
        return self.get_full_name() or self.username


class Seat(models.Model):
    """Where officers act: `secretariat`, `bureau:XA`, `oversight`, `public`."""

    code = models.CharField(max_length=40, primary_key=True)
    name = models.CharField(max_length=120)

    def __str__(self) -> str:
        return self.name


class Mandate(models.Model):
    """What one officer may do in one seat, from a day until a day (that day excluded)."""

    officer = models.ForeignKey(Officer, on_delete=models.CASCADE, related_name="mandates")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="mandates")
    role = models.CharField(max_length=20, choices=[(role.value, role.value) for role in MandateRole])
    clearance = models.CharField(
        max_length=20, choices=[(level.value, level.value) for level in Level], default=Level.OFFICIAL_USE
    )
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=models.F("since")), name="a_mandate_ends_after_it_begins"
            ),
        ]


class ProgramKey(models.Model):
    """A key by which a program sits for an officer. Kept as a digest: the key itself is shown once, when it is made."""

    digest = models.CharField(max_length=64, primary_key=True)
    mandate = models.ForeignKey(Mandate, on_delete=models.CASCADE, related_name="keys")
    made_at = models.DateTimeField()
    until = models.DateField()
    ended_at = models.DateTimeField(null=True)
    label = models.CharField(max_length=60, blank=True)  # which program has it, in its officer's words
