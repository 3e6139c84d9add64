"""The table of disputes: the record as a document, and what it is looked up by."""

from __future__ import annotations

from django.db import models


class DisputeRow(models.Model):
    """One dispute. No constraint spans bureaus: whether another bureau disputes the same record is no answer here."""

    reference = models.CharField(max_length=32, primary_key=True)
    version = models.PositiveIntegerField()
    file = models.ForeignKey("register.File", on_delete=models.CASCADE, related_name="disputes")
    source = models.CharField(max_length=2)
    bureau = models.CharField(max_length=2)
    open = models.BooleanField()
    answer_by = models.DateField()
    at = models.DateTimeField()
    body = models.BinaryField()

    class Meta:
        indexes = [
            models.Index(fields=["answer_by", "reference"], condition=models.Q(open=True), name="disputes_to_answer"),
            models.Index(fields=["bureau", "source"], condition=models.Q(open=True), name="open_disputes_against"),
            models.Index(fields=["bureau", "-at", "reference"], name="disputes_of_a_bureau"),
        ]
