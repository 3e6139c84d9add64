"""Letters between the Commission and the Secretariat, and the orders among them with how far they are."""

from __future__ import annotations

from django.db import models


class Letter(models.Model):
    """A letter. Incoming ones by the id their writer gave; outgoing ones wait until the Commission says it has them."""

    id = models.CharField(max_length=32, primary_key=True)
    outgoing = models.BooleanField()
    kind = models.CharField(max_length=40)
    body = models.BinaryField()
    at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)  # incoming: answered; outgoing: the Commission has it

    class Meta:
        indexes = [models.Index(fields=["outgoing", "done_at", "at"], name="letters_in_the_tray")]


class Ordered(models.Model):
    """An order, by the id the Commission gave it, and what was last reported on it."""

    id = models.CharField(max_length=32, primary_key=True)
    file = models.CharField(max_length=32)
    measure = models.CharField(max_length=16)
    due_on = models.DateField()
    received_at = models.DateTimeField()
    because = models.TextField(blank=True)  # why it could not be carried out
    reported = models.BinaryField(max_length=32, blank=True)  # digest of the last report
    complete_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["complete_at", "due_on"], name="orders_to_carry_out")]
