"""The tables of the journal. Nothing here is ever changed or taken away: the databases refuse it themselves."""

from __future__ import annotations

from django.db import models


class Entry(models.Model):
    """One entry: `body` is what the tree is built over; the columns repeat parts of it for looking things up."""

    sequence = models.PositiveBigIntegerField(primary_key=True)  # dense, from 0
    at = models.DateTimeField()
    what = models.CharField(max_length=60)
    officer = models.CharField(max_length=32)
    seat = models.CharField(max_length=40)
    reference = models.CharField(max_length=32, blank=True)
    body = models.BinaryField()

    class Meta:
        indexes = [
            models.Index(fields=["reference", "sequence"], name="entries_on_a_file"),
            models.Index(fields=["officer", "sequence"], name="entries_of_an_officer"),
        ]


class Length(models.Model):
    """How many entries there are: one row, locked while an entry is added, so that numbers are dense."""

    id = models.PositiveSmallIntegerField(primary_key=True)
    entries = models.PositiveBigIntegerField()
