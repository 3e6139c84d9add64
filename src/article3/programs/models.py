"""Tables of what programs are given. No row holds anything about a person: references, kinds, digests, addresses."""

from __future__ import annotations

from django.db import models


class Pace(models.Model):
    """How far ahead of its pace one key is: the instant its next request would come if all came evenly."""

    key = models.CharField(max_length=64, primary_key=True)
    due_s = models.FloatField()  # seconds since 1970


class KeptAnswer(models.Model):
    """The answer to a change that was asked for under an idempotency key: the same question gets it again."""

    asker = models.CharField(max_length=80)  # seat and officer
    token = models.CharField(max_length=200)
    asked = models.CharField(max_length=64)  # keyed digest of method, address and body
    status = models.PositiveSmallIntegerField()
    body = models.TextField(blank=True)  # reference and state, nothing else
    location = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["asker", "token"], name="one_answer_a_token")]
        indexes = [models.Index(fields=["at"], name="kept_answers_by_age")]


class BroughtPaper(models.Model):
    """A paper a seat's program brought for an item it will send."""

    seat = models.CharField(max_length=40)
    sha256 = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["seat", "sha256"], name="brought_once_a_seat")]
        indexes = [models.Index(fields=["at"], name="brought_papers_by_age")]


class Hook(models.Model):
    """An address one bureau wants to be called at when a message reaches it."""

    id = models.CharField(max_length=32, primary_key=True)
    bureau = models.CharField(max_length=2)
    url = models.CharField(max_length=400)
    kinds = models.JSONField(default=list)  # kinds of messages; empty: all
    generation = models.PositiveSmallIntegerField(default=1)  # how often its secret was made
    turned_at = models.DateTimeField(null=True)  # when the newest secret was made; the one before signs for a day more
    seen = models.PositiveBigIntegerField(default=0)  # the last message of its bureau that was looked at for it
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    quiet_since = models.DateTimeField(null=True)  # nothing was taken at its address since then

    class Meta:
        indexes = [models.Index(fields=["bureau", "ended_at"], name="hooks_of_a_bureau")]


class Call(models.Model):
    """One call owed to a hook, or made: what it says, how often it was tried, how it ended."""

    id = models.CharField(max_length=40, primary_key=True)
    hook = models.ForeignKey(Hook, on_delete=models.CASCADE, related_name="calls")
    number = models.PositiveBigIntegerField(null=True)  # of the message; None for a test
    kind = models.CharField(max_length=60)
    reference = models.CharField(max_length=32, blank=True)
    at = models.DateTimeField()  # of what happened
    tries = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField(null=True)  # None: nothing more is tried
    status = models.PositiveSmallIntegerField(default=0)  # of the last try; 0: it was not reached
    said = models.CharField(max_length=60, blank=True)  # why it was not reached: a code
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["hook", "number"], name="one_call_a_message")]
        indexes = [models.Index(fields=["next_at"], name="calls_by_turn"),
                   models.Index(fields=["hook", "at"], name="calls_of_a_hook")]  # fmt: skip


class CalendarLink(models.Model):
    """A secret link to the calendar of one officer in one seat. Kept as a digest: the link itself is shown once."""

    digest = models.CharField(max_length=64, primary_key=True)
    officer = models.CharField(max_length=32)
    seat = models.CharField(max_length=40)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
