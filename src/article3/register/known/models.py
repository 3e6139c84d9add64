"""Tables of what is known. Rows are added and taken back, never written over; erasure leaves an empty shell."""

from __future__ import annotations

from django.db import models


class FormerVersion(models.Model):
    """A file as it was before its next version, kept as the difference to it; an empty body was erased by order."""

    file = models.ForeignKey("register.File", on_delete=models.CASCADE, related_name="former_versions")
    version = models.PositiveIntegerField()
    until = models.DateTimeField()  # when the next version took its place
    reached_at = models.DateTimeField(null=True)  # when the record had first reached members, as of then
    body = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["file", "version"], name="one_row_a_version")]


class Rests(models.Model):
    """The inverted index: by which key news finds a file. The key is a digest; the document says the same."""

    file = models.ForeignKey("register.File", on_delete=models.CASCADE, related_name="rests")
    key = models.BinaryField(max_length=12)

    class Meta:
        indexes = [models.Index(fields=["key", "file"], name="found_by_news")]


class Fact(models.Model):
    """A fact on record: the document, and the digest of the file or person it is about."""

    id = models.CharField(max_length=32, primary_key=True)
    about = models.BinaryField(max_length=12)
    learned_at = models.DateTimeField()
    body = models.BinaryField()

    class Meta:
        indexes = [models.Index(fields=["about", "learned_at"], name="known_about")]


class Ruling(models.Model):
    """A ruling of the Commission as a precedent."""

    id = models.CharField(max_length=32, primary_key=True)
    learned_at = models.DateTimeField()
    body = models.BinaryField()


class Retrospective(models.Model):
    """A retrospective review of the whole stock under a standard; `cursor` is how far the stock is enrolled."""

    id = models.CharField(max_length=32, primary_key=True)
    standard = models.CharField(max_length=200)
    since = models.DateField()
    started_at = models.DateTimeField()
    cursor = models.CharField(max_length=32, blank=True)
    complete = models.BooleanField(default=False)


class Item(models.Model):
    """One file of the stock in a retrospective review, in the order of risk; no column says when it was received."""

    retrospective = models.ForeignKey(Retrospective, on_delete=models.CASCADE, related_name="items")
    file = models.ForeignKey("register.File", on_delete=models.CASCADE, related_name="retrospectives")
    order_key = models.CharField(max_length=120)
    order_why = models.TextField()
    shifted = models.BooleanField()  # the standard gives another outcome on some rule
    sampled_at = models.DateTimeField(null=True)  # drawn by lot for a second look
    outcome = models.CharField(max_length=12, blank=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.CharField(max_length=32, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["retrospective", "file"], name="one_row_an_item")]
        indexes = [
            models.Index(
                fields=["retrospective", "order_key", "file"], condition=models.Q(outcome=""), name="items_to_look_at"
            ),
            models.Index(fields=["retrospective", "outcome"], name="items_by_outcome"),
        ]
