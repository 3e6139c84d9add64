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
    leaf = models.BinaryField(max_length=32)  # its hash as it was written: tells which entry was changed

    class Meta:
        indexes = [
            models.Index(fields=["reference", "sequence"], name="entries_on_a_file"),
            models.Index(fields=["officer", "sequence"], name="entries_of_an_officer"),
        ]


class Length(models.Model):
    """How many entries there are: one row, locked while an entry is added, so that numbers are dense."""

    id = models.PositiveSmallIntegerField(primary_key=True)
    entries = models.PositiveBigIntegerField()


class Head(models.Model):
    """A signed head: so many entries with that root. `note` is the signed text with the journal's own line."""

    size = models.PositiveBigIntegerField(primary_key=True)
    at = models.DateTimeField()
    root = models.BinaryField(max_length=32)
    note = models.BinaryField()


class Witness(models.Model):
    """A witness whose word counts: its name, its key, and from when until when."""

    name = models.CharField(max_length=60)
    public = models.CharField(max_length=140, unique=True)  # in the form name+id+key
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)


class Cosignature(models.Model):
    """That a witness saw a head: the line it signed."""

    head = models.ForeignKey(Head, on_delete=models.CASCADE, related_name="cosignatures")
    witness = models.ForeignKey(Witness, on_delete=models.PROTECT)
    at = models.DateTimeField()  # as the witness says
    line = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["head", "witness"], name="one_word_a_witness")]
