"""Tables of fixed copies: the bytes and their texts under seal, the files they were kept for, keyed words, visits."""

from __future__ import annotations

from django.db import models


class FixedCopy(models.Model):
    """One public text or answer as it was that day. Bytes and texts lie under a key of their own."""

    sha256 = models.CharField(max_length=64, primary_key=True)  # of the bytes as they came
    kept_at = models.DateTimeField()
    size_bytes = models.PositiveIntegerField()
    content = models.BinaryField()
    texts = models.BinaryField()

    class Meta:
        indexes = [models.Index(fields=["-kept_at", "sha256"], name="fixed_copies_by_day")]


class CopyOf(models.Model):
    """A copy that a line of the log or an excerpt of a file names: it goes with the last of them."""

    file = models.ForeignKey("register.File", on_delete=models.CASCADE, related_name="fixed_copies")
    sha256 = models.CharField(max_length=64)

    class Meta:
        indexes = [models.Index(fields=["sha256", "file"], name="files_with_a_copy")]


class CopyWord(models.Model):
    """A word of a copy behind the installation's key: a thief of the table reads no word in it."""

    word = models.BigIntegerField()
    copy = models.ForeignKey(FixedCopy, on_delete=models.CASCADE, related_name="words")

    class Meta:
        indexes = [models.Index(fields=["word", "copy"], name="copies_with_a_word")]


class SearchOwed(models.Model):
    """A search that was ordered on a file and is not done."""

    file = models.ForeignKey("register.File", on_delete=models.CASCADE, related_name="searches_owed")
    search = models.CharField(max_length=32)
    at = models.DateTimeField()


class Asked(models.Model):
    """An address that was asked, behind the key, and what its answer was known by: unchanged, it is not sent again."""

    address = models.BinaryField(max_length=16, primary_key=True)
    etag = models.CharField(max_length=300)
    modified = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64)


class Visit(models.Model):
    """When a host was last asked, in seconds of the epoch: no host is asked too often."""

    host = models.CharField(max_length=253, primary_key=True)
    at = models.FloatField()
