"""Tables of the bureau's cabinet: sealed papers, marks that say nothing without the key, a sealed log in a chain."""

from __future__ import annotations

from django.db import models


class Paper(models.Model):
    """One paper: an entry of the protected list, a restricted file, a result, a reliance. Its content is sealed."""

    bureau = models.CharField(max_length=2)
    kind = models.CharField(max_length=20)
    id = models.CharField(max_length=64)
    row = models.BigAutoField(primary_key=True)
    item = models.CharField(max_length=64, blank=True)
    open = models.BooleanField(default=True)
    at = models.DateTimeField()
    sealed = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["bureau", "kind", "id"], name="one_paper_an_id")]
        indexes = [
            models.Index(fields=["bureau", "kind", "open", "-at"], name="papers_of_a_kind"),
            models.Index(fields=["bureau", "item", "kind"], name="papers_on_an_item"),
        ]


class List(models.Model):
    """How often a bureau's protected list was changed."""

    bureau = models.CharField(max_length=2, primary_key=True)
    revision = models.PositiveIntegerField(default=0)


class NotSame(models.Model):
    """The keyed mark of a pair that a person judged not to be the same. Never taken away."""

    bureau = models.CharField(max_length=2)
    mark = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["bureau", "mark"], name="one_row_a_pair")]


class LogLine(models.Model):
    """One line of a desk's own log, sealed; `chain` is the digest of the line before and of this one's bytes."""

    bureau = models.CharField(max_length=2)
    number = models.PositiveBigIntegerField()
    sealed = models.BinaryField()
    chain = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["bureau", "number"], name="one_line_a_number")]
