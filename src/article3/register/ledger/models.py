"""The table of the ledger: each page a document with a version, and what pages are looked up by."""

from __future__ import annotations

from django.db import models


class Page(models.Model):
    """One page: `about` is the bureau or file it is about; open while somebody still has to do something with it."""

    reference = models.CharField(max_length=32, primary_key=True)
    kind = models.CharField(max_length=12)
    version = models.PositiveIntegerField()
    about = models.CharField(max_length=32, blank=True)
    due_on = models.DateField(null=True)
    is_open = models.BooleanField()
    body = models.BinaryField()

    class Meta:
        indexes = [
            models.Index(fields=["kind", "is_open", "due_on", "reference"], name="pages_to_do"),
            models.Index(fields=["kind", "about", "reference"], name="pages_about"),
        ]
