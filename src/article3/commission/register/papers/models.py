"""Unsent requests and their files, sealed with their receipt code; decisions without names."""

from __future__ import annotations

from django.db import models


class Unsent(models.Model):
    """A request that is being written. Found by the digest of its code and sealed with a key the code gives."""

    lookup = models.CharField(max_length=64, primary_key=True)
    sealed = models.BinaryField()
    saved_on = models.DateField(db_index=True)


class UnsentPaper(models.Model):
    """A file attached to an unsent request, sealed like it; its record apart, so that a list reads no files."""

    lookup = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)
    role = models.CharField(max_length=10)
    record = models.BinaryField()
    content = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["lookup", "digest", "role"], name="one_unsent_paper")]


class Published(models.Model):
    """A decision without names, as anybody may read it. `words` is its text folded for search."""

    number = models.CharField(max_length=20, primary_key=True)
    published_on = models.DateField()
    language = models.CharField(max_length=2)
    outcome = models.CharField(max_length=30)
    title = models.CharField(max_length=200)
    text = models.TextField()
    words = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["-published_on", "number"], name="published_by_day")]


class GroundOfPublished(models.Model):
    """A ground a published decision is filed under."""

    decision = models.ForeignKey(Published, on_delete=models.CASCADE, related_name="grounds")
    ground = models.CharField(max_length=40, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["decision", "ground"], name="one_tag_a_decision")]
