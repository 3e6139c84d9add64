"""What is owed to each bureau: one row a message, numbered without gaps for each bureau."""

from __future__ import annotations

from django.db import models


class Box(models.Model):
    """The mailbox of one bureau: how many messages were ever put into it. Locked while one is added."""

    bureau = models.CharField(max_length=2, primary_key=True)
    messages = models.PositiveBigIntegerField(default=0)


class Outgoing(models.Model):
    """One message for one bureau: kind and reference only; what it is about is read through the Reader."""

    bureau = models.CharField(max_length=2)
    number = models.PositiveBigIntegerField()  # dense for each bureau, from 1
    kind = models.CharField(max_length=40)
    reference = models.CharField(max_length=32)
    about = models.CharField(max_length=64, blank=True)
    texts = models.JSONField(default=list)
    posted_at = models.DateTimeField()
    taken_in_at = models.DateTimeField(null=True)  # when the bureau took it in

    class Meta:
        constraints = [models.UniqueConstraint(fields=["bureau", "number"], name="one_message_a_number")]
        indexes = [
            models.Index(fields=["bureau", "taken_in_at", "number"], name="still_owed"),
            models.Index(fields=["reference", "bureau", "number"], name="about_a_file"),
        ]
