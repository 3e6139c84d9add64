"""Tables of arrivals. A text is named by its digest; no name stands here, and not why a text was kept back."""

from __future__ import annotations

from django.db import models


class Desk(models.Model):
    """A bureau whose protective desk looks at everything first, since an instant."""

    bureau = models.CharField(max_length=2, primary_key=True)
    since = models.DateTimeField()


class Arrival(models.Model):
    """One text of one item at one bureau. Readable there only while it is `current` and `let_on`."""

    bureau = models.CharField(max_length=2)
    item = models.CharField(max_length=64)  # a file, or a consultation
    file = models.CharField(max_length=32)  # the file itself, or the one the consultation is about
    text = models.CharField(max_length=32)
    current = models.BooleanField(default=True)  # the newest text of the item
    received_at = models.DateTimeField()
    screened_at = models.DateTimeField(null=True)
    revision = models.PositiveIntegerField(default=0)  # of the list it was compared with
    let_on = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["bureau", "item", "text"], name="one_row_a_text")]
        indexes = [
            models.Index(fields=["bureau", "received_at"], condition=models.Q(screened_at=None), name="to_be_screened"),
            models.Index(fields=["bureau", "received_at", "item"], name="received_on_a_day"),
            models.Index(fields=["bureau", "revision"], name="screened_with_a_list"),
        ]


class Named(models.Model):
    """A duty officer named in the restricted file of an item."""

    bureau = models.CharField(max_length=2)
    item = models.CharField(max_length=64)
    officer = models.CharField(max_length=32)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "bureau", "officer"], name="named_once")]


class HeldPaper(models.Model):
    """A paper of an item that no program could read: the desk looks at it before anybody else opens it."""

    bureau = models.CharField(max_length=2)
    item = models.CharField(max_length=64)
    sha256 = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "bureau", "sha256"], name="held_once")]
